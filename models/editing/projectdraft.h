// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "projecthistory.h"

namespace Gatescope {

/// A sandbox's project in the middle of being changed, with all that goes with it.
struct ProjectDraft
{
    QString name; ///< what the project is called
    ProjectPtr project;
    IdListsPtr idLists; ///< null: none
};

/// \name As one JSON text, the payload in it byte for byte but for white space around it; any thread
/// @{
QByteArray toJson(const ProjectDraft &draft);
/// Errors: those of the JSON, of Project::compile() and of IdLists::fromJson().
Result<ProjectDraft> projectDraftFromJson(QByteArray text);
/// @}

} // namespace Gatescope
