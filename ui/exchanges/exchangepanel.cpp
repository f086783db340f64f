// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "exchangepanel.h"

#include "copymenubutton.h"
#include "exchangelook.h"
#include "exchangeview.h"

#include <ui/widgets/actionbutton.h>
#include <ui/widgets/statustext.h>
#include <ui/widgets/textlabel.h>
#include <ui/widgets/verdictmark.h>

#include <QHBoxLayout>
#include <QTabBar>

namespace Gatescope {

namespace {

QString methodAndPath(const Exchange &exchange)
{
    return QString::fromLatin1(exchange.method) + QLatin1Char(' ') + exchange.url.path();
}

/// At 100 %; a narrower bar keeps the tabs and drops the numbers.
constexpr int numbersBesideTabs = 860;

QString numbersText(const Exchange &exchange)
{
    return ExchangePanel::tr("%1   %2 out, %3 in", "duration, bytes sent and received")
        .arg(durationText(exchange.finished), byteCountText(exchange.requestBody.size()),
            byteCountText(exchange.responseBody.size()));
}

} // namespace

ExchangePanel::ExchangePanel(QWidget *parent)
    : Panel(Theme::Color::Raised, {}, parent)
    , m_toggle(new ActionButton(Theme::Icon::ChevronUp, tr("Open the exchange"), this))
    , m_what(new StatusText(Theme::Font::Mono, Theme::Color::Text, this))
    , m_mark(new VerdictMark(VerdictMark::Look::Plain, this))
    , m_numbers(new StatusText(Theme::Font::Label, Theme::Color::TextMuted, this))
    , m_copy(new ActionButton(tr("Copy as cURL"), ActionButton::Look::Flat, this))
{
    setObjectName(QStringLiteral("exchangePanel"));
    m_toggle->setObjectName(QStringLiteral("exchangeToggleButton"));
    m_copy->setObjectName(QStringLiteral("copyCurlButton"));
    m_copy->setThemeIcon(Theme::Icon::Copy);
    m_copy->setSmall(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    connect(m_toggle, &QAbstractButton::clicked, this, [this] { Q_EMIT openRequested(!m_open); });
    connect(m_copy, &QAbstractButton::clicked, this, &ExchangePanel::copyRequested);
    connect(&Theme::instance(), &Theme::changed, this, &ExchangePanel::applyHeight);
    setExchange({});
    applyHeight();
}

QWidget *ExchangePanel::makeBar()
{
    const Theme &theme = Theme::instance();
    auto *bar = new QWidget(this);
    m_bar = new QHBoxLayout(bar);
    m_bar->setContentsMargins(theme.scaled(8), 0, theme.scaled(8), 0);
    m_bar->setSpacing(theme.scaled(8));
    m_bar->addWidget(m_toggle);
    m_bar->addWidget(new TextLabel(tr("Last exchange"), Theme::Font::BodyStrong, Theme::Color::Text, bar));
    m_bar->addWidget(m_what);
    m_bar->addWidget(m_mark);
    m_bar->addWidget(m_numbers);
    m_bar->addSpacing(theme.scaled(16));
    m_bar->addStretch(1);
    m_bar->addWidget(m_copy);
    m_copyMenu = new CopyMenuButton([this] { return m_exchange; }, {}, bar);
    m_bar->addWidget(m_copyMenu);
    m_copyMenu->setObjectName(QStringLiteral("copyLastMenuButton"));
    return bar;
}

/// Most people never open it, so its four views are made when they are first wanted.
void ExchangePanel::makeView()
{
    m_view = new ExchangeView(this);
    layout()->addWidget(m_view);
    static_cast<QVBoxLayout *>(layout())->setStretchFactor(m_view, 1);
    const int beforeStretchAndCopy = m_bar->count() - 3;
    m_bar->insertWidget(beforeStretchAndCopy, m_view->tabBar());
    m_view->setExchange(m_exchange);
}

int ExchangePanel::barHeight() const
{
    return qMax(Theme::instance().scaled(32), Theme::instance().rowHeight() + Theme::instance().scaled(4));
}

void ExchangePanel::setExchange(const ExchangePtr &exchange)
{
    m_exchange = exchange;
    if (m_view)
        m_view->setExchange(exchange);
    for (ActionButton *button : {m_copy, static_cast<ActionButton *>(m_copyMenu)})
        button->setDisabledReason(exchange ? QString() : tr("Nothing was asked yet."));
    describe();
}

void ExchangePanel::describe()
{
    m_mark->setVisible(bool(m_exchange));
    m_what->setText(m_exchange ? methodAndPath(*m_exchange) : QString());
    showNumbers();
    if (m_exchange)
        m_mark->setMark(exchangeMark(*m_exchange));
}

/// Beside the tabs only the duration has room; what they show has the rest.
void ExchangePanel::showNumbers()
{
    m_numbers->setVisible(!m_open || width() >= Theme::instance().scaled(numbersBesideTabs));
    if (!m_exchange)
        m_numbers->setText(tr("none yet"));
    else
        m_numbers->setText(m_open ? durationText(m_exchange->finished) : numbersText(*m_exchange));
}

void ExchangePanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    showNumbers();
}

void ExchangePanel::setOpen(bool open)
{
    m_open = open;
    if (open && !m_view)
        makeView();
    if (m_view) {
        m_view->setVisible(open);
        m_view->tabBar()->setVisible(open);
    }
    showNumbers();
    m_toggle->setThemeIcon(open ? Theme::Icon::ChevronDown : Theme::Icon::ChevronUp);
    m_toggle->setAccessibleName(open ? tr("Close the exchange") : tr("Open the exchange"));
    m_toggle->setToolTip(m_toggle->accessibleName() + QStringLiteral(" (Ctrl+J)"));
    applyHeight();
}

void ExchangePanel::applyHeight()
{
    layout()->itemAt(0)->widget()->setFixedHeight(barHeight());
    setMinimumHeight(m_open ? barHeight() + Theme::instance().scaled(96) : barHeight());
    setMaximumHeight(m_open ? QWIDGETSIZE_MAX : barHeight());
}

} // namespace Gatescope
