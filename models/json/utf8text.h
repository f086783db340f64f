// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <string_view>

namespace Gatescope {

/// QString::fromUtf8(), which takes a leading U+FEFF for a byte order mark and drops it: inside a document it
/// is a character of the text.
inline QString utf8Text(std::string_view utf8)
{
    constexpr std::string_view mark = "\xef\xbb\xbf";
    QString text;
    for (; utf8.starts_with(mark); utf8.remove_prefix(mark.size()))
        text += QChar(0xfeff);
    const QString rest = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    return text.isEmpty() ? rest : QString(text + rest);
}

} // namespace Gatescope
