// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/initializefilter.h>
#include <ui/widgets/chipfilterbar.h>

#include <map>

namespace Gatescope {

class Chip;

/// Which part of an initialize answer is shown: a text, and chips with counts.
class InitializeFilterBar : public ChipFilterBar
{
    Q_OBJECT
public:
    explicit InitializeFilterBar(QWidget *parent = nullptr);

    /// Without the order, which is the table's.
    const InitializeFilter &filter() const { return m_filter; }
    void setCounts(const InitializeView &view);

protected:
    void takeText(const QString &text) override { m_filter.text = text; }
    bool clearChips() override;

private:
    Chip *addKindChip(const QString &text, Theme::Icon icon, InitializeKind kind);
    void takeChip(Chip *chip, bool on);
    void showState();
    bool hasChips() const;

    InitializeFilter m_filter;
    Chip *m_all;
    std::map<InitializeKind, Chip *> m_kinds;
    Chip *m_passing;
    Chip *m_inExperiment;
    Chip *m_unknown;
};

} // namespace Gatescope
