// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "entityview.h"
#include "entityheader.h"
#include "fittable.h"
#include "groupvaluesmodel.h"
#include "linksmodel.h"
#include "phrasedelegate.h"
#include "rulesmodel.h"
#include "splitbar.h"
#include "storeparametersmodel.h"

#include <ui/json/jsontreepane.h>
#include <ui/json/jsonvalueactions.h>
#include <ui/presenter/presenter.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/jsontreeview.h>
#include <ui/widgets/textlabel.h>

#include <QApplication>
#include <QHeaderView>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace Gatescope {

namespace {

constexpr int pageMargin = 20;
constexpr int sectionGap = 20;
constexpr int mostDefaultRows = 14;

int entityPx(int pixels)
{
    return Theme::instance().scaled(pixels);
}

} // namespace

EntityView::EntityView(QWidget *parent)
    : Panel(Theme::Color::Surface, {}, parent)
{
    m_header = new EntityHeader(this);
    m_tabs = new QTabBar(this);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Views of the entity"));
    m_tabs->addTab(tr("In words"));
    m_tabs->addTab(tr("Raw JSON"));
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(makeOverview());
    m_rawTree = new JsonTreePane(tr("Raw JSON of the entity"), this);
    m_rawTree->tree()->setObjectName(QStringLiteral("rawTree"));
    m_stack->addWidget(m_rawTree);

    auto *top = new QVBoxLayout;
    top->setContentsMargins(entityPx(pageMargin), entityPx(12), entityPx(pageMargin), 0);
    top->setSpacing(entityPx(4));
    top->addWidget(m_header);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(entityPx(8));
    tools->addWidget(m_tabs);
    tools->addStretch();
    addTools(tools);
    top->addLayout(tools);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_stack, 1);

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        showRaw();
    });
    connect(m_header, &EntityHeader::entityRequested, this, &EntityView::placeRequested);
}

void EntityView::addTools(QHBoxLayout *layout)
{
    m_why = new ActionButton(tr("Why"), ActionButton::Look::Plain, this);
    m_why->setKeyCap(QKeySequence(Qt::Key_F4));
    m_why->setToolTip(tr("Explain what the user on the left gets from it"));
    m_why->setObjectName(QStringLiteral("entityWhyButton"));
    m_check = new ActionButton(tr("Check"), ActionButton::Look::Plain, this);
    m_check->setThemeIcon(Theme::Icon::Check);
    m_check->setToolTip(tr("Add it to the Check page and ask the server"));
    m_change = new ActionButton(tr("Change"), ActionButton::Look::Plain, this);
    m_change->setThemeIcon(Theme::Icon::Edit);
    m_change->setToolTip(tr("Change it in the sandbox’s project"));
    m_change->setObjectName(QStringLiteral("entityChangeButton"));
    m_change->hide();
    m_copy = new ActionButton(Theme::Icon::Copy, tr("Copy JSON"), this);
    for (ActionButton *button : {m_why, m_check, m_change, m_copy}) {
        button->setSmall(true);
        button->setDisabledReason(tr("Nothing is open."));
        layout->addWidget(button);
    }
    connect(m_why, &QAbstractButton::clicked, this, [this] { Q_EMIT whyRequested(*m_details->entity()); });
    connect(
        m_check, &QAbstractButton::clicked, this, [this] { Q_EMIT checkRequested(*m_details->entity()); });
    connect(
        m_change, &QAbstractButton::clicked, this, [this] { Q_EMIT changeRequested(*m_details->entity()); });
    connect(m_copy, &QAbstractButton::clicked, this, &EntityView::copyJson);
}

void EntityView::setChangeable(bool changeable)
{
    m_change->setVisible(changeable);
}

QWidget *EntityView::makeOverview()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(
        entityPx(pageMargin), entityPx(12), entityPx(pageMargin), entityPx(pageMargin));
    layout->setSpacing(entityPx(sectionGap));
    m_splitBar = new SplitBar(content);
    m_split = makeSection(tr("Split"), m_splitBar);
    m_rulesTable = makeRules();
    m_rules = makeSection(tr("Rules, in order"), m_rulesTable);
    m_parametersTable = makeParameters();
    m_parameters = makeSection(tr("Parameters"), m_parametersTable);
    m_valuesTable = makeValues();
    m_values = makeSection(tr("Values"), m_valuesTable);
    m_defaultTree = new JsonTreeView(tr("Default value"));
    new JsonValueActions(m_defaultTree);
    m_defaultTree->setFrameShape(QFrame::StyledPanel);
    m_defaultTree->setFitsRows(mostDefaultRows);
    m_defaultTree->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_default = makeSection(tr("Default value"), m_defaultTree);
    for (const Section &section : {m_split, m_rules, m_parameters, m_values, m_default})
        layout->addWidget(section.box);
    layout->addWidget(makeLinks());
    layout->addStretch();

    m_scroll = new QScrollArea(this);
    m_scroll->setAccessibleName(tr("Entity"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(content);
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return m_scroll;
}

EntityView::Section EntityView::makeSection(const QString &title, QWidget *content)
{
    Section section;
    section.box = new QWidget;
    auto *layout = new QVBoxLayout(section.box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(entityPx(6));
    auto *head = new QHBoxLayout;
    head->setSpacing(entityPx(8));
    section.title = new TextLabel(title, Theme::Font::BodyStrong, Theme::Color::Text, section.box);
    section.note = new TextLabel(Theme::Font::Label, Theme::Color::TextMuted, section.box);
    head->addWidget(section.title);
    head->addWidget(section.note);
    head->addStretch();
    layout->addLayout(head);
    layout->addWidget(content);
    return section;
}

FitTable *EntityView::makeRules()
{
    m_rulesModel = new RulesModel(this);
    auto *table = new FitTable(tr("Rules, in order"));
    auto *phrases = new PhraseDelegate(table);
    table->setItemDelegateForColumn(RulesModel::RuleColumn, phrases);
    table->setItemDelegateForColumn(RulesModel::WordsColumn, phrases);
    table->setItemDelegateForColumn(RulesModel::OutcomeColumn, phrases);
    table->setModel(m_rulesModel);
    table->setStretched(RulesModel::WordsColumn, 34);
    table->setObjectName(QStringLiteral("rulesTable"));
    connect(phrases, &PhraseDelegate::linkActivated, this, &EntityView::placeRequested);
    connect(table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        const RuleRow &rule = m_details->rules[index.row()];
        for (const Phrase &phrase : rule.words + rule.outcome)
            if (phrase.style == Phrase::Style::Link)
                return Q_EMIT placeRequested(phrase.link);
    });
    return table;
}

FitTable *EntityView::makeParameters()
{
    m_parametersModel = new StoreParametersModel(this);
    auto *table = new FitTable(tr("Parameters"));
    auto *phrases = new PhraseDelegate(table);
    for (int column = 0; column < StoreParametersModel::ColumnCount; ++column)
        table->setItemDelegateForColumn(column, phrases);
    table->setModel(m_parametersModel);
    table->setStretched(StoreParametersModel::SourceColumn, 40);
    table->setObjectName(QStringLiteral("parametersTable"));
    connect(phrases, &PhraseDelegate::linkActivated, this, &EntityView::placeRequested);
    connect(table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        if (const auto entity = m_parametersModel->linkOf(index.row()))
            Q_EMIT placeRequested(*entity);
    });
    return table;
}

FitTable *EntityView::makeValues()
{
    m_valuesModel = new GroupValuesModel(this);
    auto *table = new FitTable(tr("Values of the groups"));
    table->setModel(m_valuesModel);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->setObjectName(QStringLiteral("valuesTable"));
    return table;
}

QWidget *EntityView::makeLinks()
{
    m_dependsModel = new LinksModel(this);
    m_usesModel = new LinksModel(this);
    auto *links = new QWidget;
    auto *layout = new QHBoxLayout(links);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(entityPx(24));
    layout->addWidget(makeLinkColumn(tr("Depends on"), m_dependsModel, m_noDepends), 1);
    m_uses = makeLinkColumn(tr("Used by"), m_usesModel, m_noUses);
    layout->addWidget(m_uses, 1);
    return links;
}

QWidget *EntityView::makeLinkColumn(const QString &title, LinksModel *model, TextLabel *&empty)
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    empty = new TextLabel(tr("Nothing in these specs"), Theme::Font::Body, Theme::Color::TextMuted, content);
    auto *table = new FitTable(title, content);
    table->setModel(model);
    table->horizontalHeader()->hide();
    table->horizontalHeader()->setStretchLastSection(true);
    table->setLeadingInset(0);
    table->setFrameShape(QFrame::NoFrame);
    table->viewport()->setCursor(Qt::PointingHandCursor);
    layout->addWidget(empty);
    layout->addWidget(table);
    layout->addStretch();
    const auto follow = [this, model](const QModelIndex &index) {
        if (const EntityLink &link = model->link(index.row()); !link.isMissing)
            Q_EMIT placeRequested(link.place);
    };
    connect(table, &QAbstractItemView::clicked, this, follow);
    connect(table, &QAbstractItemView::activated, this, follow);
    connect(model, &QAbstractItemModel::modelReset, table,
        [model, table] { table->setVisible(model->rowCount() > 0); });
    const Section section = makeSection(title, content);
    return section.box;
}

void EntityView::setDetails(const EntityDetailsPtr &details)
{
    const bool isOther = !m_details || m_details->place != details->place;
    m_details = details;
    showTools();
    m_header->setDetails(*details);
    showSplit();
    showRules();
    showParameters();
    showValues();
    showLinks();
    showRaw();
    if (isOther)
        m_scroll->verticalScrollBar()->setValue(0);
}

void EntityView::setForUser(const EntityForUser *forUser)
{
    if (forUser && (!m_details || m_details->place != SpecsPlace(forUser->ref)))
        return;
    m_header->setForUser(forUser);
    m_rulesModel->setDeciding(forUser ? forUser->decidingRule : 0);
    m_splitBar->setUser(forUser ? forUser->splitPart : -1, forUser ? forUser->bucket : std::nullopt);
}

void EntityView::showTools()
{
    const QString reason = m_details->entity()
        ? QString()
        : tr("Nothing is decided in a parameter store: see what it depends on.");
    m_why->setDisabledReason(reason);
    m_check->setDisabledReason(reason);
    m_change->setDisabledReason(reason);
    m_copy->setDisabledReason({});
}

void EntityView::showRules()
{
    m_rules.box->setVisible(m_details->entity() != nullptr);
    m_rulesModel->setDetails(m_details);
    m_rules.note->setText(m_details->rules.isEmpty() ? tr("none: everyone gets the default")
                                                     : tr("the first that matches decides"));
    m_rulesTable->setVisible(!m_details->rules.isEmpty());
}

void EntityView::showParameters()
{
    m_parameters.box->setVisible(!m_details->entity());
    m_parametersModel->setParameters(m_details->parameters);
    m_parameters.note->setText(m_details->parameters.isEmpty() ? tr("none in this store") : QString());
    m_parametersTable->setVisible(!m_details->parameters.isEmpty());
}

/// Entities do not read parameter stores: apps do.
void EntityView::showLinks()
{
    m_dependsModel->setLinks(m_details->dependsOn);
    m_usesModel->setLinks(m_details->usedBy);
    m_noDepends->setVisible(m_details->dependsOn.isEmpty());
    m_noUses->setVisible(m_details->usedBy.isEmpty());
    m_uses->setVisible(m_details->entity() != nullptr);
}

void EntityView::showSplit()
{
    const bool isLayer = m_details->kind == EntityKind::Layer;
    m_split.box->setVisible(!m_details->split.isEmpty());
    m_split.title->setText(isLayer ? tr("Buckets") : tr("Split"));
    m_split.note->setText(isLayer ? tr("which experiments have how many of 1,000")
                                  : tr("bucket of %1, 0 to 999").arg(m_details->idType));
    m_splitBar->setParts(m_details->split, !isLayer);
}

void EntityView::showValues()
{
    m_values.box->setVisible(!m_details->values.isEmpty());
    m_values.note->setText(tr("≠ differs from %1").arg(m_details->groups.value(0)));
    m_valuesModel->setDetails(m_details);
    const bool hasDefault = m_details->defaultValue.isObject() && m_details->defaultValue.size() > 0;
    m_default.box->setVisible(hasDefault);
    m_defaultTree->setValue(m_details->project->payload(), m_details->defaultValue);
}

/// The raw tree is filled when it is looked at.
void EntityView::showRaw()
{
    if (m_details && m_stack->currentIndex() == 1)
        m_rawTree->setValue(m_details->project->payload(), m_details->source);
}

void EntityView::copyJson() const
{
    copyText(jsonIndented(m_details->source));
}

bool EntityView::focusSearch()
{
    const QWidget *focused = QApplication::focusWidget();
    const bool isInRaw = m_rawTree->isVisible() && focused && isAncestorOf(focused);
    if (isInRaw)
        m_rawTree->focusSearch();
    return isInRaw;
}

} // namespace Gatescope
