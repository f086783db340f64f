// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "textneedle.h"

#include <algorithm>
#include <vector>

namespace Gatescope {

namespace {

char lowerAscii(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

} // namespace

TextNeedle::TextNeedle(const QString &text, Qt::CaseSensitivity sensitivity)
    : m_text(text)
    , m_sensitivity(sensitivity)
    , m_folded(text.toStdString())
    , m_isAscii(std::ranges::all_of(m_folded, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
{
    if (sensitivity == Qt::CaseInsensitive)
        std::ranges::transform(m_folded, m_folded.begin(), lowerAscii);
}

bool TextNeedle::isIn(std::string_view utf8) const
{
    // Letters beyond ASCII have cases too; decoding is for those alone.
    if (!m_isAscii)
        return utf8.size() >= 2
            && QString::fromUtf8(utf8.data(), qsizetype(utf8.size())).contains(m_text, m_sensitivity);
    if (m_sensitivity == Qt::CaseSensitive)
        return utf8.find(m_folded) != std::string_view::npos;
    const auto isSame = [](char in, char wanted) { return lowerAscii(in) == wanted; };
    return !std::ranges::search(utf8, m_folded, isSame).empty() || m_folded.empty();
}

bool TextNeedle::isInScalar(const JsonValue &value, std::string &scratch) const
{
    return value.isString() ? isIn(value.utf8(scratch)) : isIn(value.rawText());
}

bool TextNeedle::isIn(const JsonValue &value) const
{
    std::string scratch;
    std::vector<JsonValue> open {value};
    while (!open.empty()) {
        const JsonValue next = open.back();
        open.pop_back();
        if (!next.isContainer()) {
            if (isInScalar(next, scratch))
                return true;
            continue;
        }
        for (quint32 i = 0; i < next.size(); ++i) {
            const JsonValue child = next.at(i);
            if (child.hasKey() && isIn(child.keyUtf8(scratch)))
                return true;
            open.push_back(child);
        }
    }
    return false;
}

} // namespace Gatescope
