// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "exchangewords.h"

#include <QCoreApplication>
#include <QLocale>

namespace Gatescope {

namespace {

struct ExchangeWords
{
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

QString decimal(double value)
{
    return QLocale().toString(value, 'f', 1);
}

} // namespace

ExchangeState stateOf(const Exchange &exchange)
{
    if (!exchange.error)
        return ExchangeState::Succeeded;
    return exchange.error->code == ErrorCode::Cancelled ? ExchangeState::Stopped : ExchangeState::Failed;
}

QString outcomeWord(const Exchange &exchange)
{
    if (!exchange.error)
        return {};
    switch (exchange.error->code) {
    case ErrorCode::Cancelled:
        return ExchangeWords::tr("Stopped");
    case ErrorCode::Offline:
    case ErrorCode::Proxy:
        return ExchangeWords::tr("Not reached");
    case ErrorCode::Tls:
        return ExchangeWords::tr("Not trusted");
    case ErrorCode::Timeout:
        return ExchangeWords::tr("Timed out");
    case ErrorCode::ClosedBeforeAnswer:
        return ExchangeWords::tr("May have arrived");
    case ErrorCode::Redirected:
        return ExchangeWords::tr("Redirected");
    case ErrorCode::Unauthorized:
    case ErrorCode::Forbidden:
    case ErrorCode::MethodNotAllowed:
    case ErrorCode::Rejected:
        return ExchangeWords::tr("Refused");
    case ErrorCode::NotFound:
        return ExchangeWords::tr("Not found");
    case ErrorCode::RateLimited:
        return ExchangeWords::tr("Rate limited");
    case ErrorCode::ServerError:
        return ExchangeWords::tr("Server error");
    case ErrorCode::TooLarge:
    case ErrorCode::PayloadTooLarge:
        return ExchangeWords::tr("Too large");
    case ErrorCode::Truncated:
        return ExchangeWords::tr("Cut short");
    case ErrorCode::InvalidUtf8:
    case ErrorCode::InvalidJson:
    case ErrorCode::WrongShape:
        return ExchangeWords::tr("Not understood");
    case ErrorCode::KeyMissing:
    case ErrorCode::KeychainUnavailable:
        return ExchangeWords::tr("No key");
    default:
        return ExchangeWords::tr("Failed");
    }
}

QString statusText(const Exchange &exchange)
{
    const QString word = outcomeWord(exchange);
    if (exchange.status == 0)
        return word;
    const QString number = QString::number(exchange.status);
    return word.isEmpty() ? number
                          : ExchangeWords::tr("%1 %2", "word and number: Refused 401").arg(word, number);
}

QString durationText(std::chrono::microseconds duration)
{
    const double milliseconds = double(duration.count()) / 1000;
    if (duration.count() < 0)
        return QStringLiteral("–");
    if (milliseconds < 0.95)
        return ExchangeWords::tr("%1 ms").arg(decimal(milliseconds));
    if (milliseconds < 10000)
        return ExchangeWords::tr("%1 ms").arg(QLocale().toString(qRound64(milliseconds)));
    return ExchangeWords::tr("%1 s").arg(decimal(milliseconds / 1000));
}

QString byteCountText(qint64 bytes)
{
    constexpr double kilo = 1024;
    if (bytes < 100)
        return ExchangeWords::tr("%1 B").arg(bytes);
    if (double(bytes) < 999.95 * kilo)
        return ExchangeWords::tr("%1 KB").arg(decimal(double(bytes) / kilo));
    return ExchangeWords::tr("%1 MB").arg(decimal(double(bytes) / kilo / kilo));
}

QString ageText(const QDateTime &thenUtc, const QDateTime &nowUtc)
{
    const qint64 seconds = thenUtc.secsTo(nowUtc);
    if (seconds < 45)
        return ExchangeWords::tr("just now");
    if (seconds < 3600)
        return ExchangeWords::tr("%1 min ago").arg(qMax<qint64>(1, seconds / 60));
    if (seconds < 86400)
        return ExchangeWords::tr("%1 h ago").arg(seconds / 3600);
    return ExchangeWords::tr("%n days ago", nullptr, int(seconds / 86400));
}

QString spanText(std::chrono::seconds span)
{
    const qint64 seconds = span.count();
    if (seconds < 90)
        return ExchangeWords::tr("%1 s").arg(seconds);
    if (seconds < 5400)
        return ExchangeWords::tr("%1 min").arg((seconds + 30) / 60);
    if (seconds < 172800)
        return ExchangeWords::tr("%1 h").arg((seconds + 1800) / 3600);
    return ExchangeWords::tr("%1 days").arg(seconds / 86400);
}

QString agedText(const QDateTime &thenUtc, const QDateTime &nowUtc)
{
    const qint64 seconds = thenUtc.secsTo(nowUtc);
    return seconds < 45
        ? ExchangeWords::tr("just now")
        : ExchangeWords::tr("%1 old").arg(spanText(std::chrono::seconds(qMax<qint64>(60, seconds))));
}

QString localTimeText(const QDateTime &utc)
{
    return utc.toLocalTime().toString(QStringLiteral("HH:mm:ss"));
}

QString momentText(const QDateTime &utc, const QDateTime &nowUtc)
{
    const QDateTime local = utc.toLocalTime();
    const QString clock = QStringLiteral("HH:mm");
    const QString time =
        ExchangeWords::tr("%1 (%2 UTC)").arg(local.toString(clock), utc.toUTC().toString(clock));
    if (local.date() == nowUtc.toLocalTime().date())
        return time;
    return ExchangeWords::tr("%1 %2", "day and time")
        .arg(QLocale().toString(local.date(), QLocale::ShortFormat), time);
}

QString localAndUtcText(const QDateTime &utc)
{
    return ExchangeWords::tr("%1 (%2 UTC)")
        .arg(localTimeText(utc), utc.toUTC().toString(QStringLiteral("HH:mm:ss")));
}

} // namespace Gatescope
