// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsonnodeset.h"

#include <bit>

namespace Gatescope {

JsonNodeSet::JsonNodeSet(const JsonDocument &document, const std::vector<JsonDocument::Id> &ids)
    : m_words(document.nodeCount() / 64 + 1)
{
    for (const JsonDocument::Id id : ids)
        m_words[id / 64].bits |= quint64(1) << (id % 64);
    quint32 before = 0;
    for (Word &word : m_words) {
        word.before = before;
        before += quint32(std::popcount(word.bits));
    }
}

quint32 JsonNodeSet::countBefore(JsonDocument::Id id) const
{
    const Word &word = m_words[id / 64];
    const quint64 lower = (quint64(1) << (id % 64)) - 1;
    return word.before + quint32(std::popcount(word.bits & lower));
}

} // namespace Gatescope
