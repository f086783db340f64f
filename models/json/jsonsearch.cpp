// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsonsearch.h"

#include "jsonpathquery.h"
#include "jsontextsearch.h"
#include "textneedle.h"
#include "utf8text.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace Gatescope {

namespace {

struct SearchWords
{
    Q_DECLARE_TR_FUNCTIONS(SearchWords)
};

constexpr quint32 nodesBetweenLooks = 1024; ///< whether it should stop

/// Calls `visit` with the root and all in it, in the order of the document. False if it was stopped.
bool walk(const JsonValue &root, const std::stop_token &stop, auto &&visit)
{
    struct Level
    {
        JsonValue container;
        quint32 next = 0;
    };
    std::vector<Level> open;
    quint32 seen = 0;
    const auto enter = [&](const JsonValue &value) {
        visit(value);
        if (value.isContainer())
            open.push_back({value});
    };
    enter(root);
    while (!open.empty()) {
        if (++seen % nodesBetweenLooks == 0 && stop.stop_requested())
            return false;
        Level &level = open.back();
        if (level.next < level.container.size())
            enter(level.container.at(level.next++));
        else
            open.pop_back();
    }
    return true;
}

/// `isIn` is asked about the text of keys and scalars, in UTF-8.
JsonFindings findInTexts(
    const JsonValue &root, JsonQuery::Where where, const std::stop_token &stop, auto &&isIn)
{
    JsonFindings findings;
    std::string scratch;
    const bool inKeys = where != JsonQuery::Where::Values;
    const bool inValues = where != JsonQuery::Where::Keys;
    findings.isComplete = walk(root, stop, [&](const JsonValue &value) {
        const bool isFound = (inKeys && value.hasKey() && value != root && isIn(value.keyUtf8(scratch)))
            || (inValues && !value.isContainer()
                && isIn(value.isString() ? value.utf8(scratch) : value.rawText()));
        if (isFound)
            findings.nodes.push_back(value.id());
    });
    return findings;
}

JsonFindings findText(const JsonValue &root, const JsonQuery &query, const std::stop_token &stop)
{
    const auto isAscii = [](QChar c) { return c.unicode() < 0x80; };
    if (std::ranges::all_of(query.text, isAscii))
        return findAsciiText(root, query, stop);
    const TextNeedle needle(query.text, query.matchesCase ? Qt::CaseSensitive : Qt::CaseInsensitive);
    return findInTexts(root, query.where, stop, [&](std::string_view utf8) { return needle.isIn(utf8); });
}

Result<JsonFindings> findPattern(const JsonValue &root, const JsonQuery &query, const std::stop_token &stop)
{
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
    options.setFlag(QRegularExpression::CaseInsensitiveOption, !query.matchesCase);
    const QRegularExpression pattern(query.text, options);
    if (!pattern.isValid())
        return failure(ErrorCode::BadInput,
            SearchWords::tr("The pattern cannot be read at its character %1: %2.")
                .arg(pattern.patternErrorOffset() + 1)
                .arg(pattern.errorString()));
    pattern.optimize();
    return findInTexts(root, query.where, stop,
        [&](std::string_view utf8) { return pattern.match(utf8Text(utf8)).hasMatch(); });
}

Result<JsonFindings> findPath(const JsonValue &root, const JsonQuery &query, const std::stop_token &stop)
{
    const Result<JsonPathQuery> path = JsonPathQuery::parse(query.text);
    if (!path)
        return std::unexpected(path.error());
    return path->find(root, stop);
}

} // namespace

Result<JsonFindings> findInJson(const JsonValue &root, const JsonQuery &query, const std::stop_token &stop)
{
    if (query.isEmpty() || !root.isValid())
        return JsonFindings();
    switch (query.how) {
    case JsonQuery::How::Text:
        return findText(root, query, stop);
    case JsonQuery::How::Pattern:
        return findPattern(root, query, stop);
    case JsonQuery::How::Path:
        break;
    }
    return findPath(root, query, stop);
}

} // namespace Gatescope
