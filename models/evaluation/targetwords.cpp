// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "targetwords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace Gatescope {

namespace {

constexpr quint32 namedTargets = 3;
constexpr qsizetype longestTarget = 60;
constexpr int buckets = 1000;

QString trTarget(const char *text, int count = -1)
{
    return QCoreApplication::translate("Gatescope::TargetWords", text, nullptr, count);
}

/// Texts that would melt into the sentence are quoted.
QString shownText(const QString &text)
{
    QString shown = text.size() > longestTarget ? text.left(longestTarget - 1) + u'…' : text;
    const bool needsQuotes = shown.isEmpty() || shown != shown.trimmed() || shown.contains(u',');
    return needsQuotes ? u'“' + shown + u'”' : shown;
}

QString targetText(const JsonValue &value)
{
    if (value.isString())
        return shownText(value.toString());
    const std::string_view raw = value.rawText().substr(0, 4 * size_t(longestTarget));
    return shownText(QString::fromUtf8(raw.data(), qsizetype(raw.size())));
}

QString elementText(const JsonValue &container, quint32 index)
{
    const JsonValue element = container.at(index);
    return container.isObject() ? shownText(element.key()) : targetText(element);
}

bool isBucket(const JsonValue &set, quint32 index)
{
    const JsonValue element = set.at(index);
    if (set.isArray()) {
        const auto number = element.toInt64();
        return number && *number >= 0 && *number < buckets;
    }
    bool ok = false;
    const int number = element.key().toInt(&ok);
    return ok && number >= 0 && number < buckets;
}

QString momentText(qint64 milliseconds, const QString &clock)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(milliseconds);
    if (!local.isValid())
        return {};
    const QDateTime utc = local.toUTC();
    const QString day = QStringLiteral("yyyy-MM-dd ") + clock;
    if (local.offsetFromUtc() == 0)
        return utc.toString(day) + QStringLiteral(" UTC");
    const QString utcText = utc.toString(local.date() == utc.date() ? clock : day);
    return local.toString(day) + QStringLiteral(" (") + utcText + QStringLiteral(" UTC)");
}

} // namespace

quint32 targetCount(const JsonValue &target)
{
    if (!target.isValid() || target.isNull())
        return 0;
    return target.isContainer() ? target.size() : 1;
}

Phrases targetWords(const JsonValue &target)
{
    if (!target.isContainer())
        return {codePhrase(targetText(target))};
    const quint32 count = target.size();
    if (count == 0)
        return {plainPhrase(trTarget(QT_TRANSLATE_NOOP("Gatescope::TargetWords", "nothing")))};
    Phrases words;
    const quint32 named = count == namedTargets + 1 ? count : std::min(count, namedTargets);
    for (quint32 i = 0; i < named; ++i) {
        if (i > 0)
            words.append(plainPhrase(QStringLiteral(", ")));
        words.append(codePhrase(elementText(target, i)));
    }
    if (named < count) {
        const QString more = trTarget(QT_TRANSLATE_NOOP("Gatescope::TargetWords", " and %1 more"));
        words.append(plainPhrase(more.arg(QLocale().toString(count - named))));
    }
    return words;
}

Phrases timeWords(const JsonValue &target)
{
    const auto ms = target.toInt64();
    const QString text = ms ? momentText(*ms) : QString();
    return text.isEmpty() ? targetWords(target) : Phrases {codePhrase(text)};
}

QString momentText(qint64 milliseconds)
{
    return momentText(milliseconds, QStringLiteral("HH:mm"));
}

QString exactMomentText(qint64 milliseconds)
{
    return momentText(
        milliseconds, milliseconds % 1000 == 0 ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm:ss.zzz"));
}

int bucketCount(const JsonValue &target)
{
    int count = 0;
    for (quint32 i = 0; target.isContainer() && i < target.size(); ++i)
        count += isBucket(target, i) ? 1 : 0;
    return count;
}

} // namespace Gatescope
