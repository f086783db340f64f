// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "checkdetail.h"
#include "checkcells.h"
#include "factsmodel.h"

#include <models/evaluation/phrase.h>
#include <models/items/entitystatus.h>
#include <ui/entityicons.h>
#include <ui/widgets/plaintooltip.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/jsontreeview.h>
#include <ui/widgets/splitterstate.h>
#include <ui/widgets/statustext.h>
#include <ui/widgets/textlabel.h>
#include <ui/widgets/verdictmark.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>

namespace Gatescope {

CheckDetail::CheckDetail(Preferences &preferences, QWidget *parent)
    : Panel(Theme::Color::Surface, Qt::TopEdge, parent)
    , m_bar(new InlineBar(InlineBar::Kind::Error, InlineBar::Density::Normal, this))
    , m_body(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_hint(new TextLabel(Theme::Font::Body, Theme::Color::TextMuted, this))
    , m_tree(new JsonTreeView(tr("Value"), this))
    , m_facts(new DataView(DataView::Shape::Table, tr("Fields of the answer"), this))
    , m_factsModel(new FactsModel(this))
{
    const int side = Theme::instance().scaled(160);
    m_facts->setModel(m_factsModel);
    m_facts->setRows(DataView::Rows::Nested);
    m_facts->setColumnWidth(FactsModel::FieldColumn, Theme::instance().scaled(150));
    m_facts->setMinimumWidth(side);
    m_facts->setObjectName(QStringLiteral("factsView"));
    m_tree->setMinimumWidth(side);
    m_tree->setObjectName(QStringLiteral("valueTree"));
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(m_facts);
    rememberSplitter(m_splitter, preferences, QStringLiteral("check/detail"), {500, 460});
    m_bar->setObjectName(QStringLiteral("detailBar"));
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_body->addWidget(m_splitter);
    m_body->addWidget(m_hint);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 1, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_bar);
    layout->addWidget(m_body, 1);
    connect(&Theme::instance(), &Theme::changed, this, &CheckDetail::showIcon);
    clear();
}

QWidget *CheckDetail::makeHeader()
{
    const Theme &theme = Theme::instance();
    auto *header = new Panel(Theme::Color::Raised, Qt::BottomEdge, this);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(theme.scaled(16), theme.scaled(6), theme.scaled(16), theme.scaled(6));
    layout->setSpacing(theme.scaled(8));
    m_icon = new QLabel(header);
    m_name = new TextLabel(Theme::Font::MonoStrong, Theme::Color::Text, header);
    m_name->setObjectName(QStringLiteral("detailName"));
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_verdict = new VerdictTag(header);
    m_group = new StatusText(Theme::Font::Body, Theme::Color::Text, header);
    m_exchange = new ActionButton(tr("Show the exchange"), ActionButton::Look::Plain, header);
    m_exchange->setThemeIcon(Theme::Icon::Exchanges);
    m_rules = new ActionButton(tr("Show rules"), ActionButton::Look::Plain, header);
    m_rules->setThemeIcon(Theme::Icon::Specs);
    for (ActionButton *button : {m_exchange, m_rules})
        button->setSmall(true);
    layout->addWidget(m_icon);
    layout->addWidget(m_name);
    layout->addWidget(m_verdict);
    layout->addWidget(m_group, 1);
    layout->addWidget(m_exchange);
    layout->addWidget(m_rules);
    connect(m_rules, &QAbstractButton::clicked, this, &CheckDetail::rulesRequested);
    connect(m_exchange, &QAbstractButton::clicked, this, [this] {
        if (m_row.answer.exchange)
            Q_EMIT exchangeRequested(m_row.answer.exchange->number);
    });
    return header;
}

void CheckDetail::setRow(const CheckModel::Row &row, bool inSpecs)
{
    const bool sameAnswer = m_row.item == row.item && m_row.answer == row.answer;
    m_row = row;
    m_rules->setDisabledReason(inSpecs ? QString() : tr("The specs do not have it, or are not loaded."));
    m_exchange->setVisible(row.answer.exchange != nullptr);
    m_rules->show();
    showHead();
    showState();
    if (!sameAnswer)
        showValue();
    m_factsModel->setRow(row);
}

void CheckDetail::clear()
{
    m_row = {};
    m_icon->clear();
    m_name->clear();
    m_group->setText({});
    m_verdict->hide();
    m_rules->hide();
    m_exchange->hide();
    m_bar->hide();
    m_factsModel->clear();
    m_hint->setText(tr("Choose a row to see its whole answer."));
    m_body->setCurrentWidget(m_hint);
}

void CheckDetail::showHead()
{
    m_name->setText(displayName(m_row.item.kind, m_row.item.name));
    m_name->setToolTip(plainToolTip(m_row.item.name));
    m_verdict->setVisible(m_row.reading.verdict != CheckVerdict::None);
    m_verdict->setMark(markOf(m_row.reading.verdict));
    const QString &experiment = m_row.reading.allocatedExperiment;
    QString group = m_row.reading.group.isEmpty() ? QString() : tr("group %1").arg(m_row.reading.group);
    if (!experiment.isEmpty())
        group = group.isEmpty() ? tr("by %1").arg(experiment) : tr("%1, by %2").arg(group, experiment);
    m_group->setText(m_row.isOld ? tr("%1 from an earlier run").arg(group).trimmed() : group);
    showIcon();
}

void CheckDetail::showIcon()
{
    const int side = Theme::instance().scaled(16);
    if (m_row.item.name.isEmpty())
        return;
    m_icon->setPixmap(
        Theme::instance().icon(iconOf(m_row.item.kind), Theme::Color::Text).pixmap(QSize(side, side)));
    m_icon->setAccessibleName(kindWords(m_row.item.kind));
}

void CheckDetail::showState()
{
    const auto *unknown = std::get_if<UnknownShape>(&m_row.answer.content);
    m_bar->setVisible(m_row.answer.error || unknown);
    if (m_row.answer.error) {
        m_bar->setKind(InlineBar::Kind::Error);
        m_bar->setError(*m_row.answer.error);
    } else if (unknown) {
        m_bar->setKind(InlineBar::Kind::Undetermined);
        m_bar->setText(
            tr("This answer has no known shape."), unknown->note + u' ' + tr("It is shown as it came."));
    }
}

/// A config's value; of everything else the whole answer.
void CheckDetail::showValue()
{
    if (!m_row.answer.body) {
        m_hint->setText(m_row.answer.error ? tr("There is no answer to show.") : tr("Not asked yet."));
        m_body->setCurrentWidget(m_hint);
        return;
    }
    const JsonDocumentPtr &body = m_row.answer.body;
    const bool isConfig = std::holds_alternative<ConfigResult>(m_row.answer.content);
    const JsonValue value = isConfig ? body->root().member("value") : JsonValue();
    m_tree->setValue(body, value.isValid() ? value : body->root());
    m_body->setCurrentWidget(m_splitter);
}

} // namespace Gatescope
