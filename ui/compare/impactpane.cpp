// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "impactpane.h"
#include "impactmodel.h"

#include <models/compare/comparisonwords.h>
#include <ui/tableexportbutton.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/paneheader.h>

#include <QCheckBox>
#include <QHeaderView>
#include <QLocale>
#include <QVBoxLayout>

namespace Gatescope {

ImpactPane::ImpactPane(QWidget *parent)
    : Panel(Theme::Color::Surface, Qt::TopEdge, parent)
    , m_header(new PaneHeader(tr("Impact"), Theme::Font::Label, this))
    , m_fromHistory(new QCheckBox(tr("Users of the history"), this))
    , m_error(new InlineBar(InlineBar::Kind::Error, InlineBar::Density::Compact, this))
    , m_history(new InlineBar(InlineBar::Kind::Info, InlineBar::Density::Compact, this))
    , m_model(new ImpactModel(this))
    , m_table(new DataView(DataView::Shape::Table, tr("Entities that users get another value of"), this))
{
    const Theme &theme = Theme::instance();
    m_fromHistory->setObjectName(QStringLiteral("historyUsersCheckBox"));
    m_fromHistory->setToolTip(tr("Everybody that a kept exchange asked about. Nothing is sent."));
    connect(m_fromHistory, &QCheckBox::toggled, this, &ImpactPane::historyToggled);
    m_header->addTool(m_fromHistory);
    auto *load = new ActionButton(tr("Load users"), ActionButton::Look::Plain, this);
    load->setSmall(true);
    load->setObjectName(QStringLiteral("loadUsersButton"));
    load->setToolTip(tr("A file with one user a line, as JSON"));
    connect(load, &QAbstractButton::clicked, this, &ImpactPane::usersWanted);
    m_header->addTool(load);
    m_header->setObjectName(QStringLiteral("impactHeader"));
    m_error->setObjectName(QStringLiteral("impactError"));
    m_error->hide();
    m_history->setObjectName(QStringLiteral("impactHistoryBar"));
    m_history->hide();
    m_table->setObjectName(QStringLiteral("impactTable"));
    m_table->setModel(m_model);
    auto *exported = new TableExportButton(QStringLiteral("gatescope-impact"), this);
    exported->setObjectName(QStringLiteral("impactExportButton"));
    exported->setSmall(true);
    exported->setView(m_table);
    m_header->addTool(exported);
    connect(exported, &TableExportButton::failed, this, [this](const Error &error) {
        m_error->setError(error);
        m_error->show();
    });
    m_table->setLeadingInset(16);
    m_table->setMinimumHeight(theme.scaled(90));
    QHeaderView *header = m_table->header();
    header->setStretchLastSection(false);
    for (const auto column :
        {ImpactModel::Column::Entity, ImpactModel::Column::Left, ImpactModel::Column::Right})
        header->setSectionResizeMode(int(column), QHeaderView::Stretch);
    header->resizeSection(int(ImpactModel::Column::Users), theme.scaled(176));
    header->resizeSection(int(ImpactModel::Column::Example), theme.scaled(150));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 1, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_error);
    layout->addWidget(m_history);
    layout->addWidget(m_table, 1);
}

bool ImpactPane::wantsHistory() const
{
    return m_fromHistory->isChecked();
}

void ImpactPane::showHistory(const CompareOutcome &outcome)
{
    m_history->setVisible(outcome.history.has_value());
    if (!outcome.history)
        return;
    const ImpactHistoryUse &use = *outcome.history;
    const bool isComplete = use.users > 0 && use.lackingPrivate == 0 && !use.isCut && use.isOn;
    m_history->setKind(isComplete ? InlineBar::Kind::Info : InlineBar::Kind::Warning);
    m_history->setText(historyUseWords(use));
}

void ImpactPane::setOutcome(const CompareOutcome &outcome)
{
    m_model->setImpact(outcome.impact);
    showHistory(outcome);
    m_error->setVisible(outcome.impactError.has_value());
    if (outcome.impactError)
        m_error->setError(*outcome.impactError);
    if (!outcome.impact) {
        m_header->setSubtitle(outcome.impactError ? QString() : tr("these specs cannot be evaluated"));
        return;
    }
    const Impact &impact = *outcome.impact;
    const QString reach = tr("%1 can be reached by the changes").arg(entityCount(impact.entities));
    m_header->setSubtitle(tr("%1 of %2 get another value; %3")
            .arg(QLocale().toString(impact.usersWithChange), userCount(impact.users), reach));
}

} // namespace Gatescope
