// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "sandboxpage.h"

#include "connectpane.h"
#include "eventdetail.h"
#include "faultspane.h"
#include "projectpane.h"
#include "requestdetail.h"
#include "sandboxtraffic.h"
#include "trafficpane.h"
#include "trafficproxies.h"

#include <models/statsig/requests.h>
#include <ui/json/filesave.h>
#include <ui/why/whysubject.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/emptystate.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/pageheader.h>
#include <ui/widgets/segmented.h>
#include <ui/workspace.h>

#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Gatescope {

namespace {

using EventKind = ReceivedEvent::Kind;

QString countedText(int count, const QString &one, const QString &several)
{
    return count == 1 ? one : several.arg(count);
}

/// "check_gate 503, log_event latency=2000"
QString faultsText(const SandboxFaults &faults)
{
    QStringList parts;
    QStringList endpoints = faults.keys();
    endpoints.sort();
    for (const QString &endpoint : std::as_const(endpoints))
        parts << (endpoint.isEmpty() ? SandboxPage::tr("all endpoints") : endpoint) + QLatin1Char(' ')
                + (faults.value(endpoint).isNone() ? SandboxPage::tr("as it should")
                                                   : faultText(faults.value(endpoint)));
    return parts.join(QStringLiteral(", "));
}

} // namespace

SandboxPage::SandboxPage(Workspace &workspace, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_sandbox(*workspace.sandbox())
    , m_traffic(*workspace.sandboxTraffic())
    , m_header(new PageHeader(tr("Sandbox")))
    , m_parts(new Segmented(tr("Part of the sandbox")))
    , m_faultBar(new InlineBar(InlineBar::Kind::Warning))
    , m_error(new InlineBar(InlineBar::Kind::Error))
    , m_clearedBar(new InlineBar(InlineBar::Kind::Info))
    , m_stack(new QStackedWidget)
    , m_project(new ProjectPane(workspace))
    , m_request(new RequestDetail)
    , m_event(new EventDetail)
{
    m_parts->setObjectName(QStringLiteral("sandboxParts"));
    for (const QString &part : {tr("Connect"), tr("Requests"), tr("Events"), tr("Project"), tr("Faults")})
        m_parts->addSegment(part);
    m_header->addLeading(m_parts);
    makeTools();
    m_faultBar->setObjectName(QStringLiteral("sandboxFaultBar"));
    m_faultBar->setActionsBeside(true);
    connect(m_faultBar->addAction(tr("Take all back")), &QAbstractButton::clicked, this,
        [this] { m_sandbox.setFaults({}); });
    m_error->setClosable(true);
    m_error->hide();
    connect(m_error, &InlineBar::closed, m_error, &QWidget::hide);
    m_clearedBar->setObjectName(QStringLiteral("trafficClearedBar"));
    m_clearedBar->setClosable(true);
    m_clearedBar->setActionsBeside(true);
    m_clearedBar->hide();
    connect(m_clearedBar, &InlineBar::closed, this, [this] {
        m_traffic.forgetCleared();
        m_clearedBar->hide();
    });
    m_stack->addWidget(new ConnectPane(m_sandbox, workspace.preferences()));
    m_stack->addWidget(makeRequests());
    m_stack->addWidget(makeEvents());
    m_stack->addWidget(m_project);
    m_stack->addWidget(new FaultsPane(m_sandbox));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_error);
    layout->addWidget(m_clearedBar);
    layout->addWidget(m_faultBar);
    layout->addWidget(m_stack, 1);

    connect(m_parts, &Segmented::chosen, this, [this](int part) { show(Part(part)); });
    connect(m_header, &PageHeader::primaryTriggered, this, &SandboxPage::runPrimaryAction);
    connect(&m_traffic, &SandboxTraffic::changed, this, &SandboxPage::refresh);
    connect(&m_sandbox, &SandboxControl::failed, this, &SandboxPage::showError);
    connect(&m_sandbox, &SandboxControl::changed, this, [this] {
        refresh();
        refreshFaults();
        showCurrentEvent();
    });
    refresh();
    refreshFaults();
    showCurrentEvent();
}

void SandboxPage::makeTools()
{
    m_save = new ActionButton(tr("Save as JSONL"));
    m_save->setObjectName(QStringLiteral("saveTrafficButton"));
    m_reset = new ActionButton(tr("Reset"));
    m_reset->setObjectName(QStringLiteral("resetTrafficButton"));
    m_reset->setThemeIcon(Theme::Icon::Clear);
    m_toggle = new ActionButton(tr("Stop"));
    m_toggle->setObjectName(QStringLiteral("toggleSandboxButton"));
    for (ActionButton *tool : {m_save, m_reset, m_toggle})
        m_header->addTool(tool);
    connect(m_save, &QAbstractButton::clicked, this, &SandboxPage::save);
    connect(m_reset, &QAbstractButton::clicked, this, &SandboxPage::clearTraffic);
    connect(m_toggle, &QAbstractButton::clicked, this, &SandboxPage::toggle);
}

QWidget *SandboxPage::makeEmpty(Theme::Icon icon, const QString &headline, const QString &text)
{
    auto *empty = new EmptyState(icon, headline);
    empty->setText(text);
    connect(empty->addButton(tr("Point an application here"), true), &QAbstractButton::clicked, this,
        [this] { show(Connect); });
    return empty;
}

QWidget *SandboxPage::makeRequests()
{
    auto *proxy = new SandboxRequestsProxy;
    proxy->setSourceModel(&m_traffic.requests());
    const auto outcomeIs = [this](SandboxOutcome outcome) {
        return [this, outcome](const QModelIndex &index) {
            return outcomeOf(*m_traffic.requests().item(index.row())) == outcome;
        };
    };
    using Column = SandboxRequestsModel::Column;
    TrafficPane::Setup setup;
    setup.name = QStringLiteral("sandboxRequests");
    setup.title = tr("Requests to the sandbox");
    setup.filterHint = tr("Filter the requests");
    setup.widths = {64, 84, 168, 160, 112, 160, 132, 80};
    setup.stretchedColumn = Column::Subject;
    setup.hiddenBelow = {{940, {Column::Duration}}, {720, {Column::User}}};
    setup.filters = {
        {tr("Answered"), Theme::Icon::On, Theme::Color::Pass, outcomeIs(SandboxOutcome::Answered)},
        {tr("Refused"), Theme::Icon::Error, Theme::Color::Error, outcomeIs(SandboxOutcome::Refused)},
        {tr("Faults"), Theme::Icon::Warning, Theme::Color::Warning, outcomeIs(SandboxOutcome::Spoiled)},
        {tr("Not Gatescope’s own"), std::nullopt, Theme::Color::TextMuted, [this](const QModelIndex &index) {
             return m_traffic.requests().item(index.row())->sdkType != QLatin1String(sdkType);
         }}};
    m_requests = new TrafficPane(setup, m_workspace.preferences(), proxy, m_request,
        makeEmpty(Theme::Icon::Exchanges, tr("Every request to the sandbox appears here"),
            tr("As it arrives, with what was asked, who asked and what the sandbox answered.")));
    const auto showCurrent = [this](int row) { m_request->setRequest(m_traffic.requests().item(row)); };
    connect(m_requests, &TrafficPane::currentChanged, this, showCurrent);
    showCurrent(m_requests->currentSourceRow());
    return m_requests;
}

QWidget *SandboxPage::makeEvents()
{
    auto *proxy = new ReceivedEventsProxy;
    proxy->setSourceModel(&m_traffic.events());
    const auto isOf = [this](const QList<EventKind> &kinds) {
        return [this, kinds](const QModelIndex &index) {
            return kinds.contains(m_traffic.events().item(index.row())->kind);
        };
    };
    using Column = ReceivedEventsModel::Column;
    TrafficPane::Setup setup;
    setup.name = QStringLiteral("sandboxEvents");
    setup.title = tr("Events the sandbox has received");
    setup.filterHint = tr("Filter the events");
    setup.widths = {64, 84, 200, 130, 180, 130, 150};
    setup.stretchedColumn = Column::Event;
    setup.hiddenBelow = {{700, {Column::Rule}}, {560, {Column::User}}};
    setup.filters = {{tr("Events"), Theme::Icon::Events, Theme::Color::TextMuted, isOf({EventKind::Custom})},
        {tr("Exposures"), Theme::Icon::ExposuresOn, Theme::Color::TextMuted,
            isOf({EventKind::GateExposure, EventKind::ConfigExposure, EventKind::LayerExposure})},
        {tr("Statsig’s own"), std::nullopt, Theme::Color::TextMuted, isOf({EventKind::Internal})}};
    m_events = new TrafficPane(setup, m_workspace.preferences(), proxy, m_event,
        makeEmpty(Theme::Icon::Events, tr("See the events and exposures of an application"),
            tr("Decoded as they arrive: whose they are, what the user got, and by which rule.")));
    connect(m_events, &TrafficPane::currentChanged, this, &SandboxPage::showCurrentEvent);
    connect(m_event, &EventDetail::requestRequested, this, &SandboxPage::showRequest);
    connect(m_event, &EventDetail::userRequested, &m_workspace, &Workspace::setUser);
    connect(m_event, &EventDetail::whyRequested, this, &SandboxPage::explain);
    return m_events;
}

void SandboxPage::showCurrentEvent()
{
    EvaluationContext context = m_workspace.evaluationContext();
    context.idLists = m_sandbox.status().idLists;
    m_event->setEvent(
        m_traffic.events().item(m_events->currentSourceRow()), m_sandbox.status().project, context);
}

void SandboxPage::show(Part part)
{
    m_parts->setCurrent(part);
    m_stack->setCurrentIndex(part);
    refresh();
}

void SandboxPage::showSubject(const QVariant &subject)
{
    if (subject.canConvert<EntityRef>()) {
        show(Project);
        m_project->select(subject.value<EntityRef>());
        return;
    }
    show(Part(qBound(0, subject.toInt(), int(Faults))));
}

void SandboxPage::refresh()
{
    const SandboxStatus &status = m_sandbox.status();
    const int requests = m_traffic.requests().rowCount();
    const int events = m_traffic.events().rowCount();
    QStringList parts;
    if (status.isRunning())
        parts << tr("serving %1").arg(status.projectName);
    else
        parts << (status.isStopping ? tr("stopping: the last answers go out") : tr("stopped"));
    if (requests > 0)
        parts << countedText(requests, tr("1 request"), tr("%1 requests"))
              << countedText(events, tr("1 event"), tr("%1 events"));
    if (m_traffic.leftOut() > 0)
        parts << tr("%1 older requests not kept").arg(m_traffic.leftOut());
    m_header->setSubtitle(parts.join(QStringLiteral(", ")));
    m_toggle->setDisabledReason(status.isStopping ? tr("The last answers go out.") : QString());
    m_toggle->setText(status.isRunning() ? tr("Stop") : tr("Start"));
    m_toggle->setThemeIcon(status.isRunning() ? Theme::Icon::Stop : Theme::Icon::Run);
    const QString nothing = requests > 0 ? QString() : tr("Nothing has arrived yet.");
    m_save->setVisible(currentTraffic());
    m_reset->setVisible(currentTraffic());
    m_save->setDisabledReason(nothing);
    m_reset->setDisabledReason(nothing);
}

void SandboxPage::refreshFaults()
{
    const SandboxFaults &faults = m_sandbox.status().faults;
    m_faultBar->setVisible(!faults.isEmpty());
    if (!faults.isEmpty())
        m_faultBar->setText(tr("The sandbox errs on purpose."),
            tr("%1. Gatescope’s own requests to it are hit too.").arg(faultsText(faults)));
}

void SandboxPage::showRequest(quint64 number)
{
    show(Requests);
    if (const int row = m_traffic.requests().rowOf(number); row >= 0)
        m_requests->select(row);
}

/// On the connection whose specs are the sandbox's.
void SandboxPage::explain(const StatsigUser &user, const CheckItem &item)
{
    m_workspace.selectConnection(m_workspace.connections().constFirst().id);
    m_workspace.setUser(user);
    Q_EMIT pageRequested(QStringLiteral("check"), QVariant::fromValue(WhySubject {item}));
}

void SandboxPage::runPrimaryAction()
{
    if (!m_sandbox.status().isRunning())
        toggle();
}

void SandboxPage::toggle()
{
    m_error->hide();
    if (m_sandbox.status().isRunning())
        m_sandbox.stop();
    else
        m_sandbox.start();
}

void SandboxPage::clearTraffic()
{
    m_traffic.clear();
    const qsizetype count = m_traffic.restorable();
    if (count == 0)
        return;
    m_clearedBar->clearActions();
    m_clearedBar->setText(count == 1
            ? tr("1 request is cleared, with its events.")
            : tr("%1 requests are cleared, with their events.").arg(QLocale().toString(count)));
    connect(m_clearedBar->addAction(tr("Undo")), &QAbstractButton::clicked, this, [this] {
        m_clearedBar->hide();
        m_traffic.restore();
    });
    m_clearedBar->show();
}

void SandboxPage::showError(const Error &error)
{
    m_error->setError(error);
    m_error->show();
}

void SandboxPage::save()
{
    const QList<SandboxRequestPtr> requests = m_traffic.requests().items();
    const QList<ReceivedEventPtr> events = m_traffic.events().items();
    saveFile(this,
        {tr("Save what arrived at the sandbox"), QStringLiteral("sandbox"), QStringLiteral("jsonl"),
            [requests, events] { return trafficLines(requests, events); }},
        [this](const Error &error) { showError(error); });
}

TrafficPane *SandboxPage::currentTraffic() const
{
    switch (Part(m_stack->currentIndex())) {
    case Requests:
        return m_requests;
    case Events:
        return m_events;
    case Connect:
    case Project:
    case Faults:
        break;
    }
    return nullptr;
}

void SandboxPage::focusFilter()
{
    if (TrafficPane *traffic = currentTraffic())
        traffic->focusFilter();
    else if (m_stack->currentIndex() == Project)
        m_project->focusFilter();
    else
        m_parts->segment(m_parts->current())->setFocus();
}

bool SandboxPage::leaveFilter()
{
    if (m_stack->currentIndex() == Project)
        return m_project->leaveFilter();
    TrafficPane *traffic = currentTraffic();
    return traffic && traffic->leaveFilter();
}

} // namespace Gatescope
