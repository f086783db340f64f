// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "pageheader.h"

#include "actionbutton.h"
#include "statustext.h"
#include "textlabel.h"

#include <QHBoxLayout>

#include <chrono>

namespace Gatescope {

namespace {

/// design.md, "Busy".
constexpr std::chrono::milliseconds busyDelay {150};

} // namespace

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : Panel(Theme::Color::Surface, Qt::BottomEdge, parent)
    , m_title(new TextLabel(title, Theme::Font::Title))
    , m_subtitle(new StatusText(Theme::Font::Body))
    , m_primary(new ActionButton(QString(), ActionButton::Look::Primary))
    , m_layout(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("pageHeader"));
    m_primary->setObjectName(QStringLiteral("primaryButton"));
    m_primary->hide();
    m_layout->setSpacing(8);
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_subtitle, 1);
    m_layout->addWidget(m_primary);
    m_title->setVisible(!title.isEmpty()); // without a parent it would be a window for a moment
    m_busyDelay.setSingleShot(true);
    m_busyDelay.setInterval(busyDelay);
    connect(&m_busyDelay, &QTimer::timeout, this, [this] {
        m_showsBusy = true;
        showState();
    });
    connect(m_primary, &QPushButton::clicked, this,
        [this] { m_showsBusy ? Q_EMIT stopTriggered() : Q_EMIT primaryTriggered(); });
    const auto applyTheme = [this] {
        const Theme &theme = Theme::instance();
        m_layout->setContentsMargins(theme.scaled(16), theme.scaled(8), theme.scaled(16), theme.scaled(8));
        setMinimumHeight(theme.scaled(48));
    };
    applyTheme();
    connect(&Theme::instance(), &Theme::changed, this, applyTheme);
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
}

void PageHeader::setSubtitle(const QString &text)
{
    m_subtitleText = text;
    showState();
}

void PageHeader::addLeading(QWidget *widget)
{
    m_layout->insertWidget(m_layout->indexOf(m_subtitle), widget);
}

void PageHeader::addTool(QWidget *widget)
{
    m_layout->insertWidget(m_layout->indexOf(m_primary), widget);
}

void PageHeader::setPrimaryAction(const QString &text, Theme::Icon icon, const QKeySequence &key)
{
    m_primaryText = text;
    m_primaryIcon = icon;
    m_key = key;
    m_primary->show();
    showState();
}

void PageHeader::setPrimaryText(const QString &text)
{
    m_primaryText = text;
    showState();
}

void PageHeader::setPrimaryDisabledReason(const QString &reason)
{
    m_disabledReason = reason;
    showState();
}

void PageHeader::setBusy(const QString &text)
{
    const bool wasBusy = isBusy();
    m_busyText = text;
    if (!isBusy()) {
        m_busyDelay.stop();
        m_showsBusy = false;
    } else if (!wasBusy) {
        m_busyDelay.start();
    }
    showState();
}

void PageHeader::showState()
{
    m_subtitle->setText(m_showsBusy ? m_busyText : m_subtitleText);
    m_primary->setThemeIcon(m_showsBusy ? Theme::Icon::Stop : m_primaryIcon);
    m_primary->setText(m_showsBusy ? tr("Stop") : m_primaryText);
    m_primary->setKeyCap(m_showsBusy ? QKeySequence(Qt::Key_Escape) : m_key);
    m_primary->setDisabledReason(m_showsBusy ? QString() : m_disabledReason);
}

} // namespace Gatescope
