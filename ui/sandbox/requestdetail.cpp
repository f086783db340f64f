// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "requestdetail.h"

#include <models/items/exchangewords.h>
#include <models/items/sandboxrequestsmodel.h>
#include <ui/exchanges/bodyview.h>
#include <ui/widgets/paneheader.h>
#include <ui/widgets/sentence.h>

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace Gatescope {

namespace {

QString keyText(KeyKind key)
{
    switch (key) {
    case KeyKind::Server:
        return RequestDetail::tr("with the server key");
    case KeyKind::Client:
        return RequestDetail::tr("with the client key");
    case KeyKind::Console:
        return RequestDetail::tr("with a Console API key");
    case KeyKind::Unknown:
        return RequestDetail::tr("with a key that is not the sandbox’s");
    case KeyKind::None:
        break;
    }
    return RequestDetail::tr("without a key");
}

QString headlineOf(const SandboxRequest &request)
{
    switch (outcomeOf(request)) {
    case SandboxOutcome::Answered:
        return RequestDetail::tr("Answered %1").arg(request.status);
    case SandboxOutcome::Refused:
        return RequestDetail::tr("Refused with %1").arg(request.status);
    case SandboxOutcome::Spoiled:
        break;
    }
    return RequestDetail::tr("Spoiled on purpose (%1)").arg(request.fault);
}

QString summaryOf(const SandboxRequest &request)
{
    QStringList parts {RequestDetail::tr("after %1").arg(tookText(request)),
        RequestDetail::tr("%1 in, %2 out")
            .arg(byteCountText(request.sentBytes), byteCountText(request.answeredBytes)),
        keyText(request.key)};
    if (const QString client = clientText(request); !client.isEmpty())
        parts << RequestDetail::tr("by %1").arg(client);
    if (request.eventCount > 0)
        parts << (request.eventCount == 1 ? RequestDetail::tr("1 event received")
                                          : RequestDetail::tr("%1 events received").arg(request.eventCount));
    return parts.join(QStringLiteral(", ")) + QLatin1Char('.');
}

Theme::Color colorOf(const SandboxRequest &request)
{
    switch (outcomeOf(request)) {
    case SandboxOutcome::Answered:
        return Theme::Color::Pass;
    case SandboxOutcome::Refused:
        return Theme::Color::Error;
    case SandboxOutcome::Spoiled:
        break;
    }
    return Theme::Color::Warning;
}

} // namespace

RequestDetail::RequestDetail(QWidget *parent)
    : Panel(Theme::Color::Background, Qt::LeftEdge, parent)
    , m_header(new PaneHeader(QString(), Theme::Font::Mono))
    , m_summary(new Sentence)
    , m_tabs(new QTabBar)
    , m_stack(new QStackedWidget)
    , m_nothing(new QWidget)
    , m_sent(new BodyView(tr("What was sent")))
    , m_answered(new BodyView(tr("What was answered")))
{
    const Theme &theme = Theme::instance();
    m_summary->setObjectName(QStringLiteral("requestSummary"));
    m_tabs->addTab(tr("Sent"));
    m_tabs->addTab(tr("Answered"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_stack->addWidget(m_sent);
    m_stack->addWidget(m_answered);
    auto *text = new QVBoxLayout;
    text->setContentsMargins(theme.scaled(12), theme.scaled(8), theme.scaled(12), theme.scaled(8));
    text->addWidget(m_summary);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(text);
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_nothing, 1);
    setMinimumHeight(theme.scaled(180));
    connect(m_tabs, &QTabBar::currentChanged, this, &RequestDetail::showTab);
    setRequest(nullptr);
}

void RequestDetail::setRequest(const SandboxRequestPtr &request)
{
    m_request = request;
    m_summary->setVisible(request != nullptr);
    m_tabs->setVisible(request != nullptr);
    m_stack->setVisible(request != nullptr);
    m_nothing->setVisible(!request);
    m_header->setTitle(request ? tr("Request %1").arg(request->number) : tr("No request chosen"));
    m_header->setSubtitle(
        request ? QString::fromLatin1(request->method) + QLatin1Char(' ') + request->path : QString());
    if (!request)
        return;
    m_summary->setText(headlineOf(*request), summaryOf(*request), colorOf(*request));
    showTab();
}

void RequestDetail::showTab()
{
    m_stack->setCurrentIndex(m_tabs->currentIndex());
    if (!m_request)
        return;
    if (m_tabs->currentIndex() == 0)
        m_sent->setBody(m_request->body, tr("The request had no body."));
    else
        m_answered->setBody(m_request->answer, tr("The answer had no body."));
}

} // namespace Gatescope
