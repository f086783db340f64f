// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/project.h>

namespace Gatescope {

enum class ProjectFileStyle {
    AsIs, ///< the payload's own text
    Indented, ///< with two spaces, all tokens as they are
};

/// A project as a file: its specs payload (download_config_specs), in its own format.
QByteArray projectFile(const Project &project, ProjectFileStyle style = ProjectFileStyle::AsIs);

/// Reads it back: v1 or v2. Errors: those of JsonDocument::parse() and Project::compile(), with a sentence.
/// Any thread.
Result<ProjectPtr> projectFromFile(QByteArray text);

} // namespace Gatescope
