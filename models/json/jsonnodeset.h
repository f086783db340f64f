// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "jsondocument.h"

namespace Gatescope {

/// Nodes of a document as bits: whether one is in it, and how many before it are, is told at once. About two
/// bits for every node of the document.
class JsonNodeSet
{
public:
    /// `ids` ascend.
    JsonNodeSet(const JsonDocument &document, const std::vector<JsonDocument::Id> &ids);

    bool contains(JsonDocument::Id id) const { return (m_words[id / 64].bits >> (id % 64) & 1) != 0; }
    /// Also for an id behind the last.
    quint32 countBefore(JsonDocument::Id id) const;

private:
    struct Word
    {
        quint64 bits = 0;
        quint32 before = 0; ///< how many are in the words before it
    };
    std::vector<Word> m_words;
};

} // namespace Gatescope
