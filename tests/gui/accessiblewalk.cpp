// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "accessiblewalk.h"

#include <QAccessible>
#include <QWidget>

namespace Gatescope::Test {

namespace {

bool takesTab(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled()
        && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget->focusProxy();
}

} // namespace

QList<QWidget *> focusableIn(const QWidget *window)
{
    QList<QWidget *> found;
    for (QWidget *each : window->findChildren<QWidget *>())
        if (each->window() == window && takesTab(each))
            found << each;
    return found;
}

QString pathOf(const QWidget *widget)
{
    QStringList parts;
    for (const QWidget *each = widget; each; each = each->parentWidget())
        parts.prepend(
            QString::fromLatin1(each->metaObject()->className()) + QLatin1Char('#') + each->objectName());
    return parts.mid(qMax(0, int(parts.size()) - 5)).join(QStringLiteral(" > "));
}

QStringList nameless(const QWidget *window)
{
    QStringList paths;
    for (QWidget *each : focusableIn(window)) {
        const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(each);
        if (!accessible || accessible->text(QAccessible::Name).trimmed().isEmpty())
            paths << pathOf(each);
    }
    return paths;
}

} // namespace Gatescope::Test
