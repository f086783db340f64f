// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "witnesswords.h"

#include "checkmarks.h"

#include <models/items/exchangewords.h>

#include <QCoreApplication>

namespace Gatescope {

namespace {

struct WitnessText
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::WitnessText)
};

/// The id with it where the other side's rule has the same name and is another.
QString ruleOf(const CheckReading &reading, const CheckReading &other)
{
    const bool isRule = !reading.isRuleQuiet && reading.verdict != CheckVerdict::Undetermined;
    QString words = reading.rule;
    if (!words.isEmpty() && isRule)
        words = WitnessText::tr("rule %1").arg(words);
    if (isRule && reading.rule == other.rule && reading.ruleId != other.ruleId)
        words = WitnessText::tr("%1 (%2)", "rule and its ID").arg(words, reading.ruleId);
    if (reading.group.isEmpty() || reading.group == reading.rule)
        return words;
    const QString group = WitnessText::tr("group %1").arg(reading.group);
    return words.isEmpty() ? group : WitnessText::tr("%1, %2", "rule, group").arg(words, group);
}

QString localTimeOf(const LocalAnswer &answer)
{
    const auto time = std::chrono::duration_cast<std::chrono::microseconds>(answer.time);
    constexpr std::chrono::microseconds shortest {50};
    return time < shortest ? WitnessText::tr("< 0.1 ms") : durationText(time);
}

} // namespace

WitnessWords liveWitnessWords(const CheckRow &row, const CheckSurroundings &surroundings)
{
    WitnessWords words;
    words.mark = markOf(row.reading.verdict);
    words.mark.word = liveText(row);
    if (row.isOld)
        words.mark.color = Theme::Color::TextMuted;
    words.rule = ruleOf(row.reading, row.local ? row.local->reading : CheckReading());
    if (const ExchangePtr &exchange = row.answer.exchange) {
        words.time = durationText(exchange->finished);
        const QString at = localAndUtcText(surroundings.grounds.answeredUtc);
        words.source = row.isOld ? WitnessText::tr("For the user before, %1").arg(at)
                                 : WitnessText::tr("Server answer, %1").arg(at);
    } else if (isLocalOnly(row.item.kind)) {
        words.source = WitnessText::tr("The HTTP API does not answer for segments and holdouts");
    }
    return words;
}

WitnessWords localWitnessWords(const CheckRow &row, const CheckSurroundings &surroundings)
{
    WitnessWords words;
    if (!row.local)
        return words;
    words.mark = markOf(row.local->reading.verdict);
    if (row.isLocalOld)
        words.mark.color = Theme::Color::TextMuted;
    words.rule = ruleOf(row.local->reading, row.reading);
    words.time = localTimeOf(*row.local);
    const WitnessGrounds &grounds = surroundings.grounds;
    const QString at = momentText(grounds.specsUtc, surroundings.nowUtc);
    const QString age = agedText(grounds.specsUtc, surroundings.nowUtc);
    words.source = grounds.areSpecsFromServer
        ? WitnessText::tr("Specs from %1, %2", "time, age").arg(at, age)
        : WitnessText::tr("Specs from %1, read %2, %3", "file, time, age").arg(grounds.specsSource, at, age);
    return words;
}

} // namespace Gatescope
