// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "initializefilterbar.h"

#include <ui/widgets/chip.h>
#include <ui/widgets/chipbar.h>
#include <ui/widgets/filteredit.h>

#include <QHBoxLayout>

#include <algorithm>

namespace Gatescope {

namespace {

constexpr int usualEditWidth = 216;
constexpr int leastEditWidth = 116;

} // namespace

InitializeFilterBar::InitializeFilterBar(QWidget *parent)
    : Panel(Theme::Color::Raised, Qt::BottomEdge, parent)
    , m_edit(new FilterEdit(tr("Filter names and values"), this))
    , m_chips(new ChipBar(this))
{
    const Theme &theme = Theme::instance();
    m_edit->setObjectName(QStringLiteral("filterEdit"));
    m_all = m_chips->addChip(tr("All"));
    m_all->setNeutral(true);
    m_all->setChecked(true);
    addKindChip(tr("Gates"), Theme::Icon::Gate, InitializeKind::Gate);
    addKindChip(tr("Configs"), Theme::Icon::DynamicConfig, InitializeKind::DynamicConfig);
    addKindChip(tr("Experiments"), Theme::Icon::Experiment, InitializeKind::Experiment);
    addKindChip(tr("Layers"), Theme::Icon::Layer, InitializeKind::Layer);
    m_chips->addSeparator();
    m_passing = m_chips->addChip(tr("Passing"));
    m_passing->setToolTip(
        tr("Gates that are on, configs that a rule matched, experiments and layers the user is in"));
    m_inExperiment = m_chips->addChip(tr("In experiment"));
    m_unknown = m_chips->addChip(tr("Unknown"));
    m_unknown->setToolTip(tr("Hashes whose name is not known"));
    m_unknown->setThemeIcon(Theme::Icon::CannotTell, Theme::Color::Undetermined);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.scaled(16), theme.scaled(6), theme.scaled(16), theme.scaled(6));
    layout->setSpacing(theme.scaled(8));
    layout->addWidget(m_edit);
    layout->addWidget(m_chips, 1);
    connect(m_edit, &FilterEdit::filterChanged, this, [this](const QString &text) {
        m_filter.text = text;
        showState();
        Q_EMIT filterChanged();
    });
    connect(m_chips, &ChipBar::chipToggled, this, &InitializeFilterBar::takeChip);
}

Chip *InitializeFilterBar::addKindChip(const QString &text, Theme::Icon icon, InitializeKind kind)
{
    Chip *chip = m_chips->addChip(text);
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
    m_chips->setChipShown(m_unknown, view.unknownCount() > 0 || m_filter.onlyUnknown);
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

/// The chips' words come first; the field takes what they leave.
void InitializeFilterBar::shareWidth()
{
    const Theme &theme = Theme::instance();
    const int left = width() - theme.scaled(40) - m_chips->unfoldedWidth();
    const bool fits = left >= theme.scaled(leastEditWidth);
    m_edit->setFixedWidth(fits ? std::min(left, theme.scaled(usualEditWidth)) : theme.scaled(usualEditWidth));
    const bool roomy = m_edit->width() >= theme.scaled(usualEditWidth);
    m_edit->setPlaceholderText(roomy ? tr("Filter names and values") : tr("Filter"));
}

void InitializeFilterBar::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    shareWidth();
}

void InitializeFilterBar::focusFilter()
{
    m_edit->focusFilter();
}

bool InitializeFilterBar::clearFilter()
{
    const bool hadChips = hasChips();
    m_filter = {.text = m_filter.text};
    showState();
    const bool hadText = m_edit->clearFilter(); // tells by itself
    if (hadChips && !hadText)
        Q_EMIT filterChanged();
    return hadChips || hadText;
}

} // namespace Gatescope
