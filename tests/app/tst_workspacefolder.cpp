// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <app/storage/workspacefolder.h>
#include <tests/support/fixtures.h>
#include <tests/support/testregistry.h>

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Gatescope;

namespace {

constexpr int workspacePatience = 30000;
const auto errorMetaType = qRegisterMetaType<Error>();

Persona named(const QString &name, const QString &userId = QStringLiteral("u-1"))
{
    Persona persona;
    persona.name = name;
    persona.user.setText(UserField::UserId, userId);
    return persona;
}

QByteArray fileOf(const char *name, const char *userId)
{
    return QByteArray(R"({"name":")") + name + R"(","user":{"userID":")" + userId + R"("}})";
}

bool isRoot()
{
#ifdef Q_OS_UNIX
    return geteuid() == 0;
#else
    return false;
#endif
}

} // namespace

/// A folder, and a store on it.
struct WorkspaceBench
{
    QTemporaryDir dir;
    QList<Persona> firstPersonas;
    bool mayMakeFolder = true;
    std::unique_ptr<WorkspaceFolder> store;
    QStringList sentences;

    QString folder() const { return dir.filePath(QStringLiteral("workspace")); }
    QString path(const QString &name) const { return folder() + u'/' + name; }
    void open()
    {
        using namespace std::chrono_literals;
        store = std::make_unique<WorkspaceFolder>(
            WorkspaceFolder::Options {folder(), firstPersonas, mayMakeFolder, 1ms, 20ms});
        QObject::connect(store.get(), &PersonaStore::failed, store.get(),
            [this](const Error &error) { sentences.append(error.message); });
        store->flush(); // the folder is being read
    }
    void close() { store.reset(); }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(path(name)).path()));
        // As git and editors do: a new file takes the place of the old one.
        QFile file(path(name) + QStringLiteral(".new"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
        file.close();
        QFile::remove(path(name));
        QVERIFY(file.rename(path(name)));
    }
    void putPersona(const QString &id, const QByteArray &bytes) const
    {
        put(QStringLiteral("personas/") + id + QStringLiteral(".json"), bytes);
    }
    QByteArray persona(const QString &id) const
    {
        return Test::readFile(path(QStringLiteral("personas/") + id + QStringLiteral(".json")));
    }
    bool names(const QString &expected) const { return shown() == expected; }
    /// "Mina u-1, Tom u-2"
    QString shown() const
    {
        QStringList texts;
        for (const Persona &persona : store->personas())
            texts.append(persona.name + u' ' + persona.user.text(UserField::UserId));
        return texts.join(QStringLiteral(", "));
    }
    QStringList filesOnDisk() const
    {
        return QDir(path(QStringLiteral("personas"))).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    bool hasSaid(const QString &part) const { return !sentences.filter(part).isEmpty(); }
};

/// A workspace as docs/personas.md describes it.
class TstWorkspaceFolder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m = std::make_unique<WorkspaceBench>(); }
    void cleanup() { m.reset(); }

    void beginsWithTheFirstPersonas();
    void whatWasDeletedStaysDeleted();
    void writesOneFileForEach();
    void writesSoonWithoutBeingAsked();
    void keepsWhatOthersWrote();
    void ordersAsListedThenByName();
    void movesAndKeepsTheOrder();
    void removesAndUndoes();
    void fileNamesAreUniqueInAnyCase();
    void followsWhatOthersChange();
    void keepsBothWhereBothChanged();
    void sameChangeOnBothSidesIsOne();
    void anEditOutlivesADeletion();
    void aDeletionDoesNotTakeTheirEdit();
    void namesABrokenFileAndLeavesIt();
    void anEditOfABrokenFileGoesBesideIt();
    void leavesABrokenWorkspaceFile();
    void refusesANewerWorkspace();
    void refusesLinks();
    void refusesAHugeFile();
    void writesNothingTooLargeToBeRead();
    void writesNoMoreFilesThanAreRead();
    void keepsTryingWhereItCannotWrite();
    void keepsAllWhenTheFolderIsGone();
    void waitsForAFolderThatIsNotThere();
    void twoAtOnceLoseNothing();
    void opensAnotherFolder();
    void staysWhereTheOtherIsRefused();
    void staysWhereChangesCannotBeWritten();

private:
    std::unique_ptr<WorkspaceBench> m;
};

void TstWorkspaceFolder::beginsWithTheFirstPersonas()
{
    m->firstPersonas = {
        named(QStringLiteral("Mina, gold")), named(QStringLiteral("Tom"), QStringLiteral("u-2"))};
    m->open();
    QCOMPARE(m->shown(), QStringLiteral("Mina, gold u-1, Tom u-2"));
    m->close();
    QCOMPARE(m->persona(QStringLiteral("mina-gold")),
        QByteArray("{\n  \"name\": \"Mina, gold\",\n  \"user\": {\n    \"userID\": \"u-1\"\n  }\n}\n"));
    QCOMPARE(Test::readFile(m->path(QStringLiteral("gatescope.json"))),
        QByteArray(
            "{\n  \"formatVersion\": 1,\n  \"personas\": [\n    \"mina-gold\",\n    \"tom\"\n  ]\n}\n"));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(m->folder()) & others));
}

void TstWorkspaceFolder::whatWasDeletedStaysDeleted()
{
    m->firstPersonas = {named(QStringLiteral("Mina"))};
    m->open();
    m->store->remove({QStringLiteral("mina")});
    m->close();
    QVERIFY(m->filesOnDisk().isEmpty());
    m->open();
    QCOMPARE(m->shown(), QString());
}

void TstWorkspaceFolder::writesOneFileForEach()
{
    m->open();
    const QStringList ids = m->store->insert({named(QStringLiteral("Mina")), named(QStringLiteral("Tom"))});
    QCOMPARE(ids, (QStringList {QStringLiteral("mina"), QStringLiteral("tom")}));
    Persona mina = *m->store->find(QStringLiteral("mina"));
    mina.name = QStringLiteral("Mina, silver");
    m->store->save(mina);
    QCOMPARE(m->shown(), QStringLiteral("Mina, silver u-1, Tom u-1")); // at once
    m->close();
    QCOMPARE(m->filesOnDisk(), (QStringList {QStringLiteral("mina.json"), QStringLiteral("tom.json")}));
    m->open();
    QCOMPARE(m->shown(), QStringLiteral("Mina, silver u-1, Tom u-1"));
    QVERIFY2(m->sentences.isEmpty(), qPrintable(m->sentences.join(u'\n')));
}

void TstWorkspaceFolder::writesSoonWithoutBeingAsked()
{
    m->open();
    m->store->insert({named(QStringLiteral("Mina"))});
    QTRY_VERIFY_WITH_TIMEOUT(!m->store->hasUnwritten(), workspacePatience);
    QCOMPARE(m->filesOnDisk(), QStringList {QStringLiteral("mina.json")});
}

void TstWorkspaceFolder::keepsWhatOthersWrote()
{
    const QByteArray file = R"({"team": {"n":1.50}, "user": {"userID":7,"new":[ 1e2 ]}, "name":"Mina"})";
    m->putPersona(QStringLiteral("mina"), file);
    m->put(QStringLiteral("gatescope.json"), R"({"formatVersion":1,"personas":["mina"],"colour":"red"})");
    m->open();
    m->close();
    QCOMPARE(m->persona(QStringLiteral("mina")), file); // nothing changed: not touched
    m->open();
    Persona mina = *m->store->find(QStringLiteral("mina"));
    mina.notes = QStringLiteral("n");
    m->store->save(mina);
    m->store->insert({named(QStringLiteral("Tom"))});
    m->close();
    QCOMPARE(m->persona(QStringLiteral("mina")),
        QByteArray("{\n  \"name\": \"Mina\",\n  \"notes\": \"n\",\n  \"user\": {\n    \"userID\": 7,\n    "
                   "\"new\": [\n"
                   "      1e2\n    ]\n  },\n  \"team\": {\n    \"n\": 1.50\n  }\n}\n"));
    QCOMPARE(Test::readFile(m->path(QStringLiteral("gatescope.json"))),
        QByteArray("{\n  \"formatVersion\": 1,\n  \"personas\": [\n    \"mina\",\n    \"tom\"\n  ],\n"
                   "  \"colour\": \"red\"\n}\n"));
}

void TstWorkspaceFolder::ordersAsListedThenByName()
{
    m->putPersona(QStringLiteral("1"), fileOf("Zoe", "z"));
    m->putPersona(QStringLiteral("2"), fileOf("Ada", "a"));
    m->putPersona(QStringLiteral("3"), fileOf("Bo", "b"));
    m->putPersona(QStringLiteral("4"), fileOf("Cy", "c"));
    m->put(QStringLiteral("gatescope.json"), R"({"formatVersion":1,"personas":["4","gone","1"]})");
    m->open();
    QCOMPARE(m->shown(), QStringLiteral("Cy c, Zoe z, Ada a, Bo b"));
}

void TstWorkspaceFolder::movesAndKeepsTheOrder()
{
    m->firstPersonas = {named(QStringLiteral("A")), named(QStringLiteral("B")), named(QStringLiteral("C"))};
    m->open();
    m->store->move(QStringLiteral("c"), 0);
    m->store->insert({named(QStringLiteral("D"))}, 1);
    QCOMPARE(m->shown(), QStringLiteral("C u-1, D u-1, A u-1, B u-1"));
    m->close();
    m->open();
    QCOMPARE(m->shown(), QStringLiteral("C u-1, D u-1, A u-1, B u-1"));
}

void TstWorkspaceFolder::removesAndUndoes()
{
    m->firstPersonas = {named(QStringLiteral("A")), named(QStringLiteral("B"))};
    m->open();
    const Persona a = m->store->personas()[0];
    m->store->remove({a.id});
    m->store->flush();
    QCOMPARE(m->filesOnDisk(), QStringList {QStringLiteral("b.json")});
    QCOMPARE(m->store->insert({a}, 0), QStringList {QStringLiteral("a")});
    m->store->flush();
    QCOMPARE(m->shown(), QStringLiteral("A u-1, B u-1"));
    QCOMPARE(m->filesOnDisk(), (QStringList {QStringLiteral("a.json"), QStringLiteral("b.json")}));
    m->store->remove({a.id}); // and back before anything was written
    QCOMPARE(m->store->insert({a}, 1), QStringList {QStringLiteral("a")});
    m->close();
    m->open();
    QCOMPARE(m->shown(), QStringLiteral("B u-1, A u-1"));
}

void TstWorkspaceFolder::fileNamesAreUniqueInAnyCase()
{
    m->putPersona(QStringLiteral("Mina"), fileOf("Other", "o"));
    m->putPersona(QStringLiteral("tom"), "broken");
    m->open();
    Persona hostile = named(QStringLiteral("Eve"));
    hostile.id = QStringLiteral("../eve");
    QCOMPARE(m->store->insert({named(QStringLiteral("mina")), named(QStringLiteral("Tom")), hostile}),
        (QStringList {QStringLiteral("mina-2"), QStringLiteral("tom-2"), QStringLiteral("eve")}));
    m->close();
    QCOMPARE(m->persona(QStringLiteral("Mina")), fileOf("Other", "o"));
    QCOMPARE(m->persona(QStringLiteral("tom")), QByteArray("broken"));
}

void TstWorkspaceFolder::followsWhatOthersChange()
{
    m->firstPersonas = {named(QStringLiteral("A")), named(QStringLiteral("B"))};
    m->open();
    m->store->flush();
    m->putPersona(QStringLiteral("a"), fileOf("A", "pulled"));
    QTRY_COMPARE_WITH_TIMEOUT(m->shown(), QStringLiteral("A pulled, B u-1"), workspacePatience);
    m->putPersona(QStringLiteral("new"), fileOf("New", "n"));
    QTRY_COMPARE_WITH_TIMEOUT(m->shown(), QStringLiteral("A pulled, B u-1, New n"), workspacePatience);
    QVERIFY(QFile::remove(m->path(QStringLiteral("personas/b.json"))));
    QTRY_COMPARE_WITH_TIMEOUT(m->shown(), QStringLiteral("A pulled, New n"), workspacePatience);
    m->put(QStringLiteral("gatescope.json"), R"({"formatVersion":1,"personas":["new","a"]})");
    QTRY_COMPARE_WITH_TIMEOUT(m->shown(), QStringLiteral("New n, A pulled"), workspacePatience);
    // In place, as some editors write.
    QFile file(m->path(QStringLiteral("personas/a.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(fileOf("A", "edited"));
    file.close();
    QTRY_COMPARE_WITH_TIMEOUT(m->shown(), QStringLiteral("New n, A edited"), workspacePatience);
}

void TstWorkspaceFolder::keepsBothWhereBothChanged()
{
    m->firstPersonas = {named(QStringLiteral("A")), named(QStringLiteral("B"))};
    m->open();
    m->store->flush();
    Persona a = m->store->personas()[0];
    a.user.setText(UserField::UserId, QStringLiteral("mine"));
    m->putPersona(QStringLiteral("a"), fileOf("A", "theirs"));
    m->store->save(a);
    m->store->flush();
    QCOMPARE(m->shown(), QStringLiteral("A mine, B u-1, A (from the folder) theirs"));
    QVERIFY(m->hasSaid(QStringLiteral("“A” was changed both here and in the folder")));
    m->close();
    m->open();
    QCOMPARE(m->shown(), QStringLiteral("A mine, B u-1, A (from the folder) theirs"));
    QCOMPARE(m->store->personas()[2].id, QStringLiteral("a-from-the-folder"));
}

void TstWorkspaceFolder::sameChangeOnBothSidesIsOne()
{
    m->firstPersonas = {named(QStringLiteral("A"))};
    m->open();
    m->store->flush();
    Persona a = m->store->personas()[0];
    a.user.setText(UserField::UserId, QStringLiteral("same"));
    m->putPersona(QStringLiteral("a"), fileOf("A", "same"));
    m->store->save(a);
    m->store->flush();
    QCOMPARE(m->shown(), QStringLiteral("A same"));
    QCOMPARE(m->filesOnDisk(), QStringList {QStringLiteral("a.json")});
}

void TstWorkspaceFolder::anEditOutlivesADeletion()
{
    m->firstPersonas = {named(QStringLiteral("A"))};
    m->open();
    m->store->flush();
    Persona a = m->store->personas()[0];
    a.notes = QStringLiteral("mine");
    QVERIFY(QFile::remove(m->path(QStringLiteral("personas/a.json"))));
    m->store->save(a);
    m->close();
    QVERIFY(m->persona(QStringLiteral("a")).contains("mine"));
}

void TstWorkspaceFolder::aDeletionDoesNotTakeTheirEdit()
{
    m->firstPersonas = {named(QStringLiteral("A"))};
    m->open();
    m->store->flush();
    m->putPersona(QStringLiteral("a"), fileOf("A", "theirs"));
    m->store->remove({QStringLiteral("a")});
    QCOMPARE(m->shown(), QString());
    m->store->flush();
    QCOMPARE(m->shown(), QStringLiteral("A theirs"));
    QVERIFY(m->hasSaid(QStringLiteral("it is kept")));
}

void TstWorkspaceFolder::namesABrokenFileAndLeavesIt()
{
    const QByteArray conflict = "<<<<<<< HEAD\n" + fileOf("A", "1") + "\n=======\n" + fileOf("A", "2");
    m->putPersona(QStringLiteral("a"), conflict);
    m->putPersona(QStringLiteral("b"), fileOf("B", "u"));
    m->put(QStringLiteral("gatescope.json"), R"({"formatVersion":1,"personas":["a","b"]})");
    m->open();
    QCOMPARE(m->shown(), QStringLiteral("B u"));
    QVERIFY(m->hasSaid(QDir::toNativeSeparators(QStringLiteral("personas/a.json"))));
    QCOMPARE(m->sentences.size(), 1);
    m->store->insert({named(QStringLiteral("C"))});
    m->store->flush();
    QCOMPARE(m->persona(QStringLiteral("a")), conflict);
    QCOMPARE(m->sentences.size(), 1); // told once
    QVERIFY(Test::readFile(m->path(QStringLiteral("gatescope.json"))).contains("\"a\""));
    m->putPersona(QStringLiteral("a"), fileOf("A", "mended"));
    m->store->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(m->shown(), QStringLiteral("B u, C u-1, A mended"), workspacePatience);
}

void TstWorkspaceFolder::anEditOfABrokenFileGoesBesideIt()
{
    m->firstPersonas = {named(QStringLiteral("A"))};
    m->open();
    m->store->flush();
    m->putPersona(QStringLiteral("a"), "<<<<<<<");
    QTRY_VERIFY_WITH_TIMEOUT(m->hasSaid(QStringLiteral("a.json")), workspacePatience);
    QCOMPARE(m->shown(), QStringLiteral("A u-1")); // as it was
    Persona a = m->store->personas()[0];
    a.notes = QStringLiteral("mine");
    m->store->save(a);
    m->store->flush();
    QCOMPARE(m->persona(QStringLiteral("a")), QByteArray("<<<<<<<"));
    QVERIFY(m->persona(QStringLiteral("a-2")).contains("mine"));
    QCOMPARE(m->store->personas().size(), 1);
    QCOMPARE(m->store->personas()[0].id, QStringLiteral("a-2"));
}

void TstWorkspaceFolder::leavesABrokenWorkspaceFile()
{
    m->putPersona(QStringLiteral("2"), fileOf("Ada", "a"));
    m->putPersona(QStringLiteral("1"), fileOf("Bo", "b"));
    m->put(QStringLiteral("gatescope.json"), "{");
    m->open();
    QCOMPARE(m->shown(), QStringLiteral("Ada a, Bo b"));
    QVERIFY(m->hasSaid(QStringLiteral("gatescope.json")));
    m->store->move(QStringLiteral("1"), 0);
    m->store->insert({named(QStringLiteral("C"))});
    m->store->flush();
    QCOMPARE(m->shown(), QStringLiteral("Bo b, Ada a, C u-1"));
    QCOMPARE(Test::readFile(m->path(QStringLiteral("gatescope.json"))), QByteArray("{"));
    QVERIFY(!m->persona(QStringLiteral("c")).isEmpty());
    m->store->openFolder(m->dir.filePath(QStringLiteral("other"))); // an order does not hold it up
    QTRY_COMPARE_WITH_TIMEOUT(
        m->store->folder(), m->dir.filePath(QStringLiteral("other")), workspacePatience);
}

void TstWorkspaceFolder::refusesANewerWorkspace()
{
    const QByteArray newer = R"({"formatVersion":2})";
    m->put(QStringLiteral("gatescope.json"), newer);
    m->putPersona(QStringLiteral("a"), R"({"userV2":{}})");
    m->open();
    QCOMPARE(m->shown(), QString());
    QCOMPARE(m->sentences.size(), 1);
    QVERIFY(m->hasSaid(QStringLiteral("newer Gatescope")));
    m->store->insert({named(QStringLiteral("Mina"))});
    m->close();
    QCOMPARE(m->filesOnDisk(), QStringList {QStringLiteral("a.json")});
    QCOMPARE(Test::readFile(m->path(QStringLiteral("gatescope.json"))), newer);
}

void TstWorkspaceFolder::refusesLinks()
{
    m->putPersona(QStringLiteral("a"), fileOf("A", "u"));
    m->put(QStringLiteral("secret"), fileOf("Secret", "s"));
    QVERIFY(QFile::link(m->path(QStringLiteral("secret")), m->path(QStringLiteral("personas/link.json"))));
    QVERIFY(QDir().mkpath(m->path(QStringLiteral("personas/folder.json"))));
    m->open();
    QCOMPARE(m->shown(), QStringLiteral("A u"));
    QVERIFY(m->hasSaid(QStringLiteral("symbolic link")));
    QVERIFY(m->hasSaid(QStringLiteral("is not a file")));
    m->close();
    QVERIFY(QDir(m->path(QStringLiteral("personas"))).removeRecursively());
    QVERIFY(QFile::link(m->dir.path(), m->path(QStringLiteral("personas"))));
    m->sentences.clear();
    m->open();
    m->store->insert({named(QStringLiteral("B"))});
    m->close();
    QVERIFY(m->hasSaid(QStringLiteral("symbolic link")));
    QVERIFY(!QFileInfo::exists(m->dir.filePath(QStringLiteral("b.json"))));
}

void TstWorkspaceFolder::refusesAHugeFile()
{
    m->putPersona(QStringLiteral("a"), fileOf("A", "u"));
    m->putPersona(QStringLiteral("big"), QByteArray(maxPersonaFileBytes + 1, ' '));
    m->open();
    QCOMPARE(m->shown(), QStringLiteral("A u"));
    QVERIFY(m->hasSaid(QStringLiteral("larger than 4 MB")));
}

void TstWorkspaceFolder::writesNothingTooLargeToBeRead()
{
    m->firstPersonas = {named(QStringLiteral("Mina"))};
    m->open();
    m->store->flush();
    const QByteArray before = m->persona(QStringLiteral("mina"));
    Persona large = m->store->personas()[0];
    large.notes = QString(4 * 1024 * 1024, u'x');
    m->store->save(large);
    m->store->flush();
    QCOMPARE(m->persona(QStringLiteral("mina")), before);
    QVERIFY(m->hasSaid(QStringLiteral("“Mina” cannot be written: its file would be larger than 4 MB")));
    QVERIFY(m->store->hasUnwritten());
    QCOMPARE(m->store->personas()[0].notes, large.notes);
    large.notes = QStringLiteral("short");
    m->store->save(large);
    m->store->flush();
    QVERIFY(!m->store->hasUnwritten());
    QVERIFY(m->persona(QStringLiteral("mina")).contains("short"));
}

void TstWorkspaceFolder::writesNoMoreFilesThanAreRead()
{
    m->put(QStringLiteral("gatescope.json"), R"({"formatVersion":1,"personas":[]})");
    QVERIFY(QDir().mkpath(m->path(QStringLiteral("personas"))));
    for (int i = 1; i < PersonaStore::maxPersonas; ++i) {
        QFile file(m->path(QStringLiteral("personas/p%1.json").arg(i)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"user\":{}}");
    }
    m->open();
    QVERIFY(m->store->hasRoomFor(1) && !m->store->hasRoomFor(2));
    m->store->insert({named(QStringLiteral("Mina")), named(QStringLiteral("Tom"))});
    m->store->flush();
    QVERIFY(m->hasSaid(QStringLiteral("“Tom” cannot be written: ")));
    QVERIFY(!m->hasSaid(QStringLiteral("“Mina”")));
    QCOMPARE(m->filesOnDisk().size(), int(PersonaStore::maxPersonas));
    QVERIFY(m->store->hasUnwritten() && m->store->find(QStringLiteral("tom")));
    m->store->remove({QStringLiteral("p1")}); // makes room
    m->store->flush();
    QVERIFY(!m->store->hasUnwritten());
    QVERIFY(m->filesOnDisk().contains(QStringLiteral("tom.json")));
}

void TstWorkspaceFolder::keepsTryingWhereItCannotWrite()
{
    m->open();
    // A file in the place of the folder cannot be written into, not even by root.
    m->put(QStringLiteral("personas"), "in the way");
    m->store->insert({named(QStringLiteral("Mina"))});
    QTRY_VERIFY_WITH_TIMEOUT(m->hasSaid(QStringLiteral("cannot be written")), workspacePatience);
    QCOMPARE(m->shown(), QStringLiteral("Mina u-1"));
    QCOMPARE(m->sentences.size(), 1);
    QVERIFY(QFile::remove(m->path(QStringLiteral("personas"))));
    QTRY_VERIFY_WITH_TIMEOUT(!m->store->hasUnwritten(), workspacePatience);
    QCOMPARE(m->filesOnDisk(), QStringList {QStringLiteral("mina.json")});
    if (isRoot())
        return;
    const auto writable = QFile::permissions(m->path(QStringLiteral("personas")));
    QVERIFY(QFile::setPermissions(m->path(QStringLiteral("personas")), QFile::ReadOwner | QFile::ExeOwner));
    m->store->insert({named(QStringLiteral("Tom"))});
    QTRY_VERIFY_WITH_TIMEOUT(m->hasSaid(QStringLiteral("tom.json")), workspacePatience);
    QVERIFY(QFile::setPermissions(m->path(QStringLiteral("personas")), writable));
    QTRY_VERIFY_WITH_TIMEOUT(!m->store->hasUnwritten(), workspacePatience);
    QVERIFY(!m->persona(QStringLiteral("tom")).isEmpty());
}

void TstWorkspaceFolder::keepsAllWhenTheFolderIsGone()
{
    m->firstPersonas = {named(QStringLiteral("A"))};
    m->open();
    m->store->flush();
    const QString away = m->dir.filePath(QStringLiteral("away"));
    QVERIFY(QDir().rename(m->folder(), away));
    m->store->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(m->hasSaid(QStringLiteral("is not there")), workspacePatience);
    m->store->insert({named(QStringLiteral("B"))});
    QVERIFY(QDir().mkpath(m->folder())); // a place where a disk was mounted
    QTRY_VERIFY_WITH_TIMEOUT(m->hasSaid(QStringLiteral("suddenly empty")), workspacePatience);
    QCOMPARE(m->shown(), QStringLiteral("A u-1, B u-1"));
    QVERIFY(QDir().rmdir(m->folder()));
    QVERIFY(QDir().rename(away, m->folder()));
    QTRY_VERIFY_WITH_TIMEOUT(!m->store->hasUnwritten(), workspacePatience);
    QCOMPARE(m->filesOnDisk(), (QStringList {QStringLiteral("a.json"), QStringLiteral("b.json")}));
}

void TstWorkspaceFolder::waitsForAFolderThatIsNotThere()
{
    m->mayMakeFolder = false;
    m->open();
    QVERIFY(m->hasSaid(QStringLiteral("is not there")));
    m->store->insert({named(QStringLiteral("B"))});
    m->store->flush();
    QVERIFY(!QFileInfo::exists(m->folder()));
    m->putPersona(QStringLiteral("a"), fileOf("A", "u"));
    QTRY_VERIFY_WITH_TIMEOUT(!m->store->hasUnwritten(), workspacePatience);
    QCOMPARE(m->shown(), QStringLiteral("B u-1, A u"));
}

void TstWorkspaceFolder::twoAtOnceLoseNothing()
{
    m->firstPersonas = {named(QStringLiteral("Shared"))};
    m->open();
    m->store->flush();
    WorkspaceBench other;
    other.store = std::make_unique<WorkspaceFolder>(WorkspaceFolder::Options {m->folder(), {}});
    other.store->flush();
    for (int i = 0; i < 20; ++i) {
        m->store->insert({named(QStringLiteral("P%1").arg(i), QStringLiteral("left"))});
        other.store->insert({named(QStringLiteral("P%1").arg(i), QStringLiteral("right"))});
        Persona shared = m->store->personas()[0];
        shared.notes = QString::number(i);
        m->store->save(shared);
    }
    m->store->flush();
    other.store->flush();
    m->close();
    other.store.reset();
    m->open();
    QCOMPARE(m->store->personas().size(), 41);
    int left = 0;
    for (const Persona &persona : m->store->personas())
        left += persona.user.text(UserField::UserId) == u"left";
    QCOMPARE(left, 20);
    QCOMPARE(m->store->personas()[0].notes, QStringLiteral("19"));
}

void TstWorkspaceFolder::opensAnotherFolder()
{
    m->firstPersonas = {named(QStringLiteral("A"))};
    m->open();
    m->store->insert({named(QStringLiteral("B"))});
    const QString next = m->dir.filePath(QStringLiteral("team"));
    const QSignalSpy changed(m->store.get(), &PersonaStore::changed);
    const QSignalSpy folderChanged(m->store.get(), &PersonaStore::folderChanged);
    m->store->openFolder(next);
    QTRY_COMPARE_WITH_TIMEOUT(m->store->folder(), next, workspacePatience);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(folderChanged.size(), 1);
    QCOMPARE(m->shown(), QString()); // not the sample's
    QCOMPARE(m->filesOnDisk(), (QStringList {QStringLiteral("a.json"), QStringLiteral("b.json")}));
    m->store->flush();
    QCOMPARE(Test::readFile(next + QStringLiteral("/gatescope.json")),
        QByteArray("{\n  \"formatVersion\": 1,\n  \"personas\": []\n}\n"));
}

void TstWorkspaceFolder::staysWhereTheOtherIsRefused()
{
    m->firstPersonas = {named(QStringLiteral("A"))};
    m->open();
    m->store->flush();
    const QString next = m->dir.filePath(QStringLiteral("team"));
    QVERIFY(QDir().mkpath(next));
    QFile file(next + QStringLiteral("/gatescope.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"formatVersion":99})");
    file.close();
    m->store->openFolder(next);
    QTRY_VERIFY_WITH_TIMEOUT(m->hasSaid(QStringLiteral("newer Gatescope")), workspacePatience);
    QCOMPARE(m->store->folder(), m->folder());
    QCOMPARE(m->shown(), QStringLiteral("A u-1"));
}

void TstWorkspaceFolder::staysWhereChangesCannotBeWritten()
{
    m->open();
    m->put(QStringLiteral("personas"), "in the way");
    m->store->insert({named(QStringLiteral("Mina"))});
    m->store->openFolder(m->dir.filePath(QStringLiteral("team")));
    QTRY_VERIFY_WITH_TIMEOUT(m->hasSaid(QStringLiteral("stays open")), workspacePatience);
    QCOMPARE(m->store->folder(), m->folder());
    QCOMPARE(m->shown(), QStringLiteral("Mina u-1"));
}

GATESCOPE_TEST(TstWorkspaceFolder)
#include "tst_workspacefolder.moc"
