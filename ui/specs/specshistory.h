// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/phrase.h>

#include <optional>

namespace Gatescope {

/// The way through the specs: where one was, back and forward. A new place drops what was ahead.
class SpecsHistory
{
public:
    void visit(const EntityRef &ref);
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_places.size(); }
    std::optional<EntityRef> back();
    std::optional<EntityRef> forward();

private:
    QList<EntityRef> m_places;
    qsizetype m_at = -1;
};

} // namespace Gatescope
