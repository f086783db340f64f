// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "detailsplitter.h"

#include <models/ports/preferences.h>
#include <ui/theme/theme.h>

#include <QEvent>
#include <QResizeEvent>

#include <algorithm>
#include <utility>

namespace Gatescope {

DetailSplitter::DetailSplitter(
    Preferences &preferences, const QString &key, const Sizes &sizes, QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_preferences(preferences)
    , m_key(key)
    , m_sizes(sizes)
{
    setChildrenCollapsible(false);
    setHandleWidth(1);
    connect(this, &QSplitter::splitterMoved, this, &DetailSplitter::save);
}

void DetailSplitter::setParts(QWidget *list, QWidget *detail)
{
    addWidget(list);
    addWidget(detail);
    setStretchFactor(0, 1);
    setStretchFactor(1, 0);
    handle(1)->installEventFilter(this);
}

void DetailSplitter::resizeEvent(QResizeEvent *event)
{
    const bool fits = event->size().width() >= Theme::instance().scaled(m_sizes.sideBySideFrom);
    const bool turns = fits != isSideBySide();
    if (turns)
        setOrientation(fits ? Qt::Horizontal : Qt::Vertical);
    QSplitter::resizeEvent(event);
    const bool isFirst = !std::exchange(m_isRestored, true);
    // A size the user chose stays, the usual one follows the window.
    if (turns || isFirst || m_preferences.viewState(sizeKey()).isEmpty())
        restore();
    if (turns || isFirst)
        Q_EMIT sideBySideChanged(fits);
}

bool DetailSplitter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::MouseButtonDblClick)
        return QSplitter::eventFilter(watched, event);
    m_preferences.setViewState(sizeKey(), {});
    restore();
    return true;
}

QString DetailSplitter::sizeKey() const
{
    return QStringLiteral("splitter/") + m_key
        + (isSideBySide() ? QStringLiteral("/beside") : QStringLiteral("/below"));
}

int DetailSplitter::usualDetailSize() const
{
    const Theme &theme = Theme::instance();
    if (!isSideBySide())
        return theme.scaled(m_sizes.detailHeight);
    return std::clamp(width() / 4, theme.scaled(m_sizes.detailWidth), theme.scaled(m_sizes.mostDetailWidth));
}

void DetailSplitter::restore()
{
    const int remembered = m_preferences.viewState(sizeKey()).toInt();
    const int size = remembered > 0 ? remembered : usualDetailSize();
    const int whole = isSideBySide() ? width() : height();
    setSizes({std::max(1, whole - size - handleWidth()), size});
}

void DetailSplitter::save()
{
    m_preferences.setViewState(sizeKey(), QByteArray::number(sizes().value(1)));
}

} // namespace Gatescope
