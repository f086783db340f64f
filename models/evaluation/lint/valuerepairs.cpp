// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "valuerepairs.h"

#include <models/evaluation/numbertext.h>
#include <models/statsig/typedtext.h>

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace Gatescope {

namespace {

constexpr double secondsEnd = 1e10; ///< below it numbers are taken for seconds (facts §4.2)
constexpr double farFuture = 1e14; ///< ms: the year 5138
constexpr double nanosecondsFrom = 1e17;
/// Longer texts are not looked at as dates, numbers or versions: nobody means them so.
constexpr qsizetype longestRepaired = 64;

std::optional<double> finiteDouble(const QString &text)
{
    const std::optional<double> number = strictDouble(text.toStdString());
    return number && std::isfinite(*number) ? number : std::nullopt;
}

/// 0x1f, 0b11, 0o17 as JavaScript writes them.
std::optional<qint64> radixInteger(const QString &text)
{
    if (text.size() < 3 || text[0] != u'0')
        return std::nullopt;
    const QChar letter = text[1].toLower();
    const int base = letter == u'x' ? 16 : letter == u'o' ? 8 : letter == u'b' ? 2 : 0;
    bool isNumber = false;
    const qint64 number = base > 0 ? text.mid(2).toLongLong(&isNumber, base) : 0;
    return isNumber && number >= 0 ? std::optional(number) : std::nullopt;
}

QByteArray numberJson(double number)
{
    return QByteArray::fromStdString(plainDecimal(number));
}

} // namespace

std::optional<QByteArray> numberMeantBy(const QString &text)
{
    static const QRegularExpression grouped(
        QStringLiteral("^[+-]?\\d{1,3}([,' \\x{a0}\\x{202f}]\\d{3})+(\\.\\d+)?$"));
    static const QRegularExpression decimalComma(QStringLiteral("^[+-]?\\d+,\\d+$"));
    static const QRegularExpression separators(QStringLiteral("[,' \\x{a0}\\x{202f}]"));
    if (text.size() > longestRepaired)
        return std::nullopt;
    QString plain = text.trimmed();
    if (const auto json = typedTextToJson({ValueType::Number, plain}))
        return json;
    if (const auto number = radixInteger(plain))
        return QByteArray::number(*number);
    if (grouped.match(plain).hasMatch())
        plain.remove(separators);
    else if (decimalComma.match(plain).hasMatch())
        plain.replace(u',', u'.');
    const auto number = finiteDouble(plain);
    return number ? std::optional(numberJson(*number)) : std::nullopt;
}

std::optional<QString> versionMeantBy(const QString &text)
{
    static const QRegularExpression numbers(QStringLiteral("^[^0-9]*?(\\d+(?:\\.\\d+)*)(?![.,_:\\d])"));
    if (text.size() > longestRepaired)
        return std::nullopt;
    const QRegularExpressionMatch match = numbers.match(text);
    return match.hasMatch() ? std::optional(match.captured(1)) : std::nullopt;
}

std::optional<qint64> timeMeantBy(const QString &text)
{
    const QString plain = text.trimmed();
    if (plain.size() > longestRepaired)
        return std::nullopt;
    if (const auto number = finiteDouble(plain))
        return millisecondsMeantBy(*number);
    constexpr qsizetype dateLength = 10; // Qt would take the beginning of a longer text
    if (const QDate day = QDate::fromString(plain, Qt::ISODate); day.isValid() && plain.size() == dateLength)
        return day.startOfDay(Qt::UTC).toMSecsSinceEpoch();
    for (const Qt::DateFormat format : {Qt::ISODateWithMs, Qt::RFC2822Date}) {
        QDateTime time = QDateTime::fromString(plain, format);
        if (!time.isValid())
            continue;
        if (time.timeSpec() == Qt::LocalTime)
            time.setTimeSpec(Qt::UTC);
        return time.toMSecsSinceEpoch();
    }
    return std::nullopt;
}

std::optional<bool> booleanMeantBy(const QString &text)
{
    const QString word = text.trimmed().toLower();
    const auto isOneOf = [&word](std::initializer_list<const char *> words) {
        return std::ranges::any_of(
            words, [&word](const char *other) { return word == QLatin1String(other); });
    };
    if (isOneOf({"true", "yes", "y", "on", "1"}))
        return true;
    if (isOneOf({"false", "no", "n", "off", "0"}))
        return false;
    return std::nullopt;
}

std::optional<qint64> millisecondsMeantBy(double number)
{
    const double size = std::abs(number);
    if (size < secondsEnd)
        number *= 1000;
    else if (size >= nanosecondsFrom)
        number /= 1e6;
    else if (size >= farFuture)
        number /= 1000;
    return isFarFuture(number) ? std::nullopt : std::optional(qint64(std::llround(number)));
}

bool isFarFuture(double milliseconds)
{
    return !(std::abs(milliseconds) < farFuture);
}

bool olderSdksReadNumber(const QString &text)
{
    const QString plain = text.trimmed();
    if (plain.isEmpty() || radixInteger(plain))
        return true;
    static const QRegularExpression decimal(
        QStringLiteral("^[+-]?(Infinity|(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?)$"));
    return decimal.match(plain).hasMatch();
}

bool olderSdksReadVersion(const QString &text)
{
    const QStringList parts = text.left(text.indexOf(u'-')).split(u'.');
    return std::ranges::all_of(parts, olderSdksReadNumber);
}

} // namespace Gatescope
