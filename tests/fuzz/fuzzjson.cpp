// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "fuzztargets.h"

#include <models/json/jsondocument.h>
#include <models/json/jsonfault.h>
#include <models/json/jsonnumber.h>

#include <QStringList>

#include <cmath>

namespace Gatescope::Fuzz {

namespace {

/// What costs a look at every sibling is asked of so many nodes only.
constexpr quint32 mostLookedUp = 400;

/// RFC 6901; of members with the same name the last.
JsonValue resolved(const JsonDocument &document, const QString &pointer)
{
    JsonValue value = document.root();
    const QStringList parts = pointer.split(QLatin1Char('/'));
    for (qsizetype i = 1; i < parts.size(); ++i) {
        QString name = parts[i];
        name.replace(QStringLiteral("~1"), QStringLiteral("/"))
            .replace(QStringLiteral("~0"), QStringLiteral("~"));
        value = value.isArray() ? value.at(name.toUInt()) : value.member(name.toStdString());
    }
    return value;
}

/// Not hidden behind a later member of the same name, nor inside one that is.
bool isReachable(JsonValue value)
{
    for (; value.parent().isValid(); value = value.parent()) {
        if (value.hasKey() && value.parent().member(value.keyUtf8()) != value)
            return false;
    }
    return true;
}

Complaint checkStructure(const JsonValue &value)
{
    for (quint32 i = 0; i < value.size(); ++i) {
        const JsonValue child = value.at(i);
        if (child.parent() != value || child.row() != i)
            return "a child does not know its place";
        if (child.hasKey() != value.isObject())
            return "a member without a name, or an element with one";
    }
    if (value.at(value.size()).isValid())
        return "there is a child after the last";
    if (value.size() > 0 && !value.isContainer())
        return "a scalar has children";
    return {};
}

Complaint checkScalar(const JsonValue &value)
{
    const std::optional<qint64> integer = value.toInt64();
    const double number = value.toDouble(-7);
    if (value.isNumber() != isJsonNumber(value.rawText()))
        return "a number that is not written as one, or the other way round";
    if (std::isnan(number) || (!value.isNumber() && (number != -7 || integer)))
        return "a number from nowhere";
    if (integer && double(*integer) != number)
        return "the integer and the number differ";
    std::string scratch;
    if (value.utf8(scratch) != value.toUtf8())
        return "the two ways to a text differ";
    const QString text = value.toString();
    if (!value.hasLoneSurrogate() && text.toStdString() != value.toUtf8())
        return "the text in UTF-16 and in UTF-8 differ";
    const auto quoted = JsonDocument::parse(jsonQuoted(text));
    if (!quoted || (*quoted)->root().toString() != text)
        return "a text written and read again is another";
    return {};
}

Complaint checkKey(const JsonValue &value)
{
    if (!value.hasKey())
        return value.rawKey().empty() && value.key().isEmpty() ? Complaint() : "an element has a name";
    std::string scratch;
    if (value.keyUtf8(scratch) != value.keyUtf8())
        return "the two ways to a name differ";
    if (!value.hasLoneSurrogate() && value.key().toStdString() != value.keyUtf8())
        return "the name in UTF-16 and in UTF-8 differ";
    return {};
}

Complaint checkPlace(const JsonDocument &document, const JsonValue &value)
{
    if (!value.jsonPath().startsWith(QLatin1Char('$')))
        return "a path does not begin at the root";
    if (document.hasLoneSurrogates() || !isReachable(value))
        return {};
    return resolved(document, value.jsonPointer()) == value ? Complaint() : "a pointer leads elsewhere";
}

Complaint checkNode(const JsonDocument &document, const JsonValue &value)
{
    const std::string_view source = document.source();
    const std::string_view raw = value.rawText();
    if (raw.empty() || raw.data() < source.data() || raw.data() + raw.size() > source.data() + source.size())
        return "a value's text is outside the document";
    for (const auto check : {&checkStructure, &checkScalar, &checkKey}) {
        if (Complaint complaint = check(value); !complaint.empty())
            return complaint;
    }
    return value.id() < mostLookedUp ? checkPlace(document, value) : Complaint();
}

/// Written and read again it is the same, whatever the white space.
Complaint checkRoundTrip(const JsonDocument &document)
{
    const QByteArray compact = jsonCompact(document.root());
    const QByteArray indented = jsonIndented(document.root());
    const auto fromCompact = JsonDocument::parse(compact);
    const auto fromIndented = JsonDocument::parse(indented);
    if (!fromCompact || !fromIndented)
        return "what was written cannot be read";
    for (const JsonDocumentPtr &again : {*fromCompact, *fromIndented}) {
        if (again->nodeCount() != document.nodeCount() || !jsonEquals(document.root(), again->root()))
            return "what was written is something else";
        if (jsonCompact(again->root()) != compact || jsonIndented(again->root()) != indented)
            return "the second writing differs from the first";
    }
    return {};
}

Complaint checkFailure(const Error &error)
{
    if (error.message.isEmpty())
        return "a failure without a sentence";
    if (error.code != ErrorCode::InvalidJson && error.code != ErrorCode::InvalidUtf8
        && error.code != ErrorCode::Truncated && error.code != ErrorCode::TooLarge)
        return "refused without a fault: " + error.message.toStdString();
    return {};
}

} // namespace

Complaint fuzzJson(const QByteArray &input)
{
    if (const auto shallow = JsonDocument::parse(input, {.maxDepth = 3}); !shallow) {
        if (Complaint complaint = checkFailure(shallow.error()); !complaint.empty())
            return complaint;
    }
    const auto parsed = JsonDocument::parse(input);
    if (!parsed)
        return checkFailure(parsed.error());
    const JsonDocument &document = **parsed;
    // The second opinion: strict, and made in another way. Internal is what it says where it finds nothing.
    if (JsonFaultFinder(document.source(), {}).find().code != ErrorCode::Internal)
        return "accepted with a fault";
    for (JsonDocument::Id id = 0; id < document.nodeCount(); ++id) {
        if (Complaint complaint = checkNode(document, {&document, id}); !complaint.empty())
            return complaint;
    }
    return checkRoundTrip(document);
}

} // namespace Gatescope::Fuzz
