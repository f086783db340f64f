// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "jsonnodeset.h"

namespace Gatescope {

/// Of a tree the nodes that were found, what is in them, and what leads to them. Immutable, any thread.
class JsonNodeFilter
{
public:
    /// `found`: nodes in `root`.
    JsonNodeFilter(const JsonValue &root, std::vector<JsonDocument::Id> found);

    bool isFound(JsonDocument::Id node) const;

    /// \name The children that are kept
    /// @{
    quint32 childCount(const JsonValue &parent) const;
    JsonValue childAt(const JsonValue &parent, quint32 row) const; ///< row is in range
    quint32 rowOf(const JsonValue &child) const; ///< child is kept
    /// @}

private:
    bool isWhole(JsonValue node) const;

    JsonValue m_root;
    std::optional<JsonNodeSet> m_isFound; ///< none without a document
    /// Found, or leading there; not what is inside a found one. Sorted, so that siblings stand together.
    std::vector<JsonDocument::Id> m_kept;
    std::optional<JsonNodeSet> m_isKept;
};

} // namespace Gatescope
