// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "commandfield.h"

#include <ui/theme/paint.h>
#include <ui/widgets/keycap.h>

#include <QAction>
#include <QKeyEvent>
#include <QStyle>
#include <QPainter>

namespace Gatescope {

namespace {

constexpr int fieldWidth = 240; ///< at 100 %
constexpr int pageRows = 8; ///< of Page Up and Page Down

QString fieldKeys()
{
    return KeyCap::textOf(QKeySequence(QStringLiteral("Ctrl+K")));
}

int stepOf(int key)
{
    switch (key) {
    case Qt::Key_Down:
        return 1;
    case Qt::Key_Up:
        return -1;
    case Qt::Key_PageDown:
        return pageRows;
    case Qt::Key_PageUp:
        return -pageRows;
    default:
        return 0;
    }
}

bool isEnter(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

} // namespace

CommandField::CommandField(QWidget *parent)
    : QLineEdit(parent)
{
    setObjectName(QStringLiteral("commandField"));
    setAccessibleName(tr("Find or run anything"));
    setToolTip(
        tr("Find an entity, a persona, a connection or a page, or run an action (%1)").arg(fieldKeys()));
    addAction(Theme::instance().icon(Theme::Icon::Search), QLineEdit::LeadingPosition);
    setCompact(false);
}

void CommandField::setCompact(bool compact)
{
    setPlaceholderText(compact ? QString() : tr("Find or run anything"));
}

int CommandField::compactWidth() const
{
    return Theme::instance().scaled(44) + KeyCap::size(fieldKeys()).width();
}

int CommandField::fullWidth() const
{
    return Theme::instance().scaled(fieldWidth);
}

bool CommandField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || isEnter(key)) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void CommandField::keyPressEvent(QKeyEvent *event)
{
    if (const int step = stepOf(event->key()))
        Q_EMIT moveRequested(step);
    else if (isEnter(event->key()))
        Q_EMIT chosen(event->modifiers().testFlag(Qt::ControlModifier));
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QLineEdit::keyPressEvent(event);
}

void CommandField::mousePressEvent(QMouseEvent *event)
{
    QLineEdit::mousePressEvent(event);
    Q_EMIT wanted();
}

void CommandField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    Q_EMIT focusChanged();
}

void CommandField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        Q_EMIT focusChanged();
}

void CommandField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!text().isEmpty())
        return;
    const QSize cap = KeyCap::size(fieldKeys());
    const int margin = (height() - cap.height()) / 2;
    const QRect place(QPoint(width() - cap.width() - margin - 1, margin), cap);
    QPainter painter(this);
    KeyCap::draw(painter, QStyle::visualRect(layoutDirection(), rect(), place), fieldKeys(),
        Theme::Color::TextMuted, Theme::Color::Border);
}

} // namespace Gatescope
