// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "eventdetail.h"

#include <models/items/exchangewords.h>
#include <models/items/localwitness.h>
#include <models/items/receivedeventsmodel.h>
#include <ui/json/jsontreepane.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/flowlayout.h>
#include <ui/widgets/paneheader.h>
#include <ui/widgets/sentence.h>

#include <QVBoxLayout>

namespace Gatescope {

namespace {

using EventKind = ReceivedEvent::Kind;

/// The user of the event; an empty one where it is none.
StatsigUser userOf(const JsonDocumentPtr &document)
{
    return document ? StatsigUser::fromJson(document->root()["user"]).value_or(StatsigUser()) : StatsigUser();
}

EntityKind kindIn(const ProjectPtr &project, const ReceivedEvent &event)
{
    const SpecTable table = event.kind == EventKind::GateExposure ? SpecTable::FeatureGates
        : event.kind == EventKind::LayerExposure                  ? SpecTable::LayerConfigs
                                                                  : SpecTable::DynamicConfigs;
    const int spec = project ? project->find(table, event.subject.toStdString()) : -1;
    if (spec >= 0)
        return project->specs().at(std::size_t(spec)).kind;
    return table == SpecTable::FeatureGates ? EntityKind::Gate
        : table == SpecTable::LayerConfigs  ? EntityKind::Layer
                                            : EntityKind::DynamicConfig;
}

QString ruleOf(const QString &name, const QString &id)
{
    return name.isEmpty() || name == id ? id : EventDetail::tr("%1 (%2)").arg(name, id);
}

/// What this project says of the same user now, beside what the client saw.
QString comparison(const ReceivedEvent &event, const LocalAnswer &local)
{
    switch (local.reading.verdict) {
    case CheckVerdict::NotInSpecs:
        return EventDetail::tr("The sandbox’s project has nothing of that name now.");
    case CheckVerdict::Undetermined:
        return EventDetail::tr("What the project says now cannot be told: %1")
            .arg(local.missing ? missingSentence(*local.missing) : QString());
    default:
        break;
    }
    const bool isGate = event.kind == EventKind::GateExposure;
    const bool sameValue = !isGate || verdictText(event).isEmpty()
        || isPositive(local.reading.verdict) == (event.verdict == QLatin1String("true"));
    if (local.reading.ruleId == event.ruleId && sameValue)
        return isGate ? EventDetail::tr("The sandbox’s project says the same now.")
                      : EventDetail::tr("The sandbox’s project decides by the same rule now.");
    return EventDetail::tr(
        "The sandbox’s project says now: %1, by rule %2. The project may have been changed "
        "since, or the user has private attributes, which events do not carry.")
        .arg(verdictWords(local.reading.verdict), ruleOf(local.reading.rule, local.reading.ruleId));
}

} // namespace

EventDetail::EventDetail(QWidget *parent)
    : Panel(Theme::Color::Background, Qt::LeftEdge, parent)
    , m_header(new PaneHeader(QString(), Theme::Font::Mono))
    , m_sentence(new Sentence)
    , m_why(new ActionButton(tr("Why")))
    , m_user(new ActionButton(tr("Take the user into the composer")))
    , m_request(new ActionButton(tr("Show the request")))
    , m_nothing(new QWidget)
    , m_tree(new JsonTreePane(tr("The event as it was sent")))
{
    const Theme &theme = Theme::instance();
    m_sentence->setObjectName(QStringLiteral("eventSentence"));
    m_why->setObjectName(QStringLiteral("eventWhyButton"));
    m_user->setObjectName(QStringLiteral("eventUserButton"));
    m_request->setObjectName(QStringLiteral("eventRequestButton"));
    auto *buttons = new FlowLayout(theme.scaled(8), theme.scaled(8));
    for (ActionButton *button : {m_why, m_user, m_request}) {
        button->setSmall(true);
        buttons->addWidget(button);
    }
    auto *head = new QVBoxLayout;
    head->setContentsMargins(theme.scaled(12), theme.scaled(8), theme.scaled(12), theme.scaled(8));
    head->setSpacing(theme.scaled(8));
    head->addWidget(m_sentence);
    head->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(head);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_nothing, 1);
    setMinimumHeight(theme.scaled(180));
    connect(
        m_request, &QAbstractButton::clicked, this, [this] { Q_EMIT requestRequested(m_event->request); });
    connect(m_user, &QAbstractButton::clicked, this, [this] { Q_EMIT userRequested(userOf(m_document)); });
    connect(
        m_why, &QAbstractButton::clicked, this, [this] { Q_EMIT whyRequested(userOf(m_document), m_item); });
    setEvent(nullptr, nullptr, {});
}

void EventDetail::setEvent(
    const ReceivedEventPtr &event, const ProjectPtr &project, const EvaluationContext &context)
{
    const bool isAnother = event != m_event || !event;
    m_event = event;
    for (QWidget *part : QList<QWidget *> {m_sentence, m_why, m_user, m_request, m_tree})
        part->setVisible(event != nullptr);
    m_nothing->setVisible(!event);
    m_header->setTitle(event ? tr("Event %1").arg(event->number) : tr("No event chosen"));
    m_header->setSubtitle(event ? event->name : QString());
    if (!event)
        return m_tree->clear();
    if (isAnother) {
        m_document = JsonDocument::parse(event->json).value_or(nullptr);
        m_tree->setDocument(m_document);
    }
    const bool hasUser = !userOf(m_document).isEmpty();
    m_user->setDisabledReason(hasUser ? QString() : tr("The event has no user."));
    m_why->setVisible(event->isExposure());
    m_why->setDisabledReason(hasUser ? QString() : tr("The event has no user."));
    showVerdict(project, context);
}

void EventDetail::showVerdict(const ProjectPtr &project, const EvaluationContext &context)
{
    const QString who = m_event->user.isEmpty() ? tr("a user without an ID") : m_event->user;
    const QString when = m_event->time.isValid() ? localAndUtcText(m_event->time) : tr("no time of its own");
    if (!m_event->isExposure()) {
        m_sentence->setText(kindText(m_event->kind), tr("of %1, %2.").arg(who, when));
        return;
    }
    m_item = {kindIn(project, *m_event), m_event->subject};
    const LocalAnswerPtr local =
        project ? LocalWitness(project, context, userOf(m_document)).answer(m_item) : nullptr;
    const QString verdict = verdictText(*m_event);
    const QString rule = local && local->reading.ruleId == m_event->ruleId
        ? ruleOf(local->reading.rule, m_event->ruleId)
        : m_event->ruleId;
    const QString headline = verdict.isEmpty() ? tr("%1 was seen").arg(m_event->subject)
                                               : tr("%1: %2").arg(m_event->subject, verdict);
    m_sentence->setText(headline,
        tr("for %1, by rule %2, %3. %4")
            .arg(who, rule, when, local ? comparison(*m_event, *local) : QString()));
}

} // namespace Gatescope
