// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "ansicquote.h"

#include <QString>

#include <cctype>

namespace Gatescope {

namespace {

class AnsiCReader
{
public:
    explicit AnsiCReader(QByteArrayView text)
        : m_text(text)
    { }

    std::optional<AnsiCQuoted> read()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at++];
            if (c == '\'')
                return AnsiCQuoted {m_out, m_at};
            if (c == '\\' && m_at < m_text.size())
                readEscape(m_text[m_at++]);
            else
                m_out += c;
        }
        return std::nullopt;
    }

private:
    void readEscape(char letter)
    {
        constexpr QByteArrayView letters = "abeEfnrtv";
        constexpr QByteArrayView meanings = "\a\b\x1b\x1b\f\n\r\t\v";
        if (const qsizetype known = letters.indexOf(letter); known >= 0)
            m_out += meanings[known];
        else if (letter == 'x')
            readByte(16, 2, letter);
        else if (letter >= '0' && letter <= '7')
            readOctal();
        else if (letter == 'u' || letter == 'U')
            readCodePoint(letter);
        else if (letter == 'c' && m_at < m_text.size())
            m_out += char(m_text[m_at++] & 0x1f);
        else if (QByteArrayView("\\'\"?").contains(letter))
            m_out += letter;
        else
            m_out.append('\\').append(letter);
    }

    /// Up to that many digits; nothing if there is not one.
    std::optional<uint> number(int base, int maxDigits)
    {
        uint value = 0;
        int digits = 0;
        for (; digits < maxDigits && m_at < m_text.size(); ++digits, ++m_at) {
            const int digit = digitOf(m_text[m_at]);
            if (digit < 0 || digit >= base)
                break;
            value = value * uint(base) + uint(digit);
        }
        return digits == 0 ? std::nullopt : std::optional(value);
    }

    static int digitOf(char c)
    {
        if (c >= '0' && c <= '9')
            return c - '0';
        const int lower = std::tolower(static_cast<unsigned char>(c));
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    void readByte(int base, int maxDigits, char letter)
    {
        if (const auto byte = number(base, maxDigits))
            m_out += char(*byte);
        else
            m_out.append('\\').append(letter);
    }

    void readOctal()
    {
        --m_at;
        m_out += char(*number(8, 3));
    }

    void readCodePoint(char letter)
    {
        auto code = number(16, letter == 'u' ? 4 : 8);
        if (!code) {
            m_out.append('\\').append(letter);
            return;
        }
        if (QChar::isHighSurrogate(*code))
            code = withLowSurrogate(*code);
        const bool isText = *code <= 0x10ffff && !QChar::isSurrogate(*code);
        const char32_t written = isText ? char32_t(*code) : U'\ufffd';
        m_out += QString::fromUcs4(&written, 1).toUtf8();
    }

    uint withLowSurrogate(uint high)
    {
        if (!m_text.sliced(m_at).startsWith("\\u"))
            return high;
        const qsizetype start = m_at;
        m_at += 2;
        const auto low = number(16, 4);
        if (low && QChar::isLowSurrogate(*low))
            return QChar::surrogateToUcs4(char16_t(high), char16_t(*low));
        m_at = start;
        return high;
    }

    QByteArrayView m_text;
    QByteArray m_out;
    qsizetype m_at = 0;
};

} // namespace

std::optional<AnsiCQuoted> ansiCQuoted(QByteArrayView text)
{
    return AnsiCReader(text).read();
}

} // namespace Gatescope
