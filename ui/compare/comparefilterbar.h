// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/compare/comparisonrows.h>
#include <ui/widgets/chipfilterbar.h>

#include <map>

namespace Gatescope {

class Chip;

/// What of a comparison is shown: differences or everything, by change, by kind, by text.
class CompareFilterBar : public ChipFilterBar
{
    Q_OBJECT
public:
    explicit CompareFilterBar(QWidget *parent = nullptr);

    const ComparisonFilter &filter() const { return m_filter; }
    bool ignoresBookkeeping() const { return m_ignores; }
    void setCounts(const Comparison &comparison);

Q_SIGNALS:
    void bookkeepingChanged(); ///< needs another comparison

protected:
    void takeText(const QString &text) override { m_filter.text = text; }
    bool clearChips() override;

private:
    void takeChip(Chip *chip, bool on);
    void takeChange(Change change, bool on);
    void showState();

    ComparisonFilter m_filter;
    bool m_ignores = true;
    Chip *m_differences;
    Chip *m_everything;
    Chip *m_left;
    Chip *m_right;
    Chip *m_ignoring;
    std::map<ComparedKind, Chip *> m_kinds;
};

} // namespace Gatescope
