// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsondocument.h"

#include "jsonarenabuilder.h"
#include "jsonfault.h"

#include <models/workerdelete.h>

#include <QLocale>

#include <algorithm>
#include <limits>
#include <new>

namespace Gatescope {

Result<JsonDocumentPtr> JsonDocument::parse(QByteArray bytes, const JsonLimits &limits)
{
    constexpr qsizetype largeBytes = 1'000'000;
    constexpr qsizetype offsets = qsizetype(std::numeric_limits<quint32>::max()) - 1024;
    const qsizetype most = std::min(limits.maxBytes, offsets);
    if (bytes.size() > most) {
        return failure(ErrorCode::TooLarge,
            JsonFaultFinder::tr("The text has %1; at most %2 can be read as JSON.")
                .arg(QLocale().formattedDataSize(bytes.size()), QLocale().formattedDataSize(most)));
    }
    const std::shared_ptr<JsonDocument> document = bytes.size() < largeBytes
        ? std::shared_ptr<JsonDocument>(new JsonDocument)
        : std::shared_ptr<JsonDocument>(new JsonDocument, WorkerDelete());
    document->m_bytes = std::move(bytes);
    document->m_start = document->m_bytes.startsWith("\xef\xbb\xbf") ? 3 : 0;
    document->m_length = document->m_bytes.size() - document->m_start;
    try {
        if (JsonArenaBuilder(*document, limits).build())
            return document;
    } catch (const std::bad_alloc &) {
        return failure(ErrorCode::TooLarge,
            JsonFaultFinder::tr("There is not enough memory to read this text as JSON."));
    }
    return std::unexpected(JsonFaultFinder(document->source(), limits).find());
}

JsonValue JsonDocument::root() const
{
    return {this, 0};
}

JsonDocument::Id JsonDocument::nodeCount() const
{
    return Id(m_nodes.size());
}

bool JsonDocument::hasLoneSurrogates() const
{
    return m_hasLoneSurrogates;
}

} // namespace Gatescope
