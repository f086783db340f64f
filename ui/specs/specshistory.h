// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/specsplace.h>

namespace Gatescope {

/// The way through the specs: where one was, back and forward. A new place drops what was ahead.
class SpecsHistory
{
public:
    void visit(const SpecsPlace &place);
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_places.size(); }
    std::optional<SpecsPlace> back();
    std::optional<SpecsPlace> forward();

private:
    QList<SpecsPlace> m_places;
    qsizetype m_at = -1;
};

} // namespace Gatescope
