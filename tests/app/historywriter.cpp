// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT

// history_writer FILE FIRST: keeps exchanges numbered from FIRST for as long as it lives, pins and notes
// some, and says on standard output what is acknowledged, a line each: "kept ID NUMBER", "pinned ID", "noted
// ID".

#include "historyexchanges.h"

#include <app/storage/history/historyfile.h>
#include <tests/support/fakeports.h>

#include <QCoreApplication>

#include <cstdio>
#include <unistd.h>

using namespace Gatescope;

namespace {

/// Unbuffered: what is told has been told when the program is killed.
void tell(const QByteArray &line)
{
    const ssize_t written = write(STDOUT_FILENO, line.constData(), size_t(line.size()));
    if (written != line.size())
        std::abort();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc != 3)
        return 2;
    Test::FakePreferences preferences;
    HistoryFile history(preferences, QString::fromLocal8Bit(argv[1]));
    int next = QByteArray(argv[2]).toInt();
    QObject::connect(&history, &HistoryStore::kept, &application, [&](const HistoryEntry &entry) {
        tell("kept " + QByteArray::number(entry.id) + ' ' + entry.subject.mid(5).toLatin1() + '\n');
        if (entry.id % 7 == 0)
            history.setPinned(entry.id, true);
        if (entry.id % 11 == 0)
            history.setNote(entry.id, QStringLiteral("note"));
        history.keep(Test::numberedExchange(next++));
    });
    QObject::connect(&history, &HistoryStore::changed, &application, [](const HistoryEntry &entry) {
        tell((entry.note.isEmpty() ? "pinned " : "noted ") + QByteArray::number(entry.id) + '\n');
    });
    QObject::connect(&history, &HistoryStore::noticeChanged, &application,
        [&] { // what another held up goes with the next one
            if (!history.notice().isEmpty())
                history.keep(Test::numberedExchange(next++));
        });
    // Several at a time: some share a commit.
    for (int i = 0; i < 4; ++i)
        history.keep(Test::numberedExchange(next++));
    tell("started\n");
    return QCoreApplication::exec();
}
