// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "projectedit.h"

#include "makeedit.h"

#include <models/json/utf8text.h>

#include <QLocale>

namespace Gatescope {

Result<ProjectPtr> edited(const Project &project, const ProjectEdit &edit, qint64 now)
{
    PayloadEditor editor(project);
    const Result<> made = std::visit([&](const auto &one) { return makeEdit(editor, one); }, edit);
    return made ? editor.finish(now) : std::unexpected(made.error());
}

Result<ProjectPtr> republished(const Project &project, qint64 now)
{
    return publishedProject(project, JsonRewrite(project.payload()), now);
}

Result<JsonDocumentPtr> typedJson(const QByteArray &json)
{
    Result<JsonDocumentPtr> document = JsonDocument::parse(json);
    if (!document)
        return failure(ErrorCode::BadInput,
            PayloadEditor::tr("This is no JSON value. %1").arg(document.error().message),
            document.error().detail);
    return document;
}

QByteArray numberJson(double number)
{
    return QString::number(number, 'f', QLocale::FloatingPointShortest).toLatin1();
}

bool isGateTable(const Spec &spec)
{
    return spec.table == SpecTable::FeatureGates;
}

} // namespace Gatescope
