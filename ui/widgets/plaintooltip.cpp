// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "plaintooltip.h"

#include <QTextDocument>

namespace Gatescope {

namespace {

constexpr qsizetype oneLineToolTip = 100;
constexpr QLatin1String start("<qt>");
constexpr QLatin1String end("</qt>");

} // namespace

QString plainToolTip(const QString &text)
{
    if (text.size() <= oneLineToolTip && !Qt::mightBeRichText(text))
        return text;
    QString escaped = text.toHtmlEscaped();
    return start + escaped.replace(u'\n', QStringLiteral("<br>")) + end;
}

QString toolTipText(const QString &toolTip)
{
    if (!toolTip.startsWith(start) || !toolTip.endsWith(end))
        return toolTip;
    QString text = toolTip.sliced(start.size()).chopped(end.size());
    text.replace(QLatin1String("<br>"), QLatin1String("\n"));
    text.replace(QLatin1String("&lt;"), QLatin1String("<"))
        .replace(QLatin1String("&gt;"), QLatin1String(">"));
    return text.replace(QLatin1String("&quot;"), QLatin1String("\""))
        .replace(QLatin1String("&amp;"), QLatin1String("&"));
}

} // namespace Gatescope
