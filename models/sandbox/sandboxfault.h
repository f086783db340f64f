// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/result.h>

#include <QHash>
#include <QStringList>

#include <chrono>
#include <optional>

namespace Gatescope {

/// What the sandbox does wrong on purpose, so that an application can be seen to bear it.
struct SandboxFault
{
    enum class Kind {
        None, ///< answers as it should, after the delay
        Status, ///< refuses with a status, having done nothing
        Reset, ///< ends the connection instead of answering
        Truncated, ///< announces the whole answer, sends half of it and ends the connection
        InvalidJson, ///< 200 with a body that is no JSON
        Empty, ///< 200 without a body
        StaleSpecs, ///< specs and initialize as the project was when it was loaded
        SlowDrip, ///< the answer comes in a few bytes at a time
    };

    Kind kind = Kind::None;
    int status = 0; ///< for Kind::Status: 400 to 599
    std::chrono::seconds retryAfter {0}; ///< for 429 and 503: sent where it is not 0
    std::chrono::milliseconds delay {0}; ///< before the answer, whatever it is

    static constexpr std::chrono::milliseconds longestDelay = std::chrono::minutes(10);

    bool isNone() const { return kind == Kind::None && delay.count() == 0; }
    bool operator==(const SandboxFault &) const = default;
};

/// Faults by the name of the endpoint: the last part of its path, such as "check_gate". The empty name is for
/// every endpoint that has none of its own.
using SandboxFaults = QHash<QString, SandboxFault>;

/// The names of the sandbox's endpoints (facts §8), those of the Statsig HTTP API first.
const QStringList &sandboxEndpoints();
/// The fault in force for an endpoint.
SandboxFault faultFor(const SandboxFaults &faults, const QString &endpoint);

/// A fault in the words of `gatescope sandbox --fault`: "503", "429=30", "latency=2000", "truncated", …;
/// empty for none. With a delay both: "latency=2000,503".
QString faultText(const SandboxFault &fault);
/// [ENDPOINT:]FAULT[,FAULT]… added to faults: "check_gate:503", "latency=2000". Errors: BadInput with a
/// sentence that says what is possible.
Result<> addFault(SandboxFaults &faults, const QString &text);

} // namespace Gatescope
