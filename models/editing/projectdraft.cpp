// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "projectdraft.h"

#include <models/evaluation/idlists.h>

namespace Gatescope {

namespace {

QByteArray quotedUtf8(std::string_view text)
{
    return jsonQuoted(QString::fromUtf8(text.data(), qsizetype(text.size())));
}

QByteArray listsToJson(const IdLists &idLists)
{
    QByteArray json;
    for (const auto &[name, hashes] : idLists.lists()) {
        QByteArray elements;
        for (const std::string &hash : hashes)
            elements.append(elements.isEmpty() ? "" : ",").append(quotedUtf8(hash));
        json.append(json.isEmpty() ? "" : ",").append(quotedUtf8(name)).append(":[" + elements + ']');
    }
    return '{' + json + '}';
}

} // namespace

QByteArray toJson(const ProjectDraft &draft)
{
    const std::string_view payload = draft.project->payload()->source();
    QByteArray json = "{\"name\":" + jsonQuoted(draft.name);
    if (draft.idLists)
        json.append(",\"idLists\":").append(listsToJson(*draft.idLists));
    return json.append(",\"specs\":").append(payload.data(), qsizetype(payload.size())).append("}\n");
}

Result<ProjectDraft> projectDraftFromJson(QByteArray text)
{
    const Result<JsonDocumentPtr> document = JsonDocument::parse(std::move(text));
    if (!document)
        return std::unexpected(document.error());
    const JsonValue root = (*document)->root();
    const std::string_view specs = root["specs"].rawText();
    const auto payload = JsonDocument::parse(QByteArray(specs.data(), qsizetype(specs.size())));
    if (!payload)
        return std::unexpected(payload.error());
    const auto project = Project::compile(*payload);
    if (!project)
        return std::unexpected(project.error());
    ProjectDraft draft {root["name"].toString(), *project, nullptr};
    if (const JsonValue lists = root["idLists"]; lists.isValid()) {
        Result<IdLists> read = IdLists::fromJson(lists);
        if (!read)
            return std::unexpected(read.error());
        draft.idLists = std::make_shared<const IdLists>(std::move(*read));
    }
    return draft;
}

} // namespace Gatescope
