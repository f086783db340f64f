// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "jsondocument.h"

namespace Gatescope {

/// Of a tree the nodes that were found, what is in them, and what leads to them. Immutable, any thread.
class JsonNodeFilter
{
public:
    /// `found`: nodes in `root`.
    JsonNodeFilter(const JsonValue &root, std::vector<JsonDocument::Id> found);

    bool isFound(JsonDocument::Id node) const;
    /// Nodes that are kept in themselves or for what is in them; not those inside a found one.
    std::size_t size() const { return m_kept.size(); }

    /// \name The children that are kept
    /// @{
    quint32 childCount(const JsonValue &parent) const;
    JsonValue childAt(const JsonValue &parent, quint32 row) const; ///< row is in range
    quint32 rowOf(const JsonValue &child) const; ///< child is kept
    /// @}

private:
    bool isWhole(JsonValue node) const;
    std::size_t firstKeptFrom(JsonDocument::Id node) const;

    JsonValue m_root;
    std::vector<JsonDocument::Id> m_found; ///< sorted
    std::vector<JsonDocument::Id> m_kept; ///< sorted, so that siblings stand together
};

} // namespace Gatescope
