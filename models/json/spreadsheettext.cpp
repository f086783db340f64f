// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "spreadsheettext.h"

namespace Gatescope {

QString spreadsheetText(QString text)
{
    // A tab or a line end before the sign is skipped by some.
    constexpr QStringView formulaStarts = u"=+-@\t\r\n";
    bool isNumber = false;
    text.toDouble(&isNumber);
    if (!text.isEmpty() && formulaStarts.contains(text.front()) && !isNumber)
        text.prepend(u'\'');
    return text;
}

} // namespace Gatescope
