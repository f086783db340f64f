// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsonpathquery.h"

#include "jsonpathparser.h"

#include <QRegularExpression>

#include <algorithm>

namespace Gatescope {

namespace {

using namespace JsonPath;

/// What an operand comes to; a missing value is the RFC's Nothing.
struct Operated
{
    JsonValue value;
    JsonDocumentPtr owner; ///< of a value that was made
};

class PathEvaluation
{
public:
    PathEvaluation(const JsonValue &root, const std::stop_token &stop)
        : m_root(root)
        , m_stop(stop)
    { }

    std::vector<JsonValue> nodes(const Query &query, const JsonValue &current)
    {
        std::vector<JsonValue> nodes {query.isRelative ? current : m_root};
        for (const Segment &segment : query.segments) {
            std::vector<JsonValue> next;
            for (const JsonValue &node : nodes)
                segment.isDescendant ? addFromAll(segment, node, next) : addFrom(segment, node, next);
            nodes = std::move(next);
        }
        return nodes;
    }

    bool isStopped() const { return m_isStopped; }

private:
    void addFromAll(const Segment &segment, const JsonValue &node, std::vector<JsonValue> &found)
    {
        std::vector<JsonValue> open {node};
        while (!open.empty() && isGoing()) {
            const JsonValue next = open.back();
            open.pop_back();
            addFrom(segment, next, found);
            for (quint32 i = next.size(); i-- > 0;) {
                if (next.at(i).isContainer())
                    open.push_back(next.at(i));
            }
        }
    }

    void addFrom(const Segment &segment, const JsonValue &node, std::vector<JsonValue> &found)
    {
        for (const Selector &selector : segment.selectors)
            std::visit([&](const auto &one) { add(one, node, found); }, selector);
    }

    void add(const Name &name, const JsonValue &node, std::vector<JsonValue> &found)
    {
        if (const JsonValue member = node.member(name.utf8); node.isObject() && member.isValid())
            found.push_back(member);
    }
    void add(const Wildcard &, const JsonValue &node, std::vector<JsonValue> &found)
    {
        for (quint32 i = 0; i < node.size(); ++i)
            found.push_back(node.at(i));
    }
    void add(const Index &index, const JsonValue &node, std::vector<JsonValue> &found)
    {
        const qint64 size = node.size();
        const qint64 at = index.number < 0 ? size + index.number : index.number;
        if (node.isArray() && at >= 0 && at < size)
            found.push_back(node.at(quint32(at)));
    }
    /// As RFC 9535, 2.3.4.2.2 says.
    void add(const Slice &slice, const JsonValue &node, std::vector<JsonValue> &found)
    {
        if (!node.isArray() || slice.step == 0)
            return;
        const qint64 size = node.size();
        const bool isForward = slice.step > 0;
        const auto normal = [size](qint64 index) { return index < 0 ? size + index : index; };
        const qint64 start = normal(slice.start.value_or(isForward ? 0 : size - 1));
        const qint64 end = slice.end ? normal(*slice.end) : isForward ? size : -1;
        if (isForward) {
            const qint64 last = std::clamp<qint64>(end, 0, size);
            for (qint64 i = std::clamp<qint64>(start, 0, size); i < last; i += slice.step)
                found.push_back(node.at(quint32(i)));
        } else {
            const qint64 last = std::clamp<qint64>(end, -1, size - 1);
            for (qint64 i = std::clamp<qint64>(start, -1, size - 1); i > last; i += slice.step)
                found.push_back(node.at(quint32(i)));
        }
    }
    void add(const Filter &filter, const JsonValue &node, std::vector<JsonValue> &found)
    {
        for (quint32 i = 0; i < node.size() && isGoing(); ++i) {
            if (holds(*filter.condition, node.at(i)))
                found.push_back(node.at(i));
        }
    }

    bool holds(const Condition &condition, const JsonValue &current)
    {
        const auto holdsPart = [&](const Condition &part) { return holds(part, current); };
        switch (condition.kind) {
        case Condition::Kind::Any:
            return std::ranges::any_of(condition.parts, holdsPart);
        case Condition::Kind::All:
            return std::ranges::all_of(condition.parts, holdsPart);
        case Condition::Kind::Not:
            return std::ranges::none_of(condition.parts, holdsPart);
        case Condition::Kind::Exists:
            return !nodes(condition.query, current).empty();
        case Condition::Kind::Compare:
            return compares(condition.order, operated(condition.left, current).value,
                operated(condition.right, current).value);
        case Condition::Kind::Match:
        case Condition::Kind::Search:
            break;
        }
        return matches(condition, current);
    }

    /// The owners of made values live while they are compared.
    static bool compares(Condition::Order order, const JsonValue &left, const JsonValue &right)
    {
        const auto areEqual = [](const JsonValue &a, const JsonValue &b) {
            return a.isValid() && b.isValid() ? jsonEquals(a, b) : a.isValid() == b.isValid();
        };
        switch (order) {
        case Condition::Order::Equal:
            return areEqual(left, right);
        case Condition::Order::Unequal:
            return !areEqual(left, right);
        case Condition::Order::Less:
            return isLess(left, right);
        case Condition::Order::LessOrEqual:
            return isLess(left, right) || areEqual(left, right);
        case Condition::Order::Greater:
            return isLess(right, left);
        case Condition::Order::GreaterOrEqual:
            break;
        }
        return isLess(right, left) || areEqual(left, right);
    }

    static bool isLess(const JsonValue &left, const JsonValue &right)
    {
        if (left.isNumber() && right.isNumber())
            return left.toDouble() < right.toDouble();
        return left.isString() && right.isString() && left.toUtf8() < right.toUtf8();
    }

    Operated operated(const Operand &operand, const JsonValue &current)
    {
        switch (operand.kind) {
        case Operand::Kind::Literal:
            return {operand.literal->root(), operand.literal};
        case Operand::Kind::Length:
            return length(operated(*operand.of, current).value);
        case Operand::Kind::Count:
            return number(nodes(operand.query, current).size());
        case Operand::Kind::Node:
        case Operand::Kind::Value:
            break;
        }
        const std::vector<JsonValue> found = nodes(operand.query, current);
        return {found.size() == 1 ? found.front() : JsonValue(), nullptr};
    }

    static Operated length(const JsonValue &value)
    {
        if (value.isContainer())
            return number(value.size());
        return value.isString() ? number(std::size_t(value.toString().toUcs4().size())) : Operated();
    }

    static Operated number(std::size_t number)
    {
        const JsonDocumentPtr made = *JsonDocument::parse(QByteArray::number(quint64(number)));
        return {made->root(), made};
    }

    bool matches(const Condition &condition, const JsonValue &current)
    {
        const Operated text = operated(condition.left, current);
        const Operated pattern = operated(condition.right, current);
        if (!text.value.isString() || !pattern.value.isString())
            return false;
        const bool isWhole = condition.kind == Condition::Kind::Match;
        const QString written = pattern.value.toString();
        const QRegularExpression expression(isWhole ? QRegularExpression::anchoredPattern(written) : written,
            QRegularExpression::UseUnicodePropertiesOption);
        return expression.isValid() && expression.match(text.value.toString()).hasMatch();
    }

    bool isGoing()
    {
        m_isStopped = m_isStopped || m_stop.stop_requested();
        return !m_isStopped;
    }

    JsonValue m_root;
    const std::stop_token &m_stop;
    bool m_isStopped = false;
};

} // namespace

JsonPathQuery::JsonPathQuery(JsonPath::Query query)
    : m_query(std::move(query))
{ }

Result<JsonPathQuery> JsonPathQuery::parse(const QString &text)
{
    Result<JsonPath::Query> query = JsonPath::parse(text);
    if (!query)
        return std::unexpected(query.error());
    return JsonPathQuery(std::move(*query));
}

JsonFindings JsonPathQuery::find(const JsonValue &root, const std::stop_token &stop) const
{
    PathEvaluation evaluation(root, stop);
    std::vector<JsonValue> nodes = evaluation.nodes(m_query, root);
    std::ranges::sort(nodes, {}, [](const JsonValue &node) { return node.rawText().data(); });
    const auto repeated = std::ranges::unique(nodes);
    nodes.erase(repeated.begin(), repeated.end());
    JsonFindings findings;
    findings.isComplete = !evaluation.isStopped();
    findings.nodes.reserve(nodes.size());
    for (const JsonValue &node : nodes)
        findings.nodes.push_back(node.id());
    return findings;
}

} // namespace Gatescope
