// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsonnodefilter.h"

#include <algorithm>

namespace Gatescope {

namespace {

void sortUnique(std::vector<JsonDocument::Id> &ids)
{
    std::ranges::sort(ids);
    const auto repeated = std::ranges::unique(ids);
    ids.erase(repeated.begin(), repeated.end());
}

} // namespace

JsonNodeFilter::JsonNodeFilter(const JsonValue &root, std::vector<JsonDocument::Id> found)
    : m_root(root)
    , m_found(std::move(found))
{
    sortUnique(m_found);
    m_kept = m_found;
    JsonDocument::Id lastParent = JsonDocument::noId;
    for (const JsonDocument::Id id : m_found) {
        JsonValue above = JsonValue(root.document(), id).parent();
        if (id == root.id() || above.id() == lastParent) // siblings stand together
            continue;
        lastParent = above.id();
        for (; above.isValid() && above != root; above = above.parent())
            m_kept.push_back(above.id());
    }
    sortUnique(m_kept);
}

bool JsonNodeFilter::isFound(JsonDocument::Id node) const
{
    return std::ranges::binary_search(m_found, node);
}

/// Found, or inside one that was.
bool JsonNodeFilter::isWhole(JsonValue node) const
{
    for (; node.isValid(); node = node.parent()) {
        if (isFound(node.id()))
            return true;
        if (node == m_root)
            break;
    }
    return false;
}

std::size_t JsonNodeFilter::firstKeptFrom(JsonDocument::Id node) const
{
    return std::size_t(std::ranges::lower_bound(m_kept, node) - m_kept.begin());
}

quint32 JsonNodeFilter::childCount(const JsonValue &parent) const
{
    if (parent.size() == 0 || isWhole(parent))
        return parent.size();
    const JsonDocument::Id first = parent.at(0).id();
    return quint32(firstKeptFrom(first + parent.size()) - firstKeptFrom(first));
}

JsonValue JsonNodeFilter::childAt(const JsonValue &parent, quint32 row) const
{
    if (isWhole(parent))
        return parent.at(row);
    return {parent.document(), m_kept[firstKeptFrom(parent.at(0).id()) + row]};
}

quint32 JsonNodeFilter::rowOf(const JsonValue &child) const
{
    const JsonValue parent = child.parent();
    if (isWhole(parent))
        return child.row();
    return quint32(firstKeptFrom(child.id()) - firstKeptFrom(parent.at(0).id()));
}

} // namespace Gatescope
