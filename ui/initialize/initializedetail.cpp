// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "initializedetail.h"

#include "exposuresmodel.h"
#include "initializecells.h"

#include <models/json/utf8text.h>
#include <models/items/checkanswer.h>
#include <ui/json/jsontreepane.h>
#include <ui/presenter/presenter.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/celldelegate.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/jsontreeview.h>
#include <ui/widgets/namelink.h>
#include <ui/widgets/sentence.h>
#include <ui/widgets/statustext.h>
#include <ui/widgets/tagflow.h>
#include <ui/widgets/textlabel.h>
#include <ui/widgets/verdictmark.h>

#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>

namespace Gatescope {

namespace {

constexpr int detailInset = 12;
constexpr int mostExposureRows = 6;
constexpr int mostValueRows = 60;
constexpr int narrowDetail = 720; ///< three columns need more

QVBoxLayout *columnLayout(QWidget *widget, int spacing)
{
    const Theme &theme = Theme::instance();
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(
        theme.scaled(detailInset), theme.scaled(8), theme.scaled(detailInset), theme.scaled(8));
    layout->setSpacing(theme.scaled(spacing));
    return layout;
}

} // namespace

InitializeDetail::InitializeDetail(QWidget *parent)
    : Panel(Theme::Color::Surface, Qt::LeftEdge, parent)
    , m_hint(new TextLabel(
          tr("Choose a row to see all of it."), Theme::Font::Body, Theme::Color::TextMuted, this))
{
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_body = new QWidget;
    m_grid = new QGridLayout(m_body);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(0);
    m_about = makeAbout();
    m_value = makeValue();
    m_more = makeMore();
    arrange(Arrangement::Column);

    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_body);
    scroll->viewport()->setAutoFillBackground(false);
    m_body->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_hint, 1);
    setMinimumSize(Theme::instance().scaled(230), Theme::instance().scaled(150));
    connect(&Theme::instance(), &Theme::changed, this, &InitializeDetail::showIcon);
    clear();
}

QWidget *InitializeDetail::makeAbout()
{
    const Theme &theme = Theme::instance();
    auto *about = new QWidget(m_body);
    QVBoxLayout *layout = columnLayout(about, 12);
    layout->addWidget(makeHead());
    m_facts = new QFormLayout;
    m_facts->setContentsMargins(0, 0, 0, 0);
    m_facts->setHorizontalSpacing(theme.scaled(12));
    m_facts->setVerticalSpacing(theme.scaled(8));
    m_facts->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_hash = addFact(m_facts, tr("Hash"));
    m_ruleId = addFact(m_facts, tr("Rule ID"));
    m_rule = addFact(m_facts, tr("Rule"));
    m_idType = addFact(m_facts, tr("ID type"));
    m_state = addFact(m_facts, tr("State"));
    m_layer = addLink(m_facts, tr("Layer"));
    m_layer->setObjectName(QStringLiteral("layerLink"));
    m_experiment = addLink(m_facts, tr("Experiment"));
    m_experiment->setObjectName(QStringLiteral("experimentLink"));
    layout->addLayout(m_facts);
    layout->addStretch(1);
    connect(m_layer, &QAbstractButton::clicked, this,
        [this] { Q_EMIT entryRequested(InitializeKind::Layer, m_view->layerOf(*m_entry)); });
    connect(m_experiment, &QAbstractButton::clicked, this, [this] {
        Q_EMIT entryRequested(InitializeKind::Experiment, m_view->allocatedExperimentOf(*m_entry));
    });
    return about;
}

QLayout *InitializeDetail::makeTools(QWidget *parent)
{
    m_why = new ActionButton(tr("Why"), ActionButton::Look::Plain, parent);
    m_why->setObjectName(QStringLiteral("initializeWhyButton"));
    m_why->setKeyCap(QKeySequence(Qt::Key_F4));
    m_why->setSmall(true);
    connect(m_why, &QAbstractButton::clicked, this, &InitializeDetail::whyRequested);
    m_rules = new ActionButton(tr("Rules"), ActionButton::Look::Plain, parent);
    m_rules->setObjectName(QStringLiteral("showRulesButton"));
    m_rules->setThemeIcon(Theme::Icon::Specs);
    m_rules->setSmall(true);
    connect(m_rules, &QAbstractButton::clicked, this, [this] { Q_EMIT specsRequested(*specsPlace()); });
    m_check = new ActionButton(tr("Check"), ActionButton::Look::Plain, parent);
    m_check->setObjectName(QStringLiteral("initializeCheckButton"));
    m_check->setThemeIcon(Theme::Icon::Check);
    m_check->setSmall(true);
    connect(m_check, &QAbstractButton::clicked, this, &InitializeDetail::checkRequested);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::instance().scaled(8));
    buttons->addWidget(m_why);
    buttons->addWidget(m_rules);
    buttons->addWidget(m_check);
    buttons->addStretch(1);
    return buttons;
}

QWidget *InitializeDetail::makeHead()
{
    const Theme &theme = Theme::instance();
    auto *head = new QWidget(m_body);
    m_icon = new QLabel(head);
    m_name = new StatusText(Theme::Font::MonoStrong, Theme::Color::Text, head);
    m_name->setElideMode(Qt::ElideMiddle);
    m_name->setObjectName(QStringLiteral("detailName"));
    m_verdict = new VerdictTag(head);
    m_group = new StatusText(Theme::Font::Body, Theme::Color::Text, head);
    auto *title = new QHBoxLayout;
    title->setSpacing(theme.scaled(8));
    title->addWidget(m_icon);
    title->addWidget(m_name, 1);
    auto *verdict = new QHBoxLayout;
    verdict->setSpacing(theme.scaled(8));
    verdict->addWidget(m_verdict);
    verdict->addWidget(m_group, 1);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.scaled(8));
    layout->addLayout(title);
    layout->addLayout(verdict);
    layout->addLayout(makeTools(head));
    return head;
}

InitializeDetail::Fact InitializeDetail::addFact(QFormLayout *form, const QString &label)
{
    const Fact fact {new TextLabel(label, Theme::Font::Label, Theme::Color::TextMuted, m_body),
        new StatusText(Theme::Font::Mono, Theme::Color::Text, m_body)};
    fact.value->setElideMode(Qt::ElideMiddle);
    fact.value->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    form->addRow(fact.label, fact.value);
    return fact;
}

NameLink *InitializeDetail::addLink(QFormLayout *form, const QString &label)
{
    auto *link = new NameLink(m_body);
    link->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    form->addRow(new TextLabel(label, Theme::Font::Label, Theme::Color::TextMuted, m_body), link);
    return link;
}

TextLabel *InitializeDetail::makeTitle(const QString &text)
{
    auto *title = new TextLabel(text, Theme::Font::Label, Theme::Color::Text, m_body);
    QFont font = title->font();
    font.setWeight(QFont::DemiBold);
    title->setFont(font);
    return title;
}

Panel *InitializeDetail::makeValue()
{
    const Theme &theme = Theme::instance();
    auto *box = new Panel(Theme::Color::Surface, Qt::TopEdge, m_body);
    box->setLines(Qt::TopEdge, Theme::Color::Line);
    m_valueCount = new TextLabel(Theme::Font::Label, Theme::Color::TextMuted, box);
    auto *copyButton = new ActionButton(Theme::Icon::Copy, tr("Copy the value"), box);
    copyButton->setLook(ActionButton::Look::Flat);
    copyButton->setSmall(true);
    connect(copyButton, &QAbstractButton::clicked, this,
        [this] { copy(QString::fromUtf8(jsonIndented(shownValue()))); });
    m_valuePane = new JsonTreePane(tr("Value"), box);
    m_valuePane->setObjectName(QStringLiteral("valuePane"));
    JsonTreeView *tree = m_valuePane->tree();
    tree->setObjectName(QStringLiteral("valueTree"));
    tree->setTypesShown(false);
    tree->setFitsRows(mostValueRows);
    tree->setMinimumHeight(theme.scaled(104));
    tree->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(theme.scaled(detailInset), theme.scaled(4), theme.scaled(8), theme.scaled(4));
    head->setSpacing(theme.scaled(8));
    head->addWidget(makeTitle(tr("Value")));
    head->addWidget(m_valueCount, 1);
    head->addWidget(copyButton);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 1, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_valuePane, 1);
    return box;
}

QWidget *InitializeDetail::makeParameters(QWidget *parent)
{
    m_parametersBox = new QWidget(parent);
    m_parametersTitle = makeTitle({});
    m_parameters = new TagFlow(tr("Explicit parameters"), m_parametersBox);
    auto *layout = new QVBoxLayout(m_parametersBox);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::instance().scaled(6));
    layout->addWidget(m_parametersTitle);
    layout->addWidget(m_parameters);
    return m_parametersBox;
}

InitializeDetail::ExposuresBox InitializeDetail::makeExposures(const QString &title, QWidget *parent)
{
    auto *box = new QWidget(parent);
    const ExposuresBox made {box, new DataView(DataView::Shape::Table, title, box), new ExposuresModel(this)};
    made.table->setModel(made.model);
    made.table->setRows(DataView::Rows::Nested);
    made.table->setLeadingInset(0);
    made.table->setHeaderHidden(true);
    QHeaderView *header = made.table->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(ExposuresModel::GateColumn, QHeaderView::Stretch);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::instance().scaled(4));
    layout->addWidget(makeTitle(title));
    layout->addWidget(made.table);
    return made;
}

Panel *InitializeDetail::makeMore()
{
    auto *more = new Panel(Theme::Color::Surface, Qt::TopEdge, m_body);
    more->setLines(Qt::TopEdge, Theme::Color::Line);
    m_secondary = makeExposures(tr("Secondary exposures"), more);
    m_secondary.table->setObjectName(QStringLiteral("exposuresView"));
    m_undelegated = makeExposures(tr("Undelegated exposures"), more);
    m_path = new Sentence(Theme::Font::Mono, more);
    m_path->setIsPath(true);
    m_path->setObjectName(QStringLiteral("pathText"));
    auto *copyPath = new ActionButton(tr("Copy path"), ActionButton::Look::Flat, more);
    copyPath->setObjectName(QStringLiteral("copyPathButton"));
    copyPath->setThemeIcon(Theme::Icon::Copy);
    copyPath->setSmall(true);
    connect(copyPath, &QAbstractButton::clicked, this, [this] { copy(m_path->text()); });
    QVBoxLayout *layout = columnLayout(more, 12);
    layout->addWidget(makeParameters(more));
    layout->addWidget(m_secondary.box);
    layout->addWidget(m_undelegated.box);
    layout->addStretch(1);
    auto *pathHead = new QHBoxLayout;
    pathHead->addWidget(new TextLabel(tr("Path"), Theme::Font::Label, Theme::Color::TextMuted, more));
    pathHead->addStretch(1);
    pathHead->addWidget(copyPath);
    layout->addLayout(pathHead);
    layout->addWidget(m_path);
    return more;
}

void InitializeDetail::setBeside(bool beside)
{
    m_isBeside = beside;
    setLines(beside ? Qt::LeftEdge : Qt::TopEdge);
    if (beside)
        arrange(Arrangement::Column);
    else
        arrange(width() < Theme::instance().scaled(narrowDetail) ? Arrangement::TwoColumns
                                                                 : Arrangement::ThreeColumns);
}

void InitializeDetail::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    setBeside(m_isBeside);
}

void InitializeDetail::arrange(Arrangement arrangement)
{
    if (std::exchange(m_arrangement, arrangement) == arrangement)
        return;
    for (QWidget *part : std::initializer_list<QWidget *> {m_about, m_value, m_more})
        m_grid->removeWidget(part);
    const bool column = arrangement == Arrangement::Column;
    const bool three = arrangement == Arrangement::ThreeColumns;
    m_grid->addWidget(m_about, 0, 0);
    m_grid->addWidget(m_value, column ? 1 : 0, column ? 0 : 1, column || three ? 1 : 2, 1);
    m_grid->addWidget(m_more, column ? 2 : three ? 0 : 1, three ? 2 : 0);
    m_grid->setRowStretch(0, column ? 0 : 1);
    m_grid->setRowStretch(2, column ? 1 : 0); // what the value leaves stands above the path
    m_grid->setColumnStretch(0, column ? 1 : 0);
    m_grid->setColumnStretch(1, column ? 0 : 1);
    const int side = column ? QWIDGETSIZE_MAX : Theme::instance().scaled(260);
    m_about->setMaximumWidth(side);
    m_more->setMaximumWidth(side);
    m_value->setLines(column ? Qt::TopEdge : Qt::LeftEdge, Theme::Color::Line);
    m_more->setLines(three ? Qt::LeftEdge : Qt::TopEdge, Theme::Color::Line);
}

void InitializeDetail::setEntry(const InitializeViewPtr &view, const InitializeEntry &entry)
{
    m_view = view;
    m_entry = &entry;
    m_hint->hide();
    showHead();
    showFacts();
    showValue();
    showMore();
    m_body->parentWidget()->parentWidget()->show();
}

bool InitializeDetail::focusSearch()
{
    return m_valuePane->focusSearchFromWithin();
}

void InitializeDetail::clear()
{
    m_entry = nullptr;
    m_view.reset();
    m_valuePane->clear();
    m_secondary.model->clear();
    m_undelegated.model->clear();
    m_body->parentWidget()->parentWidget()->hide();
    m_hint->show();
}

void InitializeDetail::showHead()
{
    m_name->setText(m_entry->name());
    const auto mark = markOf(*m_entry);
    m_verdict->setVisible(mark.has_value());
    if (mark)
        m_verdict->setMark(*mark);
    m_group->setText(m_entry->groupName.isEmpty() ? QString() : tr("group %1").arg(m_entry->groupName));
    showIcon();
}

void InitializeDetail::showIcon()
{
    if (!m_entry)
        return;
    const int side = Theme::instance().scaled(16);
    const bool known = m_entry->isNameKnown();
    m_icon->setPixmap(Theme::instance().pixmap(known ? iconOf(*m_entry) : Theme::Icon::CannotTell,
        known ? Theme::Color::Text : Theme::Color::Undetermined, side, devicePixelRatioF()));
    m_icon->setAccessibleName(initializeKindWord(*m_entry));
}

void InitializeDetail::showFacts()
{
    using Source = InitializeEntry::RuleSource;
    const bool isHashed = m_view->hash() != HashAlgorithm::None;
    m_hash.label->setText(tr("Hash, %1").arg(apiName(m_view->hash())));
    showFact(m_hash, isHashed ? m_entry->hash : QString());
    showFact(m_ruleId, m_entry->ruleId);
    showFact(m_rule, m_entry->ruleSource == Source::Id ? QString() : m_entry->rule);
    showFact(m_idType, m_entry->idType);
    const auto &active = m_entry->isExperimentActive;
    showFact(m_state, !active ? QString() : *active ? tr("Active") : tr("Not active"));
    const QString layer = m_view->layerOf(*m_entry);
    const QString experiment = m_view->allocatedExperimentOf(*m_entry);
    m_layer->setText(layer);
    m_experiment->setText(experiment);
    m_facts->setRowVisible(m_layer, !layer.isEmpty());
    m_facts->setRowVisible(m_experiment, !experiment.isEmpty());
}

void InitializeDetail::showFact(const Fact &fact, const QString &text)
{
    fact.value->setText(text);
    m_facts->setRowVisible(fact.value, !text.isEmpty());
}

/// init-v2 leaves out what is false; then the entry itself is all there is.
JsonValue InitializeDetail::shownValue() const
{
    return m_entry->value.isValid() ? m_entry->value : m_entry->source;
}

void InitializeDetail::showValue()
{
    const JsonValue value = shownValue();
    m_valueCount->setText(value.isContainer() ? jsonValueLine(value) : QString());
    m_valuePane->setValue(m_view->body(), value);
    m_path->setText({}, value.jsonPath());
}

void InitializeDetail::showMore()
{
    const QStringList parameters = m_view->explicitParameters(*m_entry);
    m_parametersTitle->setText(
        m_entry->kind == InitializeKind::Layer ? tr("Set by the experiment") : tr("Set by this experiment"));
    m_parameters->setTags(parameters);
    m_parametersBox->setVisible(!parameters.isEmpty());
    showActions();
    showExposures(m_secondary, m_view->secondaryExposures(*m_entry));
    showExposures(m_undelegated, m_view->undelegatedExposures(*m_entry));
}

/// A store in the specs leads there as entities do, although it has no rules.
std::optional<SpecsPlace> InitializeDetail::specsPlace() const
{
    if (m_entry->spec)
        return EntityRef {m_entry->spec->table, utf8Text(m_entry->spec->name)};
    return m_entry->kind == InitializeKind::ParamStore ? storePlace(m_view->project(), m_entry->name())
                                                       : std::nullopt;
}

void InitializeDetail::showActions()
{
    const bool isStore = m_entry->kind == InitializeKind::ParamStore;
    const QString unknown = tr("The specs do not have it, or are not loaded.");
    m_why->setDisabledReason(m_entry->spec ? QString()
            : isStore                      ? tr("Nothing is decided in a parameter store.")
                                           : unknown);
    m_rules->setText(isStore ? tr("Specs") : tr("Rules"));
    m_rules->setDisabledReason(specsPlace() ? QString() : unknown);
    m_check->setDisabledReason(checkItemOf(*m_entry) ? QString()
            : isStore                                ? tr("Parameter stores come with initialize only.")
                                                     : tr("Without its name the server cannot be asked."));
}

void InitializeDetail::showExposures(const ExposuresBox &shown, std::vector<InitializeExposure> exposures)
{
    shown.model->setExposures(m_view, std::move(exposures));
    shown.table->setColumnWidth(
        ExposuresModel::OutcomeColumn, shown.table->wantedWidth(ExposuresModel::OutcomeColumn));
    const int rows = std::min(shown.model->rowCount(), mostExposureRows);
    shown.table->setFixedHeight(rows * Theme::instance().nestedRowHeight() + 2);
    shown.box->setVisible(rows > 0);
}

void InitializeDetail::copy(const QString &text) const
{
    copyText(text);
}

} // namespace Gatescope
