// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "initializefilterbar.h"

#include <ui/widgets/chip.h>
#include <ui/widgets/chipbar.h>
#include <ui/widgets/filteredit.h>

namespace Gatescope {

namespace {

constexpr int leastEditWidth = 116;

} // namespace

InitializeFilterBar::InitializeFilterBar(QWidget *parent)
    : ChipFilterBar(leastEditWidth, parent)
{
    edit()->setObjectName(QStringLiteral("filterEdit"));
    m_all = chips()->addChip(tr("All"));
    m_all->setNeutral(true);
    m_all->setChecked(true);
    addKindChip(tr("Gates"), Theme::Icon::Gate, InitializeKind::Gate);
    addKindChip(tr("Configs"), Theme::Icon::DynamicConfig, InitializeKind::DynamicConfig);
    addKindChip(tr("Experiments"), Theme::Icon::Experiment, InitializeKind::Experiment);
    addKindChip(tr("Layers"), Theme::Icon::Layer, InitializeKind::Layer);
    chips()->addSeparator();
    m_passing = chips()->addChip(tr("Passing"));
    m_passing->setToolTip(
        tr("Gates that are on, configs that a rule matched, experiments and layers the user is in"));
    m_inExperiment = chips()->addChip(tr("In experiment"));
    m_unknown = chips()->addChip(tr("Unknown"));
    m_unknown->setToolTip(tr("Hashes whose name is not known"));
    m_unknown->setThemeIcon(Theme::Icon::CannotTell, Theme::Color::Undetermined);
    connect(chips(), &ChipBar::chipToggled, this, &InitializeFilterBar::takeChip);
}

Chip *InitializeFilterBar::addKindChip(const QString &text, Theme::Icon icon, InitializeKind kind)
{
    Chip *chip = chips()->addChip(text);
    chip->setThemeIcon(icon);
    m_kinds[kind] = chip;
    return chip;
}

void InitializeFilterBar::setCounts(const InitializeView &view)
{
    m_all->setCount(int(view.entries().size()));
    for (const auto &[kind, chip] : m_kinds)
        chip->setCount(view.totals(kind).count);
    m_passing->setCount(view.passingCount());
    m_inExperiment->setCount(view.inExperimentCount());
    m_unknown->setCount(view.unknownCount());
    chips()->setChipShown(m_unknown, view.unknownCount() > 0 || m_filter.onlyUnknown);
    shareWidth();
}

void InitializeFilterBar::takeChip(Chip *chip, bool on)
{
    if (chip == m_all) {
        m_filter = {.text = m_filter.text};
    } else if (chip == m_passing) {
        m_filter.onlyPassing = on;
    } else if (chip == m_inExperiment) {
        m_filter.onlyInExperiment = on;
    } else if (chip == m_unknown) {
        m_filter.onlyUnknown = on;
    } else {
        for (const auto &[kind, known] : m_kinds) {
            if (known != chip)
                continue;
            if (on)
                m_filter.kinds.insert(kind);
            else
                m_filter.kinds.remove(kind);
        }
    }
    showState();
    Q_EMIT filterChanged();
}

bool InitializeFilterBar::hasChips() const
{
    return !m_filter.kinds.isEmpty() || m_filter.onlyPassing || m_filter.onlyInExperiment
        || m_filter.onlyUnknown;
}

void InitializeFilterBar::showState()
{
    m_all->setChecked(!hasChips());
    for (const auto &[kind, chip] : m_kinds)
        chip->setChecked(m_filter.kinds.contains(kind));
    m_passing->setChecked(m_filter.onlyPassing);
    m_inExperiment->setChecked(m_filter.onlyInExperiment);
    m_unknown->setChecked(m_filter.onlyUnknown);
}

bool InitializeFilterBar::clearChips()
{
    const bool hadChips = hasChips();
    m_filter = {.text = m_filter.text};
    showState();
    return hadChips;
}

} // namespace Gatescope
