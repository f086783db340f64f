// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "whyevidence.h"

#include <models/statsig/requests.h>
#include <ui/workspace.h>

#include <QCoreApplication>

namespace Gatescope {

namespace {

QByteArray compactOf(const JsonDocumentPtr &document)
{
    return document ? jsonCompact(document->root()) : QByteArray();
}

EvidenceAnswer answerOf(const WitnessWords &words, const JsonDocumentPtr &value)
{
    return {words.mark.word, words.rule, words.source, compactOf(value)};
}

QString addressOf(const CheckRow &row, const Workspace &workspace)
{
    const QUrl url = row.answer.exchange ? row.answer.exchange->url : workspace.connection().apiUrl;
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

/// The one that was evaluated, else the one that is composed, as it is sent.
StatsigUser evidenceUser(const ExplanationPtr &explanation, const Workspace &workspace)
{
    if (explanation) {
        if (auto user = StatsigUser::fromJson(explanation->user->json()))
            return std::move(*user);
    }
    return sentUser(workspace.user(), workspace.connection().tier);
}

} // namespace

EvidenceDraft evidenceDraft(const CheckRow &row, const CheckSurroundings &surroundings,
    const ExplanationPtr &explanation, const Workspace &workspace)
{
    Evidence evidence;
    evidence.item = row.item;
    evidence.user = evidenceUser(explanation, workspace);
    if (row.answer.exchange) {
        evidence.live = answerOf(liveWitnessWords(row, surroundings), row.answer.body);
        if (row.answer.error)
            evidence.live->verdict = row.answer.error->message;
    }
    if (row.local)
        evidence.local = answerOf(localWitnessWords(row, surroundings), row.local->value);
    if (row.agreement.state == Agreement::State::Agrees)
        evidence.agreement = QCoreApplication::translate("Gatescope::WhyEvidence", "agree");
    else if (row.agreement.state == Agreement::State::Differs)
        evidence.agreement = QCoreApplication::translate("Gatescope::WhyEvidence", "differ: %1")
                                 .arg(differenceWords(row.agreement.differences));
    evidence.connection = workspace.connection().name;
    evidence.address = addressOf(row, workspace);
    evidence.tier = evidence.user.tier();
    const SpecsState &specs = workspace.specs();
    evidence.specsTime = explanation ? explanation->project->time()
        : specs.project              ? specs.project->time()
                                     : 0;
    evidence.specsSource = specs.source;
    evidence.madeUtc = QDateTime::currentDateTimeUtc();
    evidence.program = QStringLiteral("Gatescope ") + QCoreApplication::applicationVersion();
    return {evidence, explanation};
}

} // namespace Gatescope
