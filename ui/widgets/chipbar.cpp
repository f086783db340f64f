// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "chipbar.h"

#include "actionbutton.h"
#include "chip.h"
#include "panel.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>

#include <algorithm>

namespace Gatescope {

ChipBar::ChipBar(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_button(new ActionButton(tr("Filters")))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
    m_layout->setSizeConstraint(QLayout::SetNoConstraint);
    m_button->setThemeIcon(Theme::Icon::Filter);
    m_button->hide();
    m_layout->addWidget(m_button);
    m_layout->addStretch(1);
    connect(m_button, &QPushButton::clicked, this, &ChipBar::showMenu);
    describeButton();
}

Chip *ChipBar::addChip(Chip *chip)
{
    m_layout->insertWidget(m_layout->count() - 1, chip);
    m_chips.append(chip);
    m_items.append(chip);
    connect(chip, &Chip::clicked, this, [this, chip](bool on) { Q_EMIT chipToggled(chip, on); });
    connect(chip, &Chip::toggled, this, &ChipBar::describeButton);
    return chip;
}

Chip *ChipBar::addChip(const QString &text)
{
    return addChip(new Chip(text));
}

void ChipBar::addSeparator()
{
    auto *line = new Panel(Theme::Color::Border);
    line->setFixedSize(1, 20);
    m_layout->insertWidget(m_layout->count() - 1, line);
    m_items.append(line);
}

void ChipBar::setChipShown(Chip *chip, bool shown)
{
    if (shown != m_leftOut.contains(chip))
        return;
    if (shown)
        m_leftOut.removeAll(chip);
    else
        m_leftOut.append(chip);
    chip->setVisible(shown && !m_folded);
    updateGeometry();
    fold();
}

int ChipBar::activeCount() const
{
    return int(std::count_if(m_chips.begin(), m_chips.end(),
        [](const Chip *chip) { return chip->isChecked() && chip->isFilter(); }));
}

int ChipBar::unfoldedWidth() const
{
    int width = 0;
    for (const QWidget *item : m_items) {
        if (!m_leftOut.contains(item))
            width +=
                (width > 0 ? m_layout->spacing() : 0) + qMax(item->sizeHint().width(), item->minimumWidth());
    }
    return width;
}

QSize ChipBar::sizeHint() const
{
    const int height =
        m_chips.isEmpty() ? m_button->sizeHint().height() : m_chips.first()->sizeHint().height();
    return {unfoldedWidth(), qMax(height, m_folded ? m_button->sizeHint().height() : 0)};
}

QSize ChipBar::minimumSizeHint() const
{
    return {m_button->sizeHint().width(), sizeHint().height()};
}

void ChipBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fold();
}

bool ChipBar::event(QEvent *event)
{
    // A chip changed its text or count.
    if (event->type() == QEvent::LayoutRequest)
        fold();
    return QWidget::event(event);
}

void ChipBar::fold()
{
    const bool folded = unfoldedWidth() > width();
    if (folded == m_folded)
        return;
    m_folded = folded;
    for (QWidget *item : std::as_const(m_items))
        item->setVisible(!folded && !m_leftOut.contains(item));
    m_button->setVisible(folded);
    updateGeometry();
}

void ChipBar::describeButton()
{
    const int active = activeCount();
    m_button->setText(active > 0 ? tr("Filters (%1)").arg(active) : tr("Filters"));
}

void ChipBar::showMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QWidget *item : std::as_const(m_items)) {
        if (m_leftOut.contains(item))
            continue;
        auto *chip = qobject_cast<Chip *>(item);
        if (chip == nullptr) {
            menu->addSeparator();
            continue;
        }
        QAction *action = menu->addAction(chip->accessibleName());
        action->setCheckable(true);
        action->setChecked(chip->isChecked());
        connect(action, &QAction::triggered, chip, &Chip::click);
    }
    menu->popup(m_button->mapToGlobal(QPoint(0, m_button->height())));
}

} // namespace Gatescope
