// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "longlines.h"

#include <algorithm>

namespace Gatescope {

namespace {

constexpr int near = 120; ///< characters in which a good place is waited for

/// As QTextCursor::insertText() has it.
bool endsLine(QChar c)
{
    return c == u'\n' || c == u'\r' || c == QChar::ParagraphSeparator || c == QChar(0xfdd0)
        || c == QChar(0xfdd1);
}

} // namespace

QString LongLines::broken(QStringView part)
{
    QString text;
    text.reserve(part.size() + part.size() / longest + 1);
    qsizetype done = 0;
    for (qsizetype i = 0; i < part.size(); ++i) {
        const QChar c = part[i];
        const bool isWellPlaced = m_length >= longest - near && i > 0 && mayBreakAfter(part[i - 1]);
        if (!endsLine(c) && (isWellPlaced || mustBreakBefore(c))) {
            text += part.sliced(done, i - done);
            text += u'\n';
            done = i;
            m_breaks.push_back({++m_line, m_isInString});
            m_length = 0;
        }
        const bool isHalf = c == u'\n' && i > 0 && part[i - 1] == u'\r'; // of one end
        if (!isHalf)
            read(c);
    }
    return text += part.sliced(done);
}

bool LongLines::mustBreakBefore(QChar c) const
{
    return m_length >= longest && !m_isEscaped && !c.isLowSurrogate()
        && (!c.isMark() || m_length >= 2 * longest);
}

bool LongLines::mayBreakAfter(QChar c) const
{
    return c == u' ' || (c == u',' && !m_isInString);
}

void LongLines::read(QChar c)
{
    ++m_length;
    if (endsLine(c)) {
        ++m_line;
        m_length = 0;
        m_isInString = false;
        m_isEscaped = false;
    } else if (m_isEscaped) {
        m_isEscaped = false;
    } else if (c == u'\\') {
        m_isEscaped = m_isInString;
    } else if (c == u'"') {
        m_isInString = !m_isInString;
    }
}

std::vector<LongLines::Break>::const_iterator LongLines::breakAt(int line) const
{
    return std::ranges::lower_bound(m_breaks, line, {}, &Break::line);
}

bool LongLines::isContinued(int line) const
{
    const auto found = breakAt(line);
    return found != m_breaks.end() && found->line == line;
}

int LongLines::number(int line) const
{
    return line - int(breakAt(line + 1) - m_breaks.begin());
}

bool LongLines::startsInString(int line) const
{
    return isContinued(line) && breakAt(line)->isInString;
}

} // namespace Gatescope
