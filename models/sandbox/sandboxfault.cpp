// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "sandboxfault.h"

#include <models/statsig/endpoint.h>

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Gatescope {

namespace {

using FaultKind = SandboxFault::Kind;

struct FaultWord
{
    FaultKind kind;
    QLatin1String word;
};

constexpr std::array faultWords {
    FaultWord {FaultKind::Reset, QLatin1String("reset")},
    FaultWord {FaultKind::Truncated, QLatin1String("truncated")},
    FaultWord {FaultKind::InvalidJson, QLatin1String("invalid-json")},
    FaultWord {FaultKind::Empty, QLatin1String("empty")},
    FaultWord {FaultKind::StaleSpecs, QLatin1String("stale-specs")},
    FaultWord {FaultKind::SlowDrip, QLatin1String("slow-drip")},
};
constexpr QLatin1String latencyWord("latency");

QString trFault(const char *text)
{
    return QCoreApplication::translate("SandboxFault", text);
}

std::unexpected<Error> notUnderstood(const QString &text)
{
    QStringList words;
    for (const FaultWord &known : faultWords)
        words << known.word;
    return failure(ErrorCode::BadInput,
        trFault("“%1” is no fault: use latency=MILLISECONDS (up to %2), a status from 400 to 599 "
                "(with =SECONDS for Retry-After), or one of %3.")
            .arg(text)
            .arg(SandboxFault::longestDelay.count())
            .arg(words.join(QStringLiteral(", "))));
}

/// The number behind '=', not negative; none if there is no such number.
std::optional<qint64> numberOf(const QString &text)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    return isNumber && number >= 0 ? std::optional(number) : std::nullopt;
}

Result<> addWord(SandboxFault &fault, const QString &word)
{
    const QString name = word.section(QLatin1Char('='), 0, 0);
    const bool hasNumber = word.contains(QLatin1Char('='));
    const std::optional<qint64> number = numberOf(word.section(QLatin1Char('='), 1));
    if (name == latencyWord) {
        if (!number || *number > SandboxFault::longestDelay.count())
            return notUnderstood(word);
        fault.delay = std::chrono::milliseconds(*number);
        return {};
    }
    if (const int status = name.toInt(); status >= 400 && status <= 599) {
        if (hasNumber && !number)
            return notUnderstood(word);
        fault.kind = FaultKind::Status;
        fault.status = status;
        fault.retryAfter = std::chrono::seconds(number.value_or(0));
        return {};
    }
    const auto known = std::ranges::find(faultWords, name, &FaultWord::word);
    if (known == faultWords.end() || hasNumber)
        return notUnderstood(word);
    fault.kind = known->kind;
    return {};
}

} // namespace

const QStringList &sandboxEndpoints()
{
    static const QStringList names = [] {
        QStringList all;
        for (const Endpoint endpoint : allEndpoints)
            all << pathName(endpoint);
        return all << QStringLiteral("get_id_lists") << QStringLiteral("id_lists")
                   << QStringLiteral("sdk_exception");
    }();
    return names;
}

SandboxFault faultFor(const SandboxFaults &faults, const QString &endpoint)
{
    const auto own = faults.constFind(endpoint);
    return own != faults.constEnd() ? *own : faults.value(QString());
}

QString faultText(const SandboxFault &fault)
{
    QStringList words;
    if (fault.delay.count() > 0)
        words << QStringLiteral("latency=%1").arg(fault.delay.count());
    const auto known = std::ranges::find(faultWords, fault.kind, &FaultWord::kind);
    if (known != faultWords.end())
        words << known->word;
    else if (fault.kind == FaultKind::Status && fault.retryAfter.count() > 0)
        words << QStringLiteral("%1=%2").arg(fault.status).arg(fault.retryAfter.count());
    else if (fault.kind == FaultKind::Status)
        words << QString::number(fault.status);
    return words.join(QLatin1Char(','));
}

Result<> addFault(SandboxFaults &faults, const QString &text)
{
    const qsizetype colon = text.indexOf(QLatin1Char(':'));
    const QString endpoint = colon < 0 ? QString() : text.first(colon);
    if (colon >= 0 && !sandboxEndpoints().contains(endpoint))
        return failure(ErrorCode::BadInput,
            trFault("“%1” is no endpoint: the sandbox has %2.")
                .arg(endpoint, sandboxEndpoints().join(QStringLiteral(", "))));
    SandboxFault fault = faults.value(endpoint);
    const QStringList words = text.mid(colon + 1).split(QLatin1Char(','));
    for (const QString &word : words) {
        if (const Result<> added = addWord(fault, word.trimmed()); !added)
            return added;
    }
    faults[endpoint] = fault;
    return {};
}

} // namespace Gatescope
