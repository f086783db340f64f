// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "focusareas.h"

#include <QApplication>
#include <QWidget>

namespace Gatescope {

namespace {

bool takesFocus(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus)
        && !widget->focusProxy();
}

/// In the order of Qt's focus chain, which is that of their making or of setTabOrder().
QList<QWidget *> focusableIn(QWidget *area)
{
    QList<QWidget *> found;
    QWidget *each = area;
    do {
        if ((each == area || area->isAncestorOf(each)) && takesFocus(each))
            found << each;
        each = each->nextInFocusChain();
    } while (each != area);
    return found;
}

} // namespace

FocusAreas::FocusAreas(QObject *parent)
    : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { remember(now); });
}

void FocusAreas::add(QWidget *area)
{
    m_areas.append(area);
}

int FocusAreas::areaOf(const QWidget *widget) const
{
    for (int i = 0; widget && i < m_areas.size(); ++i)
        if (m_areas.at(i) == widget || m_areas.at(i)->isAncestorOf(widget))
            return i;
    return -1;
}

void FocusAreas::remember(QWidget *focused)
{
    if (const int area = areaOf(focused); area >= 0)
        m_last[m_areas.at(area)] = focused;
}

void FocusAreas::move(int step)
{
    const int count = int(m_areas.size());
    const int current = areaOf(QApplication::focusWidget());
    for (int i = 1; i <= count; ++i) {
        const int index =
            current < 0 ? (step > 0 ? i - 1 : count - i) : (current + step * i + count * i) % count;
        if (enter(m_areas.at(index)))
            return;
    }
}

bool FocusAreas::tab(bool forward) const
{
    QList<QWidget *> stops;
    for (QWidget *area : m_areas)
        stops += focusableIn(area);
    if (stops.isEmpty())
        return false;
    const qsizetype current = stops.indexOf(QApplication::focusWidget());
    const qsizetype step = forward ? 1 : stops.size() - 1;
    const qsizetype next = current < 0 ? (forward ? 0 : stops.size() - 1) : (current + step) % stops.size();
    stops.at(next)->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

bool FocusAreas::enter(QWidget *area)
{
    QWidget *last = m_last.value(area);
    QWidget *target = last && takesFocus(last) ? last : focusableIn(area).value(0);
    if (!target || !area->isVisible())
        return false;
    target->setFocus(Qt::ShortcutFocusReason);
    return true;
}

} // namespace Gatescope
