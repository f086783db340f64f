// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "patternsample.h"

#include <optional>

namespace Gatescope {

namespace {

constexpr qsizetype mostSamples = 8;
constexpr qsizetype longestPattern = 500;
constexpr int deepestGroup = 20;
constexpr int mostRepeats = 32;

/// Reads a pattern once from left to right and writes what the shortest match looks like.
class PatternSampler
{
public:
    explicit PatternSampler(const QString &pattern)
        : m_pattern(pattern)
    { }

    QStringList samples()
    {
        const QStringList found = alternatives();
        return m_isOdd || !isAtEnd() ? QStringList() : found;
    }

private:
    bool isAtEnd() const { return m_at >= m_pattern.size(); }
    QChar peek() const { return isAtEnd() ? QChar() : m_pattern[m_at]; }
    QChar take() { return isAtEnd() ? QChar() : m_pattern[m_at++]; }
    bool takeIf(QChar wanted)
    {
        if (isAtEnd() || m_pattern[m_at] != wanted)
            return false;
        ++m_at;
        return true;
    }

    QStringList alternatives()
    {
        QStringList all;
        do {
            all << sequence();
        } while (!m_isOdd && takeIf(u'|'));
        return all.mid(0, mostSamples);
    }

    /// Every sample so far continues with every sample of the next piece.
    QStringList sequence()
    {
        QStringList texts {QString()};
        while (!m_isOdd && !isAtEnd() && peek() != u'|' && peek() != u')') {
            const QStringList next = repeated(piece());
            QStringList longer;
            for (const QString &text : std::as_const(texts))
                for (const QString &tail : next)
                    if (longer.size() < mostSamples)
                        longer << text + tail;
            texts = longer;
        }
        return texts;
    }

    QStringList piece()
    {
        const QChar c = take();
        if (c == u'(')
            return group();
        if (c == u'[')
            return {oneOfClass()};
        if (c == u'\\')
            return {escaped(take())};
        if (c == u'^' || c == u'$')
            return {QString()};
        if (c == u'.')
            return {QStringLiteral("a")};
        m_isOdd = m_isOdd || c == u'*' || c == u'+' || c == u'?' || c == u'{';
        return {QString(c)};
    }

    QStringList group()
    {
        if (takeIf(u'?') && !takeIf(u':')) {
            m_isOdd = true; // look-around and flags are no text
            return {};
        }
        if (++m_depth > deepestGroup) {
            m_isOdd = true;
            return {};
        }
        const QStringList inside = alternatives();
        --m_depth;
        m_isOdd = m_isOdd || !takeIf(u')');
        return inside;
    }

    /// The first member; of a negated class something it does not name.
    QString oneOfClass()
    {
        const bool isNegated = takeIf(u'^');
        QString members;
        bool isFirst = true;
        while (!isAtEnd() && (isFirst || peek() != u']')) {
            isFirst = false;
            const QChar c = take();
            members += c == u'\\' ? escaped(take()) : QString(c);
        }
        m_isOdd = m_isOdd || !takeIf(u']') || members.isEmpty();
        if (!isNegated)
            return members.left(1);
        for (const QChar c : QStringLiteral("a0Z_ -"))
            if (!members.contains(c))
                return c;
        m_isOdd = true;
        return {};
    }

    QString escaped(QChar c)
    {
        switch (c.unicode()) {
        case u'd':
            return QStringLiteral("1");
        case u'w':
        case u'S':
        case u'D':
            return QStringLiteral("a");
        case u's':
        case u'W':
            return QStringLiteral(" ");
        case u'b':
        case u'A':
        case u'z':
        case u'Z':
            return {};
        default:
            m_isOdd = m_isOdd || c.isNull() || c.isLetterOrNumber();
            return c;
        }
    }

    QStringList repeated(const QStringList &texts)
    {
        const std::optional<int> count = fewestRepeats();
        if (!count)
            return texts;
        QStringList more;
        for (const QString &text : texts)
            more << text.repeated(*count);
        more.removeDuplicates();
        return more;
    }

    /// What stands behind a piece; nothing if there is no count.
    std::optional<int> fewestRepeats()
    {
        std::optional<int> count;
        if (takeIf(u'*') || takeIf(u'?'))
            count = 0;
        else if (takeIf(u'+'))
            count = 1;
        else if (takeIf(u'{'))
            count = bracedCount();
        if (count && !takeIf(u'?')) // lazy and possessive match the same shortest text
            takeIf(u'+');
        return count;
    }

    int bracedCount()
    {
        int count = 0;
        while (peek().isDigit() && count <= mostRepeats)
            count = count * 10 + take().digitValue();
        while (!isAtEnd() && peek() != u'}')
            take();
        m_isOdd = m_isOdd || !takeIf(u'}') || count > mostRepeats;
        return m_isOdd ? 0 : count;
    }

    const QString &m_pattern;
    qsizetype m_at = 0;
    int m_depth = 0;
    bool m_isOdd = false; ///< holds something this reader does not know
};

} // namespace

QStringList patternSamples(const QString &pattern)
{
    return pattern.size() > longestPattern ? QStringList() : PatternSampler(pattern).samples();
}

} // namespace Gatescope
