// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "workspacefolder.h"

#include <models/personas/filestem.h>

#include <QDir>
#include <QStandardPaths>
#include <QtConcurrentRun>

#include <algorithm>

namespace Gatescope {

namespace {

using namespace std::chrono_literals;

/// Others write several files at once.
constexpr std::chrono::milliseconds noticeDelay = 100ms;
/// Of more files only what is added and removed is noticed at once: each costs a place at the system.
constexpr qsizetype maxWatchedFiles = 500;
/// An edit, and what it meets on disk.
constexpr int flushRounds = 3;

bool isBeforeByName(const Persona &left, const Persona &right)
{
    const int names = left.name.localeAwareCompare(right.name);
    return names != 0 ? names < 0 : left.id < right.id;
}

} // namespace

QString WorkspaceFolder::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/workspace");
}

WorkspaceFolder::WorkspaceFolder(const Options &options, QObject *parent)
    : PersonaStore(parent)
    , m_folder(QDir::cleanPath(options.folder))
    , m_firstPersonas(options.firstPersonas)
    , m_mayMakeFolder(options.mayMakeFolder)
    , m_writeDelay(options.writeDelay)
    , m_retryDelay(options.retryDelay)
{
    m_pool.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &WorkspaceFolder::startSync);
    connect(&m_future, &QFutureWatcherBase::finished, this, [this] {
        if (m_job && m_future.isFinished()) // flush() may have been quicker
            takeResult();
    });
    const auto notice = [this] { syncAfter(noticeDelay); };
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, notice);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, notice);
    m_nextFolder = m_folder;
    startSync();
}

WorkspaceFolder::~WorkspaceFolder()
{
    const QSignalBlocker noListeners(this);
    flush();
}

void WorkspaceFolder::openFolder(const QString &folder)
{
    m_nextFolder = QDir::cleanPath(QDir(folder).absolutePath());
    m_firstPersonas.clear();
    m_mayMakeFolder = true;
    syncAfter(0ms);
}

void WorkspaceFolder::save(const Persona &persona)
{
    const qsizetype row = rowOf(persona.id);
    if (row < 0) {
        insert({persona});
        return;
    }
    if (m_personas[row] == persona)
        return;
    m_personas[row] = persona;
    touch(persona.id);
    Q_EMIT changed();
}

QStringList WorkspaceFolder::insert(const QList<Persona> &personas, int index)
{
    QStringList ids;
    QSet<QString> taken = takenStems();
    const qsizetype row = index < 0 ? m_personas.size() : std::min(qsizetype(index), m_personas.size());
    QList<Persona> inserted = personas;
    for (Persona &persona : inserted) {
        persona.id = newId(persona, taken);
        taken.insert(persona.id.toLower());
        ids.append(persona.id);
        touch(persona.id);
    }
    m_personas = m_personas.mid(0, row) + inserted + m_personas.mid(row);
    if (!ids.isEmpty()) {
        touchOrder();
        Q_EMIT changed();
    }
    return ids;
}

void WorkspaceFolder::remove(const QStringList &ids)
{
    const QSet<QString> removed(ids.begin(), ids.end());
    const auto count =
        m_personas.removeIf([&removed](const Persona &persona) { return removed.contains(persona.id); });
    if (count == 0)
        return;
    for (const QString &id : removed) {
        if (m_files.contains(id))
            touch(id);
    }
    touchOrder();
    Q_EMIT changed();
}

void WorkspaceFolder::move(const QString &id, int index)
{
    const qsizetype row = rowOf(id);
    const qsizetype target = std::clamp(qsizetype(index), qsizetype(0), m_personas.size() - 1);
    if (row < 0 || row == target)
        return;
    m_personas.move(row, target);
    touchOrder();
    Q_EMIT changed();
}

void WorkspaceFolder::refresh()
{
    syncAfter(noticeDelay);
}

void WorkspaceFolder::flush()
{
    for (int round = 0; round < flushRounds; ++round) {
        if (m_job) {
            m_future.waitForFinished();
            takeResult();
        }
        if (!hasUnwritten())
            return;
        startSync();
    }
    if (m_job) {
        m_future.waitForFinished();
        takeResult();
    }
}

bool WorkspaceFolder::hasUnwritten() const
{
    return m_isOrderDirty || std::ranges::any_of(m_files, &FileState::isDirty);
}

void WorkspaceFolder::touch(const QString &id)
{
    FileState &state = m_files[id];
    state.isDirty = true;
    state.revision = ++m_revision;
    syncAfter(m_writeDelay);
}

void WorkspaceFolder::touchOrder()
{
    m_isOrderDirty = true;
    m_orderRevision = ++m_revision;
    syncAfter(m_writeDelay);
}

void WorkspaceFolder::syncAfter(std::chrono::milliseconds delay)
{
    if (!m_timer.isActive() || m_timer.remainingTimeAsDuration() > delay)
        m_timer.start(delay);
}

void WorkspaceFolder::startSync()
{
    m_timer.stop();
    if (m_job) {
        m_again = true;
        return;
    }
    m_again = false;
    Job job;
    job.isOpening =
        !m_nextFolder.isEmpty() && (!hasUnwritten() || m_nextFolder == m_folder || m_isReadyToOpen);
    job.openedFrom = m_folder;
    m_isReadyToOpen = false;
    job.folder = job.isOpening ? m_nextFolder : m_folder;
    WorkspaceRequest work;
    if (job.isOpening) {
        work.folder = job.folder;
        work.mayMakeFolder = m_mayMakeFolder;
    } else {
        work = request();
        job.orderRevision = m_orderRevision;
        for (const PersonaChange &change : std::as_const(work.changes))
            job.revisions[change.id] = m_files[change.id].revision;
    }
    m_job = job;
    m_future.setFuture(QtConcurrent::run(&m_pool, [work] { return syncWorkspace(work); }));
}

WorkspaceRequest WorkspaceFolder::request() const
{
    WorkspaceRequest request;
    request.folder = m_folder;
    request.hasHadFiles = m_hasHadFiles;
    request.mayMakeFolder = m_mayMakeFolder && !m_hasHadFiles;
    request.takenStems = takenStems();
    QSet<QString> known;
    QStringList order;
    for (const Persona &persona : m_personas) {
        known.insert(persona.id);
        order.append(persona.id);
        if (const FileState state = m_files.value(persona.id); state.isDirty)
            request.changes.append({persona.id, state.base, persona});
    }
    for (auto file = m_files.begin(); file != m_files.end(); ++file) {
        if (file->isDirty && !known.contains(file.key()))
            request.changes.append({file.key(), file->base, std::nullopt});
    }
    if (m_isOrderDirty)
        request.order = order;
    return request;
}

void WorkspaceFolder::takeResult()
{
    const WorkspaceResult result = m_future.result();
    const Job job = *m_job;
    const QList<Persona> before = m_personas;
    if (job.isOpening) {
        takeNewFolder(result);
    } else if (!result.refusal) {
        takeOutcomes(result.outcomes);
        if (result.isOrderWritten && job.orderRevision == m_orderRevision)
            m_isOrderDirty = false;
        takeFound(result);
    }
    m_job.reset();
    tell(result);
    watch();
    if (!job.isOpening && !m_nextFolder.isEmpty())
        prepareOpening(result);
    if (m_folder != job.openedFrom)
        Q_EMIT folderChanged();
    if (m_personas != before || (job.isOpening && !result.refusal))
        Q_EMIT changed();
    if (m_again || !m_nextFolder.isEmpty())
        syncAfter(0ms);
    else if (hasUnwritten())
        syncAfter(m_retryDelay);
}

/// What is written is safe; an order that cannot be written holds nobody up.
void WorkspaceFolder::prepareOpening(const WorkspaceResult &result)
{
    const bool hasFailed = result.refusal || !std::ranges::all_of(result.outcomes, &PersonaOutcome::isDone);
    m_isReadyToOpen = !hasFailed && std::ranges::none_of(m_files, &FileState::isDirty);
    if (!hasFailed)
        return;
    m_nextFolder.clear();
    const QString why =
        result.errors.isEmpty() ? QString() : QString(result.errors.constFirst().message + u' ');
    Q_EMIT failed({ErrorCode::FileUnwritable,
        why
            + tr("The changes in %1 cannot be written, so it stays open.")
                .arg(QDir::toNativeSeparators(m_folder)),
        {}});
}

void WorkspaceFolder::takeNewFolder(const WorkspaceResult &result)
{
    const bool isFirst = m_nextFolder == m_folder;
    // Another was asked for meanwhile, or something was edited, which is to be written first.
    if (m_nextFolder != m_job->folder || (!isFirst && std::ranges::any_of(m_files, &FileState::isDirty)))
        return;
    const QString folder = std::exchange(m_nextFolder, QString());
    if (result.refusal && !(isFirst && result.isNew))
        return;
    if (!isFirst) {
        m_personas.clear();
        m_files.clear();
        m_isOrderDirty = false;
        m_told.clear();
    }
    m_folder = folder;
    m_hasHadFiles = false;
    if (!result.refusal)
        takeFound(result);
    if (result.isNew) {
        touchOrder(); // an empty folder becomes a workspace
        insert(std::exchange(m_firstPersonas, {}));
    }
}

void WorkspaceFolder::takeOutcomes(const QList<PersonaOutcome> &outcomes)
{
    QHash<QString, qsizetype> rows;
    for (const Persona &persona : std::as_const(m_personas))
        rows.insert(persona.id, rows.size());
    for (const PersonaOutcome &outcome : outcomes) {
        if (!outcome.isDone || !m_files.contains(outcome.id))
            continue;
        FileState state = m_files.take(outcome.id);
        state.base = outcome.bytes;
        state.isDirty = state.revision != m_job->revisions.value(outcome.id);
        const auto row = rows.constFind(outcome.id);
        if (row != rows.cend() && outcome.newId != outcome.id) {
            m_personas[*row].id = outcome.newId;
            touchOrder();
        }
        if (row != rows.cend() || state.isDirty)
            m_files.insert(outcome.newId, state);
    }
}

void WorkspaceFolder::takeFound(const WorkspaceResult &result)
{
    QHash<QString, qsizetype> rows;
    for (const Persona &persona : std::as_const(m_personas))
        rows.insert(persona.id, rows.size());
    const qsizetype known = m_personas.size();
    QSet<QString> onDisk = result.unreadable;
    for (const FoundPersona &found : result.found) {
        const QString &id = found.persona.id;
        onDisk.insert(id);
        FileState &state = m_files[id];
        if (state.isDirty)
            continue; // ours is newer: when it is written, theirs is met with
        const qsizetype row = rows.value(id, -1);
        if (row < 0)
            m_personas.append(found.persona);
        else if (state.base != found.bytes)
            m_personas[row] = found.persona;
        state.base = found.bytes;
    }
    m_unreadable = result.unreadable;
    m_hasHadFiles = m_hasHadFiles || !onDisk.isEmpty();
    sortBy(result.order, m_isOrderDirty, known);
    if (result.isComplete)
        dropWhatIsGone(onDisk);
}

/// Known ones stay as the user has just put them where only what is new is to be sorted.
void WorkspaceFolder::sortBy(const QStringList &order, bool onlyNew, qsizetype known)
{
    QHash<QString, qsizetype> places;
    for (qsizetype place = 0; place < order.size(); ++place)
        places.insert(order[place], place);
    const auto placeOf = [&](const Persona &persona) { return places.value(persona.id, order.size()); };
    const auto isBefore = [&](const Persona &left, const Persona &right) {
        const qsizetype leftPlace = placeOf(left);
        const qsizetype rightPlace = placeOf(right);
        return leftPlace != rightPlace ? leftPlace < rightPlace
                                       : leftPlace == order.size() && isBeforeByName(left, right);
    };
    const qsizetype first = onlyNew ? known : 0;
    if (!std::is_sorted(m_personas.cbegin() + first, m_personas.cend(), isBefore))
        std::stable_sort(m_personas.begin() + first, m_personas.end(), isBefore);
}

void WorkspaceFolder::dropWhatIsGone(const QSet<QString> &onDisk)
{
    m_personas.removeIf([&](const Persona &persona) {
        return !onDisk.contains(persona.id) && !m_files.value(persona.id).isDirty;
    });
    m_files.removeIf([&](const QHash<QString, FileState>::iterator &file) {
        return !onDisk.contains(file.key()) && !file->isDirty;
    });
}

/// A sentence is told again only when it has ceased to hold in between.
void WorkspaceFolder::tell(const WorkspaceResult &result)
{
    QList<Error> errors = result.errors;
    if (result.refusal)
        errors.append(*result.refusal);
    QSet<QString> holding;
    for (const Error &error : std::as_const(errors)) {
        holding.insert(error.message);
        if (!m_told.contains(error.message))
            Q_EMIT failed(error);
    }
    m_told = holding;
}

void WorkspaceFolder::watch()
{
    QStringList wanted {m_folder, personasFolder(m_folder), workspaceFilePath(m_folder)};
    for (qsizetype row = 0; row < std::min(m_personas.size(), maxWatchedFiles); ++row)
        wanted.append(personaFilePath(m_folder, m_personas[row].id));
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    const QSet<QString> now(watched.begin(), watched.end());
    const QSet<QString> next(wanted.begin(), wanted.end());
    if (const QSet<QString> leave = now - next; !leave.isEmpty())
        m_watcher.removePaths(leave.values());
    QSet<QString> join = next - now;
    join.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    if (!join.isEmpty())
        m_watcher.addPaths(join.values());
}

qsizetype WorkspaceFolder::rowOf(const QString &id) const
{
    const auto found = std::ranges::find(m_personas, id, &Persona::id);
    return found == m_personas.end() ? -1 : found - m_personas.begin();
}

/// Its own id if nothing else is called so: what was removed comes back as the same.
QString WorkspaceFolder::newId(const Persona &persona, const QSet<QString> &taken) const
{
    if (isSafeFileStem(persona.id)
        && (!taken.contains(persona.id.toLower()) || (m_files.contains(persona.id) && rowOf(persona.id) < 0)))
        return persona.id;
    return unusedFileStem(persona.name, taken);
}

QSet<QString> WorkspaceFolder::takenStems() const
{
    QSet<QString> taken;
    for (auto file = m_files.begin(); file != m_files.end(); ++file)
        taken.insert(file.key().toLower());
    for (const QString &id : m_unreadable)
        taken.insert(id.toLower());
    return taken;
}

} // namespace Gatescope
