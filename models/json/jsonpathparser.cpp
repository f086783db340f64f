// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsonpathparser.h"

#include <QCoreApplication>

#include <array>
#include <limits>
#include <utility>

namespace Gatescope::JsonPath {

namespace {

constexpr int deepestNesting = 100;
constexpr qint64 largestIndex = (qint64(1) << 53) - 1; // as the RFC has it

bool isNameStart(QChar c)
{
    return c.isLetter() || c == u'_' || c.unicode() >= 0x80;
}

/// By recursive descent; the first mistake ends it.
class Parser
{
    Q_DECLARE_TR_FUNCTIONS(JsonPath)

public:
    explicit Parser(const QString &text)
        : m_text(text)
    { }

    Result<Query> run()
    {
        Query query;
        if (!take(u'$'))
            fail(tr("a path begins with $"));
        query.segments = segments();
        if (m_problem.isEmpty() && m_at < m_text.size())
            fail(tr("“%1” does not belong here").arg(m_text[m_at]));
        if (!m_problem.isEmpty())
            return failure(ErrorCode::BadInput,
                tr("The path cannot be read at its character %1: %2.").arg(m_problemAt + 1).arg(m_problem));
        return query;
    }

private:
    std::vector<Segment> segments()
    {
        std::vector<Segment> all;
        while (isGoing()) {
            const qsizetype before = m_at;
            skipSpace();
            if (take(u'[')) {
                all.push_back({false, bracket()});
            } else if (takeWord(u"..")) {
                all.push_back({true, take(u'[') ? bracket() : std::vector {shorthand()}});
            } else if (take(u'.')) {
                all.push_back({false, {shorthand()}});
            } else {
                m_at = before;
                break;
            }
        }
        return all;
    }

    Selector shorthand()
    {
        if (take(u'*'))
            return Wildcard {};
        const qsizetype begin = m_at;
        while (
            m_at < m_text.size() && (isNameStart(m_text[m_at]) || (m_at > begin && m_text[m_at].isDigit())))
            ++m_at;
        if (m_at == begin)
            fail(tr("a name or * is missing; other names stand in ['']"));
        return Name {m_text.mid(begin, m_at - begin).toStdString()};
    }

    std::vector<Selector> bracket()
    {
        std::vector<Selector> all;
        do {
            skipSpace();
            all.push_back(selector());
            skipSpace();
        } while (isGoing() && take(u','));
        if (!take(u']'))
            fail(tr("] is missing"));
        return all;
    }

    Selector selector()
    {
        if (take(u'*'))
            return Wildcard {};
        if (take(u'?'))
            return Filter {std::make_shared<const Condition>(anyOf())};
        if (peek() == u'\'' || peek() == u'"')
            return Name {quoted()};
        return indexOrSlice();
    }

    Selector indexOrSlice()
    {
        const auto start = number();
        skipSpace();
        if (!take(u':')) {
            if (!start)
                fail(tr("a name in quotes, a number, * or ? is missing"));
            return Index {start.value_or(0)};
        }
        Slice slice {start, {}, 1};
        skipSpace();
        slice.end = number();
        skipSpace();
        if (take(u':')) {
            skipSpace();
            slice.step = number().value_or(1);
        }
        return slice;
    }

    std::optional<qint64> number()
    {
        const qsizetype begin = m_at;
        take(u'-');
        const qsizetype digits = m_at;
        while (m_at < m_text.size() && m_text[m_at] >= u'0' && m_text[m_at] <= u'9')
            ++m_at;
        if (m_at == begin)
            return {};
        bool isNumber = false;
        const qint64 value = m_text.mid(begin, m_at - begin).toLongLong(&isNumber);
        const bool hasLeadingZero =
            m_text[digits == m_text.size() ? begin : digits] == u'0' && (m_at - digits > 1 || digits > begin);
        if (!isNumber || hasLeadingZero || value > largestIndex || value < -largestIndex)
            fail(tr("this is no index"), begin);
        return value;
    }

    /// The characters between quotes, JSON's escapes and \' undone.
    std::string quoted()
    {
        const qsizetype begin = m_at;
        const QChar quote = m_text[m_at++];
        QString json(u'"');
        for (; m_at < m_text.size() && m_text[m_at] != quote; ++m_at) {
            const QChar c = m_text[m_at];
            if (c == u'\\' && m_at + 1 < m_text.size()) {
                const QChar escaped = m_text[++m_at];
                json += escaped == u'\'' ? QString(escaped) : QString(c) + escaped;
            } else {
                json += c == u'"' ? QStringLiteral("\\\"") : QString(c);
            }
        }
        if (!take(quote))
            fail(tr("the quote is not closed"), begin);
        const auto document = JsonDocument::parse((json + u'"').toUtf8());
        if (!document)
            fail(tr("this is no text"), begin);
        return document ? (*document)->root().toUtf8() : std::string();
    }

    Condition anyOf()
    {
        return several(u"||", Condition::Kind::Any, [this] { return allOf(); });
    }
    Condition allOf()
    {
        return several(u"&&", Condition::Kind::All, [this] { return basic(); });
    }

    Condition several(QStringView word, Condition::Kind kind, auto &&part)
    {
        Condition all;
        all.kind = kind;
        do
            all.parts.push_back(part());
        while (isGoing() && (skipSpace(), takeWord(word)));
        return all.parts.size() == 1 ? Condition(std::move(all.parts.front())) : all;
    }

    Condition basic()
    {
        skipSpace();
        if (++m_depth > deepestNesting)
            fail(tr("it is nested too deeply"));
        Condition condition;
        if (!m_problem.isEmpty()) {
            // ends here
        } else if (peek() == u'!' && m_text.mid(m_at, 2) != u"!=") {
            ++m_at;
            condition.kind = Condition::Kind::Not;
            condition.parts.push_back(basic());
        } else if (take(u'(')) {
            condition = anyOf();
            skipSpace();
            if (!take(u')'))
                fail(tr(") is missing"));
        } else if (takeWord(u"match(")) {
            condition = pattern(Condition::Kind::Match);
        } else if (takeWord(u"search(")) {
            condition = pattern(Condition::Kind::Search);
        } else {
            condition = comparisonOrTest();
        }
        --m_depth;
        return condition;
    }

    Condition pattern(Condition::Kind kind)
    {
        Condition condition;
        condition.kind = kind;
        condition.left = operand();
        skipSpace();
        if (!take(u','))
            fail(tr("a comma is missing"));
        condition.right = operand();
        skipSpace();
        if (!take(u')'))
            fail(tr(") is missing"));
        return condition;
    }

    Condition comparisonOrTest()
    {
        Condition condition;
        const qsizetype begin = m_at;
        Operand left = operand();
        skipSpace();
        const auto order = takeOrder();
        if (order) {
            condition.kind = Condition::Kind::Compare;
            condition.order = *order;
            condition.right = operand();
            for (const Operand *side : {&std::as_const(left), &std::as_const(condition.right)})
                if (side->kind == Operand::Kind::Node && !side->query.isSingular())
                    fail(tr("only a path to one place can be compared"), begin);
            condition.left = std::move(left);
        } else if (left.kind == Operand::Kind::Node) {
            condition.query = std::move(left.query);
        } else {
            fail(tr("a comparison is missing"));
        }
        return condition;
    }

    std::optional<Condition::Order> takeOrder()
    {
        using Order = Condition::Order;
        constexpr std::array words {std::pair {u"==", Order::Equal}, std::pair {u"!=", Order::Unequal},
            std::pair {u"<=", Order::LessOrEqual}, std::pair {u">=", Order::GreaterOrEqual},
            std::pair {u"<", Order::Less}, std::pair {u">", Order::Greater}};
        for (const auto &[word, order] : words)
            if (takeWord(word))
                return order;
        return {};
    }

    Operand operand()
    {
        skipSpace();
        Operand result;
        if (peek() == u'@' || peek() == u'$') {
            result.kind = Operand::Kind::Node;
            result.query = query();
        } else if (takeWord(u"length(")) {
            result.kind = Operand::Kind::Length;
            result.of = std::make_shared<const Operand>(operand());
            closeFunction();
        } else if (takeWord(u"count(")) {
            result.kind = Operand::Kind::Count;
            result.query = query();
            closeFunction();
        } else if (takeWord(u"value(")) {
            result.kind = Operand::Kind::Value;
            result.query = query();
            closeFunction();
        } else {
            result.literal = literal();
        }
        return result;
    }

    void closeFunction()
    {
        skipSpace();
        if (!take(u')'))
            fail(tr(") is missing"));
    }

    Query query()
    {
        skipSpace();
        if (++m_depth > deepestNesting)
            fail(tr("it is nested too deeply"));
        Query result;
        result.isRelative = take(u'@');
        if (!result.isRelative && !take(u'$'))
            fail(tr("a path that begins with @ or $ is missing"));
        result.segments = segments();
        --m_depth;
        return result;
    }

    JsonDocumentPtr literal()
    {
        const qsizetype begin = m_at;
        QByteArray json;
        if (peek() == u'\'' || peek() == u'"') {
            json = jsonQuoted(QString::fromStdString(quoted()));
        } else {
            constexpr QStringView others = u"+-.";
            while (m_at < m_text.size() && (m_text[m_at].isLetterOrNumber() || others.contains(m_text[m_at])))
                ++m_at;
            json = m_text.mid(begin, m_at - begin).toUtf8();
        }
        const auto document = JsonDocument::parse(json);
        if (!document)
            fail(tr("a path, a text in quotes, a number, true, false or null is missing"), begin);
        return document.value_or(nullptr);
    }

    bool isGoing() const { return m_problem.isEmpty(); }
    QChar peek() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }
    bool take(QChar c)
    {
        const bool isHere = isGoing() && m_at < m_text.size() && m_text[m_at] == c;
        m_at += isHere ? 1 : 0;
        return isHere;
    }
    bool takeWord(QStringView word)
    {
        const bool isHere = isGoing() && QStringView(m_text).mid(m_at).startsWith(word);
        m_at += isHere ? word.size() : 0;
        return isHere;
    }
    void skipSpace()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }
    void fail(const QString &problem, qsizetype at = -1)
    {
        if (!m_problem.isEmpty())
            return;
        m_problem = problem;
        m_problemAt = at < 0 ? m_at : at;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
    QString m_problem; ///< the first one; nothing is taken after it
    qsizetype m_problemAt = 0;
};

} // namespace

bool Query::isSingular() const
{
    for (const Segment &segment : segments) {
        const bool isOne = !segment.isDescendant && segment.selectors.size() == 1
            && (std::holds_alternative<Name>(segment.selectors[0])
                || std::holds_alternative<Index>(segment.selectors[0]));
        if (!isOne)
            return false;
    }
    return true;
}

Result<Query> parse(const QString &text)
{
    return Parser(text).run();
}

} // namespace Gatescope::JsonPath
