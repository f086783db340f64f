// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "chipfilterbar.h"

#include "chipbar.h"
#include "filteredit.h"

#include <QHBoxLayout>

#include <algorithm>

namespace Gatescope {

namespace {

constexpr int usualEditWidth = 216;

} // namespace

ChipFilterBar::ChipFilterBar(int leastEditWidth, QWidget *parent)
    : Panel(Theme::Color::Raised, Qt::BottomEdge, parent)
    , m_leastEditWidth(leastEditWidth)
    , m_edit(new FilterEdit(tr("Filter names and values"), this))
    , m_chips(new ChipBar(this))
{
    const Theme &theme = Theme::instance();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.scaled(16), theme.scaled(6), theme.scaled(16), theme.scaled(6));
    layout->setSpacing(theme.scaled(8));
    layout->addWidget(m_edit);
    layout->addWidget(m_chips, 1);
    connect(m_edit, &FilterEdit::filterChanged, this, [this](const QString &text) {
        takeText(text);
        Q_EMIT filterChanged();
    });
}

void ChipFilterBar::focusFilter()
{
    m_edit->focusFilter();
}

bool ChipFilterBar::clearFilter()
{
    const bool hadChips = clearChips();
    const bool hadText = m_edit->clearFilter(); // tells by itself
    if (hadChips && !hadText)
        Q_EMIT filterChanged();
    return hadChips || hadText;
}

/// The chips' words come first; the line takes what they leave.
void ChipFilterBar::shareWidth()
{
    const Theme &theme = Theme::instance();
    const int left = width() - theme.scaled(40) - m_chips->unfoldedWidth();
    const int usual = theme.scaled(usualEditWidth);
    m_edit->setFixedWidth(left >= theme.scaled(m_leastEditWidth) ? std::min(left, usual) : usual);
    m_edit->setPlaceholderText(m_edit->width() >= usual ? tr("Filter names and values") : tr("Filter"));
}

void ChipFilterBar::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    shareWidth();
}

} // namespace Gatescope
