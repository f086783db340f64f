// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "whyview.h"

#include "bucketpane.h"
#include "explanationwork.h"
#include "flippane.h"
#include "tracetree.h"
#include "verdictexposures.h"
#include "whyevidence.h"

#include <models/explain/explanationmarkdown.h>
#include <models/items/agreement.h>
#include <models/items/entitystatus.h>
#include <ui/witnesses/causesview.h>
#include <ui/witnesses/checkmarks.h>
#include <ui/witnesses/witnessstrip.h>
#include <ui/entityicons.h>
#include <ui/evidence/evidencedialog.h>
#include <ui/json/jsontreepane.h>
#include <ui/json/jsonvalueactions.h>
#include <ui/presenter/presenter.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/announce.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/detailsplitter.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/jsontreeview.h>
#include <ui/widgets/pageheader.h>
#include <ui/widgets/phrasetext.h>
#include <ui/widgets/plaintooltip.h>
#include <ui/widgets/statustext.h>
#include <ui/widgets/verdictmark.h>
#include <ui/workspace.h>

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace Gatescope {

namespace {

/// Pixels at 100 %: the rules below stay in sight in the smallest window.
constexpr int mostCausesHeight = 132;

enum Tab { WhyTab, ValueTab, ExposuresTab, RawTab };

/// What is shown already stays as it is folded.
void showDocument(auto &tree, const JsonDocumentPtr &document)
{
    if (document == tree.document())
        return;
    if (document)
        tree.setDocument(document);
    else
        tree.clear();
}

int whyPx(int pixels)
{
    return Theme::instance().scaled(pixels);
}

} // namespace

WhyView::WhyView(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_work(new ExplanationWork(this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("whyView"));
    makeHeader();
    m_value = new JsonTreeView(tr("Value"), this);
    m_value->setObjectName(QStringLiteral("whyValueTree"));
    new JsonValueActions(m_value);
    m_exposures = new VerdictExposures(this);
    m_exposuresView = new DataView(DataView::Shape::Table, tr("Secondary exposures"), this);
    m_exposuresView->setObjectName(QStringLiteral("whyExposuresView"));
    m_exposuresView->setModel(m_exposures);
    m_exposuresView->setColumnWidth(VerdictExposures::GateColumn, whyPx(320));
    m_raw = new JsonTreePane(tr("The server's answer"), this);
    m_raw->tree()->setObjectName(QStringLiteral("whyRawTree"));
    m_stack->addWidget(makeWhyPage());
    for (QWidget *page : std::initializer_list<QWidget *> {m_value, m_exposuresView, m_raw})
        m_stack->addWidget(page);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_stack, 1);
    connectParts();
}

void WhyView::makeHeader()
{
    m_header = new PageHeader(QString(), this);
    m_back = new ActionButton(QString(), ActionButton::Look::Flat, this);
    m_back->setThemeIcon(Theme::Icon::ChevronLeft);
    m_back->setObjectName(QStringLiteral("whyBackButton"));
    setBack({});
    m_icon = new QLabel(this);
    m_name = new StatusText(Theme::Font::MonoStrong, Theme::Color::Text, this);
    m_name->setElideMode(Qt::ElideMiddle);
    m_name->setObjectName(QStringLiteral("whyName"));
    m_tabs = new QTabBar(this);
    m_tabs->setObjectName(QStringLiteral("whyTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Views of the verdict"));
    for (const QString &title : {tr("Why"), tr("Value"), tr("Exposures"), tr("Raw")})
        m_tabs->addTab(title);
    m_copy = new ActionButton(Theme::Icon::Copy, tr("Copy as text"), this);
    m_copy->setToolTip(tr("The explanation as Markdown, for a ticket"));
    m_copy->setObjectName(QStringLiteral("copyExplanationButton"));
    m_evidence = new ActionButton(tr("Evidence…"), ActionButton::Look::Plain, this);
    m_evidence->setToolTip(tr("Save one HTML file for a ticket: verdicts, why, the rules, when and where"));
    m_evidence->setObjectName(QStringLiteral("saveEvidenceButton"));
    for (QWidget *part : std::initializer_list<QWidget *> {m_back, m_icon, m_name, m_tabs})
        m_header->addLeading(part);
    m_header->addTool(m_copy);
    m_header->addTool(m_evidence);
    m_header->setPrimaryAction(tr("Check again"), Theme::Icon::Run, QKeySequence(Qt::CTRL | Qt::Key_Return));
}

QWidget *WhyView::makeHeadline()
{
    auto *box = new Panel(Theme::Color::Surface, Qt::BottomEdge, this);
    m_verdict = new VerdictTag(box);
    m_verdict->setObjectName(QStringLiteral("whyVerdict"));
    m_headline = new PhraseText(PhraseLayout::Size::Headline, box);
    m_headline->setObjectName(QStringLiteral("headline"));
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(whyPx(16), whyPx(12), whyPx(16), whyPx(12));
    layout->setSpacing(whyPx(12));
    layout->addWidget(m_verdict, 0, Qt::AlignTop);
    layout->addWidget(m_headline, 1);
    return box;
}

QWidget *WhyView::makeEvidence()
{
    auto *evidence = new Panel(Theme::Color::Surface, {}, this);
    m_strip = new WitnessStrip(evidence);
    m_keptBar = new InlineBar(InlineBar::Kind::Info, InlineBar::Density::Normal, evidence);
    m_keptBar->setObjectName(QStringLiteral("keptEvidenceBar"));
    m_keptBar->setClosable(true);
    m_keptBar->hide();
    connect(m_keptBar, &InlineBar::closed, this, [this] { setKept(nullptr); });
    m_causes = new CausesView(evidence);
    m_causes->setObjectName(QStringLiteral("whyCausesView"));
    m_causes->setMostHeight(mostCausesHeight);
    m_causes->hide();
    m_bar = new InlineBar(InlineBar::Kind::Error, InlineBar::Density::Normal, evidence);
    m_bar->setActionsBeside(true);
    m_bar->hide();
    m_trace = new TraceTree(evidence);
    m_bucket = new BucketPane(evidence);
    auto *layout = new QVBoxLayout(evidence);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QWidget *part :
        std::initializer_list<QWidget *> {makeHeadline(), m_keptBar, m_strip, m_causes, m_bar})
        layout->addWidget(part);
    layout->addWidget(m_trace, 1);
    layout->addWidget(m_bucket);
    evidence->setMinimumWidth(whyPx(420));
    return evidence;
}

QWidget *WhyView::makeWhyPage()
{
    m_flips = new FlipPane(this);
    DetailSplitter::Sizes sizes;
    sizes.sideBySideFrom = 780;
    sizes.detailWidth = 264;
    sizes.detailHeight = 150;
    auto *splitter = new DetailSplitter(m_workspace.preferences(), QStringLiteral("why/flips"), sizes, this);
    splitter->setParts(makeEvidence(), m_flips);
    connect(splitter, &DetailSplitter::sideBySideChanged, m_flips, &FlipPane::setBeside);
    return splitter;
}

void WhyView::connectParts()
{
    connect(m_back, &QAbstractButton::clicked, this, &WhyView::backRequested);
    connect(m_copy, &QAbstractButton::clicked, this, &WhyView::copyText);
    connect(m_evidence, &QAbstractButton::clicked, this, &WhyView::saveEvidence);
    connect(m_header, &PageHeader::primaryTriggered, this, [this] { Q_EMIT checkRequested(m_row.item); });
    connect(m_header, &PageHeader::stopTriggered, this, &WhyView::stopRequested);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_headline, &PhraseText::linkActivated, this, &WhyView::rulesRequested);
    connect(m_trace, &TraceTree::entityRequested, this, &WhyView::rulesRequested);
    connect(m_trace, &TraceTree::whyRequested, this, &WhyView::requestWhy);
    connect(m_exposuresView, &DataView::rowActivated, this, &WhyView::requestWhy);
    connect(m_trace, &TraceTree::bucketChosen, this, &WhyView::showBucket);
    connect(m_strip, &WitnessStrip::differenceRequested, m_causes, &CausesView::focusFirst);
    connect(m_causes, &CausesView::remedyRequested, this, &WhyView::remedyRequested);
    connect(m_causes, &CausesView::changeRequested, this, &WhyView::changeRequested);
    connect(m_flips, &FlipPane::applyRequested, this, &WhyView::apply);
    connect(m_flips, &FlipPane::stopRequested, m_work, &ExplanationWork::stopFlips);
    connect(m_flips, &FlipPane::searchRequested, this, &WhyView::searchOn);
    connect(m_work, &ExplanationWork::explained, this, &WhyView::takeExplanation);
    connect(m_work, &ExplanationWork::flipsFound, this, &WhyView::takeFinding);
    connect(&Theme::instance(), &Theme::changed, this, &WhyView::showName);
}

void WhyView::setRow(
    const CheckRow &row, const CheckSurroundings &surroundings, const LocalWitnessPtr &witness)
{
    const bool isOther = m_row.item != row.item;
    const bool isAnew = isOther || witness != m_witness;
    m_row = row;
    m_surroundings = surroundings;
    m_witness = witness;
    if (isOther) {
        m_explanation = nullptr;
        m_tabs->setCurrentIndex(WhyTab);
        m_verdict->hide();
        m_headline->setPhrases({});
        m_trace->setExplanation(nullptr);
        m_bucket->clearFact();
        m_bucket->setSummary({});
        m_flips->showNothing({});
        m_copy->setDisabledReason(tr("It is being explained."));
        m_evidence->setDisabledReason(tr("It is being explained."));
    }
    m_flips->setOld(row.isLocalOld);
    showKept();
    showName();
    showWitnesses();
    showProblem();
    showValues();
    if (isAnew)
        explain();
}

void WhyView::showName()
{
    const int side = Theme::instance().scaled(16);
    m_icon->setPixmap(
        Theme::instance().icon(iconOf(m_row.item.kind), Theme::Color::Text).pixmap(QSize(side, side)));
    m_icon->setAccessibleName(kindWords(m_row.item.kind));
    m_name->setText(displayName(m_row.item.kind, m_row.item.name));
    m_header->setPrimaryText(m_row.answer.exchange ? tr("Check again") : tr("Check"));
    m_header->setPrimaryDisabledReason(isLocalOnly(m_row.item.kind)
            ? tr("The HTTP API does not answer for segments and holdouts.")
            : QString());
}

void WhyView::showWitnesses()
{
    m_strip->setWitnesses(
        liveWitnessWords(m_row, m_surroundings), localWitnessWords(m_row, m_surroundings), m_row.agreement);
    const bool differs = m_row.agreement.touches != nullptr;
    m_causes->setVisible(differs);
    if (differs)
        m_causes->setCauses(
            likelyCauses(m_surroundings.grounds, *m_row.agreement.touches), m_surroundings.noFreshSpecs);
}

/// The server's failure, else where to choose what this machine lacks; the headline says what that is.
void WhyView::showProblem()
{
    using Cause = MissingFact::Cause;
    const auto cause = m_row.local && m_row.local->missing ? m_row.local->missing->cause : Cause::Other;
    const bool isChosen = cause == Cause::IdList || cause == Cause::Country;
    m_bar->setVisible(m_row.answer.error || isChosen);
    const Problem problem {m_row.answer.error, isChosen ? cause : Cause::Other};
    if (problem == m_problem)
        return; // a button keeps the focus
    m_problem = problem;
    m_bar->clearActions();
    if (m_row.answer.error) {
        m_bar->setKind(InlineBar::Kind::Error);
        m_bar->setError(*m_row.answer.error);
    } else if (isChosen) {
        m_bar->setKind(InlineBar::Kind::Undetermined);
        m_bar->setText(cause == Cause::IdList ? tr("ID lists are read from a file.")
                                              : tr("Countries are looked up in a file."));
        connect(m_bar->addAction(cause == Cause::IdList ? tr("Choose the lists") : tr("Choose a table")),
            &QAbstractButton::clicked, this,
            [this] { Q_EMIT remedyRequested(WitnessCause::Remedy::EvaluationData); });
    }
}

void WhyView::showValues()
{
    const bool isGate = tableOf(m_row.item.kind) == SpecTable::FeatureGates;
    m_tabs->setTabVisible(ValueTab, !isGate);
    showDocument(*m_value, m_row.local ? m_row.local->value : nullptr);
    m_tabs->setTabEnabled(RawTab, m_row.answer.body != nullptr);
    m_tabs->setTabToolTip(RawTab, m_row.answer.body ? QString() : tr("The server has not been asked yet."));
    showDocument(*m_raw, m_row.answer.body);
}

void WhyView::explain()
{
    m_work->drop();
    if (!m_witness) {
        showUnexplained();
        return;
    }
    m_work->explain(m_witness, m_row.item);
    m_effort = 0;
    searchFlips();
}

/// Only the server's verdict is known.
void WhyView::showUnexplained()
{
    m_explanation = nullptr;
    const QString reason = tr("The rules are in the specs, and those are not loaded.");
    m_verdict->show();
    m_verdict->setMark(markOf(m_row.reading.verdict));
    m_headline->setPhrases({plainPhrase(tr("This machine cannot say why without the specs."))});
    m_trace->setExplanation(nullptr);
    m_bucket->clearFact();
    m_bucket->setSummary(reason);
    m_flips->showNothing(reason);
    m_exposures->setExposures({});
    m_copy->setDisabledReason(reason);
    m_evidence->setDisabledReason(m_row.answer.exchange ? QString() : reason);
}

void WhyView::searchFlips()
{
    m_flips->showSearching();
    m_searchedUser = m_workspace.user();
    m_work->findFlips(m_witness, m_row.item, m_searchedUser, m_workspace.connection().tier, m_effort);
}

void WhyView::searchOn()
{
    ++m_effort;
    searchFlips();
}

void WhyView::takeExplanation(const ExplanationPtr &explanation)
{
    m_explanation = explanation;
    m_verdict->show();
    m_verdict->setMark(markOf(explanation->reading.verdict));
    m_headline->setPhrases(explanation->headline);
    m_bucket->setSummary(explanation->summary);
    m_trace->setExplanation(explanation);
    m_exposures->setExposures(explanation->verdict.secondaryExposures);
    m_copy->setDisabledReason({});
    m_evidence->setDisabledReason({});
    sayShown();
}

/// The verdict came or changed while the focus is elsewhere.
void WhyView::sayShown()
{
    const QString verdict = tr("%1. %2").arg(verdictText(*m_explanation), plainText(m_explanation->headline));
    m_verdict->setAccessibleName(verdict);
    announce(m_verdict);
}

void WhyView::takeFinding(const FlipFinding &finding)
{
    m_flips->showReport(finding.flips, finding.conclusion, finding.isComplete);
}

/// The chosen row's bucket, else the one that decided.
void WhyView::showBucket(int bucket)
{
    const BucketFacts &buckets = m_explanation ? m_explanation->buckets : BucketFacts();
    const int shown = bucket < 0 && !buckets.isEmpty() && buckets.constFirst().decides ? 0 : bucket;
    if (shown >= 0 && shown < buckets.size())
        m_bucket->setFact(buckets[shown]);
    else
        m_bucket->clearFact();
}

/// One undo step of the composer, then the server is asked about the changed user. What was tried with
/// another user is no flip of this one.
void WhyView::apply(const UserEdits &edits)
{
    if (m_workspace.user() != m_searchedUser)
        return;
    m_workspace.setUser(edited(m_workspace.user(), edits));
    if (!isLocalOnly(m_row.item.kind))
        Q_EMIT checkRequested(m_row.item);
}

/// What the server said and how that goes with the explanation; empty if it was not asked.
QString WhyView::serverSentence() const
{
    if (!m_row.answer.exchange || m_row.answer.error)
        return {};
    const WitnessWords live = liveWitnessWords(m_row, m_surroundings);
    const QString verdict =
        live.rule.isEmpty() ? live.mark.word : tr("%1, %2", "verdict, rule").arg(live.mark.word, live.rule);
    const QString said = tr("%1. %2.").arg(verdict, live.source);
    switch (m_row.agreement.state) {
    case Agreement::State::None:
        return said;
    case Agreement::State::Agrees:
        return tr("%1 It agrees with the explanation.").arg(said);
    case Agreement::State::Differs:
        return tr("%1 It differs from the explanation in %2.")
            .arg(said, differenceWords(m_row.agreement.differences));
    }
    return said;
}

void WhyView::copyText()
{
    if (!m_explanation)
        return;
    const QString program = QStringLiteral("Gatescope ") + QCoreApplication::applicationVersion();
    Gatescope::copyText(explanationMarkdown(*m_explanation, program, serverSentence()));
}

void WhyView::saveEvidence()
{
    auto *dialog = new EvidenceDialog(evidenceDraft(m_row, m_surroundings, m_explanation, m_workspace), this);
    dialog->show();
}

void WhyView::setKept(const EvidencePtr &kept)
{
    m_kept = kept;
    showKept();
}

void WhyView::showKept()
{
    const bool isOfThis = m_kept && m_kept->item == m_row.item;
    m_keptBar->setVisible(isOfThis);
    if (isOfThis)
        m_keptBar->setText(tr("The evidence says:"), keptVerdict(*m_kept));
}

void WhyView::setBusy(const QString &text)
{
    m_header->setBusy(text);
}

void WhyView::stop()
{
    m_work->stopFlips();
}

void WhyView::setBack(const QString &name)
{
    m_back->setText(name.isEmpty() ? tr("Check") : tr("Back"));
    m_back->setToolTip(plainToolTip(
        name.isEmpty() ? tr("Back to everything that is checked (Esc)") : tr("Back to %1 (Esc)").arg(name)));
}

std::optional<CheckItem> WhyView::currentAsked() const
{
    if (!m_explanation)
        return std::nullopt;
    std::optional<EntityRef> asked;
    if (m_tabs->currentIndex() == WhyTab)
        asked = m_trace->currentAsked();
    else if (m_tabs->currentIndex() == ExposuresTab && m_exposuresView->currentIndex().isValid())
        asked = EntityRef {SpecTable::FeatureGates, m_exposures->gate(m_exposuresView->currentIndex().row())};
    if (!asked)
        return std::nullopt;
    const int spec = m_explanation->project->find(asked->table, asked->name.toStdString());
    return spec < 0
        ? std::nullopt
        : std::optional(CheckItem {m_explanation->project->specs()[std::size_t(spec)].kind, asked->name});
}

void WhyView::requestWhy()
{
    if (const auto asked = currentAsked())
        Q_EMIT whyRequested(*asked);
}

void WhyView::focusTrace()
{
    m_trace->setFocus(Qt::OtherFocusReason);
}

} // namespace Gatescope
