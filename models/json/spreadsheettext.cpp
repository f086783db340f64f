// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "spreadsheettext.h"

#include "jsonnumber.h"

#include <algorithm>

namespace Gatescope {

namespace {

/// Whether apostrophes, if any, stand before what begins a formula.
bool isFormulaLike(const QString &text, qsizetype apostrophes)
{
    // A tab or a line end before the sign is skipped by some.
    constexpr QStringView formulaStarts = u"=+-@\t\r\n";
    return apostrophes < text.size() && formulaStarts.contains(text[apostrophes]);
}

qsizetype leadingApostrophes(const QString &text)
{
    const auto end = std::ranges::find_if(text, [](QChar c) { return c != u'\''; });
    return end - text.begin();
}

} // namespace

QString withoutFormula(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    const bool isNumber = isJsonNumber(std::string_view(utf8.constData(), std::size_t(utf8.size())));
    return !isNumber && isFormulaLike(text, leadingApostrophes(text)) ? u'\'' + text : text;
}

QString withFormula(const QString &text)
{
    const qsizetype apostrophes = leadingApostrophes(text);
    return apostrophes > 0 && isFormulaLike(text, apostrophes) ? text.mid(1) : text;
}

} // namespace Gatescope
