// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "lowercase.h"

#include <models/json/utf8text.h>

#include <QList>
#include <QString>

#include <algorithm>

namespace Gatescope {

namespace {

constexpr char32_t capitalSigma = 0x03a3;
constexpr char32_t smallSigma = 0x03c3;
constexpr char32_t finalSigma = 0x03c2;

bool isCaseIgnorable(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
    case QChar::Letter_Modifier:
    case QChar::Symbol_Modifier:
        return true;
    default:
        return std::u32string_view(U"'.:\u00b7\u2019\u2018\u2024\u2027").contains(character);
    }
}

/// Letters, and what looks like one: ordinals, Roman numerals, letters in circles and squares.
bool isCased(char32_t character)
{
    const auto isIn = [character](
                          char32_t first, char32_t last) { return character >= first && character <= last; };
    return QChar::isLower(character) || QChar::isUpper(character) || QChar::isTitleCase(character)
        || character == 0xaa || character == 0xba || isIn(0x2160, 0x217f) || isIn(0x24b6, 0x24e9)
        || isIn(0x1f130, 0x1f149) || isIn(0x1f150, 0x1f169) || isIn(0x1f170, 0x1f189);
}

/// A sigma that ends a word: a cased letter before it, none after it.
bool isFinalSigma(const QList<uint> &text, qsizetype position)
{
    qsizetype before = position - 1;
    while (before >= 0 && isCaseIgnorable(text[before]))
        --before;
    qsizetype after = position + 1;
    while (after < text.size() && isCaseIgnorable(text[after]))
        ++after;
    return before >= 0 && isCased(text[before]) && !(after < text.size() && isCased(text[after]));
}

QString lowerCasedWithSigma(const QString &text)
{
    const QList<uint> points = text.toUcs4();
    QString lower;
    qsizetype start = 0;
    qsizetype unit = 0;
    for (qsizetype i = 0; i < points.size(); ++i) {
        if (points[i] == capitalSigma) {
            lower += text.mid(start, unit - start).toLower();
            lower += QChar(isFinalSigma(points, i) ? finalSigma : smallSigma);
            start = unit + 1;
        }
        unit += QChar::requiresSurrogates(points[i]) ? 2 : 1;
    }
    return lower + text.mid(start).toLower();
}

std::string lowerCasedUnicode(std::string_view utf8)
{
    const QString text = utf8Text(utf8);
    const QString lower = text.contains(QChar(capitalSigma)) ? lowerCasedWithSigma(text) : text.toLower();
    return lower.toStdString();
}

} // namespace

std::string_view lowerCased(std::string_view utf8, std::string &scratch)
{
    const auto isPlain = [](char c) {
        return static_cast<unsigned char>(c) < 0x80 && !(c >= 'A' && c <= 'Z');
    };
    if (std::ranges::all_of(utf8, isPlain))
        return utf8;
    if (!std::ranges::all_of(utf8, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return scratch = lowerCasedUnicode(utf8);
    scratch.resize(utf8.size());
    std::ranges::transform(
        utf8, scratch.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c; });
    return scratch;
}

std::string lowerCased(std::string_view utf8)
{
    std::string scratch;
    return std::string(lowerCased(utf8, scratch));
}

} // namespace Gatescope
