// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/compare/comparisonrows.h>
#include <ui/widgets/panel.h>

#include <map>

namespace Gatescope {

class Chip;
class ChipBar;
class FilterEdit;

/// What of a comparison is shown: differences or everything, by change, by kind, by text.
class CompareFilterBar : public Panel
{
    Q_OBJECT
public:
    explicit CompareFilterBar(QWidget *parent = nullptr);

    const ComparisonFilter &filter() const { return m_filter; }
    bool ignoresBookkeeping() const { return m_ignores; }
    void setCounts(const Comparison &comparison);
    void focusFilter();
    bool clearFilter(); ///< true if there was one

Q_SIGNALS:
    void filterChanged();
    void bookkeepingChanged(); ///< needs another comparison

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void takeChip(Chip *chip, bool on);
    void takeChange(Change change, bool on);
    void showState();
    void shareWidth();

    ComparisonFilter m_filter;
    bool m_ignores = true;
    FilterEdit *m_edit;
    ChipBar *m_chips;
    Chip *m_differences;
    Chip *m_everything;
    Chip *m_left;
    Chip *m_right;
    Chip *m_ignoring;
    std::map<ComparedKind, Chip *> m_kinds;
};

} // namespace Gatescope
