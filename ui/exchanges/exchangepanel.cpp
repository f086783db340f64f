// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "exchangepanel.h"

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
    , m_view(new ExchangeView(this))
{
    m_toggle->setObjectName(QStringLiteral("exchangeToggleButton"));
    m_copy->setObjectName(QStringLiteral("copyCurlButton"));
    m_copy->setThemeIcon(Theme::Icon::Copy);
    m_copy->setSmall(true);
    m_view->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_view, 1);
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
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(theme.scaled(8), 0, theme.scaled(8), 0);
    row->setSpacing(theme.scaled(8));
    row->addWidget(m_toggle);
    row->addWidget(new TextLabel(tr("Last exchange"), Theme::Font::BodyStrong, Theme::Color::Text, bar));
    row->addWidget(m_what);
    row->addWidget(m_mark);
    row->addWidget(m_numbers);
    row->addSpacing(theme.scaled(16));
    row->addWidget(m_view->tabBar());
    row->addStretch(1);
    row->addWidget(m_copy);
    m_view->tabBar()->hide();
    return bar;
}

int ExchangePanel::barHeight() const
{
    return qMax(Theme::instance().scaled(32), Theme::instance().rowHeight() + Theme::instance().scaled(4));
}

void ExchangePanel::setExchange(const ExchangePtr &exchange)
{
    m_exchange = exchange;
    m_view->setExchange(exchange);
    m_copy->setDisabledReason(exchange ? QString() : tr("Nothing was asked yet."));
    describe();
}

void ExchangePanel::describe()
{
    m_mark->setVisible(bool(m_exchange));
    m_what->setText(m_exchange ? methodAndPath(*m_exchange) : QString());
    m_numbers->setText(m_exchange ? numbersText(*m_exchange) : tr("none yet"));
    if (m_exchange)
        m_mark->setMark(exchangeMark(*m_exchange));
}

void ExchangePanel::setOpen(bool open)
{
    m_open = open;
    m_view->setVisible(open);
    m_view->tabBar()->setVisible(open);
    m_numbers->setVisible(!open); // the tabs need the room, and say the same in full
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
