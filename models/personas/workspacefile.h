// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsonmember.h>
#include <models/result.h>

#include <QStringList>

namespace Gatescope {

/// What a workspace's own file, gatescope.json, says (docs/personas.md).
struct WorkspaceFile
{
    static constexpr int newestFormat = 1;

    QStringList personas; ///< ids in the order the user gave them; files not among them follow by name
    JsonMembers otherMembers; ///< kept as they were written
    bool operator==(const WorkspaceFile &) const = default;
};

/// Errors name the file and what of it is wrong; Unsupported: a newer program wrote it.
Result<WorkspaceFile> readWorkspaceFile(const QString &fileName, const QByteArray &bytes);
QByteArray writeWorkspaceFile(const WorkspaceFile &workspace);

} // namespace Gatescope
