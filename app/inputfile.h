// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/project.h>
#include <models/result.h>

namespace Gatescope {

/// The whole file, a resource path included. Errors: FileUnreadable, TooLarge; the message names the file.
Result<QByteArray> readInputFile(const QString &fileName);

/// A file that is one JSON document. Errors: as readInputFile() and JsonDocument::parse(), naming the file.
Result<JsonDocumentPtr> readJsonFile(const QString &fileName);

/// A specs file, compiled. Errors: as readJsonFile() and Project::compile(), naming the file.
Result<ProjectPtr> readSpecsFile(const QString &fileName);

} // namespace Gatescope
