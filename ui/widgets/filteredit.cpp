// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "filteredit.h"

#include "keycap.h"

#include <ui/theme/paint.h>

#include <QAction>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

#include <chrono>

namespace Gatescope {

namespace {

/// Long enough to type on, short enough to feel immediate.
constexpr std::chrono::milliseconds filterPause {300};

} // namespace

FilterEdit::FilterEdit(const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setObjectName(QStringLiteral("filterEdit"));
    addAction(Theme::instance().icon(Theme::Icon::Search), QLineEdit::LeadingPosition);
    QAction *clear = addAction(Theme::instance().icon(Theme::Icon::Close), QLineEdit::TrailingPosition);
    clear->setText(tr("Clear the filter"));
    clear->setVisible(false);
    connect(clear, &QAction::triggered, this, &FilterEdit::clearFilter);
    m_pause.setSingleShot(true);
    m_pause.setInterval(filterPause);
    connect(&m_pause, &QTimer::timeout, this, &FilterEdit::tell);
    connect(this, &QLineEdit::textChanged, this, [this, clear](const QString &text) {
        clear->setVisible(!text.isEmpty());
        text.isEmpty() ? tell() : m_pause.start();
    });
    connect(this, &QLineEdit::returnPressed, this, &FilterEdit::tell);
    applyTheme();
    connect(&Theme::instance(), &Theme::changed, this, &FilterEdit::applyTheme);
}

bool FilterEdit::clearFilter()
{
    if (text().isEmpty())
        return false;
    clear();
    return true;
}

void FilterEdit::focusFilter()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    // An empty filter leaves Esc to the window, which goes back.
    if (event->key() == Qt::Key_Escape && clearFilter()) {
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (hasFocus() || !text().isEmpty())
        return;
    const QString key = QStringLiteral("/");
    const QSize cap = KeyCap::size(key);
    const int margin = (height() - cap.height()) / 2;
    const QRect place(QPoint(width() - cap.width() - margin - 1, margin), cap);
    QPainter painter(this);
    KeyCap::draw(painter, QStyle::visualRect(layoutDirection(), rect(), place), key, Theme::Color::TextMuted,
        Theme::Color::Border);
}

void FilterEdit::tell()
{
    m_pause.stop();
    if (text() == m_told)
        return;
    m_told = text();
    Q_EMIT filterChanged(m_told);
}

void FilterEdit::applyTheme()
{
    setMinimumWidth(Theme::instance().scaled(120));
}

} // namespace Gatescope
