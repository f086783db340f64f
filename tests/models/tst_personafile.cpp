// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/personas/filestem.h>
#include <models/personas/personafile.h>
#include <models/personas/workspacefile.h>
#include <models/statsig/members.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;

/// The files of a workspace as docs/personas.md describes them.
class TstPersonaFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sizesAreThoseOfFiles();
    void deepUsersAreRefused();
    void readsAPersona();
    void writesWhatItReadByteForByte();
    void leavesOutWhatIsEmpty();
    void callsANamelessOneAsItsFile();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void stemsFitEveryFileSystem_data();
    void stemsFitEveryFileSystem();
    void stemsAreUniqueInAnyCase();
    void foreignStemsAreJudged();
    void readsAndWritesAWorkspace();
    void refusesAWorkspace_data();
    void refusesAWorkspace();
};

namespace {

const QByteArray minasFile = R"({
  "name": "Mina, gold",
  "tags": [
    "gold",
    "berlin"
  ],
  "notes": "Ticket 7\nsecond line",
  "user": {
    "userID": 17,
    "custom": {
      "total": 84.50,
      "caf\u00e9": "\u00e9",
      "total": 1e2
    },
    "newField": []
  },
  "owner": {
    "team": "shop"
  },
  "since": 2026.0
}
)";

} // namespace

void TstPersonaFile::readsAPersona()
{
    const auto persona = readPersonaFile(QStringLiteral("personas/mina.json"), minasFile);
    QVERIFY(persona.has_value());
    QCOMPARE(persona->id, QStringLiteral("mina"));
    QCOMPARE(persona->name, QStringLiteral("Mina, gold"));
    QCOMPARE(persona->tags, (QStringList {QStringLiteral("gold"), QStringLiteral("berlin")}));
    QCOMPARE(persona->notes, QStringLiteral("Ticket 7\nsecond line"));
    QCOMPARE(persona->user.text(UserField::UserId), QStringLiteral("17"));
    const JsonMembers others {
        {QStringLiteral("owner"), R"({"team":"shop"})"}, {QStringLiteral("since"), "2026.0"}};
    QCOMPARE(persona->otherMembers, others);
}

void TstPersonaFile::writesWhatItReadByteForByte()
{
    const auto persona = readPersonaFile(QStringLiteral("mina.json"), minasFile);
    QVERIFY(persona.has_value());
    QCOMPARE(writePersonaFile(*persona), minasFile);
}

void TstPersonaFile::leavesOutWhatIsEmpty()
{
    Persona persona;
    persona.name = QStringLiteral("Nobody");
    QCOMPARE(writePersonaFile(persona), QByteArray("{\n  \"name\": \"Nobody\",\n  \"user\": {}\n}\n"));
    QCOMPARE(personaToJson(persona), QByteArray(R"({"name":"Nobody","user":{}})"));
}

void TstPersonaFile::callsANamelessOneAsItsFile()
{
    const auto persona = readPersonaFile(QStringLiteral("/w/personas/Tom Lyon.JSON"), R"({"user":{}})");
    QVERIFY(persona.has_value());
    QCOMPARE(persona->id, QStringLiteral("Tom Lyon"));
    QCOMPARE(persona->name, QStringLiteral("Tom Lyon"));
}

void TstPersonaFile::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("part"); ///< of the sentence
    const auto row = [](const char *name, const QByteArray &bytes, const char *part) {
        QTest::newRow(name) << bytes << QString::fromUtf8(part);
    };
    row("nothing", "", "m.json");
    row("half", R"({"name":"Mina","user":{)", "m.json");
    row("not UTF-8", "{\"name\":\"\xff\",\"user\":{}}", "m.json");
    row("a list", "[]", "not a persona");
    row("a number as name", R"({"name":1,"user":{}})", "“name”");
    row("a text as tags", R"({"name":"M","tags":"gold","user":{}})", "“tags”");
    row("a number as tag", R"({"name":"M","tags":["a",2],"user":{}})", "“tags[1]”");
    row("notes of another kind", R"({"name":"M","notes":{},"user":{}})", "“notes”");
    row("no user", R"({"name":"M"})", "“user”");
    row("a text as user", R"({"name":"M","user":"u-1"})", "“user”");
    row("a table of the user", R"({"name":"M","user":{"custom":[1]}})", "“custom”");
    row("conflict marks of git", "<<<<<<< HEAD\n{}\n", "m.json");
    row("deep", "{\"user\":{\"custom\":{\"a\":" + QByteArray(5000, '['), "m.json");
    row("huge", QByteArray(4 * 1024 * 1024 + 1, ' '), "4 MB");
}

void TstPersonaFile::saysWhatIsWrong()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, part);
    const auto persona = readPersonaFile(QStringLiteral("/w/personas/m.json"), bytes);
    QVERIFY(!persona.has_value());
    const QString message = persona.error().message;
    QVERIFY2(message.startsWith(QStringLiteral("/w/personas/m.json")), qPrintable(message));
    QVERIFY2(message.contains(part), qPrintable(message));
}

void TstPersonaFile::stemsFitEveryFileSystem_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("stem");
    const auto row = [](const char *name, const char *stem) {
        QTest::newRow(name) << QString::fromUtf8(name) << QString::fromLatin1(stem);
    };
    row("Mina, gold, Berlin", "mina-gold-berlin");
    row("Jürgen Groß", "jurgen-gross");
    row("Ærø & Łódź", "aero-lodz");
    row("../../etc/passwd", "etc-passwd");
    row("C:\\x|y?", "c-x-y");
    row("CON", "con-persona");
    row("com7", "com7-persona");
    row("com10", "com10");
    row("日本", "persona");
    row("  ", "persona");
    row("ﬁne", "fine");
    QTest::newRow("long") << QString(300, u'a') << QString(60, u'a');
    QTest::newRow("long, cut at a hyphen") << QString(59, u'a') + QStringLiteral(" b") << QString(59, u'a');
}

void TstPersonaFile::stemsFitEveryFileSystem()
{
    QFETCH(QString, name);
    QFETCH(QString, stem);
    QCOMPARE(fileStem(name), stem);
    QVERIFY(isSafeFileStem(fileStem(name)));
}

void TstPersonaFile::stemsAreUniqueInAnyCase()
{
    const QSet<QString> taken {QStringLiteral("mina"), QStringLiteral("mina-2")};
    QCOMPARE(unusedFileStem(QStringLiteral("MINA"), taken), QStringLiteral("mina-3"));
    QCOMPARE(unusedFileStem(QStringLiteral("Tom"), taken), QStringLiteral("tom"));
}

void TstPersonaFile::foreignStemsAreJudged()
{
    for (const char *safe : {"Mina Köln", "a.b", "日本", "x_y"})
        QVERIFY2(isSafeFileStem(QString::fromUtf8(safe)), safe);
    for (const char *unsafe :
        {"", ".hidden", "a/b", "..", "a\\b", "a:b", "nul", "NUL.txt", "end.", " a", "a\nb"})
        QVERIFY2(!isSafeFileStem(QString::fromUtf8(unsafe)), unsafe);
}

void TstPersonaFile::readsAndWritesAWorkspace()
{
    const QByteArray text =
        "{\n  \"formatVersion\": 1,\n  \"personas\": [\n    \"tom\",\n    \"mina\"\n  ],\n"
        "  \"team\": 1.50\n}\n";
    const auto workspace = readWorkspaceFile(QStringLiteral("gatescope.json"), text);
    QVERIFY(workspace.has_value());
    QCOMPARE(workspace->personas, (QStringList {QStringLiteral("tom"), QStringLiteral("mina")}));
    QCOMPARE(writeWorkspaceFile(*workspace), text);
}

void TstPersonaFile::refusesAWorkspace_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &bytes, ErrorCode code) {
        QTest::newRow(name) << bytes << int(code);
    };
    row("a newer format", R"({"formatVersion":2,"personas":{}})", ErrorCode::Unsupported);
    row("no format", R"({"personas":[]})", ErrorCode::BadInput);
    row("another order", R"({"formatVersion":1,"personas":{}})", ErrorCode::BadInput);
    row("a list", "[]", ErrorCode::BadInput);
    row("half", R"({"formatVersion":1)", ErrorCode::Truncated);
}

void TstPersonaFile::refusesAWorkspace()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const auto workspace = readWorkspaceFile(QStringLiteral("/w/gatescope.json"), bytes);
    QVERIFY(!workspace.has_value());
    QCOMPARE(int(workspace.error().code), code);
    QVERIFY(workspace.error().message.startsWith(QStringLiteral("/w/gatescope.json")));
}

void TstPersonaFile::sizesAreThoseOfFiles()
{
    Persona persona;
    persona.name = QStringLiteral("Sized");
    persona.tags = {QStringLiteral("a"), QStringLiteral("b, {c")};
    persona.notes = QStringLiteral("x");
    persona.user = *StatsigUser::fromJson(
        R"({"userID":"u:1,2","custom":{"list":[1,[],{},[2,{"a":"}\\\""}]],"none":{}}})");
    const qsizetype more = maxPersonaFileBytes - writePersonaFile(persona).size();
    persona.notes = QString(more + 1, u'x');
    QCOMPARE(writePersonaFile(persona).size(), maxPersonaFileBytes);
    QVERIFY(checkPersonaSize(persona));
    persona.notes += u'x';
    QVERIFY(!checkPersonaSize(persona));
}

/// Ten gigabytes of indents are not made to be measured.
void TstPersonaFile::deepUsersAreRefused()
{
    constexpr int depth = 500;
    const QByteArray deep =
        QByteArray(depth, '[') + QByteArray("0,").repeated(1'000'000) + '0' + QByteArray(depth, ']');
    Persona persona;
    persona.name = QStringLiteral("Deep");
    persona.user = *StatsigUser::fromJson(R"({"userID":"u","custom":{"deep":)" + deep + "}}");
    const auto refused = checkPersonaSize(persona);
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(QStringLiteral("“Deep”")));
}

GATESCOPE_TEST(TstPersonaFile)
#include "tst_personafile.moc"
