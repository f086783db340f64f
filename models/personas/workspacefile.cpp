// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "workspacefile.h"

#include <models/statsig/members.h>

#include <QCoreApplication>

namespace Gatescope {

namespace {

const QString workspaceFormatKey = QStringLiteral("formatVersion");
const QString workspacePersonasKey = QStringLiteral("personas");

QString trWorkspace(const char *text)
{
    return QCoreApplication::translate("Gatescope::WorkspaceFile", text);
}

Error checkedFormat(const JsonValue &root, const QString &fileName)
{
    const std::optional<qint64> format = root.member("formatVersion").toInt64();
    if (!root.isObject() || !format || *format < 1)
        return {ErrorCode::BadInput,
            trWorkspace(
                "%1 is not a workspace: a JSON object with “formatVersion”: 1 is expected. Mend it, or "
                "remove it to begin a new list.")
                .arg(fileName),
            {}};
    if (*format > WorkspaceFile::newestFormat)
        return {ErrorCode::Unsupported,
            trWorkspace("%1 was written by a newer Gatescope (format %2; this one knows %3). Nothing in the "
                        "folder is changed. Update Gatescope, or choose another folder.")
                .arg(fileName)
                .arg(*format)
                .arg(WorkspaceFile::newestFormat),
            {}};
    return {ErrorCode::Internal, {}, {}};
}

} // namespace

Result<WorkspaceFile> readWorkspaceFile(const QString &fileName, const QByteArray &bytes)
{
    const auto document = JsonDocument::parse(bytes);
    if (!document)
        return failure(document.error().code, trWorkspace("%1: %2").arg(fileName, document.error().message),
            document.error().detail);
    const JsonValue root = (*document)->root();
    if (const Error error = checkedFormat(root, fileName); !error.message.isEmpty())
        return std::unexpected(error);
    const JsonValue listed = root.member("personas");
    if (listed.isValid() && !listed.isNull() && !listed.isArray())
        return failure(
            ErrorCode::BadInput, trWorkspace("%1: “personas” must be a list of file names.").arg(fileName));
    WorkspaceFile workspace;
    for (quint32 i = 0; i < listed.size(); ++i) {
        if (listed.at(i).isString())
            workspace.personas << listed.at(i).toString();
    }
    workspace.otherMembers = membersOf(root);
    workspace.otherMembers.removeIf([](const JsonMember &member) {
        return member.key == workspaceFormatKey || member.key == workspacePersonasKey;
    });
    return workspace;
}

QByteArray writeWorkspaceFile(const WorkspaceFile &workspace)
{
    QByteArrayList ids;
    for (const QString &id : workspace.personas)
        ids << jsonQuoted(id);
    const JsonMembers members {{workspaceFormatKey, QByteArray::number(WorkspaceFile::newestFormat)},
        {workspacePersonasKey, '[' + ids.join(',') + ']'}};
    const QByteArray compact = membersToJson(members + workspace.otherMembers);
    const auto document = JsonDocument::parse(compact);
    return (document ? jsonIndented((*document)->root()) : compact) + '\n';
}

} // namespace Gatescope
