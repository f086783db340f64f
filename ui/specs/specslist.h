// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/specsmodel.h>
#include <ui/widgets/panel.h>

#include <functional>
#include <set>

namespace Gatescope {

class ActionButton;
class DataView;
class FilterEdit;
class SpecsCells;
class StatusText;

/// The entities and parameter stores of a project by kind, with a filter. Folding and selection survive new
/// specs.
class SpecsList : public Panel
{
    Q_OBJECT
public:
    explicit SpecsList(QWidget *parent = nullptr);

    void setIndex(const SpecsIndexPtr &specs);
    /// Whether there is a button for the whole payload; there is one unless said otherwise.
    void setOffersWhole(bool offers);
    /// Where the text of the last searchRequested() was found.
    void setHits(const SpecsHits &hits);
    /// Selects an item without telling; clears a filter that hides it. False if the specs lack it.
    bool select(std::uint32_t item);
    /// Chooses none, without telling: something else is shown than an entity.
    void clearChoice();
    void focusFilter();
    bool leaveFilter();

Q_SIGNALS:
    void itemSelected(std::uint32_t item);
    void searchRequested(const QString &text); ///< empty: nothing any more
    void wholeRequested(); ///< the whole payload as JSON

private:
    void connectView();
    void filter(const QString &text);
    void keepingCurrent(const std::function<void()> &change);
    void unfold();
    void showCount();

    SpecsModel *m_model;
    SpecsCells *m_cells;
    FilterEdit *m_filterEdit;
    DataView *m_view;
    StatusText *m_count;
    ActionButton *m_clear;
    ActionButton *m_whole;
    bool m_offersWhole = true;
    std::set<ListedKind> m_folded;
    bool m_isQuiet = false; ///< changes are ours, not the user's
};

} // namespace Gatescope
