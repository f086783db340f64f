// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/ports/historystore.h>
#include <ui/widgets/panel.h>

class QComboBox;

namespace Gatescope {

class ActionButton;
class Chip;
class ChipBar;
class FilterEdit;
class StatusText;
class Workspace;

/// What of the history is wanted: words, how it went, pinned only, of which connection.
class HistoryFilterBar : public Panel
{
    Q_OBJECT
public:
    explicit HistoryFilterBar(const Workspace &workspace, QWidget *parent = nullptr);

    HistoryQuery query() const;
    void setShown(const QString &text, bool isFiltered); ///< "12 of 100,000"
    void focusFilter();
    bool clear(); ///< true if there was something to clear

Q_SIGNALS:
    void queryChanged();

private:
    void choose(Chip *chip, bool on);
    void fillConnections();

    const Workspace &m_workspace;
    FilterEdit *m_edit;
    ChipBar *m_chips;
    Chip *m_all;
    Chip *m_succeeded;
    Chip *m_failed;
    Chip *m_pinned;
    QComboBox *m_connection;
    StatusText *m_shown;
    ActionButton *m_clear;
};

} // namespace Gatescope
