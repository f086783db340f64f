// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "lowercase.h"

#include <QString>

#include <algorithm>

namespace Gatescope {

namespace {

constexpr char16_t capitalSigma = 0x03a3;
constexpr char16_t smallSigma = 0x03c3;
constexpr char16_t finalSigma = 0x03c2;

bool isCaseIgnorable(QChar character)
{
    switch (character.category()) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
    case QChar::Letter_Modifier:
    case QChar::Symbol_Modifier:
        return true;
    default:
        return QStringView(u"'.:\u00b7\u2019\u2018\u2024\u2027").contains(character);
    }
}

bool isCased(QChar character)
{
    return character.isLower() || character.isUpper() || character.isTitleCase();
}

/// A sigma that ends a word: a cased letter before it, none after it.
bool isFinalSigma(const QString &text, qsizetype position)
{
    qsizetype before = position - 1;
    while (before >= 0 && isCaseIgnorable(text[before]))
        --before;
    qsizetype after = position + 1;
    while (after < text.size() && isCaseIgnorable(text[after]))
        ++after;
    return before >= 0 && isCased(text[before]) && !(after < text.size() && isCased(text[after]));
}

std::string lowerCasedUnicode(std::string_view utf8)
{
    const QString text = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    QString lower;
    lower.reserve(text.size());
    qsizetype start = 0;
    for (qsizetype sigma = text.indexOf(QChar(capitalSigma)); sigma >= 0;
        sigma = text.indexOf(QChar(capitalSigma), start)) {
        lower += text.mid(start, sigma - start).toLower();
        lower += QChar(isFinalSigma(text, sigma) ? finalSigma : smallSigma);
        start = sigma + 1;
    }
    lower += text.mid(start).toLower();
    return lower.toStdString();
}

} // namespace

std::string lowerCased(std::string_view utf8)
{
    if (!std::ranges::all_of(utf8, [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
        return lowerCasedUnicode(utf8);
    std::string lower(utf8);
    for (char &c : lower) {
        if (c >= 'A' && c <= 'Z')
            c = char(c + ('a' - 'A'));
    }
    return lower;
}

} // namespace Gatescope
