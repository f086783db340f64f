// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "pagestack.h"

#include <algorithm>

namespace Gatescope {

PageStack::PageStack(QWidget *parent)
    : QStackedWidget(parent)
{
    setObjectName(QStringLiteral("pageStack"));
}

void PageStack::add(const Entry &entry)
{
    m_slots.push_back({entry});
}

int PageStack::indexOfPage(const QString &id) const
{
    const auto found = std::ranges::find_if(m_slots, [&](const Slot &slot) { return slot.entry.id == id; });
    return found == m_slots.end() ? -1 : int(found - m_slots.begin());
}

Page *PageStack::makePage(int index)
{
    Q_ASSERT(index >= 0 && index < pageCount());
    Slot &slot = m_slots[std::size_t(index)];
    if (!slot.page) {
        slot.page = slot.entry.make(this);
        slot.page->setObjectName(slot.entry.id + QStringLiteral("Page"));
        addWidget(slot.page);
        Q_EMIT pageMade(slot.page);
    }
    return slot.page;
}

Page *PageStack::showPage(int index)
{
    Page *page = makePage(index);
    setCurrentWidget(page);
    if (m_current != index) {
        m_current = index;
        Q_EMIT currentPageChanged(index);
    }
    return page;
}

Page *PageStack::currentPage() const
{
    return m_current < 0 ? nullptr : m_slots[std::size_t(m_current)].page;
}

} // namespace Gatescope
