// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "disguisedjson.h"

#include <algorithm>

namespace Gatescope {

namespace {

constexpr qsizetype unfinished = -1;

bool isWordByte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '+'
        || c == '.' || c == '_' || c == '@' || c == '%' || uchar(c) >= 0x80;
}

bool isJsonWord(QByteArrayView word)
{
    return word == "true" || word == "false" || word == "null";
}

bool isNumberText(const QByteArray &word)
{
    return !word.isEmpty() && (word[0] == '-' || (word[0] >= '0' && word[0] <= '9'))
        && std::ranges::all_of(word, [](char c) {
               return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
           });
}

QString contentOf(const QByteArray &quoted)
{
    if (quoted.contains('\\'))
        if (const auto document = JsonDocument::parse(quoted); document && (*document)->root().isString())
            return (*document)->root().toString();
    return QString::fromUtf8(quoted.sliced(1, std::max<qsizetype>(0, quoted.size() - 2)));
}

/// One past the closing quote; `unfinished` if there is none.
qsizetype stringEnd(const QByteArray &text, qsizetype from)
{
    for (qsizetype i = from + 1; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            return i + 1;
    }
    return unfinished;
}

} // namespace

QByteArray DisguisedJson::next(const QByteArray &piece, bool isLast)
{
    if (!m_isJson && !piece.trimmed().isEmpty())
        m_isJson = QByteArrayView("{[\"").contains(piece.trimmed().front());
    if (!m_isJson.value_or(true) && m_within && isJsonWord(piece.trimmed()))
        return piece;
    if (!m_isJson.value_or(true) && m_within)
        return m_disguise.personal(QString::fromUtf8(piece), *m_within).toUtf8();
    if (!m_isJson.value_or(true) && !QUtf8StringView(piece).isValidUtf8())
        return m_disguise.text(QString::fromLatin1(piece))
            .toLatin1(); // there and back any bytes are the same
    if (!m_isJson.value_or(true))
        return m_disguise.text(QString::fromUtf8(piece)).toUtf8();
    const QByteArray text = std::exchange(m_waiting, {}) + piece;
    m_out.clear();
    for (qsizetype i = 0; i < text.size();) {
        if (text[i] == '"')
            i = takeString(text, i, isLast);
        else if (isWordByte(text[i]))
            i = takeWord(text, i, isLast);
        else
            takeSign(text[i++]);
    }
    return std::exchange(m_out, {});
}

qsizetype DisguisedJson::takeString(const QByteArray &text, qsizetype from, bool isLast)
{
    const qsizetype end = stringEnd(text, from);
    if (end != unfinished) {
        writeString(text.sliced(from, end - from));
        return end;
    }
    if (isLast) // cut off, or none at all: its words count
        m_out += m_disguise.text(QString::fromUtf8(text.sliced(from))).toUtf8();
    else
        m_waiting = text.sliced(from);
    return text.size();
}

qsizetype DisguisedJson::takeWord(const QByteArray &text, qsizetype from, bool isLast)
{
    qsizetype end = from;
    while (end < text.size() && isWordByte(text[end]))
        ++end;
    if (end == text.size() && !isLast)
        m_waiting = text.sliced(from);
    else
        writeWord(text.sliced(from, end - from));
    return end;
}

void DisguisedJson::takeSign(char sign)
{
    m_out += sign;
    if (sign == '{' || sign == '[') {
        const Kind within = kindHere();
        m_frames.push_back({within, within, sign == '{', sign == '{'});
    } else if ((sign == '}' || sign == ']') && !m_frames.empty()) {
        m_frames.pop_back();
    } else if (sign == ',' && !m_frames.empty()) {
        m_frames.back().awaitsKey = m_frames.back().isObject;
    }
}

DisguisedJson::Kind DisguisedJson::kindHere() const
{
    return m_frames.empty() ? m_within : m_frames.back().member;
}

void DisguisedJson::writeString(const QByteArray &quoted)
{
    const QString content = contentOf(quoted);
    QString shown;
    if (!m_frames.empty() && m_frames.back().awaitsKey) {
        Frame &frame = m_frames.back();
        frame.awaitsKey = false;
        const QByteArray key = content.toUtf8();
        frame.member = frame.within ? frame.within : personalKindOf({key.data(), std::size_t(key.size())});
        shown = m_disguise.name(content);
    } else {
        const Kind kind = kindHere();
        shown = kind ? m_disguise.personal(content, *kind) : m_disguise.text(content);
    }
    m_out += shown == content ? quoted : jsonQuoted(shown);
}

void DisguisedJson::writeWord(const QByteArray &word)
{
    const QString content = QString::fromUtf8(word);
    const Kind kind = kindHere();
    const bool isPersonal = kind && (m_within || isNumberText(word)); // of a text alone, its words
    const QString shown = isJsonWord(word) ? content
        : isPersonal                       ? m_disguise.personal(content, *kind)
                                           : m_disguise.text(content);
    if (shown == content)
        m_out += word;
    else
        m_out += m_frames.empty() ? shown.toUtf8() : jsonQuoted(shown);
}

} // namespace Gatescope
