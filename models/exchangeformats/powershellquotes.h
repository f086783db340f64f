// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>

namespace Gatescope {

/// \name What PowerShell takes for a quote: the curled ones as well
/// @{
inline bool isPowerShellQuote(QChar c)
{
    return QStringView(u"'\u2018\u2019\u201a\u201b").contains(c);
}
inline bool isPowerShellDoubleQuote(QChar c)
{
    return QStringView(u"\"\u201c\u201d\u201e").contains(c);
}
/// @}

} // namespace Gatescope
