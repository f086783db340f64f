// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "specshistory.h"

namespace Gatescope {

namespace {

constexpr qsizetype mostPlaces = 200;

} // namespace

void SpecsHistory::visit(const SpecsPlace &place)
{
    if (m_at >= 0 && m_places[m_at] == place)
        return;
    m_places.resize(m_at + 1);
    m_places.append(place);
    if (m_places.size() > mostPlaces)
        m_places.removeFirst();
    m_at = m_places.size() - 1;
}

std::optional<SpecsPlace> SpecsHistory::back()
{
    if (!canGoBack())
        return std::nullopt;
    return m_places[--m_at];
}

std::optional<SpecsPlace> SpecsHistory::forward()
{
    if (!canGoForward())
        return std::nullopt;
    return m_places[++m_at];
}

} // namespace Gatescope
