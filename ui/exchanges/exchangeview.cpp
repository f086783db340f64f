// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "exchangeview.h"

#include "bodyview.h"
#include "headersview.h"
#include "timingbars.h"

#include <ui/presenter/presenter.h>
#include <ui/presenterteacher.h>

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace Gatescope {

namespace {

QString noResponseText(const ExchangePtr &exchange)
{
    if (!exchange)
        return {};
    if (exchange->status == 0)
        return exchange->error ? exchange->error->message : ExchangeView::tr("There was no answer.");
    return ExchangeView::tr("The answer %1 has no body.").arg(exchange->status);
}

} // namespace

ExchangeView::ExchangeView(QWidget *parent)
    : Panel(Theme::Color::Raised, {}, parent)
    , m_tabs(new QTabBar(this))
    , m_stack(new QStackedWidget(this))
    , m_request(new BodyView(tr("Request body"), this))
    , m_response(new BodyView(tr("Response body"), this))
    , m_headers(new HeadersView(this))
    , m_timing(new TimingBars(this))
{
    m_tabs->setAccessibleName(tr("Parts of the exchange"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    const auto add = [this](const QString &title, QWidget *view) {
        m_tabs->addTab(title);
        m_stack->addWidget(view);
    };
    add(tr("Request"), m_request);
    add(tr("Response"), m_response);
    add(tr("Headers"), m_headers);
    add(tr("Timing"), m_timing);
    m_tabs->setCurrentIndex(Response);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &ExchangeView::showTab);
    connect(&Presenter::instance(), &Presenter::teachersWanted, this, &ExchangeView::teach);
    m_stack->setCurrentIndex(Response);
}

void ExchangeView::setExchange(const ExchangePtr &exchange)
{
    m_exchange = exchange;
    teach();
    // What nobody looks at is not laid out: answers come in numbers and may be large.
    if (isVisible())
        showTab();
}

/// It may be of a file, or of another run.
void ExchangeView::teach() const
{
    if (m_exchange)
        teachPresenter(*m_exchange);
}

void ExchangeView::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    showTab();
}

void ExchangeView::showTab()
{
    m_stack->setCurrentIndex(m_tabs->currentIndex());
    switch (m_tabs->currentIndex()) {
    case Request:
        m_request->setBody(m_exchange ? m_exchange->requestBody : QByteArray(),
            m_exchange ? tr("The request has no body.") : QString());
        break;
    case Response:
        m_response->setBody(m_exchange ? m_exchange->responseBody : QByteArray(), noResponseText(m_exchange));
        break;
    case Headers:
        m_headers->setExchange(m_exchange);
        break;
    case Timing:
        m_timing->setExchange(m_exchange);
        break;
    }
}

} // namespace Gatescope
