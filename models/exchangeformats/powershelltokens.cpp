// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "powershelltokens.h"

#include "powershellquotes.h"

#include <QCoreApplication>

#include <optional>

namespace Gatescope {

namespace {

struct PowerShellTokens
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::PowerShellTokens)
};

constexpr qsizetype mostTokens = 1'000'000; ///< each takes memory

class Tokenizer
{
public:
    explicit Tokenizer(const QString &text)
        : m_text(text)
    { }

    Result<QList<PowerShellToken>> read()
    {
        while (m_at < m_text.size()) {
            if (m_tokens.size() > mostTokens)
                return failure(ErrorCode::TooLarge,
                    PowerShellTokens::tr(
                        "The command is too long: it has more than a million words and signs."));
            if (!step())
                return failure(ErrorCode::BadInput,
                    PowerShellTokens::tr("The command ends within a quoted text. Was all of it copied?"));
        }
        return m_tokens;
    }

private:
    using Kind = PowerShellToken::Kind;

    QChar peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar();
    }

    bool step()
    {
        const QChar c = peek();
        if (c == u'`' && (peek(1) == u'\n' || (peek(1) == u'\r' && peek(2) == u'\n'))) {
            m_at = m_text.indexOf(u'\n', m_at) + 1;
        } else if (c == u'#') {
            while (m_at < m_text.size() && peek() != u'\n')
                ++m_at;
        } else if (c == u'@' && (isPowerShellQuote(peek(1)) || isPowerShellDoubleQuote(peek(1)))) {
            return readHereString();
        } else if (c == u'@' && peek(1) == u'{') {
            ++m_at;
        } else if (isPowerShellQuote(c)) {
            return readSingleQuoted();
        } else if (isPowerShellDoubleQuote(c)) {
            return readDoubleQuoted();
        } else if (QStringView(u"(){}=;\n,").contains(c)) {
            m_tokens.append({Kind::Sign, c});
            ++m_at;
        } else if (c.isSpace()) {
            ++m_at;
        } else {
            readWord();
        }
        return true;
    }

    void readWord()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !peek().isSpace() && !QStringView(u"(){}=;,`\"'").contains(peek()))
            ++m_at;
        m_at = std::max(m_at, start + 1);
        m_tokens.append({Kind::Word, m_text.mid(start, m_at - start)});
    }

    bool readSingleQuoted()
    {
        QString text;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (isPowerShellQuote(peek()) && !isPowerShellQuote(peek(1))) {
                ++m_at;
                m_tokens.append({Kind::String, text});
                return true;
            }
            if (isPowerShellQuote(peek()))
                ++m_at;
            text += peek();
        }
        return false;
    }

    bool readDoubleQuoted()
    {
        QString text;
        for (++m_at; m_at < m_text.size();) {
            if (isPowerShellDoubleQuote(peek()) && !isPowerShellDoubleQuote(peek(1))) {
                ++m_at;
                m_tokens.append({Kind::String, text});
                return true;
            }
            if (isPowerShellDoubleQuote(peek()))
                ++m_at;
            text += readCharacter();
        }
        return false;
    }

    /// One character of a text in double quotes, whatever it is written as.
    QString readCharacter()
    {
        if (const auto character = readSubexpression())
            return *character;
        const QChar c = m_text[m_at++];
        if (c != u'`' || m_at >= m_text.size())
            return c;
        const QChar escaped = m_text[m_at++];
        if (escaped == u'u' && peek() == u'{')
            return readCodePoint();
        constexpr QStringView letters = u"0abefnrtv";
        constexpr char16_t meanings[] = u"\0\a\b\u001b\f\n\r\t\v";
        const qsizetype known = letters.indexOf(escaped);
        return known < 0 ? escaped : QChar(meanings[known]);
    }

    QString readCodePoint()
    {
        constexpr qsizetype mostDigits = 6;
        const QStringView written = QStringView(m_text).mid(m_at + 1, mostDigits + 1);
        const qsizetype end = written.indexOf(u'}');
        bool ok = false;
        const char32_t code = end < 0 ? 0 : written.first(end).toUInt(&ok, 16);
        if (!ok || code > 0x10ffff)
            return QStringLiteral("u");
        m_at += end + 2;
        return QString::fromUcs4(&code, 1);
    }

    /// $([char]233), as browsers write what is not ASCII: a unit of UTF-16.
    std::optional<QString> readSubexpression()
    {
        constexpr QStringView before = u"$([char]";
        constexpr qsizetype mostDigits = 6; // 0xffff
        const QStringView written = QStringView(m_text).mid(m_at, before.size() + mostDigits + 1);
        const qsizetype end = written.indexOf(u')', before.size());
        if (end < 0 || !written.startsWith(before, Qt::CaseInsensitive))
            return std::nullopt;
        const QStringView number = written.sliced(before.size(), end - before.size());
        const bool isHex = number.startsWith(u"0x", Qt::CaseInsensitive);
        bool ok = false;
        const uint unit = number.sliced(isHex ? 2 : 0).toUInt(&ok, isHex ? 16 : 10);
        if (!ok || unit > 0xffff)
            return std::nullopt;
        m_at += end + 1;
        return QString(QChar(char16_t(unit)));
    }

    /// Lines between @' and '@, or the same with double quotes.
    bool readHereString()
    {
        const bool isPlain = isPowerShellQuote(peek(1));
        const qsizetype start = m_text.indexOf(u'\n', m_at) + 1;
        qsizetype end = start;
        while (start > 0 && (end = m_text.indexOf(u'\n', end)) >= 0) {
            const QChar quote = end + 1 < m_text.size() ? m_text[end + 1] : QChar();
            const bool closes = isPlain ? isPowerShellQuote(quote) : isPowerShellDoubleQuote(quote);
            if (closes && QStringView(m_text).mid(end + 2).startsWith(u'@'))
                break;
            ++end;
        }
        if (start <= 0 || end < 0)
            return false;
        QString text = m_text.mid(start, end - start);
        if (text.endsWith(u'\r'))
            text.chop(1);
        m_at = end + 3;
        if (!isPlain)
            text = readEscapes(text);
        m_tokens.append({Kind::String, text});
        return true;
    }

    static QString readEscapes(const QString &text)
    {
        Tokenizer inside(text);
        QString read;
        while (inside.m_at < text.size())
            read += inside.readCharacter();
        return read;
    }

    const QString &m_text;
    QList<PowerShellToken> m_tokens;
    qsizetype m_at = 0;
};

} // namespace

Result<QList<PowerShellToken>> powerShellTokens(const QString &script)
{
    return Tokenizer(script).read();
}

} // namespace Gatescope
