// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "inlinebar.h"

#include "actionbutton.h"
#include "announce.h"
#include "plaintooltip.h"
#include "sentence.h"

#include <ui/theme/paint.h>

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

namespace Gatescope {

namespace {

struct BarLook
{
    Theme::Icon icon;
    Theme::Color ink;
    Theme::Color fill;
};

BarLook lookOf(InlineBar::Kind kind)
{
    switch (kind) {
    case InlineBar::Kind::Info:
        return {Theme::Icon::Info, Theme::Color::Accent, Theme::Color::AccentSoft};
    case InlineBar::Kind::Warning:
        return {Theme::Icon::Warning, Theme::Color::Warning, Theme::Color::WarningBackground};
    case InlineBar::Kind::Error:
        return {Theme::Icon::Error, Theme::Color::Error, Theme::Color::ErrorBackground};
    case InlineBar::Kind::Undetermined:
        return {Theme::Icon::CannotTell, Theme::Color::Undetermined, Theme::Color::UndeterminedBackground};
    }
    Q_UNREACHABLE();
}

constexpr int barEdge = 3;

} // namespace

InlineBar::InlineBar(Kind kind, Density density, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_density(density)
    , m_sentence(new Sentence(density == Density::Compact ? Theme::Font::Label : Theme::Font::Body))
    , m_icon(new QWidget)
    , m_actions(new QWidget)
    , m_close(new ActionButton(Theme::Icon::Close, tr("Close this message")))
    , m_body(new QBoxLayout(QBoxLayout::TopToBottom))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    auto *actions = new QHBoxLayout(m_actions);
    actions->setContentsMargins(0, 0, 0, 0);
    actions->addStretch(1);
    m_actions->hide();
    m_close->setSmall(true);
    m_close->hide();
    m_body->setSpacing(6);
    m_body->addWidget(m_sentence, 1);
    m_body->addWidget(m_actions);
    auto *row = new QHBoxLayout(this);
    row->addWidget(m_icon);
    row->addLayout(m_body, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    applyTheme();
    connect(&Theme::instance(), &Theme::changed, this, &InlineBar::applyTheme);
}

void InlineBar::setKind(Kind kind)
{
    m_kind = kind;
    applyTheme();
}

void InlineBar::setText(const QString &headline, const QString &text)
{
    m_headline = headline;
    m_text = text;
    m_sentence->setText(headline, text, lookOf(m_kind).ink);
    setAccessibleName(m_sentence->text());
    updateGeometry();
}

void InlineBar::setSentences(const QString &text)
{
    const qsizetype end = text.indexOf(QStringLiteral(". "));
    if (end > 0)
        setText(text.first(end + 1), text.sliced(end + 2));
    else
        setText(text);
}

QString InlineBar::text() const
{
    return m_sentence->text();
}

void InlineBar::setError(const Error &error)
{
    setKind(Kind::Error);
    setSentences(error.message);
    setToolTip(plainToolTip(error.detail));
}

ActionButton *InlineBar::addAction(const QString &text)
{
    return add(new ActionButton(text));
}

ActionButton *InlineBar::addLink(const QString &text)
{
    return add(new ActionButton(text, ActionButton::Look::Link));
}

ActionButton *InlineBar::add(ActionButton *button)
{
    button->setSmall(true);
    auto *row = static_cast<QHBoxLayout *>(m_actions->layout());
    row->insertWidget(row->count() - 1, button);
    m_actions->show();
    updateGeometry();
    return button;
}

void InlineBar::clearActions()
{
    const auto buttons = m_actions->findChildren<ActionButton *>(QString(), Qt::FindDirectChildrenOnly);
    for (ActionButton *button : buttons) {
        button->hide();
        button->deleteLater();
    }
    m_actions->hide();
    updateGeometry();
}

void InlineBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void InlineBar::setActionsBeside(bool beside)
{
    m_body->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void InlineBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    const BarLook look = lookOf(m_kind);
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(look.fill));
    const QRect edge(0, 0, barEdge, height());
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), edge), theme.color(look.ink));
    const int side = theme.scaled(16);
    QRect firstLine = m_sentence->firstLine().translated(m_sentence->pos());
    firstLine.setLeft(m_icon->x());
    firstLine.setWidth(m_icon->width());
    Paint::icon(painter, firstLine, look.icon, look.ink, side);
    if (m_density == Density::Normal)
        Paint::lineBelow(painter, rect(), Theme::Color::Border);
}

void InlineBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    announce(this);
}

void InlineBar::applyTheme()
{
    const Theme &theme = Theme::instance();
    m_icon->setFixedWidth(theme.scaled(16));
    const int edge = theme.scaled(m_density == Density::Compact ? 8 : 16);
    const int vertical = theme.scaled(m_density == Density::Compact ? 6 : 10);
    layout()->setContentsMargins(qMax(edge, barEdge + 4), vertical, theme.scaled(8), vertical);
    layout()->setSpacing(theme.scaled(8));
    m_actions->layout()->setSpacing(theme.scaled(8));
    m_sentence->setText(m_headline, m_text, lookOf(m_kind).ink);
    QPalette own;
    own.setColor(QPalette::Window, theme.color(lookOf(m_kind).fill));
    setPalette(own);
    updateGeometry();
    update();
}

} // namespace Gatescope
