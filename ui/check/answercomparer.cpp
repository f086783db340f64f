// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "answercomparer.h"

#include <ui/localverdicts.h>
#include <ui/onfinished.h>

#include <QtConcurrentRun>

namespace Gatescope {

namespace {

QList<CheckModel::Compared> comparedAll(const QList<CheckModel::Pair> &pairs, const LocalWitnessPtr &witness)
{
    QList<CheckModel::Compared> compared;
    compared.reserve(pairs.size());
    for (const CheckModel::Pair &pair : pairs)
        compared.append(
            {pair.item, pair.revision, compareAnswers(pair.item, pair.live, *pair.local, *witness)});
    return compared;
}

} // namespace

AnswerComparer::AnswerComparer(CheckModel &model, const LocalVerdicts &verdicts, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_verdicts(verdicts)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &AnswerComparer::start);
}

void AnswerComparer::compare()
{
    m_soon.start();
}

/// The model drops what was replaced in the meantime.
void AnswerComparer::start()
{
    const QList<CheckModel::Pair> pairs = m_model.takePairs();
    if (pairs.isEmpty() || !m_verdicts.witness())
        return;
    const auto compareThem = [pairs, witness = m_verdicts.witness()] { return comparedAll(pairs, witness); };
    onFinished(QtConcurrent::run(compareThem), this, [this](const QList<CheckModel::Compared> &results) {
        m_model.setAgreements(results);
        Q_EMIT compared();
    });
}

} // namespace Gatescope
