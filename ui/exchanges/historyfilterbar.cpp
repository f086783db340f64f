// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "historyfilterbar.h"

#include <ui/widgets/actionbutton.h>
#include <ui/widgets/chip.h>
#include <ui/widgets/chipbar.h>
#include <ui/widgets/filteredit.h>
#include <ui/widgets/statustext.h>
#include <ui/workspace.h>

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <algorithm>

namespace Gatescope {

HistoryFilterBar::HistoryFilterBar(const Workspace &workspace, QWidget *parent)
    : Panel(Theme::Color::Surface, Qt::BottomEdge, parent)
    , m_workspace(workspace)
    , m_edit(new FilterEdit(tr("Search the history"), this))
    , m_chips(new ChipBar(this))
    , m_all(m_chips->addChip(tr("All")))
    , m_succeeded(m_chips->addChip(tr("Succeeded")))
    , m_failed(m_chips->addChip(tr("Failed")))
    , m_connection(new QComboBox(this))
    , m_shown(new StatusText(Theme::Font::Label, Theme::Color::TextMuted, this))
    , m_clear(new ActionButton(tr("Clear the filter"), ActionButton::Look::Link, this))
{
    const Theme &theme = Theme::instance();
    m_edit->setObjectName(QStringLiteral("historySearchLineEdit"));
    m_edit->setToolTip(tr("Words that subject, user, note, connection, endpoint or bodies hold"));
    m_edit->setMaximumWidth(theme.scaled(300));
    m_all->setNeutral(true);
    m_all->setChecked(true);
    m_succeeded->setThemeIcon(Theme::Icon::On, Theme::Color::Pass);
    m_failed->setThemeIcon(Theme::Icon::Error, Theme::Color::Error);
    m_chips->addSeparator();
    m_pinned = m_chips->addChip(tr("Pinned"));
    m_pinned->setThemeIcon(Theme::Icon::Pin);
    m_connection->setObjectName(QStringLiteral("historyConnectionComboBox"));
    m_connection->setAccessibleName(tr("Connection"));
    m_connection->setMaximumWidth(theme.scaled(180));
    m_connection->setMinimumContentsLength(14);
    m_connection->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.scaled(16), theme.scaled(6), theme.scaled(16), theme.scaled(6));
    row->setSpacing(theme.scaled(8));
    row->addWidget(m_edit, 1);
    row->addWidget(m_chips, 1);
    row->addWidget(m_connection);
    row->addWidget(m_shown);
    row->addWidget(m_clear);
    setShown({}, false);
    fillConnections();

    connect(m_edit, &FilterEdit::filterChanged, this, &HistoryFilterBar::queryChanged);
    connect(m_chips, &ChipBar::chipToggled, this, &HistoryFilterBar::choose);
    connect(m_connection, &QComboBox::activated, this, &HistoryFilterBar::queryChanged);
    connect(&workspace, &Workspace::connectionsChanged, this, &HistoryFilterBar::fillConnections);
    connect(m_clear, &QAbstractButton::clicked, this, &HistoryFilterBar::clear);
}

void HistoryFilterBar::fillConnections()
{
    const QSignalBlocker quiet(m_connection);
    const QString chosen = m_connection->currentData().toString();
    m_connection->clear();
    m_connection->addItem(tr("All connections"), QString());
    for (const Connection &connection : m_workspace.connections())
        m_connection->addItem(connection.name, connection.id);
    const int row = m_connection->findData(chosen);
    m_connection->setCurrentIndex(std::max(0, row));
    if (row < 0)
        Q_EMIT queryChanged(); // that of which they were is gone
}

void HistoryFilterBar::choose(Chip *chip, bool on)
{
    if (chip != m_pinned) {
        Chip *chosen = on ? chip : m_all;
        for (Chip *each : {m_all, m_succeeded, m_failed})
            each->setChecked(each == chosen);
    }
    Q_EMIT queryChanged();
}

HistoryQuery HistoryFilterBar::query() const
{
    using Outcome = HistoryQuery::Outcome;
    HistoryQuery query;
    query.text = m_edit->text().trimmed();
    query.outcome = m_succeeded->isChecked() ? Outcome::Succeeded
        : m_failed->isChecked()              ? Outcome::Failed
                                             : Outcome::Any;
    query.onlyPinned = m_pinned->isChecked();
    query.connectionId = m_connection->currentData().toString();
    return query;
}

void HistoryFilterBar::setShown(const QString &text, bool isFiltered)
{
    m_shown->setText(text);
    m_shown->setVisible(!text.isEmpty());
    m_clear->setVisible(isFiltered);
}

void HistoryFilterBar::focusFilter()
{
    m_edit->focusFilter();
}

bool HistoryFilterBar::clear()
{
    const bool wasFiltering = query() != HistoryQuery();
    for (Chip *each : {m_succeeded, m_failed, m_pinned})
        each->setChecked(false);
    m_all->setChecked(true);
    m_connection->setCurrentIndex(0);
    m_edit->clearFilter();
    if (wasFiltering)
        Q_EMIT queryChanged();
    return wasFiltering;
}

} // namespace Gatescope
