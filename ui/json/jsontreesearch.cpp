// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsontreesearch.h"

#include <ui/onfinished.h>

#include <QtConcurrentRun>

namespace Gatescope {

namespace {

Result<JsonTreeFindings> search(const JsonDocumentPtr &document, const JsonValue &root,
    const JsonQuery &query, const std::stop_token &stop)
{
    auto found = findInJson(root, query, stop);
    if (!found)
        return std::unexpected(found.error());
    auto filter = std::make_shared<const JsonNodeFilter>(root, found->nodes);
    return JsonTreeFindings {
        document, std::make_shared<const JsonFindings>(std::move(*found)), std::move(filter)};
}

} // namespace

JsonTreeSearch::~JsonTreeSearch()
{
    m_stop.request_stop();
}

void JsonTreeSearch::start(const JsonDocumentPtr &document, const JsonValue &root, const JsonQuery &query)
{
    stop();
    m_stop = std::stop_source();
    const auto future =
        QtConcurrent::run([document, root, query, token = m_stop.get_token()] { // keeps the document alive
            return search(document, root, query, token);
        });
    onFinished(future, this, [this, token = m_token](const Result<JsonTreeFindings> &findings) {
        if (token == m_token)
            Q_EMIT finished(findings);
    });
}

void JsonTreeSearch::stop()
{
    m_stop.request_stop();
    ++m_token;
}

} // namespace Gatescope
