// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "comparefilterbar.h"
#include "comparecells.h"

#include <models/compare/comparisonwords.h>
#include <ui/widgets/chip.h>
#include <ui/widgets/chipbar.h>
#include <ui/widgets/filteredit.h>

namespace Gatescope {

namespace {

constexpr int leastFilterWidth = 150;

} // namespace

CompareFilterBar::CompareFilterBar(QWidget *parent)
    : ChipFilterBar(leastFilterWidth, parent)
{
    edit()->setObjectName(QStringLiteral("compareFilterEdit"));
    m_differences = chips()->addChip(tr("Differences"));
    m_differences->setNeutral(true);
    m_everything = chips()->addChip(tr("Everything"));
    m_everything->setNeutral(true);
    m_left = chips()->addChip(tr("Left only"));
    m_right = chips()->addChip(tr("Right only"));
    chips()->addSeparator();
    for (const ComparedKind kind : comparedKinds) {
        Chip *chip = chips()->addChip(kindPlural(kind));
        chip->setThemeIcon(iconOf(kind));
        chips()->setChipShown(chip, false);
        m_kinds[kind] = chip;
    }
    chips()->addSeparator();
    m_ignoring = chips()->addChip(tr("Ignoring times"));
    m_ignoring->setNeutral(true);
    m_ignoring->setToolTip(
        tr("Times, checksums and versions change without a meaning. Their order never counts."));
    connect(chips(), &ChipBar::chipToggled, this, &CompareFilterBar::takeChip);
    showState();
}

void CompareFilterBar::setCounts(const Comparison &comparison)
{
    const KindCounts total = comparison.total();
    m_differences->setCount(int(total.different()));
    m_everything->setCount(int(total.different() + total.same));
    m_left->setCount(int(total.removed));
    m_right->setCount(int(total.added));
    chips()->setChipShown(m_left, total.removed > 0);
    chips()->setChipShown(m_right, total.added > 0);
    for (const auto &[kind, chip] : m_kinds) {
        const KindCounts &counts = comparison.of(kind);
        const qint64 shown = counts.different() + (m_filter.withSame ? counts.same : 0);
        chips()->setChipShown(chip, shown > 0 || m_filter.kinds.contains(kind));
        chip->setCount(int(shown));
    }
    shareWidth();
}

void CompareFilterBar::takeChip(Chip *chip, bool on)
{
    if (chip == m_ignoring) {
        m_ignores = on;
        showState();
        Q_EMIT bookkeepingChanged();
        return;
    }
    if (chip == m_differences || chip == m_everything) {
        m_filter = {.text = m_filter.text, .kinds = m_filter.kinds};
        m_filter.withSame = chip == m_everything;
    } else if (chip == m_left || chip == m_right) {
        takeChange(chip == m_left ? Change::Removed : Change::Added, on);
    }
    for (const auto &[kind, known] : m_kinds) {
        if (known == chip)
            on ? void(m_filter.kinds.insert(kind)) : void(m_filter.kinds.remove(kind));
    }
    showState();
    Q_EMIT filterChanged();
}

void CompareFilterBar::takeChange(Change change, bool on)
{
    m_filter.withSame = false;
    if (on)
        m_filter.changes.insert(change);
    else
        m_filter.changes.remove(change);
}

void CompareFilterBar::showState()
{
    m_differences->setChecked(!m_filter.withSame && m_filter.changes.isEmpty());
    m_everything->setChecked(m_filter.withSame);
    m_left->setChecked(m_filter.changes.contains(Change::Removed));
    m_right->setChecked(m_filter.changes.contains(Change::Added));
    m_ignoring->setChecked(m_ignores);
    for (const auto &[kind, chip] : m_kinds)
        chip->setChecked(m_filter.kinds.contains(kind));
}

bool CompareFilterBar::clearChips()
{
    const bool hadChips = !m_filter.kinds.isEmpty() || !m_filter.changes.isEmpty();
    m_filter = {.text = m_filter.text, .withSame = m_filter.withSame};
    showState();
    return hadChips;
}

} // namespace Gatescope
