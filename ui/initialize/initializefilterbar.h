// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/initializefilter.h>
#include <ui/widgets/panel.h>

#include <map>

namespace Gatescope {

class Chip;
class ChipBar;
class FilterEdit;

/// Which part of an initialize answer is shown: a text, and chips with counts.
class InitializeFilterBar : public Panel
{
    Q_OBJECT
public:
    explicit InitializeFilterBar(QWidget *parent = nullptr);

    /// Without the order, which is the table's.
    const InitializeFilter &filter() const { return m_filter; }
    void setCounts(const InitializeView &view);
    void focusFilter();
    bool clearFilter(); ///< true if there was one

Q_SIGNALS:
    void filterChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void shareWidth();
    Chip *addKindChip(const QString &text, Theme::Icon icon, InitializeKind kind);
    void takeChip(Chip *chip, bool on);
    void showState();
    bool hasChips() const;

    InitializeFilter m_filter;
    FilterEdit *m_edit;
    ChipBar *m_chips;
    Chip *m_all;
    std::map<InitializeKind, Chip *> m_kinds;
    Chip *m_passing;
    Chip *m_inExperiment;
    Chip *m_unknown;
};

} // namespace Gatescope
