// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "rulesummary.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace Gatescope {

namespace {

struct SummaryText
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::RuleSummary)
};

constexpr std::array ordinalSentences {
    QT_TRANSLATE_NOOP("Gatescope::RuleSummary", "First of %1 rules decided."),
    QT_TRANSLATE_NOOP("Gatescope::RuleSummary", "Second of %1 rules decided."),
    QT_TRANSLATE_NOOP("Gatescope::RuleSummary", "Third of %1 rules decided."),
    QT_TRANSLATE_NOOP("Gatescope::RuleSummary", "Fourth of %1 rules decided."),
    QT_TRANSLATE_NOOP("Gatescope::RuleSummary", "Fifth of %1 rules decided."),
    QT_TRANSLATE_NOOP("Gatescope::RuleSummary", "Sixth of %1 rules decided."),
    QT_TRANSLATE_NOOP("Gatescope::RuleSummary", "Seventh of %1 rules decided."),
    QT_TRANSLATE_NOOP("Gatescope::RuleSummary", "Eighth of %1 rules decided."),
    QT_TRANSLATE_NOOP("Gatescope::RuleSummary", "Ninth of %1 rules decided."),
    QT_TRANSLATE_NOOP("Gatescope::RuleSummary", "Tenth of %1 rules decided."),
};

QString decidedSentence(std::size_t number, std::size_t count)
{
    const QLocale locale;
    if (count == 1)
        return SummaryText::tr("The only rule decided.");
    if (number <= ordinalSentences.size())
        return SummaryText::tr(ordinalSentences[number - 1]).arg(locale.toString(qulonglong(count)));
    return SummaryText::tr("Rule %1 of %2 decided.")
        .arg(locale.toString(qulonglong(number)), locale.toString(qulonglong(count)));
}

QString notReachedSentence(std::size_t first, std::size_t count)
{
    const QLocale locale;
    const QString from = locale.toString(qulonglong(first));
    const QString to = locale.toString(qulonglong(count));
    if (first > count)
        return {};
    if (first == count)
        return SummaryText::tr(" Rule %1 was not reached.").arg(from);
    if (first + 1 == count)
        return SummaryText::tr(" Rules %1 and %2 were not reached.").arg(from, to);
    return SummaryText::tr(" Rules %1 to %2 were not reached.").arg(from, to);
}

QString undecidedSentence(const Decision &decision, const TraceView &view, std::size_t count)
{
    if (decision.how == Decision::How::Unrecognized)
        return {};
    if (count == 0)
        return decision.how == Decision::How::NoRule ? SummaryText::tr("It has no rules.") : QString();
    const QLocale locale;
    if (decision.how == Decision::How::CannotTell && decision.rule != Trace::none) {
        if (view.node(decision.rule).isMapping)
            return SummaryText::tr("Whether another config replaces it cannot be decided.");
        const std::size_t number = view.node(decision.rule).index + 1;
        if (count == 1)
            return SummaryText::tr("The only rule cannot be decided.");
        return SummaryText::tr("Rule %1 of %2 cannot be decided.")
                   .arg(locale.toString(qulonglong(number)), locale.toString(qulonglong(count)))
            + notReachedSentence(number + 1, count);
    }
    if (view.rules(0).empty())
        return count == 1
            ? SummaryText::tr("Its only rule was not reached.")
            : SummaryText::tr("None of its %1 rules was reached.").arg(locale.toString(qulonglong(count)));
    return count == 1
        ? SummaryText::tr("The only rule did not match.")
        : SummaryText::tr("None of the %1 rules matched.").arg(locale.toString(qulonglong(count)));
}

QString partsSentence(const TraceView &view, std::size_t count)
{
    const auto rules = view.rules(0);
    const auto giving =
        std::ranges::count_if(rules, [&](std::uint32_t rule) { return view.node(rule).decides; });
    return SummaryText::tr("%1 of %2 rules gave values; the defaults fill the rest.")
        .arg(QLocale().toString(qlonglong(giving)), QLocale().toString(qulonglong(count)));
}

} // namespace

QString ruleSummary(const TraceView &view)
{
    const Decision decision = view.decision(0);
    const std::size_t count = view.spec(0).rules.size();
    if (decision.how == Decision::How::ByParameter)
        return partsSentence(view, count);
    const bool isOwn = decision.how == Decision::How::Rule || decision.how == Decision::How::Delegate;
    if (!isOwn)
        return undecidedSentence(decision, view, count);
    const std::size_t number = view.node(decision.rule).index + 1;
    return decidedSentence(number, count) + notReachedSentence(number + 1, count);
}

} // namespace Gatescope
