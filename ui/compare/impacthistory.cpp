// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "impacthistory.h"

#include <models/compare/comparisonwords.h>

#include <QCoreApplication>
#include <QLocale>

namespace Gatescope {

namespace {

class ImpactHistoryText
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::ImpactHistory)
public:
    static QString none(bool isOn)
    {
        return isOn ? tr("The history has no other users yet. Ask about some, or load users from a file.")
                    : tr("The history is switched off and has no users. Switch it on in the settings, or "
                         "load users from a file.");
    }
    static QString some(const ImpactHistoryUse &use)
    {
        QStringList sentences {use.isCut
                ? tr("The newest %1 of the history are evaluated; it has more.").arg(userCount(use.users))
                : tr("%1 of the history evaluated.").arg(userCount(use.users))};
        if (use.lackingPrivate > 0)
            sentences.append(lackingPrivateWords(use.lackingPrivate));
        if (!use.isOn)
            sentences.append(tr("The history is switched off, so later users are not in it."));
        return sentences.join(u' ');
    }
};

} // namespace

QString historyUseWords(const ImpactHistoryUse &use)
{
    return use.users == 0 ? ImpactHistoryText::none(use.isOn) : ImpactHistoryText::some(use);
}

void ImpactHistoryReader::read(HistoryStore *store, bool isOn)
{
    stop();
    m_isReading = true;
    m_stop = std::stop_source();
    const quint64 token = m_token;
    if (!store) {
        const auto answer = [this, token] { take(token, {HistoryUsers(), false}); };
        QMetaObject::invokeMethod(this, answer, Qt::QueuedConnection);
        return;
    }
    store->users(mostHistoryUsers, m_stop.get_token(), this,
        [this, token, isOn](const Result<HistoryUsers> &users) { take(token, {users, isOn}); });
}

void ImpactHistoryReader::take(quint64 token, const ImpactHistory &history)
{
    if (token != m_token)
        return;
    m_isReading = false;
    Q_EMIT finished(history);
}

void ImpactHistoryReader::stop()
{
    m_stop.request_stop();
    ++m_token;
    m_isReading = false;
}

} // namespace Gatescope
