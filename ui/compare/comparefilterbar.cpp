// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "comparefilterbar.h"
#include "comparecells.h"

#include <models/compare/comparisonwords.h>
#include <ui/widgets/chip.h>
#include <ui/widgets/chipbar.h>
#include <ui/widgets/filteredit.h>

#include <QHBoxLayout>

#include <algorithm>

namespace Gatescope {

namespace {

constexpr int usualFilterWidth = 216;
constexpr int leastFilterWidth = 150;

} // namespace

CompareFilterBar::CompareFilterBar(QWidget *parent)
    : Panel(Theme::Color::Raised, Qt::BottomEdge, parent)
    , m_edit(new FilterEdit(tr("Filter names and values"), this))
    , m_chips(new ChipBar(this))
{
    const Theme &theme = Theme::instance();
    m_edit->setObjectName(QStringLiteral("compareFilterEdit"));
    m_differences = m_chips->addChip(tr("Differences"));
    m_differences->setNeutral(true);
    m_everything = m_chips->addChip(tr("Everything"));
    m_everything->setNeutral(true);
    m_left = m_chips->addChip(tr("Left only"));
    m_right = m_chips->addChip(tr("Right only"));
    m_chips->addSeparator();
    for (const ComparedKind kind : comparedKinds) {
        Chip *chip = m_chips->addChip(kindPlural(kind));
        chip->setThemeIcon(iconOf(kind));
        m_chips->setChipShown(chip, false);
        m_kinds[kind] = chip;
    }
    m_chips->addSeparator();
    m_ignoring = m_chips->addChip(tr("Ignoring times"));
    m_ignoring->setNeutral(true);
    m_ignoring->setToolTip(
        tr("Times, checksums and versions change without a meaning. Their order never counts."));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.scaled(16), theme.scaled(6), theme.scaled(16), theme.scaled(6));
    layout->setSpacing(theme.scaled(8));
    layout->addWidget(m_edit);
    layout->addWidget(m_chips, 1);
    connect(m_edit, &FilterEdit::filterChanged, this, [this](const QString &text) {
        m_filter.text = text;
        Q_EMIT filterChanged();
    });
    connect(m_chips, &ChipBar::chipToggled, this, &CompareFilterBar::takeChip);
    showState();
}

void CompareFilterBar::setCounts(const Comparison &comparison)
{
    const KindCounts total = comparison.total();
    m_differences->setCount(int(total.different()));
    m_everything->setCount(int(total.different() + total.same));
    m_left->setCount(int(total.removed));
    m_right->setCount(int(total.added));
    m_chips->setChipShown(m_left, total.removed > 0);
    m_chips->setChipShown(m_right, total.added > 0);
    for (const auto &[kind, chip] : m_kinds) {
        const KindCounts &counts = comparison.of(kind);
        const qint64 shown = counts.different() + (m_filter.withSame ? counts.same : 0);
        m_chips->setChipShown(chip, shown > 0 || m_filter.kinds.contains(kind));
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

/// The chips' words come first; the field takes what they leave.
void CompareFilterBar::shareWidth()
{
    const Theme &theme = Theme::instance();
    const int left = width() - theme.scaled(40) - m_chips->unfoldedWidth();
    const bool fits = left >= theme.scaled(leastFilterWidth);
    m_edit->setFixedWidth(
        fits ? std::min(left, theme.scaled(usualFilterWidth)) : theme.scaled(usualFilterWidth));
    const bool roomy = m_edit->width() >= theme.scaled(usualFilterWidth);
    m_edit->setPlaceholderText(roomy ? tr("Filter names and values") : tr("Filter"));
}

void CompareFilterBar::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    shareWidth();
}

void CompareFilterBar::focusFilter()
{
    m_edit->focusFilter();
}

bool CompareFilterBar::clearFilter()
{
    const bool hadChips = !m_filter.kinds.isEmpty() || !m_filter.changes.isEmpty();
    m_filter = {.text = m_filter.text, .withSame = m_filter.withSame};
    showState();
    const bool hadText = m_edit->clearFilter(); // tells by itself
    if (hadChips && !hadText)
        Q_EMIT filterChanged();
    return hadChips || hadText;
}

} // namespace Gatescope
