// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "workspacesync.h"

#include <models/ports/personastore.h>

#include <QFileSystemWatcher>
#include <QFutureWatcher>
#include <QThreadPool>
#include <QTimer>

#include <chrono>

namespace Gatescope {

/// Personas as files of a folder (docs/personas.md). What the user does is in memory at once and written soon
/// after; what cannot be written is tried again, and told once.
class WorkspaceFolder : public PersonaStore
{
    Q_OBJECT
public:
    struct Options
    {
        QString folder;
        QList<Persona> firstPersonas; ///< what it begins with where the folder is new
        bool mayMakeFolder = true; ///< false: where it is missing, it is waited for
        std::chrono::milliseconds writeDelay {300}; ///< several changes are written at once
        std::chrono::milliseconds retryDelay {5000}; ///< after something could not be written
    };

    /// In the user's data folder.
    static QString defaultFolder();

    /// Begins to read; told by changed().
    explicit WorkspaceFolder(const Options &options, QObject *parent = nullptr);
    /// Writes what is left to write.
    ~WorkspaceFolder() override;

    QString folder() const override { return m_folder; }
    /// What is left to write is written first; where that fails, or the other cannot be read, nothing
    /// changes but a sentence.
    void openFolder(const QString &folder) override;

    const QList<Persona> &personas() const override { return m_personas; }
    void save(const Persona &persona) override;
    QStringList insert(const QList<Persona> &personas, int index = -1) override;
    void remove(const QStringList &ids) override;
    void move(const QString &id, int index) override;

    /// Looks for what others changed, where the system does not tell.
    void refresh();
    void flush() override;
    bool hasUnwritten() const override;

private:
    /// What is known of a persona's file.
    struct FileState
    {
        QByteArray base; ///< its bytes when last read or written; null: there is none
        bool isDirty = false; ///< the persona, or that it was removed, is not on disk yet
        quint64 revision = 0;
    };
    struct Job
    {
        QString folder;
        QString openedFrom; ///< what was open when it began
        bool isOpening = false;
        QHash<QString, quint64> revisions; ///< of what it writes
        quint64 orderRevision = 0;
    };

    void touch(const QString &id);
    void touchOrder();
    void syncAfter(std::chrono::milliseconds delay);
    void startSync();
    WorkspaceRequest request() const;
    void takeResult();
    void prepareOpening(const WorkspaceResult &result);
    void takeOutcomes(const QList<PersonaOutcome> &outcomes);
    void takeFound(const WorkspaceResult &result);
    void dropWhatIsGone(const QSet<QString> &onDisk);
    void sortBy(const QStringList &order, bool onlyNew, qsizetype known);
    void takeNewFolder(const WorkspaceResult &result);
    void tell(const WorkspaceResult &result);
    void watch();
    qsizetype rowOf(const QString &id) const;
    QString newId(const Persona &persona, const QSet<QString> &taken) const;
    QSet<QString> takenStems() const;

    QString m_folder;
    QString m_nextFolder; ///< empty: none is to be opened
    bool m_isReadyToOpen = false; ///< all but the order is written
    QList<Persona> m_firstPersonas;
    bool m_mayMakeFolder;
    std::chrono::milliseconds m_writeDelay;
    std::chrono::milliseconds m_retryDelay;

    QList<Persona> m_personas;
    QHash<QString, FileState> m_files; ///< by id; of removed ones too until they are gone
    QSet<QString> m_unreadable; ///< ids
    QSet<QString> m_told; ///< sentences that still hold
    bool m_isOrderDirty = false;
    quint64 m_revision = 0;
    quint64 m_orderRevision = 0;
    bool m_hasHadFiles = false;

    std::optional<Job> m_job; ///< the one that runs
    bool m_again = false;
    QTimer m_timer;
    QFileSystemWatcher m_watcher;
    QFutureWatcher<WorkspaceResult> m_future;
    QThreadPool m_pool; ///< one thread: in the order they were asked for
};

} // namespace Gatescope
