// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "workspacesync.h"

#include "boundedfile.h"

#include <models/personas/filestem.h>
#include <models/ports/personastore.h>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QLockFile>
#include <QStandardPaths>

namespace Gatescope {

namespace {

constexpr qsizetype maxWorkspaceFileBytes = 4 * 1024 * 1024;
constexpr qsizetype maxPersonaFiles = PersonaStore::maxPersonas;
const QString personaFileEnding = QStringLiteral(".json");
constexpr int lockPatience = 5000; ///< ms; what is done under it takes far less

QString trSync(const char *text)
{
    return QCoreApplication::translate("Gatescope::WorkspaceFolder", text);
}

/// One for each folder, outside it: that may be in git.
QString lockFileName(const QString &folder)
{
    const QString place = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    QDir().mkpath(place);
    const QByteArray path = QFileInfo(folder).canonicalFilePath().toUtf8();
    const QByteArray hash = QCryptographicHash::hash(path, QCryptographicHash::Sha1).toHex();
    return place + QStringLiteral("/workspace-") + QString::fromLatin1(hash) + QStringLiteral(".lock");
}

/// The work of one syncWorkspace().
class WorkspaceSync
{
public:
    explicit WorkspaceSync(const WorkspaceRequest &request)
        : m_request(request)
        , m_taken(request.takenStems)
    { }

    WorkspaceResult run()
    {
        if (!findFolder())
            return m_result;
        QLockFile lock(lockFileName(m_request.folder));
        lock.tryLock(lockPatience); // without it, two at the same instant are all that is not excluded
        if (!readWorkspace())
            return m_result;
        listFiles();
        for (const bool isRemoval : {true, false}) { // what goes makes room
            for (const PersonaChange &change : m_request.changes) {
                if (change.wanted.has_value() != isRemoval)
                    m_result.outcomes.append(outcomeOf(change));
            }
        }
        readPersonas();
        if (m_request.order)
            writeOrder();
        return m_result;
    }

private:
    bool refuse(ErrorCode code, const QString &message)
    {
        m_result.refusal = Error {code, message.arg(QDir::toNativeSeparators(m_request.folder)), {}};
        return false;
    }

    bool findFolder()
    {
        const QFileInfo info(m_request.folder);
        if (!info.exists()) {
            m_result.isNew = m_request.mayMakeFolder;
            if (!m_request.mayMakeFolder)
                return refuse(ErrorCode::FileUnreadable,
                    trSync(
                        "The workspace's folder %1 is not there. Nothing is lost while Gatescope runs; put "
                        "it back, or choose another."));
            if (!QDir().mkpath(m_request.folder))
                return refuse(ErrorCode::FileUnwritable,
                    trSync("The workspace's folder %1 cannot be made. Check its permissions."));
            QFile::setPermissions(m_request.folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
            return true;
        }
        if (!info.isDir())
            return refuse(ErrorCode::FileUnreadable, trSync("%1 is not a folder."));
        if (!info.isReadable() || !info.isExecutable())
            return refuse(
                ErrorCode::FileUnreadable, trSync("The folder %1 cannot be read. Check its permissions."));
        const QFileInfo personas(personasFolder(m_request.folder));
        if (personas.isSymLink() || personas.isJunction())
            return refuse(ErrorCode::FileUnreadable,
                trSync("“personas” in %1 is a symbolic link, which is not followed."));
        m_result.isNew =
            QDir(m_request.folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        if (m_result.isNew && m_request.hasHadFiles)
            return refuse(ErrorCode::FileUnreadable,
                trSync(
                    "The workspace's folder %1 is suddenly empty. The personas are kept in memory; put its "
                    "files back, or choose another folder."));
        return true;
    }

    bool readWorkspace()
    {
        const QString path = workspaceFilePath(m_request.folder);
        const auto bytes = readBoundedFile(path, maxWorkspaceFileBytes);
        if (!bytes) {
            m_result.errors.append(bytes.error());
            return true;
        }
        if (bytes->isNull()) {
            m_workspace = WorkspaceFile();
            return true;
        }
        const auto workspace = readWorkspaceFile(QDir::toNativeSeparators(path), *bytes);
        if (workspace) {
            m_workspace = *workspace;
            m_workspaceBytes = *bytes;
            m_result.order = workspace->personas;
        } else if (workspace.error().code == ErrorCode::Unsupported) {
            m_result.refusal = workspace.error();
            return false;
        } else {
            m_result.errors.append(workspace.error());
        }
        return true;
    }

    void listFiles()
    {
        const QStringList names = fileNames();
        m_fileCount = names.size();
        for (const QString &name : names)
            m_taken.insert(idOf(name).toLower());
    }

    /// By name; links and what else is no file among them.
    QStringList fileNames() const
    {
        constexpr QDir::Filters all =
            QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot | QDir::CaseSensitive;
        return QDir(personasFolder(m_request.folder)).entryList({u'*' + personaFileEnding}, all, QDir::Name);
    }

    static QString idOf(const QString &fileName) { return fileName.chopped(personaFileEnding.size()); }

    Result<QByteArray> current(const QString &id) const
    {
        return readBoundedFile(personaFilePath(m_request.folder, id), maxPersonaFileBytes);
    }

    PersonaOutcome outcomeOf(const PersonaChange &change)
    {
        const Result<QByteArray> theirs = current(change.id);
        const bool isAsKnown = theirs && *theirs == change.base && theirs->isNull() == change.base.isNull();
        const bool isGone = theirs && theirs->isNull();
        if (!change.wanted)
            return isAsKnown || isGone ? removed(change, isGone) : keptBecauseChanged(change);
        const QByteArray ours = writePersonaFile(*change.wanted);
        if (theirs && *theirs == ours)
            return {change.id, change.id, true, ours};
        const QString &name = change.wanted->name;
        if (isAsKnown || isGone)
            return written(change.id, change.id, name, ours);
        const auto persona =
            theirs ? readPersonaFile(change.id, *theirs) : Result<Persona>(std::unexpected(theirs.error()));
        if (persona && isSame(*persona, *change.wanted))
            return {change.id, change.id, true, *theirs};
        if (!persona || change.base.isNull())
            return written(change.id, unused(name), name, ours);
        return writtenBeside(change, *persona, ours);
    }

    static bool isSame(Persona left, const Persona &right)
    {
        left.id = right.id;
        return left == right;
    }

    QString unused(const QString &name)
    {
        const QString stem = unusedFileStem(name, m_taken);
        m_taken.insert(stem);
        return stem;
    }

    PersonaOutcome written(
        const QString &id, const QString &newId, const QString &name, const QByteArray &bytes)
    {
        const QString path = personaFilePath(m_request.folder, newId);
        const bool isNew = !QFileInfo::exists(path);
        auto done = checkThatItIsReadBack(name, isNew, bytes);
        if (done)
            done = writeOwnFile(path, bytes);
        if (!done)
            m_result.errors.append(done.error());
        m_fileCount += done && isNew ? 1 : 0;
        return {id, done ? newId : id, done.has_value(), bytes};
    }

    Result<> checkThatItIsReadBack(const QString &name, bool isNew, const QByteArray &bytes) const
    {
        if (bytes.size() > maxPersonaFileBytes)
            return failure(ErrorCode::TooLarge,
                trSync(
                    "“%1” cannot be written: its file would be larger than 4 MB and not be read again. It is "
                    "kept in memory; shorten its user or its notes.")
                    .arg(name));
        if (isNew && m_fileCount >= maxPersonaFiles)
            return failure(ErrorCode::TooLarge,
                trSync(
                    "“%1” cannot be written: %2 holds %3 files, and no more are read. It is kept in memory; "
                    "delete other personas.")
                    .arg(name, QDir::toNativeSeparators(personasFolder(m_request.folder)))
                    .arg(m_fileCount));
        return {};
    }

    /// Theirs is safe under another name before ours takes its place.
    PersonaOutcome writtenBeside(const PersonaChange &change, Persona theirs, const QByteArray &ours)
    {
        const QString name = theirs.name;
        theirs.name = trSync("%1 (from the folder)").arg(name);
        if (!written(change.id, unused(theirs.name), theirs.name, writePersonaFile(theirs)).isDone)
            return {change.id, change.id, false, ours};
        m_result.errors.append({ErrorCode::FileUnwritable,
            trSync("“%1” was changed both here and in the folder. Both are kept: the one from the folder is "
                   "now “%2”.")
                .arg(change.wanted->name, theirs.name),
            {}});
        return written(change.id, change.id, change.wanted->name, ours);
    }

    PersonaOutcome removed(const PersonaChange &change, bool isGone)
    {
        const QString path = personaFilePath(m_request.folder, change.id);
        const bool isDone = isGone || QFile::remove(path);
        if (!isDone)
            m_result.errors.append({ErrorCode::FileUnwritable,
                trSync("%1 cannot be removed. It is tried again.").arg(QDir::toNativeSeparators(path)), {}});
        m_fileCount -= isDone && !isGone ? 1 : 0;
        return {change.id, change.id, isDone, {}};
    }

    /// The change that is not done is to be forgotten.
    PersonaOutcome keptBecauseChanged(const PersonaChange &change)
    {
        m_result.errors.append({ErrorCode::FileUnwritable,
            trSync("%1 was changed by others before it could be removed: it is kept.")
                .arg(QDir::toNativeSeparators(personaFilePath(m_request.folder, change.id))),
            {}});
        return {change.id, change.id, true, {}};
    }

    void readPersonas()
    {
        const QDir folder(personasFolder(m_request.folder));
        QStringList names = fileNames();
        if (names.size() > maxPersonaFiles) {
            m_result.errors.append({ErrorCode::TooLarge,
                trSync("%1 holds more than %2 files. The first of them are read.")
                    .arg(QDir::toNativeSeparators(folder.path()))
                    .arg(maxPersonaFiles),
                {}});
            names = names.mid(0, maxPersonaFiles);
            m_result.isComplete = false;
        }
        for (const QString &name : std::as_const(names))
            readPersona(folder.filePath(name), idOf(name));
    }

    void readPersona(const QString &path, const QString &id)
    {
        const auto bytes = readBoundedFile(path, maxPersonaFileBytes);
        if (bytes && bytes->isNull())
            return; // gone since it was listed
        auto persona = bytes ? readPersonaFile(QDir::toNativeSeparators(path), *bytes)
                             : Result<Persona>(std::unexpected(bytes.error()));
        if (!persona) {
            m_result.errors.append(persona.error());
            m_result.unreadable.insert(id);
            return;
        }
        persona->id = id;
        m_result.found.append({*bytes, *persona});
    }

    void writeOrder()
    {
        if (!m_workspace)
            return; // what it says cannot be read: it is not written over
        QStringList order = *m_request.order;
        QHash<QString, QString> newIds;
        for (const PersonaOutcome &outcome : std::as_const(m_result.outcomes)) {
            if (outcome.newId != outcome.id)
                newIds.insert(outcome.id, outcome.newId);
        }
        for (QString &id : order)
            id = newIds.value(id, id);
        QSet<QString> missing = m_result.unreadable;
        for (const FoundPersona &found : std::as_const(m_result.found))
            missing.insert(found.persona.id);
        missing.subtract(QSet<QString>(order.cbegin(), order.cend()));
        for (const QString &id : std::as_const(m_workspace->personas)) {
            if (missing.contains(id)) // another instance has just made it, or it cannot be read for now
                order.append(id);
        }
        m_workspace->personas = order;
        m_result.order = order;
        const QByteArray bytes = writeWorkspaceFile(*m_workspace);
        if (bytes == m_workspaceBytes) {
            m_result.isOrderWritten = true;
            return;
        }
        const auto done = writeOwnFile(workspaceFilePath(m_request.folder), bytes);
        m_result.isOrderWritten = done.has_value();
        if (!done)
            m_result.errors.append(done.error());
    }

    const WorkspaceRequest &m_request;
    QSet<QString> m_taken;
    qsizetype m_fileCount = 0; ///< on disk
    std::optional<WorkspaceFile> m_workspace; ///< nothing: it cannot be read
    QByteArray m_workspaceBytes;
    WorkspaceResult m_result;
};

} // namespace

WorkspaceResult syncWorkspace(const WorkspaceRequest &request)
{
    return WorkspaceSync(request).run();
}

QString workspaceFilePath(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("gatescope.json"));
}

QString personasFolder(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("personas"));
}

QString personaFilePath(const QString &folder, const QString &id)
{
    return QDir(personasFolder(folder)).filePath(id + personaFileEnding);
}

} // namespace Gatescope
