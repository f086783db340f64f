// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/idlists.h>
#include <models/evaluation/project.h>

#include <QDateTime>

#include <functional>

namespace Gatescope {

/// {"LIST":["hash8",…]}. Errors: FileUnreadable, those of JsonDocument::parse() and IdLists::fromJson(), with
/// the file's name.
Result<std::shared_ptr<const IdLists>> readIdLists(const QString &path);

/// The files a headless sandbox serves, read anew whenever they were written.
class ServedFiles
{
public:
    using IdListsPtr = std::shared_ptr<const IdLists>;

    /// As they were read at the start; an empty path: there is no such file.
    ServedFiles(const QString &specsPath, ProjectPtr project, const QString &idListsPath, IdListsPtr idLists);

    const ProjectPtr &project() const { return m_project; }
    const IdListsPtr &idLists() const { return m_idLists; }

    /// To be called now and then. True: there is something new to serve. A file that cannot be read leaves
    /// what there was, and is told.
    bool look(const std::function<void(const QString &sentence)> &tell);

private:
    struct Watched
    {
        QString path;
        QDateTime written;
        qint64 size = -1;

        /// Since the last call, or the making.
        bool hasChanged();
    };

    Watched m_specsFile;
    Watched m_idListsFile;
    ProjectPtr m_project;
    IdListsPtr m_idLists;
};

} // namespace Gatescope
