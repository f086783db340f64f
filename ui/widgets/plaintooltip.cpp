// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "plaintooltip.h"

#include <QTextDocument>

namespace Gatescope {

namespace {

constexpr qsizetype oneLineToolTip = 100;

} // namespace

QString plainToolTip(const QString &text)
{
    if (text.size() <= oneLineToolTip && !Qt::mightBeRichText(text))
        return text;
    QString escaped = text.toHtmlEscaped();
    return QStringLiteral("<qt>") + escaped.replace(u'\n', QStringLiteral("<br>")) + QStringLiteral("</qt>");
}

} // namespace Gatescope
