// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <array>
#include <string>
#include <string_view>

namespace Gatescope::Fuzz {

/// The first promise that an input broke; empty if it kept them all. Crashes, leaks and undefined behaviour
/// are the sanitizers' to see.
using Complaint = std::string;

/// Between the parts of an input; no JSON text can hold it.
constexpr char partSeparator = '\x1e';

/// One JSON text: parsed, every node asked everything, written and read again.
Complaint fuzzJson(const QByteArray &input);
/// A specs payload and up to three users: compiled, converted, every entity evaluated and explained,
/// initialize responses written.
Complaint fuzzEvaluator(const QByteArray &input);
/// One JSON text, read as each thing that a server or a person may send: a user, every endpoint's answer,
/// ID lists.
Complaint fuzzReaders(const QByteArray &input);
/// One HTTP request as lines: refused or answered by the sandbox over the sample project, and told of.
Complaint fuzzRequests(const QByteArray &input);
/// A request's body in each encoding a client may send.
Complaint fuzzBodies(const QByteArray &input);
/// What a client sends over a connection to a running server, to its end.
Complaint fuzzWire(const QByteArray &input);
/// A file or a clipboard with users: imported, and exported in each format.
Complaint fuzzPersonas(const QByteArray &input);

struct Target
{
    std::string_view name; ///< of the executable after "fuzz_", and of its folders of inputs
    Complaint (*run)(const QByteArray &input);
};

inline constexpr std::array targets {
    Target {"json", &fuzzJson},
    Target {"evaluator", &fuzzEvaluator},
    Target {"readers", &fuzzReaders},
    Target {"requests", &fuzzRequests},
    Target {"bodies", &fuzzBodies},
    Target {"wire", &fuzzWire},
    Target {"personas", &fuzzPersonas},
};

} // namespace Gatescope::Fuzz
