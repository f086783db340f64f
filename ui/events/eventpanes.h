// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPointer>
#include <QWidget>

#include <optional>

class QTabWidget;
class QVBoxLayout;

namespace Gatescope {

class Preferences;

/// Puts the page's four panes where there is room: the editor at the right, checks and body below the table;
/// in a narrow page those three are tabs below it.
class EventPanes : public QWidget
{
    Q_OBJECT
public:
    struct Panes
    {
        QWidget *table;
        QWidget *editor;
        QWidget *checks;
        QWidget *body;
    };
    EventPanes(const Panes &panes, Preferences &preferences, QWidget *parent = nullptr);

    void showEditor(); ///< brings its tab to the front

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange(bool narrow);
    QWidget *makeWide();
    QWidget *makeNarrow();

    Panes m_panes;
    Preferences &m_preferences;
    QVBoxLayout *m_layout;
    QWidget *m_arrangement = nullptr;
    QPointer<QTabWidget> m_tabs; ///< while narrow
    std::optional<bool> m_narrow;
};

} // namespace Gatescope
