// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "trace.h"

namespace Gatescope {

void Trace::clear()
{
    m_nodes.clear();
    m_open = none;
}

std::uint32_t Trace::open(Node node)
{
    const auto index = std::uint32_t(m_nodes.size());
    node.parent = m_open;
    if (m_open != none)
        m_nodes[m_open].children.push_back(index);
    m_nodes.push_back(std::move(node));
    m_open = index;
    return index;
}

void Trace::close(std::uint32_t node, Outcome outcome)
{
    m_nodes[node].outcome = outcome;
    m_open = m_nodes[node].parent;
}

std::uint32_t TracedRule::open(std::uint32_t index, std::string_view id, bool isMapping)
{
    Trace::Node node;
    node.kind = Trace::Kind::Rule;
    node.index = index;
    node.name = id;
    node.isMapping = isMapping;
    return m_trace->open(std::move(node));
}

} // namespace Gatescope
