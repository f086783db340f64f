// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "panel.h"

namespace Gatescope {

class ChipBar;
class FilterEdit;

/// The bar above a view that is filtered: a line for a text, and chips. What they mean is a subclass's.
class ChipFilterBar : public Panel
{
    Q_OBJECT
public:
    /// Where the line would be narrower than `leastEditWidth` (unscaled), the chips fold.
    explicit ChipFilterBar(int leastEditWidth, QWidget *parent = nullptr);

    void focusFilter();
    bool clearFilter(); ///< true if there was one

Q_SIGNALS:
    void filterChanged();

protected:
    FilterEdit *edit() const { return m_edit; }
    ChipBar *chips() const { return m_chips; }
    void shareWidth(); ///< after the chips or their words have changed
    virtual void takeText(const QString &text) = 0; ///< filterChanged() follows
    virtual bool clearChips() = 0; ///< true if one narrowed what is shown; filterChanged() follows
    void resizeEvent(QResizeEvent *event) override;

private:
    int m_leastEditWidth;
    FilterEdit *m_edit;
    ChipBar *m_chips;
};

} // namespace Gatescope
