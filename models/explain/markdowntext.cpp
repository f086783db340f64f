// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "markdowntext.h"

#include <algorithm>

namespace Gatescope {

namespace {

bool isInvisible(char32_t code)
{
    constexpr char32_t nonJoiner = 0x200c;
    constexpr char32_t joiner = 0x200d; // between the parts of an emoji
    const QChar::Category category = QChar::category(code);
    return category == QChar::Other_Control || category == QChar::Other_Surrogate
        || (category == QChar::Other_Format && code != nonJoiner && code != joiner);
}

bool isLineBreak(char32_t code)
{
    return code == U'\n' || code == U'\r' || code == U'\t' || code == 0x2028 || code == 0x2029;
}

QString visibleText(const QString &text, bool keepsLines)
{
    QString visible;
    for (const char32_t code : text.toUcs4()) {
        if (keepsLines && code == U'\n')
            visible += u'\n';
        else if (isLineBreak(code))
            visible += u' ';
        else if (isInvisible(code))
            visible +=
                QStringLiteral("⟨U+%1⟩").arg(QString::number(code, 16).toUpper().rightJustified(4, u'0'));
        else
            visible += QString::fromUcs4(&code, 1);
    }
    return visible;
}

/// What a site makes a link or a mention of by itself.
bool linksByItself(const QString &text)
{
    return text.contains(u'@') || text.contains(u'#') || text.contains(QLatin1String("://"))
        || text.contains(QLatin1String("www."), Qt::CaseInsensitive);
}

/// An underscore between letters marks nothing up.
bool isInnerUnderscore(const QString &text, qsizetype at)
{
    return text[at] == u'_' && at > 0 && at + 1 < text.size() && text[at - 1].isLetterOrNumber()
        && text[at + 1].isLetterOrNumber();
}

QString escapedWords(const QString &text)
{
    static const QString special = QStringLiteral("\\`*_[]<>&|~$");
    QString escaped;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (special.contains(text[i]) && !isInnerUnderscore(text, i))
            escaped += u'\\';
        escaped += text[i];
    }
    return escaped;
}

qsizetype longestRunOf(QChar c, const QString &text)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar at : text) {
        run = at == c ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest;
}

/// Spaces at the edges stay outside of a face.
template<class Face>
QString insideSpaces(const QString &text, Face face)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return text;
    const qsizetype start = text.indexOf(trimmed);
    return text.left(start) + face(trimmed) + text.mid(start + trimmed.size());
}

QString markdownPhrase(const Phrase &phrase)
{
    if (phrase.isPrivate)
        return privateMark();
    switch (phrase.style) {
    case Phrase::Style::Code:
    case Phrase::Style::Link:
        return markdownCode(phrase.text);
    case Phrase::Style::Strong:
        return markdownBold(phrase.text);
    case Phrase::Style::Plain:
    case Phrase::Style::Muted:
        break;
    }
    return markdownWords(phrase.text);
}

} // namespace

QString markdownWords(const QString &text)
{
    const QString visible = visibleText(text, false);
    return linksByItself(visible) ? insideSpaces(visible, markdownCode) : escapedWords(visible);
}

QString markdownBold(const QString &text)
{
    return insideSpaces(visibleText(text, false),
        [](const QString &words) { return QStringLiteral("**%1**").arg(markdownWords(words)); });
}

QString markdownCode(const QString &text)
{
    const QString visible = visibleText(text, false);
    if (visible.trimmed().isEmpty())
        return u'“' + visible + u'”';
    const QString fence(longestRunOf(u'`', visible) + 1, u'`');
    const bool needsRoom = visible.startsWith(u'`') || visible.endsWith(u'`')
        || (visible.startsWith(u' ') && visible.endsWith(u' '));
    const QString inner = needsRoom ? u' ' + visible + u' ' : visible;
    return fence + inner + fence;
}

QString markdownPhrases(const Phrases &phrases)
{
    QString markdown;
    for (const Phrase &phrase : phrases) {
        const QString piece = markdownPhrase(phrase);
        if (markdown.endsWith(u'`') && piece.startsWith(u'`'))
            markdown += u' '; // two code spans side by side would be one
        markdown += piece;
    }
    return markdown;
}

QString markdownBlock(const QString &language, const QString &content)
{
    const QString fence(std::max<qsizetype>(3, longestRunOf(u'`', content) + 1), u'`');
    return fence + language + u'\n' + visibleText(content, true) + u'\n' + fence + u'\n';
}

QString publicText(const Phrases &phrases)
{
    QString text;
    for (const Phrase &phrase : phrases)
        text += phrase.isPrivate ? privateMark() : phrase.text;
    return text;
}

QString privateMark()
{
    return QStringLiteral("(private)");
}

} // namespace Gatescope
