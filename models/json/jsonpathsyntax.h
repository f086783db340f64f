// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "jsondocument.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// A JSONPath (RFC 9535) as it was read.
namespace Gatescope::JsonPath {

struct Segment;
struct Condition;

struct Query
{
    bool isRelative = false; ///< begins with @, not with $
    std::vector<Segment> segments;

    bool isSingular() const; ///< finds one node at most
};

struct Name
{
    std::string utf8;
};
struct Wildcard
{ };
struct Index
{
    qint64 number = 0; ///< from behind if negative
};
struct Slice
{
    std::optional<qint64> start;
    std::optional<qint64> end;
    qint64 step = 1;
};
struct Filter
{
    std::shared_ptr<const Condition> condition;
};
using Selector = std::variant<Name, Wildcard, Index, Slice, Filter>;

struct Segment
{
    bool isDescendant = false;
    std::vector<Selector> selectors;
};

/// What can be compared: a literal, the one node of a query, or what a function makes of them.
struct Operand
{
    enum class Kind { Literal, Node, Length, Count, Value };

    Kind kind = Kind::Literal;
    JsonDocumentPtr literal;
    Query query; ///< Node, Count, Value
    std::shared_ptr<const Operand> of; ///< Length
};

struct Condition
{
    enum class Kind { Any, All, Not, Exists, Compare, Match, Search };
    enum class Order { Equal, Unequal, Less, LessOrEqual, Greater, GreaterOrEqual };

    Kind kind = Kind::Exists;
    std::vector<Condition> parts; ///< Any, All, Not
    Query query; ///< Exists
    Order order = Order::Equal;
    Operand left; ///< Compare; the text of Match and Search
    Operand right; ///< Compare; the pattern of Match and Search
};

} // namespace Gatescope::JsonPath
