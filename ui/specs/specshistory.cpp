// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "specshistory.h"

namespace Gatescope {

namespace {

constexpr qsizetype mostPlaces = 200;

} // namespace

void SpecsHistory::visit(const EntityRef &ref)
{
    if (m_at >= 0 && m_places[m_at] == ref)
        return;
    m_places.resize(m_at + 1);
    m_places.append(ref);
    if (m_places.size() > mostPlaces)
        m_places.removeFirst();
    m_at = m_places.size() - 1;
}

std::optional<EntityRef> SpecsHistory::back()
{
    if (!canGoBack())
        return std::nullopt;
    return m_places[--m_at];
}

std::optional<EntityRef> SpecsHistory::forward()
{
    if (!canGoForward())
        return std::nullopt;
    return m_places[++m_at];
}

} // namespace Gatescope
