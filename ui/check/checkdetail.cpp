// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "checkdetail.h"
#include "factsmodel.h"

#include <models/evaluation/phrase.h>
#include <models/items/entitystatus.h>
#include <models/items/exchangewords.h>
#include <ui/entityicons.h>
#include <ui/json/jsontreepane.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/jsontreeview.h>
#include <ui/widgets/plaintooltip.h>
#include <ui/widgets/segmented.h>
#include <ui/widgets/splitterstate.h>
#include <ui/widgets/statustext.h>
#include <ui/widgets/textlabel.h>
#include <ui/widgets/verdictmark.h>
#include <ui/witnesses/causesview.h>
#include <ui/witnesses/checkmarks.h>
#include <ui/witnesses/witnessstrip.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>

namespace Gatescope {

namespace {

enum ValueOf { LiveValue, LocalValue };

TextLabel *centredHint(QWidget *parent)
{
    auto *hint = new TextLabel(Theme::Font::Body, Theme::Color::TextMuted, parent);
    hint->setAlignment(Qt::AlignCenter);
    return hint;
}

} // namespace

CheckDetail::CheckDetail(Preferences &preferences, QWidget *parent)
    : Panel(Theme::Color::Surface, Qt::TopEdge, parent)
    , m_strip(new WitnessStrip(this))
    , m_bar(new InlineBar(InlineBar::Kind::Error, InlineBar::Density::Normal, this))
    , m_body(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_hint(centredHint(this))
    , m_value(new JsonTreePane(tr("Value"), this))
    , m_noTree(centredHint(this))
    , m_left(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("checkDetail"));
    m_value->setObjectName(QStringLiteral("valuePane"));
    m_value->tree()->setObjectName(QStringLiteral("valueTree"));
    m_noTree->setText(tr("There is no value beside the verdict."));
    m_noTree->setWordWrap(true);
    m_left->setMinimumWidth(Theme::instance().scaled(230)); // the search line's
    m_left->addWidget(m_value);
    m_left->addWidget(m_noTree);
    m_splitter->addWidget(m_left);
    m_splitter->addWidget(makeSide());
    rememberSplitter(m_splitter, preferences, QStringLiteral("check/detail"), {500, 460});
    m_bar->setObjectName(QStringLiteral("detailBar"));
    m_body->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // an error's words come first
    m_body->addWidget(m_splitter);
    m_body->addWidget(m_hint);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 1, 0, 0);
    layout->setSpacing(0);
    for (QWidget *part : std::initializer_list<QWidget *> {makeHeader(), m_strip, m_bar})
        layout->addWidget(part);
    layout->addWidget(m_body, 1);
    connect(m_strip, &WitnessStrip::differenceRequested, this, &CheckDetail::showDifference);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        showIcon();
        showFacts();
    });
    clear();
}

QWidget *CheckDetail::makeHeader()
{
    const Theme &theme = Theme::instance();
    auto *header = new Panel(Theme::Color::Raised, Qt::BottomEdge, this);
    header->setObjectName(QStringLiteral("checkDetailHeader"));
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(theme.scaled(16), theme.scaled(6), theme.scaled(16), theme.scaled(6));
    layout->setSpacing(theme.scaled(8));
    m_icon = new QLabel(header);
    m_name = new TextLabel(Theme::Font::MonoStrong, Theme::Color::Text, header);
    m_name->setObjectName(QStringLiteral("detailName"));
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_verdict = new VerdictTag(header);
    m_group = new StatusText(Theme::Font::Body, Theme::Color::Text, header);
    m_values = new Segmented(tr("Whose value is shown"), header);
    m_values->addSegment(tr("Live"));
    m_values->addSegment(tr("Local"));
    header->setMinimumHeight(m_values->sizeHint().height() + theme.scaled(12)); // it comes and goes
    m_why = new ActionButton(tr("Why"), ActionButton::Look::Plain, header);
    m_why->setKeyCap(QKeySequence(Qt::Key_F4));
    m_why->setObjectName(QStringLiteral("whyButton"));
    m_exchange = new ActionButton(tr("Show the exchange"), ActionButton::Look::Plain, header);
    m_exchange->setThemeIcon(Theme::Icon::Exchanges);
    m_rules = new ActionButton(tr("Show rules"), ActionButton::Look::Plain, header);
    m_rules->setThemeIcon(Theme::Icon::Specs);
    for (ActionButton *button : {m_why, m_exchange, m_rules})
        button->setSmall(true);
    layout->addWidget(m_icon);
    layout->addWidget(m_name);
    layout->addWidget(m_verdict);
    layout->addWidget(m_group, 1);
    layout->addWidget(m_values);
    layout->addWidget(m_exchange);
    layout->addWidget(m_rules);
    layout->addWidget(m_why);
    connect(m_values, &Segmented::chosen, this, &CheckDetail::showTree);
    connect(m_rules, &QAbstractButton::clicked, this, &CheckDetail::rulesRequested);
    connect(m_why, &QAbstractButton::clicked, this, &CheckDetail::whyRequested);
    connect(m_exchange, &QAbstractButton::clicked, this, [this] {
        if (m_row.answer.exchange)
            Q_EMIT exchangeRequested(m_row.answer.exchange->number);
    });
    return header;
}

/// Causes and fields scroll together; the fields are as tall as they are many.
QWidget *CheckDetail::makeSide()
{
    const Theme &theme = Theme::instance();
    m_side = new QScrollArea(this);
    auto *content = new Panel(Theme::Color::Surface, {}, m_side);
    m_causes = new CausesView(content);
    m_causes->setObjectName(QStringLiteral("causesView"));
    m_factsModel = new FactsModel(this);
    m_facts = new DataView(DataView::Shape::Table, tr("Fields of the answer"), content);
    m_facts->setObjectName(QStringLiteral("factsView"));
    m_facts->setModel(m_factsModel);
    m_facts->setRows(DataView::Rows::Nested);
    m_facts->setColumnWidth(FactsModel::FieldColumn, theme.scaled(150));
    m_facts->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_causes);
    column->addWidget(m_facts);
    column->addStretch(1);
    m_side->setWidget(content);
    m_side->setWidgetResizable(true);
    m_side->setFrameShape(QFrame::NoFrame);
    m_side->setFocusPolicy(Qt::NoFocus);
    m_side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_side->setMinimumWidth(theme.scaled(160));
    connect(m_causes, &CausesView::remedyRequested, this, &CheckDetail::remedyRequested);
    connect(m_causes, &CausesView::changeRequested, this, &CheckDetail::changeRequested);
    return m_side;
}

void CheckDetail::setRow(const CheckModel::Row &row, const CheckSurroundings &surroundings)
{
    const bool isSameItem = m_row.item == row.item;
    const bool isSameAnswer = isSameItem && m_row.revision == row.revision;
    m_row = row;
    m_surroundings = surroundings;
    m_rules->setDisabledReason(
        surroundings.isInSpecs ? QString() : tr("The specs do not have it, or are not loaded."));
    m_exchange->setVisible(row.answer.exchange != nullptr);
    m_rules->show();
    m_why->show();
    if (!isSameItem)
        m_values->setCurrent(LiveValue);
    showHead();
    showWitnesses();
    if (!isSameAnswer)
        showState();
    showCauses();
    showValue();
    m_factsModel->setRow(row);
    showFacts();
}

bool CheckDetail::focusSearch()
{
    return m_value->focusSearchFromWithin();
}

void CheckDetail::clear()
{
    m_row = {};
    m_icon->clear();
    m_name->clear();
    m_group->setText({});
    m_verdict->hide();
    m_values->hide();
    m_rules->hide();
    m_why->hide();
    m_exchange->hide();
    m_strip->hide();
    m_bar->hide();
    m_factsModel->clear();
    m_hint->setText(tr("Choose a row to see its whole answer."));
    m_body->setCurrentWidget(m_hint);
}

void CheckDetail::showHead()
{
    const CheckReading &reading = leadingReading(m_row);
    m_name->setText(displayName(m_row.item.kind, m_row.item.name));
    m_name->setToolTip(plainToolTip(m_row.item.name));
    m_verdict->setVisible(reading.verdict != CheckVerdict::None);
    m_verdict->setMark(markOf(reading.verdict));
    const QString &experiment = reading.allocatedExperiment;
    QString group = reading.group.isEmpty() ? QString() : tr("group %1").arg(reading.group);
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

void CheckDetail::showWitnesses()
{
    m_strip->setVisible(m_surroundings.hasSpecs);
    m_strip->setWitnesses(
        liveWitnessWords(m_row, m_surroundings), localWitnessWords(m_row, m_surroundings), m_row.agreement);
}

void CheckDetail::showCauses()
{
    const bool differs = m_row.agreement.touches != nullptr;
    m_causes->setVisible(differs);
    if (differs)
        m_causes->setCauses(
            likelyCauses(m_surroundings.grounds, *m_row.agreement.touches), m_surroundings.noFreshSpecs);
}

void CheckDetail::showState()
{
    const auto *unknown = std::get_if<UnknownShape>(&m_row.answer.content);
    const bool isMissing = m_row.local && m_row.local->missing;
    m_bar->setVisible(m_row.answer.error || unknown || isMissing);
    m_bar->clearActions();
    m_bar->setToolTip({});
    if (m_row.answer.error) {
        m_bar->setKind(InlineBar::Kind::Error);
        m_bar->setError(*m_row.answer.error);
    } else if (unknown) {
        m_bar->setKind(InlineBar::Kind::Undetermined);
        m_bar->setText(
            tr("This answer has no known shape."), unknown->note + u' ' + tr("It is shown as it came."));
    } else if (isMissing) {
        showMissing();
    }
}

void CheckDetail::showMissing()
{
    const MissingFact &missing = *m_row.local->missing;
    m_bar->setKind(InlineBar::Kind::Undetermined);
    m_bar->setText(tr("This machine cannot tell."), missingSentence(missing));
    m_bar->setActionsBeside(true);
    const bool isList = missing.cause == MissingFact::Cause::IdList;
    if (!isList && missing.cause != MissingFact::Cause::Country)
        return;
    connect(m_bar->addAction(isList ? tr("Choose the lists") : tr("Choose a table")),
        &QAbstractButton::clicked, this,
        [this] { Q_EMIT remedyRequested(WitnessCause::Remedy::EvaluationData); });
}

bool CheckDetail::hasTwoValues() const
{
    return m_row.local && m_row.local->value && m_row.answer.body
        && m_row.agreement.differences.testFlag(Difference::Value);
}

void CheckDetail::showValue()
{
    const bool isAnswered = m_row.answer.body || (m_row.local && !m_row.local->missing);
    m_values->setVisible(hasTwoValues());
    if (!hasTwoValues())
        m_values->setCurrent(LiveValue);
    if (isAnswered) {
        showTree();
        m_body->setCurrentWidget(m_splitter);
        return;
    }
    const bool hasNone = m_row.answer.error || (m_row.local && m_row.local->missing);
    m_hint->setText(hasNone ? tr("There is no answer to show.") : liveText(m_row));
    m_body->setCurrentWidget(m_hint);
}

/// A config's value; of everything else the whole answer. What is shown already stays as it is folded.
void CheckDetail::showTree()
{
    const bool isLocal = !m_row.answer.body || (hasTwoValues() && m_values->current() == LocalValue);
    const JsonDocumentPtr body = isLocal ? m_row.local->value : m_row.answer.body;
    m_left->setCurrentWidget(body ? static_cast<QWidget *>(m_value) : m_noTree);
    if (!body || body == m_value->document())
        return;
    const bool isConfig = std::holds_alternative<ConfigResult>(m_row.answer.content) && !isLocal;
    const JsonValue value = isConfig ? body->root().member("value") : JsonValue();
    m_value->setValue(body, value.isValid() ? value : body->root());
}

void CheckDetail::showFacts()
{
    const int rows = m_factsModel->rowCount();
    m_facts->setFixedHeight(m_facts->header()->sizeHint().height()
        + rows * Theme::instance().nestedRowHeight() + 2 * m_facts->frameWidth());
}

/// To where the values part, else to what can be done.
void CheckDetail::showDifference()
{
    const JsonDocument::Id node = m_row.agreement.firstDifference;
    if (!hasTwoValues() || node == JsonDocument::noId) {
        m_causes->focusFirst();
        return;
    }
    m_values->setCurrent(LiveValue);
    showTree();
    m_value->select(JsonValue(m_row.answer.body.get(), node));
    m_value->setFocus(Qt::OtherFocusReason);
}

} // namespace Gatescope
