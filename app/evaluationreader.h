// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/idlists.h>
#include <models/ports/countrylookup.h>
#include <models/ports/evaluationdata.h>

namespace Gatescope {

/// By what a file is known to be the one that was read.
struct FileStamp
{
    QDateTime writtenUtc; ///< invalid: there is no such file
    qint64 size = -1;
    bool operator==(const FileStamp &) const = default;
};

/// A file read for evaluating, or why it could not be.
template<class Data>
struct ReadEvaluationFile
{
    FileStamp stamp;
    EvaluationFile file;
    std::shared_ptr<const Data> data; ///< null where file.error says why
};

/// \name Block as long as the disk does: for workers
/// @{
FileStamp stampOf(const QString &path);
/// A database is copied first, so that writing over the file does no harm.
ReadEvaluationFile<CountryLookup> readCountriesFile(const QString &path);
ReadEvaluationFile<IdLists> readIdListsFile(const QString &path);
/// @}

} // namespace Gatescope
