// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT

// What the Compare page does; how it is built stands in comparepage.cpp.

#include "comparecells.h"
#include "comparecounts.h"
#include "compareexport.h"
#include "comparefilterbar.h"
#include "comparepage.h"
#include "impactpane.h"
#include "sourcechoice.h"

#include <models/compare/comparisonwords.h>
#include <models/exchangeformats/exchangecontents.h>
#include <models/items/checkanswer.h>
#include <models/statsig/requests.h>
#include <ui/errorbar.h>
#include <ui/keyrefusal.h>
#include <ui/presenter/presenter.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/pageheader.h>
#include <ui/widgets/statustext.h>
#include <ui/why/whysubject.h>
#include <ui/workspace.h>

#include <QCoreApplication>
#include <QFileDialog>
#include <QLocale>
#include <QStackedWidget>

#include <algorithm>

namespace Gatescope {

namespace {

constexpr int mostUnfolded = 2000; ///< entities whose fields lie open at once

bool needsNoAsking(const SourceChoice *side)
{
    return side->source() && side->source()->kind != CompareSource::Kind::Ask;
}

/// For a button: both ends say which of two it is.
QString shortened(const QString &whole)
{
    constexpr qsizetype longest = 36;
    const QString name = Presenter::instance().text(whole);
    return name.size() <= longest ? name : name.first(longest / 2) + QChar(u'…') + name.last(longest / 2 - 1);
}

std::optional<SpecTable> tableOfKind(ComparedKind kind)
{
    switch (kind) {
    case ComparedKind::Gate:
    case ComparedKind::Segment:
    case ComparedKind::Holdout:
        return SpecTable::FeatureGates;
    case ComparedKind::DynamicConfig:
    case ComparedKind::Experiment:
    case ComparedKind::Autotune:
        return SpecTable::DynamicConfigs;
    case ComparedKind::Layer:
        return SpecTable::LayerConfigs;
    default:
        return {};
    }
}

} // namespace

bool ComparePage::setType(ComparedType type)
{
    const bool isNew = type != m_type || !m_outcome;
    if (type != m_type) {
        stop();
        m_type = type;
        m_outcome.reset();
        m_left->forget();
        m_right->forget();
        m_model->clear();
        m_error->dismiss();
        m_counts->hide();
        m_filterBar->hide();
        m_stack->setCurrentIndex(0);
    }
    refreshSources();
    return isNew;
}

void ComparePage::showPair(const ExchangePtr &left, const ExchangePtr &right)
{
    stop();
    m_left->choose(keptSource(left, m_workspace.personaBook()));
    m_right->choose(keptSource(right, m_workspace.personaBook()));
    showHeader();
    compareIfReady();
}

void ComparePage::refreshSources()
{
    const CompareSources sources = sourcesOf(m_workspace, m_type);
    m_left->setSources(sources);
    m_right->setSources(sources);
    showHeader();
}

void ComparePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!m_left->source() && !m_right->source())
        chooseDefaults();
}

/// The two that came last, the later one at the right; where there is only one, what would be asked next.
void ComparePage::chooseDefaults()
{
    const CompareSources sources = sourcesOf(m_workspace, m_type);
    if (sources.size() < 2)
        return;
    const bool isOneAtHand =
        m_type == ComparedType::Initialize && sources.at(1).kind == CompareSource::Kind::Ask;
    m_left->choose(sources.at(isOneAtHand ? 0 : 1));
    m_right->choose(sources.at(isOneAtHand ? 1 : 0));
    showHeader();
}

void ComparePage::runPrimaryAction()
{
    if (m_call || !m_left->source() || !m_right->source())
        return;
    m_error->dismiss();
    m_note->hide();
    if (!askNext())
        startWork();
}

void ComparePage::compareIfReady()
{
    if (!m_call && needsNoAsking(m_left) && needsNoAsking(m_right))
        runPrimaryAction();
}

/// Names that are known now where hashes stood.
void ComparePage::takeNames()
{
    if (m_outcome && m_type == ComparedType::Initialize)
        compareIfReady();
}

/// Asks for a side that has still to be answered; false if there is none.
bool ComparePage::askNext()
{
    for (SourceChoice *side : {m_left, m_right}) {
        if (needsNoAsking(side))
            continue;
        if (!askRefusal(side).isEmpty()) {
            finish();
            return true;
        }
        const CompareSource &question = *side->source();
        m_call = m_workspace.start(*m_workspace.findConnection(question.connectionId),
            InitializeRequest {question.user, HashAlgorithm::Djb2, 0});
        connect(m_call, &ApiCall::finished, this,
            [this, side](const ApiOutcome &outcome) { takeAnswer(side, outcome); });
        m_header->setBusy(tr("Waiting for the answer"));
        setOld(true);
        showHeader();
        return true;
    }
    return false;
}

QString ComparePage::askRefusal(const SourceChoice *side) const
{
    if (needsNoAsking(side))
        return {};
    const Connection *connection = m_workspace.findConnection(side->source()->connectionId);
    return connection ? keyRefusal(connection->keyKind, Endpoint::Initialize)
                      : tr("The connection is no longer there. Choose another.");
}

void ComparePage::takeAnswer(SourceChoice *side, const ApiOutcome &outcome)
{
    m_call.clear();
    if (!outcome.response || !outcome.exchange) {
        if (!outcome.response)
            m_error->present(outcome.response.error(), Endpoint::Initialize, outcome.exchange);
        finish();
        return;
    }
    const CompareSources sources = sourcesOf(m_workspace, m_type);
    const auto answered = std::ranges::find(sources, outcome.exchange, &CompareSource::exchange);
    if (answered == sources.end()) { // it says that nothing is new
        m_note->setText(
            tr("Nothing new."), tr("The server sent no entries, so there is nothing to compare."));
        m_note->show();
        finish();
        return;
    }
    side->choose(*answered);
    if (!askNext())
        startWork();
}

CompareOrder ComparePage::order() const
{
    CompareOrder order;
    order.left = *m_left->source();
    order.right = *m_right->source();
    order.project = m_workspace.specs().project;
    order.names = m_workspace.knownNames();
    order.withBookkeeping = !m_filterBar->ignoresBookkeeping();
    order.maxFileBytes = m_workspace.preferences().values().maxResponseBytes;
    order.filter = m_filterBar->filter();
    order.user = m_workspace.user().toJson();
    order.sentUser = sentUser(m_workspace.user(), m_workspace.connection().tier).toJson();
    order.usersFile = m_usersFile;
    order.context = m_workspace.evaluationContext();
    return order;
}

void ComparePage::startWork()
{
    const CompareOrder ordered = order();
    m_leftSource = ordered.left;
    m_rightSource = ordered.right;
    m_orderedFilter = ordered.filter;
    m_header->setBusy(tr("Comparing"));
    setOld(true);
    showHeader();
    m_historyReader.stop();
    const bool isOfAnswers = m_type == ComparedType::Initialize && !m_isOfExchanges;
    if (!m_impact->wantsHistory() || isOfAnswers) {
        m_work.compare(ordered);
        return;
    }
    m_work.stop();
    m_waitingOrder = ordered;
    m_historyReader.read(m_workspace.history(), m_workspace.preferences().values().historyOn);
}

void ComparePage::startWorkWithHistory(const ImpactHistory &history)
{
    CompareOrder ordered = std::exchange(m_waitingOrder, {});
    ordered.history = history;
    m_work.compare(ordered);
}

bool ComparePage::stop()
{
    const bool wasBusy = m_call || m_work.isComparing() || m_historyReader.isReading();
    if (m_call)
        m_call->cancel();
    m_historyReader.stop();
    m_work.stop();
    if (wasBusy && !m_call)
        finish();
    return wasBusy;
}

/// Either side may be of a file, or of another time.
void ComparePage::teachPresenter() const
{
    Presenter &presenter = Presenter::instance();
    if (!m_outcome || !presenter.isTaught())
        return;
    const Comparison &comparison = *m_outcome->comparison;
    for (const ProjectPtr &project : {comparison.left.project, comparison.right.project})
        if (project)
            presenter.learn(personalTargets(*project));
    for (const JsonDocumentPtr &user : {m_outcome->leftUser, m_outcome->rightUser})
        if (user)
            presenter.learn(personalValuesIn(user->root()));
    if (!m_outcome->impact)
        return;
    PersonalValues examples; // of a file, or of the history
    for (const EntityImpact &entry : m_outcome->impact->entries)
        examples.append({entry.exampleUser, kindFor(Pseudonyms::Kind::Id, entry.exampleUser)});
    presenter.learn(examples);
}

void ComparePage::takeOutcome(const CompareOutcomePtr &outcome)
{
    m_outcome = outcome;
    teachPresenter();
    m_error->dismiss();
    m_model->setSideNames(sideName(true), sideName(false));
    m_counts->setOutcome(*outcome);
    m_counts->show();
    m_filterBar->setCounts(*outcome->comparison);
    m_filterBar->show();
    m_impact->setOutcome(*outcome);
    m_impact->setVisible(outcome->comparison->type == ComparedType::Specs);
    m_stack->setCurrentWidget(m_answer);
    takeRows(outcome->rows);
    finish();
    if (m_filterBar->filter() != m_orderedFilter)
        m_work.filter(outcome->comparison, m_filterBar->filter());
}

void ComparePage::takeRows(const ComparisonRows &rows)
{
    m_model->setRows(m_outcome->comparison, rows);
    unfold();
    showShownBar();
    showSelected();
}

void ComparePage::takeFailure(const Error &error)
{
    m_error->present(error);
    finish();
    setOld(true); // what is shown is of other sides
}

void ComparePage::finish()
{
    m_header->setBusy({});
    setOld(false);
    showHeader();
}

void ComparePage::setOld(bool old)
{
    m_cells->setOld(old);
    m_table->viewport()->update();
}

/// Very many stay folded: laying them all out would take its time.
void ComparePage::unfold()
{
    if (m_cells->rowCount() <= mostUnfolded)
        m_table->expandAll();
    const QModelIndex first = m_cells->index(0, 0);
    if (first.isValid())
        m_table->setCurrentIndex(m_cells->rowCount(first) > 0 ? m_cells->index(0, 0, first) : first);
}

void ComparePage::showHeader()
{
    m_back->setText(m_isOfExchanges         ? tr("Exchanges")
            : m_type == ComparedType::Specs ? tr("Specs")
                                            : tr("Initialize"));
    QString reason;
    if (!m_left->source() || !m_right->source())
        reason = tr("Choose what stands at the left and at the right.");
    else if (reason = askRefusal(m_left); reason.isEmpty())
        reason = askRefusal(m_right);
    m_header->setPrimaryDisabledReason(reason);
    m_exportButton->setDisabledReason(m_outcome ? QString() : tr("Nothing has been compared yet."));
}

QString ComparePage::sideName(bool left) const
{
    return left ? m_leftSource.nameBeside(m_rightSource) : m_rightSource.nameBeside(m_leftSource);
}

void ComparePage::showShownBar()
{
    const Comparison &comparison = *m_outcome->comparison;
    const KindCounts total = comparison.total();
    const ComparisonFilter &filter = m_filterBar->filter();
    const qint64 all = total.different() + (filter.withSame ? total.same : 0);
    if (comparison.isSame() && !filter.withSame)
        m_shownBar->setText(comparisonSummary(comparison));
    else
        m_shownBar->setText(
            tr("%1 of %2 shown.").arg(QLocale().toString(m_model->shownCount()), QLocale().toString(all)));
    m_shownBar->clearActions();
    if (filter.isActive())
        connect(m_shownBar->addLink(tr("Clear the filter")), &QAbstractButton::clicked, m_filterBar,
            &CompareFilterBar::clearFilter);
    m_shownBar->setVisible(filter.isActive() || (comparison.isSame() && !filter.withSame));
}

void ComparePage::showSelected()
{
    const QModelIndex index = m_cells->mapToSource(m_table->currentIndex());
    const FieldDifference *field = m_model->field(index);
    const QString name = index.isValid() ? m_model->name(index) : QString();
    if (field) {
        const FieldDifference &shown = *field;
        const JsonValue &value = shown.left.isValid() ? shown.left : shown.right;
        m_selected->setText(tr("Selected: %1 of %2, %3").arg(fieldWords(shown), name, value.jsonPath()));
    } else {
        m_selected->setText(name.isEmpty() ? QString() : tr("Selected: %1").arg(name));
    }
    const bool isStore = index.isValid() && m_model->kind(index) == ComparedKind::ParamStore;
    m_rules->setText(isStore ? tr("Specs") : tr("Rules"));
    m_rules->setDisabledReason(!index.isValid() ? tr("Choose a difference first.")
            : specsPlace()                      ? QString()
                                                : tr("The specs at hand do not know this by its name."));
    m_whyLeft->setText(tr("Why for %1").arg(shortened(sideName(true))));
    m_whyRight->setText(tr("Why for %1").arg(shortened(sideName(false))));
    const bool isInitialize = m_outcome && m_outcome->comparison->type == ComparedType::Initialize;
    m_whyLeft->setVisible(isInitialize);
    m_whyRight->setVisible(isInitialize);
    m_whyLeft->setDisabledReason(whyRefusal(true));
    m_whyRight->setDisabledReason(whyRefusal(false));
}

std::optional<SpecsPlace> ComparePage::specsPlace() const
{
    const QModelIndex index = m_cells->mapToSource(m_table->currentIndex());
    if (!index.isValid())
        return {};
    const ProjectPtr &specs = m_workspace.specs().project;
    const ComparedKind kind = m_model->kind(index);
    if (kind == ComparedKind::ParamStore)
        return storePlace(specs, m_model->fullName(index));
    const auto table = tableOfKind(kind);
    return table ? entityPlace(specs, *table, m_model->fullName(index)) : std::nullopt;
}

void ComparePage::showRules()
{
    if (const auto place = specsPlace())
        Q_EMIT pageRequested(QStringLiteral("specs"), specsSubject(*place));
}

std::optional<StatsigUser> ComparePage::userOn(bool left) const
{
    const CompareSource &source = left ? m_leftSource : m_rightSource;
    if (!source.exchange)
        return std::nullopt;
    const auto user = userOf(*source.exchange);
    return user ? std::optional(*user) : std::nullopt;
}

QString ComparePage::whyRefusal(bool left) const
{
    const QModelIndex index = m_cells->mapToSource(m_table->currentIndex());
    const ProjectPtr &project = m_workspace.specs().project;
    if (!index.isValid())
        return tr("Choose a difference first.");
    const CompareSource &source = left ? m_leftSource : m_rightSource;
    if (!source.exchange)
        return tr("A file does not say which user it was asked for.");
    if (source.exchange->connectionId != m_workspace.connection().id)
        return tr("This answer is of another connection, %1. Choose that one first.")
            .arg(source.exchange->connectionName);
    const auto table = tableOfKind(m_model->kind(index));
    if (!project || !table || project->find(*table, m_model->fullName(index).toStdString()) < 0)
        return tr("The specs at hand do not know this by its name.");
    return {};
}

/// The composer takes the side's user, which can be undone there, and Why explains for it.
void ComparePage::explain(bool left)
{
    const auto user = userOn(left);
    const QModelIndex index = m_cells->mapToSource(m_table->currentIndex());
    if (!user || !whyRefusal(left).isEmpty())
        return;
    const ProjectPtr &project = m_workspace.specs().project;
    const QString name = m_model->fullName(index);
    const int spec = project->find(*tableOfKind(m_model->kind(index)), name.toStdString());
    const EntityKind kind = project->specs()[std::size_t(spec)].kind;
    m_workspace.setUser(*user);
    Q_EMIT pageRequested(QStringLiteral("check"), QVariant::fromValue(WhySubject {{kind, name}}));
}

void ComparePage::moveToDifference(int step)
{
    QModelIndex index = m_table->currentIndex();
    do {
        index = step > 0 ? m_table->indexBelow(index) : m_table->indexAbove(index);
    } while (index.isValid() && !index.parent().isValid());
    if (index.isValid())
        m_table->setCurrentIndex(index);
}

ComparisonReport ComparePage::report() const
{
    ComparisonReport report;
    report.comparison = m_outcome->comparison;
    report.leftName = m_leftSource.text();
    report.rightName = m_rightSource.text();
    report.users = m_outcome->users;
    report.keptUsers = {m_outcome->leftUser, m_outcome->rightUser};
    report.impact = m_outcome->impact;
    report.program = QStringLiteral("Gatescope ") + QCoreApplication::applicationVersion();
    return report;
}

void ComparePage::swapSides()
{
    const auto left = m_left->source() ? std::optional(*m_left->source()) : std::nullopt;
    const auto right = m_right->source() ? std::optional(*m_right->source()) : std::nullopt;
    if (!left || !right)
        return;
    m_left->choose(*right);
    m_right->choose(*left);
    compareIfReady();
}

void ComparePage::wantFile(SourceChoice *side)
{
    auto *dialog =
        new QFileDialog(this, tr("Open what to compare"), {}, tr("JSON files (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, side](const QString &fileName) { chooseFile(side == m_left, fileName); });
    dialog->open();
}

void ComparePage::chooseFile(bool left, const QString &fileName)
{
    (left ? m_left : m_right)->choose(fileSource(fileName));
    showHeader();
    compareIfReady();
}

void ComparePage::wantUsers()
{
    auto *dialog =
        new QFileDialog(this, tr("Open users"), {}, tr("One user a line (*.jsonl *.ndjson);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ComparePage::useUsers);
    dialog->open();
}

void ComparePage::useUsers(const QString &fileName)
{
    m_usersFile = fileName;
    compareIfReady();
}

void ComparePage::saveAs(bool json)
{
    const auto form = json ? CompareExport::Form::Json : CompareExport::Form::Markdown;
    auto *dialog = new QFileDialog(
        this, tr("Save the comparison"), {}, json ? tr("JSON (*.json)") : tr("Markdown (*.md)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(json ? QStringLiteral("json") : QStringLiteral("md"));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, form, kept = report()](const QString &fileName) { m_export->save(kept, form, fileName); });
    dialog->open();
}

void ComparePage::focusFilter()
{
    if (m_filterBar->isVisible())
        m_filterBar->focusFilter();
    else
        m_left->setFocus();
}

bool ComparePage::leaveFilter()
{
    return m_filterBar->isVisible() && m_filterBar->clearFilter();
}

} // namespace Gatescope
