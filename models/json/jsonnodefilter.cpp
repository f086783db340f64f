// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsonnodefilter.h"

#include <algorithm>

namespace Gatescope {

namespace {

std::vector<JsonDocument::Id> sortedUnique(std::vector<JsonDocument::Id> ids)
{
    std::ranges::sort(ids);
    const auto repeated = std::ranges::unique(ids);
    ids.erase(repeated.begin(), repeated.end());
    return ids;
}

/// With what leads to them.
std::vector<JsonDocument::Id> keptOf(const JsonValue &root, const std::vector<JsonDocument::Id> &found)
{
    std::vector<JsonDocument::Id> kept = found;
    JsonDocument::Id lastParent = JsonDocument::noId;
    for (const JsonDocument::Id id : found) {
        JsonValue above = JsonValue(root.document(), id).parent();
        if (id == root.id() || above.id() == lastParent) // siblings stand together
            continue;
        lastParent = above.id();
        for (; above.isValid() && above != root; above = above.parent())
            kept.push_back(above.id());
    }
    return sortedUnique(std::move(kept));
}

} // namespace

JsonNodeFilter::JsonNodeFilter(const JsonValue &root, std::vector<JsonDocument::Id> found)
    : m_root(root)
{
    found = sortedUnique(std::move(found));
    m_kept = keptOf(root, found);
    if (root.isValid()) {
        m_isFound.emplace(*root.document(), found);
        m_isKept.emplace(*root.document(), m_kept);
    }
}

bool JsonNodeFilter::isFound(JsonDocument::Id node) const
{
    return m_isFound && m_isFound->contains(node);
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

quint32 JsonNodeFilter::childCount(const JsonValue &parent) const
{
    if (parent.size() == 0 || isWhole(parent))
        return parent.size();
    const JsonDocument::Id first = parent.at(0).id();
    return m_isKept->countBefore(first + parent.size()) - m_isKept->countBefore(first);
}

JsonValue JsonNodeFilter::childAt(const JsonValue &parent, quint32 row) const
{
    if (isWhole(parent))
        return parent.at(row);
    return {parent.document(), m_kept[m_isKept->countBefore(parent.at(0).id()) + row]};
}

quint32 JsonNodeFilter::rowOf(const JsonValue &child) const
{
    const JsonValue parent = child.parent();
    if (isWhole(parent))
        return child.row();
    return m_isKept->countBefore(child.id()) - m_isKept->countBefore(parent.at(0).id());
}

} // namespace Gatescope
