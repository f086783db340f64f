// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "projectfile.h"

namespace Gatescope {

QByteArray projectFile(const Project &project, ProjectFileStyle style)
{
    if (style == ProjectFileStyle::Indented)
        return jsonIndented(project.payload()->root()) + '\n';
    const std::string_view source = project.payload()->source();
    return {source.data(), qsizetype(source.size())};
}

Result<ProjectPtr> projectFromFile(QByteArray text)
{
    const Result<JsonDocumentPtr> document = JsonDocument::parse(std::move(text));
    return document ? Project::compile(*document) : std::unexpected(document.error());
}

} // namespace Gatescope
