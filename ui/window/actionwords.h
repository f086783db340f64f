// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAction>

namespace Gatescope {

/// An action's text outside of a menu: without its mnemonic and the dots that announce a dialog.
inline QString actionWords(const QAction &action)
{
    QString text = action.text();
    text.remove(QLatin1Char('&'));
    if (text.endsWith(QChar(0x2026)))
        text.chop(1);
    return text;
}

} // namespace Gatescope
