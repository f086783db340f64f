// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/result.h>

#include <QByteArray>

#include <memory>
#include <string>
#include <vector>

namespace Gatescope {

/// Names that a user brings so that hashes of them can be told, where no specs have them.
struct NameList
{
    /// One name a line, blank ones and those that begin with # left out; or a JSON array of texts. Errors:
    /// InvalidUtf8, InvalidJson, WrongShape (the array holds something else), BadInput (no name in it, a line
    /// of more than maxNameBytes, more than maxNames).
    static Result<std::shared_ptr<const NameList>> read(const QByteArray &text);

    static constexpr qsizetype maxNameBytes = 1024;
    static constexpr std::size_t maxNames = 2'000'000;

    std::vector<std::string> names; ///< each once, in order
};
using NameListPtr = std::shared_ptr<const NameList>;

} // namespace Gatescope
