// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/theme/theme.h>
#include <ui/widgets/wordsproxy.h>

#include <QList>
#include <QWidget>

class QStackedLayout;

namespace Gatescope {

class ActionButton;
class Chip;
class ChipBar;
class DataView;
class FilterEdit;
class Preferences;
class StatusText;

/// What arrived at the sandbox as a live table with a filter line, and the detail of the chosen row beside
/// it. The newest stands on top and is chosen until the user chooses one.
class TrafficPane : public QWidget
{
    Q_OBJECT
public:
    struct Filter
    {
        QString text;
        std::optional<Theme::Icon> icon;
        Theme::Color color = Theme::Color::TextMuted;
        WordsProxy::Condition accepts;
    };
    struct Setup
    {
        QString name; ///< object name of the table
        QString title; ///< for screen readers
        QString filterHint;
        QList<int> widths; ///< of the columns, at 100 %
        int stretchedColumn = 0;
        QList<std::pair<int, QList<int>>> hiddenBelow;
        QList<Filter> filters; ///< beside "All"
    };

    /// Takes ownership of the proxy, the detail (null: there is none) and the empty state.
    TrafficPane(const Setup &setup, Preferences &preferences, WordsProxy *proxy, QWidget *detail,
        QWidget *empty, QWidget *parent = nullptr);

    void focusFilter();
    bool leaveFilter(); ///< true if there was one
    /// The row of the source model; the filter gives way if it hides it.
    void select(int sourceRow);
    int currentSourceRow() const; ///< −1: none
    DataView *table() const { return m_table; }

Q_SIGNALS:
    void currentChanged(int sourceRow); ///< −1: none

private:
    QWidget *makeFilterBar(const Setup &setup);
    void makeTable(const Setup &setup);
    void choose(Chip *chip, bool on);
    void refresh();
    void follow();

    WordsProxy *m_proxy;
    QList<Filter> m_filters;
    QList<Chip *> m_chips; ///< the first is "All"
    FilterEdit *m_filter;
    ChipBar *m_bar;
    StatusText *m_shown;
    ActionButton *m_clear;
    DataView *m_table;
    QStackedLayout *m_stack;
    bool m_follows = true; ///< until the user chooses
    bool m_isFollowing = false; ///< the choice is ours
};

} // namespace Gatescope
