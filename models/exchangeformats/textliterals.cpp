// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "textliterals.h"

#include "powershellquotes.h"

#include <algorithm>
#include <functional>

namespace Gatescope {

namespace {

/// Control characters, and formatting ones such as U+202E, which shows text backwards.
bool needsEscape(char32_t c)
{
    if (c == U'\u2028' || c == U'\u2029')
        return true;
    const QChar::Category category = QChar::category(c);
    // A joiner within an emoji is no trick.
    return category == QChar::Other_Control || (category == QChar::Other_Format && c != U'\u200d');
}

bool hasEscapes(const QString &text, bool linesToo = true)
{
    const auto codePoints = text.toUcs4();
    return std::ranges::any_of(
        codePoints, [linesToo](uint c) { return needsEscape(c) && (linesToo || c != U'\n'); });
}

QString hexDigits(uint code, int digits)
{
    return QString::number(code, 16).rightJustified(digits, u'0');
}

/// Not QString::fromUcs4(), which takes U+FEFF for a byte order mark and drops it.
QString characterOf(uint code)
{
    return QStringView(QChar::fromUcs4(code)).toString();
}

/// The short escape that C, Python, JavaScript and Go share; empty for others.
QString sharedEscape(char32_t c)
{
    switch (c) {
    case U'\n':
        return QStringLiteral("\\n");
    case U'\r':
        return QStringLiteral("\\r");
    case U'\t':
        return QStringLiteral("\\t");
    case U'\\':
        return QStringLiteral("\\\\");
    default:
        return {};
    }
}

/// The text in quotes; `longEscape` writes what is beyond U+FFFF.
QString quotedLiteral(const QString &text, QChar quote, const std::function<QString(uint)> &longEscape)
{
    QString literal = quote;
    const auto codePoints = text.toUcs4();
    for (const uint c : codePoints) {
        if (const QString known = sharedEscape(c); !known.isEmpty())
            literal += known;
        else if (c == quote.unicode())
            literal += QLatin1Char('\\') + quote;
        else if (needsEscape(c))
            literal += c > 0xffff ? longEscape(c) : QStringLiteral("\\u") + hexDigits(c, 4);
        else
            literal += characterOf(c);
    }
    return literal + quote;
}

QString eightDigits(uint code)
{
    return QStringLiteral("\\U") + hexDigits(code, 8);
}

QString octalOfUtf8(const QString &text)
{
    QString octal;
    for (const char byte : text.toUtf8())
        octal += QLatin1Char('\\') + QString::number(uint(uchar(byte)), 8).rightJustified(3, u'0');
    return octal;
}

QString inDoubleQuotes(const QString &text)
{
    QString literal = QStringLiteral("\"");
    for (const QChar c : text) {
        if (c == u'`' || c == u'$' || isPowerShellDoubleQuote(c))
            literal += QLatin1Char('`') + c;
        else if (c != u'\n' && (c.isSurrogate() ? false : needsEscape(c.unicode())))
            literal += QStringLiteral("$([char]%1)").arg(c.unicode());
        else
            literal += c;
    }
    return literal + QLatin1Char('"');
}

} // namespace

QString shLiteral(const QString &text)
{
    QString literal = QStringLiteral("'");
    const auto codePoints = text.toUcs4();
    for (const uint c : codePoints) {
        if (c == U'\'')
            literal += QStringLiteral("'\\''");
        else if (c != 0 && c != U'\n' && needsEscape(c))
            literal += QStringLiteral("'\"$(printf '%1')\"'").arg(octalOfUtf8(characterOf(c)));
        else if (c != 0)
            literal += characterOf(c);
    }
    return literal + QLatin1Char('\'');
}

QString powerShellLiteral(const QString &text)
{
    if (hasEscapes(text, false))
        return inDoubleQuotes(text);
    QString literal = QStringLiteral("'");
    for (const QChar c : text)
        literal += isPowerShellQuote(c) ? QString(2, c) : QString(c);
    return literal + QLatin1Char('\'');
}

QString pythonLiteral(const QString &text)
{
    return quotedLiteral(text, u'\'', eightDigits);
}

QString javaScriptLiteral(const QString &text)
{
    return quotedLiteral(text, u'\'', [](uint c) { return QStringLiteral("\\u{%1}").arg(c, 0, 16); });
}

QString goLiteral(const QString &text)
{
    const bool canBeRaw = !hasEscapes(text, false) && !text.contains(u'`');
    if (canBeRaw && (text.contains(u'"') || text.contains(u'\\')))
        return QLatin1Char('`') + text + QLatin1Char('`');
    return quotedLiteral(text, u'"', eightDigits);
}

} // namespace Gatescope
