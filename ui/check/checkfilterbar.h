// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/checkmodel.h>
#include <ui/widgets/panel.h>

#include <array>

namespace Gatescope {

class ActionButton;
class AddField;
class Chip;
class ChipBar;
class StatusText;

/// Above the table: the field that adds names, the filters with their counts, and how many rows they leave.
class CheckFilterBar : public Panel
{
    Q_OBJECT
public:
    explicit CheckFilterBar(QWidget *parent = nullptr);

    AddField *addField() const { return m_addField; }
    ActionButton *addAllButton() const { return m_addAll; }
    ActionButton *askButton() const { return m_ask; }

    void setCounts(const CheckModel::Counts &counts, qsizetype shown);
    void setHint(const QString &hint); ///< while nothing is filtered
    void setHasItems(bool hasItems); ///< filters are for lists
    CheckModel::Filter filter() const { return m_filter; }
    bool clearFilter();

Q_SIGNALS:
    void filterChanged(Gatescope::CheckModel::Filter filter);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    Chip *addChip(CheckModel::Filter filter, const QString &text);
    void choose(CheckModel::Filter filter);
    void shareRoom();
    void showRareChips();
    void showStatus();

    AddField *m_addField;
    ActionButton *m_addAll;
    ChipBar *m_chipBar;
    std::array<Chip *, checkFilterCount> m_chips {}; ///< by CheckModel::Filter
    StatusText *m_status;
    ActionButton *m_clear;
    ActionButton *m_ask;
    CheckModel::Filter m_filter = CheckModel::Filter::All;
    CheckModel::Counts m_counts;
    qsizetype m_shown = 0;
    QString m_hint;
    bool m_hasItems = false;
};

} // namespace Gatescope
