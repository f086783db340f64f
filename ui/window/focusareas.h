// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>

class QWidget;

namespace Gatescope {

/// Where the focus goes in a window of areas: F6 from area to area, each time to where it was in it, and Tab
/// through the areas in their order, whenever their widgets were made.
class FocusAreas : public QObject
{
    Q_OBJECT
public:
    explicit FocusAreas(QObject *parent = nullptr);

    void add(QWidget *area); ///< in reading order
    void move(int step); ///< +1 to the next, −1 to the previous
    /// Tab and Shift+Tab; false if there is nothing that takes the focus.
    bool tab(bool forward) const;
    /// Puts the focus where it was in the area, else on its first widget that takes it.
    bool enter(QWidget *area);

private:
    int areaOf(const QWidget *widget) const;
    void remember(QWidget *focused);

    QList<QWidget *> m_areas;
    QHash<QWidget *, QPointer<QWidget>> m_last;
};

} // namespace Gatescope
