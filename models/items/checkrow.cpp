// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "checkrow.h"
#include "entitystatus.h"

#include <models/evaluation/phrase.h>

#include <QCoreApplication>

namespace Gatescope {

namespace {

struct RowText
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::CheckRow)
};

/// An abbreviation stays as it is.
QString lowerFirst(const QString &text)
{
    if (text.size() > 1 && text[1].isUpper())
        return text;
    return text.left(1).toLower() + text.mid(1);
}

QString remark(const QString &text)
{
    return RowText::tr(", local: %1").arg(text.isEmpty() ? RowText::tr("none") : text);
}

QString liveSentence(const CheckRow &row)
{
    if (row.answer.error)
        return RowText::tr("failed: %1").arg(row.answer.error->message);
    if (row.reading.verdict == CheckVerdict::None)
        return lowerFirst(liveText(row));
    return RowText::tr("live %1").arg(lowerFirst(verdictWords(row.reading.verdict)));
}

QString localSentence(const CheckRow &row)
{
    if (!row.local)
        return {};
    const QString verdict = lowerFirst(localText(row));
    return row.local->reading.verdict == CheckVerdict::NotInSpecs ? verdict
                                                                  : RowText::tr("local %1").arg(verdict);
}

QString ruleSentence(const CheckRow &row)
{
    const CheckReading &reading = leadingReading(row);
    if (reading.rule.isEmpty() || row.answer.error)
        return {};
    const bool isRule = !reading.isRuleQuiet && reading.verdict != CheckVerdict::Undetermined;
    return (isRule ? RowText::tr("rule %1").arg(reading.rule) : lowerFirst(reading.rule)) + ruleRemark(row);
}

QString groupSentence(const CheckRow &row)
{
    const QString group = groupText(row);
    const QString other = groupRemark(row);
    if (group.isEmpty() && other.isEmpty())
        return {};
    return RowText::tr("group %1").arg(group.isEmpty() ? RowText::tr("none") : group) + other;
}

} // namespace

bool isLocalOnly(EntityKind kind)
{
    return kind == EntityKind::Segment || kind == EntityKind::Holdout;
}

const CheckReading &leadingReading(const CheckRow &row)
{
    return row.reading.verdict == CheckVerdict::None && row.local ? row.local->reading : row.reading;
}

CheckVerdict leadingVerdict(const CheckRow &row)
{
    return leadingReading(row).verdict;
}

bool passes(const CheckRow &row, CheckFilter filter)
{
    switch (filter) {
    case CheckFilter::All:
        return true;
    case CheckFilter::Positive:
        return isPositive(leadingVerdict(row));
    case CheckFilter::Negative:
        return isNegative(leadingVerdict(row));
    case CheckFilter::Differs:
        return row.agreement.state == Agreement::State::Differs;
    case CheckFilter::CannotTell:
        return row.reading.verdict == CheckVerdict::Unreadable
            || (row.local && row.local->reading.verdict == CheckVerdict::Undetermined);
    case CheckFilter::Failed:
        return row.reading.verdict == CheckVerdict::Failed;
    }
    return true;
}

QString liveText(const CheckRow &row)
{
    if (row.reading.verdict != CheckVerdict::None)
        return verdictWords(row.reading.verdict);
    return isLocalOnly(row.item.kind) ? RowText::tr("Local only") : RowText::tr("Not asked yet");
}

QString localText(const CheckRow &row)
{
    return row.local ? verdictWords(row.local->reading.verdict) : QString();
}

QString ruleText(const CheckRow &row)
{
    if (row.answer.error)
        return row.answer.error->message;
    if (const auto *unknown = std::get_if<UnknownShape>(&row.answer.content))
        return unknown->note;
    return leadingReading(row).rule;
}

/// Two versions of one rollout have one name: then the ids tell them apart.
QString ruleRemark(const CheckRow &row)
{
    if (!row.agreement.differences.testFlag(Difference::Rule) || !row.local)
        return {};
    const CheckReading &local = row.local->reading;
    return remark(local.rule == row.reading.rule ? local.ruleId : local.rule);
}

QString groupText(const CheckRow &row)
{
    return leadingReading(row).group;
}

QString groupRemark(const CheckRow &row)
{
    if (!row.agreement.differences.testFlag(Difference::Group) || !row.local)
        return {};
    return remark(row.local->reading.group);
}

QString localRemark(const CheckRow &row)
{
    if (row.local && row.local->missing)
        return missingSentence(*row.local->missing);
    if (row.agreement.state == Agreement::State::Differs)
        return RowText::tr("Differs from the server in %1").arg(differenceWords(row.agreement.differences));
    return {};
}

QString rowSentence(const CheckRow &row)
{
    QStringList parts {displayName(row.item.kind, row.item.name), kindWords(row.item.kind), liveSentence(row),
        localSentence(row), agreementWords(row.agreement), ruleSentence(row), groupSentence(row)};
    if (row.isOld && row.reading.verdict != CheckVerdict::None)
        parts.append(RowText::tr("from an earlier run"));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace Gatescope
