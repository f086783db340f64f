// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/page.h>
#include <ui/theme/theme.h>

#include <QStackedWidget>

#include <functional>
#include <vector>

namespace Gatescope {

/// The pages, each made when it is first shown: start-up pays for the first one only.
class PageStack : public QStackedWidget
{
    Q_OBJECT
public:
    struct Entry
    {
        QString id; ///< "check", as in Page::pageRequested()
        QString title;
        Theme::Icon icon;
        std::function<Page *(QWidget *parent)> make;
        bool isOnRail = true; ///< else other pages lead to it
    };

    explicit PageStack(QWidget *parent = nullptr);

    void add(const Entry &entry);
    int pageCount() const { return int(m_slots.size()); }
    const Entry &entry(int index) const { return m_slots.at(std::size_t(index)).entry; }
    int indexOfPage(const QString &id) const; ///< −1 if there is none

    /// Without showing it.
    Page *makePage(int index);
    Page *pageIfMade(int index) const { return m_slots.at(std::size_t(index)).page; } ///< else null
    /// Makes the page if needed and shows it.
    Page *showPage(int index);
    Page *currentPage() const; ///< null before the first showPage()
    int currentPageIndex() const { return m_current; }

Q_SIGNALS:
    void pageMade(Gatescope::Page *page);
    void currentPageChanged(int index);

private:
    struct Slot
    {
        Entry entry;
        Page *page = nullptr;
    };
    std::vector<Slot> m_slots;
    int m_current = -1;
};

} // namespace Gatescope
