// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "flipwords.h"

#include "explanation.h"

#include <models/statsig/devices.h>
#include <models/statsig/typedtext.h>

#include <QCoreApplication>
#include <QLocale>

namespace Gatescope {

namespace {

constexpr qsizetype longestValue = 60;

class FlipSpeaker
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::FlipWords)
public:
    FlipSpeaker(const StatsigUser &user, const UserEdit &edit)
        : m_edit(edit)
        , m_before(attributeJson(user, edit.attribute))
        , m_name {codePhrase(edit.attribute.name())}
    { }

    /// At the beginning of a sentence, or behind "and".
    Phrases words(bool first) const
    {
        if (m_edit.json.isEmpty())
            return fillPhrases(first ? tr("Remove %1") : tr("remove %1"), {m_name});
        if (isUnitId())
            return fillPhrases(first ? tr("Use %1 %2") : tr("use %1 %2"), {m_name, value()});
        const TypedText after = typedTextFromJson(m_edit.json);
        if (const QString device = deviceName(after.text); !device.isEmpty())
            return fillPhrases(
                first ? tr("Use the %1 of %2") : tr("use the %1 of %2"), {m_name, {plainPhrase(device)}});
        if (isSameText(after))
            return fillPhrases(first ? tr("Make %1 a %2") : tr("make %1 a %2"),
                {m_name, {plainPhrase(valueTypeName(after.type))}});
        return fillPhrases(first ? tr("Set %1 to %2") : tr("set %1 to %2"), {m_name, value()});
    }

private:
    bool isUnitId() const
    {
        const auto *field = std::get_if<UserField>(&m_edit.attribute.place);
        const auto *table = std::get_if<UserTable>(&m_edit.attribute.place);
        return (field && *field == UserField::UserId) || (table && *table == UserTable::CustomIds);
    }

    /// Only the type changes: "3" becomes 3.
    bool isSameText(const TypedText &after) const
    {
        if (m_before.isEmpty())
            return false;
        const TypedText before = typedTextFromJson(m_before);
        return before.type != after.type && before.text == after.text;
    }

    QString deviceName(const QString &agent) const
    {
        const auto *field = std::get_if<UserField>(&m_edit.attribute.place);
        if (!field || *field != UserField::UserAgent)
            return {};
        for (const Device &device : devices())
            if (device.userAgent == agent)
                return device.name;
        return {};
    }

    Phrases value() const
    {
        QString text = typedTextFromJson(m_edit.json).text;
        if (text.size() > longestValue)
            text = text.left(longestValue - 1) + u'…';
        return {codePhrase(text)};
    }

    const UserEdit &m_edit;
    QByteArray m_before;
    Phrases m_name;
};

/// What leaves a user out before a rule's own bucket is asked; null for everything else.
const char *leftOut(Explanation::Cause cause)
{
    switch (cause) {
    case Explanation::Cause::HeldOut:
        return QT_TRANSLATE_NOOP("Gatescope::FlipSpeaker", "%1: held out.");
    case Explanation::Cause::OutsideLayerShare:
        return QT_TRANSLATE_NOOP("Gatescope::FlipSpeaker", "%1: outside its share of the layer.");
    case Explanation::Cause::NotTargeted:
        return QT_TRANSLATE_NOOP("Gatescope::FlipSpeaker", "%1: its targeting leaves the user out.");
    default:
        return nullptr;
    }
}

/// "On: bucket 1,077 is below 2,500." where another ID is what did it, else "On by rule Staff."
Phrases outcomeOf(const Explanation &explanation, bool isIdentity)
{
    const Phrases verdict {plainPhrase(verdictText(explanation))};
    if (const char *left = leftOut(explanation.cause))
        return fillPhrases(FlipSpeaker::tr(left), {verdict});
    const BucketFact *bucket = explanation.buckets.isEmpty() ? nullptr : &explanation.buckets.constFirst();
    const bool byBucket = isIdentity && bucket && bucket->decides;
    const auto number = [](double value) { return Phrases {plainPhrase(QLocale().toString(value))}; };
    if (byBucket && bucket->limit)
        return fillPhrases(bucket->bucket < *bucket->limit
                ? FlipSpeaker::tr("%1: bucket %2 is below %3.")
                : FlipSpeaker::tr("%1: bucket %2 is not below %3."),
            {verdict, number(bucket->bucket), number(*bucket->limit)});
    if (byBucket)
        return fillPhrases(FlipSpeaker::tr("%1: bucket %2."), {verdict, number(bucket->bucket)});
    if (explanation.decidingRow == ExplanationRow::none)
        return fillPhrases(FlipSpeaker::tr("%1: no rule matches."), {verdict});
    const ExplanationRow &rule = explanation.rows[explanation.decidingRow];
    return rule.isTitleShared
        ? fillPhrases(FlipSpeaker::tr("%1 by rule %2 (%3)."), {verdict, rule.title, {codePhrase(rule.id)}})
        : fillPhrases(FlipSpeaker::tr("%1 by rule %2."), {verdict, rule.title});
}

} // namespace

Phrases editWords(const StatsigUser &user, const UserEdits &edits)
{
    Phrases words;
    for (const UserEdit &edit : edits) {
        const Phrases one = FlipSpeaker(user, edit).words(words.isEmpty());
        words = words.isEmpty() ? one : fillPhrases(FlipSpeaker::tr("%1 and %2"), {words, one});
    }
    return words;
}

FlipWordsList flipWords(
    const Evaluator &evaluator, std::uint32_t spec, const StatsigUser &user, const FlipReport &report)
{
    FlipWordsList list;
    for (const Flip &flip : report.flips) {
        const auto document = JsonDocument::parse(edited(user, flip.edits).toJson());
        const ExplanationPtr explanation =
            explain(evaluator, EvaluationUser(document ? *document : nullptr), spec);
        list.append({flip.edits, editWords(user, flip.edits), outcomeOf(*explanation, flip.isIdentity)});
    }
    return list;
}

namespace {

QStringList changedIds(const FlipReport &report)
{
    QStringList ids;
    for (const Flip &flip : report.flips)
        for (const UserEdit &edit : flip.edits)
            if (const QString id = edit.attribute.name(); !ids.contains(id))
                ids << id;
    return ids;
}

/// Where something was left untried, nothing is said of what cannot be.
QString unfinishedWords(const FlipReport &report, const QString &tried)
{
    const QString ended = report.wasStopped
        ? FlipSpeaker::tr("The search was stopped after %1 changes.")
        : FlipSpeaker::tr("The search reached its limit after %1 changes and is not finished.");
    const QString reach = report.triedEverySingle
        ? FlipSpeaker::tr("Every change alone was tried, pairs of them only in part.")
        : FlipSpeaker::tr("Not even every change alone was tried.");
    const QString outlook = report.flips.empty()
        ? FlipSpeaker::tr("None of them leads to another answer; others may.")
        : FlipSpeaker::tr("There may be other ways.");
    return FlipSpeaker::tr("%1 %2 %3", "three sentences").arg(ended.arg(tried), reach, outlook);
}

} // namespace

QString flipConclusion(const FlipReport &report)
{
    using Obstacle = FlipReport::Obstacle;
    QStringList ids;
    for (const UserAttribute &id : report.bucketIds)
        ids << id.name();
    const QString tried = QLocale().toString(report.tried);
    if (!report.isComplete)
        return unfinishedWords(report, tried);
    switch (report.obstacle) {
    case Obstacle::Nothing:
        return {};
    case Obstacle::Bucket:
        return FlipSpeaker::tr("No attribute can change it: it is the bucket of %1.")
            .arg(ids.join(FlipSpeaker::tr(" and ")));
    case Obstacle::UnitId:
        return FlipSpeaker::tr("No attribute can change it, only another %1.")
            .arg(changedIds(report).join(FlipSpeaker::tr(" or ")));
    case Obstacle::NoAttribute:
        return FlipSpeaker::tr("Nothing about the user can change it: no rule looks at the user.");
    case Obstacle::NotFound:
        return FlipSpeaker::tr("None of the %1 changes tried leads to another answer.").arg(tried);
    }
    Q_UNREACHABLE();
}

} // namespace Gatescope
