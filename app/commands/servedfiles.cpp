// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "servedfiles.h"

#include <app/inputfile.h>

#include <QCoreApplication>
#include <QFileInfo>

namespace Gatescope {

namespace {

QString trServed(const char *text)
{
    return QCoreApplication::translate("ServedFiles", text);
}

/// Takes what was read, or says why it was not.
template<class T>
bool take(const Result<std::shared_ptr<const T>> &read, std::shared_ptr<const T> &kept,
    const std::function<void(const QString &)> &tell)
{
    if (read)
        kept = *read;
    else
        tell(trServed("%1 What was read before is still served.").arg(read.error().message));
    return read.has_value();
}

} // namespace

Result<std::shared_ptr<const IdLists>> readIdLists(const QString &path)
{
    const Result<JsonDocumentPtr> document = readJsonFile(path);
    if (!document)
        return std::unexpected(document.error());
    Result<IdLists> lists = IdLists::fromJson((*document)->root());
    if (!lists)
        return failure(ErrorCode::BadInput, path + QLatin1String(": ") + lists.error().message);
    return std::make_shared<const IdLists>(std::move(*lists));
}

ServedFiles::ServedFiles(
    const QString &specsPath, ProjectPtr project, const QString &idListsPath, IdListsPtr idLists)
    : m_specsFile {specsPath, {}, -1}
    , m_idListsFile {idListsPath, {}, -1}
    , m_project(std::move(project))
    , m_idLists(std::move(idLists))
{
    m_specsFile.hasChanged();
    m_idListsFile.hasChanged();
}

bool ServedFiles::look(const std::function<void(const QString &)> &tell)
{
    bool isNew = false;
    if (m_specsFile.hasChanged()) {
        const qint64 before = m_project->time();
        isNew = take(readSpecsFile(m_specsFile.path), m_project, tell);
        if (isNew && m_project->time() <= before)
            tell(
                trServed("%1 was written, but its time (%2) is not later than before (%3): clients keep what "
                         "they have.")
                    .arg(m_specsFile.path)
                    .arg(m_project->time())
                    .arg(before));
    }
    if (m_idListsFile.hasChanged())
        isNew = take(readIdLists(m_idListsFile.path), m_idLists, tell) || isNew;
    return isNew;
}

bool ServedFiles::Watched::hasChanged()
{
    if (path.isEmpty())
        return false;
    const QFileInfo file(path);
    // Gone for a moment: whoever writes it may be about to put it there.
    if (!file.exists() || (file.lastModified() == written && file.size() == size))
        return false;
    written = file.lastModified();
    size = file.size();
    return true;
}

} // namespace Gatescope
