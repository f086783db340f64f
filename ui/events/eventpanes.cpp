// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "eventpanes.h"

#include <ui/theme/theme.h>
#include <ui/widgets/splitterstate.h>

#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <utility>

namespace Gatescope {

namespace {

constexpr int narrowBelow = 940; ///< at 100 %

} // namespace

EventPanes::EventPanes(const Panes &panes, Preferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_panes(panes)
    , m_preferences(preferences)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    arrange(false);
}

void EventPanes::showEditor()
{
    if (m_tabs)
        m_tabs->setCurrentWidget(m_panes.editor);
}

void EventPanes::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange(width() < Theme::instance().scaled(narrowBelow));
}

void EventPanes::arrange(bool narrow)
{
    if (m_narrow == narrow)
        return;
    m_narrow = narrow;
    QWidget *older = std::exchange(m_arrangement, narrow ? makeNarrow() : makeWide());
    m_layout->addWidget(m_arrangement);
    delete older; // without the panes, which have moved
    for (QWidget *pane : {m_panes.table, m_panes.editor, m_panes.checks, m_panes.body})
        pane->setVisible(!m_tabs || pane == m_panes.table || pane == m_tabs->currentWidget());
}

QWidget *EventPanes::makeWide()
{
    auto *rows = new QSplitter(Qt::Vertical);
    for (QWidget *pane : {m_panes.table, m_panes.checks, m_panes.body})
        rows->addWidget(pane);
    rememberSplitter(rows, m_preferences, QStringLiteral("events/rows"), {230, 190, 290});
    auto *columns = new QSplitter(Qt::Horizontal);
    columns->addWidget(rows);
    columns->addWidget(m_panes.editor);
    columns->setStretchFactor(0, 1);
    columns->setStretchFactor(1, 0);
    rememberSplitter(columns, m_preferences, QStringLiteral("events/columns"), {920, 400});
    return columns;
}

QWidget *EventPanes::makeNarrow()
{
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_panes.editor, tr("Event"));
    m_tabs->addTab(m_panes.checks, tr("Before you send"));
    m_tabs->addTab(m_panes.body, tr("Exact body"));
    auto *rows = new QSplitter(Qt::Vertical);
    rows->addWidget(m_panes.table);
    rows->addWidget(m_tabs);
    rememberSplitter(rows, m_preferences, QStringLiteral("events/narrow"), {200, 340});
    return rows;
}

} // namespace Gatescope
