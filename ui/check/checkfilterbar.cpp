// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "checkfilterbar.h"
#include "addfield.h"

#include <ui/widgets/actionbutton.h>
#include <ui/widgets/chip.h>
#include <ui/widgets/chipbar.h>
#include <ui/widgets/statustext.h>

#include <QHBoxLayout>
#include <QLocale>

namespace Gatescope {

CheckFilterBar::CheckFilterBar(QWidget *parent)
    : Panel(Theme::Color::Surface, Qt::BottomEdge, parent)
    , m_addField(new AddField(this))
    , m_addAll(new ActionButton(tr("Add all"), ActionButton::Look::Plain, this))
    , m_chipBar(new ChipBar(this))
    , m_status(new StatusText(Theme::Font::Label, Theme::Color::TextMuted, this))
    , m_clear(new ActionButton(tr("Clear"), ActionButton::Look::Link, this))
    , m_ask(new ActionButton(Theme::Icon::More, tr("How to ask"), this))
{
    const Theme &theme = Theme::instance();
    m_status->setMaximumWidth(theme.scaled(190));
    m_status->setElideMode(Qt::ElideMiddle);
    m_addField->setMaximumWidth(theme.scaled(330));
    m_ask->setObjectName(QStringLiteral("askButton"));
    m_clear->setAccessibleName(tr("Clear the filter"));
    addChip(CheckModel::Filter::All, tr("All"))->setNeutral(true);
    addChip(CheckModel::Filter::Positive, tr("On or in"))->setThemeIcon(Theme::Icon::On, Theme::Color::Pass);
    addChip(CheckModel::Filter::Negative, tr("Off or not in"))
        ->setThemeIcon(Theme::Icon::Off, Theme::Color::Fail);
    addChip(CheckModel::Filter::Differs, tr("Differs"))
        ->setThemeIcon(Theme::Icon::Differs, Theme::Color::Warning);
    addChip(CheckModel::Filter::CannotTell, tr("Cannot tell"))
        ->setThemeIcon(Theme::Icon::CannotTell, Theme::Color::Undetermined);
    addChip(CheckModel::Filter::Failed, tr("Failed"))->setThemeIcon(Theme::Icon::Error, Theme::Color::Error);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.scaled(16), theme.scaled(6), theme.scaled(16), theme.scaled(6));
    layout->setSpacing(theme.scaled(8));
    layout->addWidget(m_addField, 100); // gives way before the chips fold
    layout->addWidget(m_addAll);
    layout->addWidget(m_chipBar);
    layout->addStretch(1);
    layout->addWidget(m_status);
    layout->addWidget(m_clear);
    layout->addWidget(m_ask);
    connect(m_clear, &QAbstractButton::clicked, this, &CheckFilterBar::clearFilter);
    choose(CheckModel::Filter::All);
}

Chip *CheckFilterBar::addChip(CheckModel::Filter filter, const QString &text)
{
    Chip *chip = m_chipBar->addChip(text);
    m_chips[std::size_t(filter)] = chip;
    // One is always on: switching the chosen one off chooses all.
    connect(chip, &Chip::clicked, this,
        [this, filter](bool on) { choose(on ? filter : CheckModel::Filter::All); });
    return chip;
}

void CheckFilterBar::choose(CheckModel::Filter filter)
{
    const bool isOther = filter != m_filter;
    m_filter = filter;
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setChecked(i == std::size_t(filter));
    showRareChips();
    showStatus();
    if (isOther)
        Q_EMIT filterChanged(filter);
}

void CheckFilterBar::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    shareRoom();
}

/// The field gives way until the chips would fold; if they have to, it takes the room they leave.
void CheckFilterBar::shareRoom()
{
    const Theme &theme = Theme::instance();
    int others = 0;
    for (const QWidget *each : std::initializer_list<const QWidget *> {m_addAll, m_status, m_clear, m_ask})
        if (!each->isHidden())
            others += std::min(each->sizeHint().width(), each->maximumWidth()) + layout()->spacing();
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right() - others - 2 * layout()->spacing();
    const bool chipsFit = room - m_chipBar->unfoldedWidth() >= theme.scaled(160);
    m_addField->setMinimumWidth(theme.scaled(chipsFit || !m_hasItems ? 160 : 280));
    m_chipBar->setMaximumWidth(chipsFit ? QWIDGETSIZE_MAX : m_chipBar->minimumSizeHint().width());
}

/// Failures are rare enough to take no room while there are none.
void CheckFilterBar::showRareChips()
{
    const auto failed = CheckModel::Filter::Failed;
    m_chipBar->setChipShown(m_chips[std::size_t(failed)], m_counts[failed] > 0 || m_filter == failed);
}

bool CheckFilterBar::clearFilter()
{
    const bool wasFiltering = m_filter != CheckModel::Filter::All;
    choose(CheckModel::Filter::All);
    return wasFiltering;
}

void CheckFilterBar::setCounts(const CheckModel::Counts &counts, qsizetype shown)
{
    m_counts = counts;
    m_shown = shown;
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setCount(int(counts.of[i]));
    showRareChips();
    showStatus();
}

void CheckFilterBar::setHint(const QString &hint)
{
    m_hint = hint;
    showStatus();
}

void CheckFilterBar::setHasItems(bool hasItems)
{
    m_hasItems = hasItems;
    m_chipBar->setVisible(hasItems);
    m_ask->setVisible(hasItems);
    showStatus();
}

void CheckFilterBar::showStatus()
{
    const bool isFiltering = m_filter != CheckModel::Filter::All && m_hasItems;
    m_clear->setVisible(isFiltering);
    m_status->setText(isFiltering
            ? tr("%1 of %2 shown")
                  .arg(QLocale().toString(m_shown), QLocale().toString(m_counts[CheckModel::Filter::All]))
            : m_hint);
    shareRoom();
}

} // namespace Gatescope
