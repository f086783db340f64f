// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/personas/personafile.h>
#include <models/personas/personaimport.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;

namespace {

/// "Mina {"userID":"u-1"}", a line each, then the problems.
QString printedImport(const PersonaImport &import)
{
    QStringList texts;
    for (const Persona &persona : import.personas)
        texts.append(persona.name + u' ' + QString::fromUtf8(persona.user.toJson()));
    return (texts + import.problems).join(u'\n');
}

} // namespace

/// What people have of users, by docs/personas.md.
class TstPersonaImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recognises_data();
    void recognises();
    void readsALargeHar();
    void keepsAllOfAPersona();
    void keepsNoKeyBesideTheUser();
    void keepsTheTableToChangeItsColumns();
    void survivesHostileFiles_data();
    void survivesHostileFiles();
    void survivesEveryCutAndFlip();
    void isBounded();
    void leavesOutWhatIsTooLargeForAFile_data();
    void leavesOutWhatIsTooLargeForAFile();
    void saysWhereItStops_data();
    void saysWhereItStops();
};

void TstPersonaImport::recognises_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const QByteArray &bytes, ImportFormat format, const char *found) {
        QTest::newRow(name) << bytes << int(format) << QString::fromUtf8(found);
    };
    using enum ImportFormat;
    row("a persona's file", R"({"name":"Mina","user":{"userID":"u-1"}})", Json, R"(Mina {"userID":"u-1"})");
    row("a user", R"( {"userID":"u-1","custom":{"a":1.0}} )", Json,
        R"(u-1 {"userID":"u-1","custom":{"a":1.0}})");
    row("a user of custom IDs only", R"({"customIDs":{"stableID":"s"}})", Json,
        R"(s {"customIDs":{"stableID":"s"}})");
    row("a user without a label", R"({"country":"DE"})", Json, R"(User 1 {"country":"DE"})");
    row("with a mark", "\xef\xbb\xbf{\"userID\":\"u-1\"}", Json, R"(u-1 {"userID":"u-1"})");
    row("UTF-16", QByteArray("\xff\xfe{\0\"\0i\0p\0\"\0:\0\"\0x\0\"\0}\0", 22), Json, R"(User 1 {"ip":"x"})");
    row("users", R"([{"userID":"a"},{"email":"b"}])", Json, "a {\"userID\":\"a\"}\nb {\"email\":\"b\"}");
    row("named users", R"([{"name":"A","user":{"userID":"a"}}, 7, {"userID":"b"},{"x":1}])", Json,
        "A {\"userID\":\"a\"}\nb {\"userID\":\"b\"}\n"
        "Entry 2: a user is a JSON object, such as {\"userID\": \"u-1\"}.\nEntry 4: there is no user in it.");
    row("a wrong table", R"([{"userID":"a","custom":[]}])", Json,
        "Entry 1: “custom” must be a JSON object, such as {\"plan\": \"pro\"}. Change it, or remove it.");
    row("lines", "{\"userID\":\"a\"}\r\n\n{\"name\":\"B\",\"user\":{\"userID\":\"b\"}}\n", Lines,
        "a {\"userID\":\"a\"}\nB {\"userID\":\"b\"}");
    row("a table", "id,plan\nu-1,gold\n", Table, R"(u-1 {"userID":"u-1","custom":{"plan":"gold"}})");
    row("a list of IDs", "userID\nu-1\nu-2\n", Table, "u-1 {\"userID\":\"u-1\"}\nu-2 {\"userID\":\"u-2\"}");
    row("a request", R"({"user":{"userID":"a"},"gateName":"g","statsigMetadata":{"sdkType":"js"}})", Json,
        R"(a {"userID":"a"})");
    row("a persona with others' members", R"({"name":"n","user":{"userID":"a"},"events":[]})", Json,
        R"(n {"userID":"a"})");
    row("a dump with a name", R"({"name":"n","user":{"userID":"a"},"sdkKey":"client-x"})", Json,
        R"(a {"userID":"a"})");
    row("events",
        R"({"events":[{"eventName":"x","user":{"userID":"a"}},{"user":{"userID":"b"}},)"
        R"({"user":{"userID":"a"}}],"statsigMetadata":{}})",
        Json, "a {\"userID\":\"a\"}\nb {\"userID\":\"b\"}");
    // What js-client's getContext() gives.
    row("a client's context",
        R"({"sdkKey":"client-secret","options":{},"values":{"feature_gates":{}},"user":{"userID":"a"},"stableID":"s"})",
        Json, R"(a {"userID":"a"})");
    // What Statsig's browser extension hands to its debugger.
    row("the debugger's state",
        R"({"sdkKey":"client-x","userValues":{"feature_gates":{}},"user":{"userID":"a"}})", Json,
        R"(a {"userID":"a"})");
    // What the debug views of the iOS and Android SDKs put on their page.
    row("a debug view's state",
        R"({"user":{"userID":"a","email":"e"},"gates":{},"configs":{},"layers":{},"evalReason":"Network"})",
        Json, R"(a {"userID":"a","email":"e"})");
    row("a debug view's script", R"(window.__StatsigClientState = {"user":{"userID":"a"},"gates":{}};)", Json,
        R"(a {"userID":"a"})");
    row("an answer of initialize",
        R"({"feature_gates":{},"user":{"userID":"a"},"evaluated_keys":{"userID":"a"}})", Json,
        R"(a {"userID":"a"})");
    row("an answer without a user",
        R"({"feature_gates":{},"evaluated_keys":{"userID":"a","customIDs":{"stableID":"s"}}})", Json,
        R"(a {"userID":"a","customIDs":{"stableID":"s"}})");
    // js-client's local storage: the answer of initialize as a text.
    const QByteArray cached = R"({"source":"Network","receivedAt":1,"data":"{\"user\":{\"userID\":\"a\"}}"})";
    row("a cached answer", cached, Json, R"(a {"userID":"a"})");
    row("a local storage",
        R"({"theme":"dark","statsig.cached.evaluations.1":"{\"source\":\"Network\",\"receivedAt\":1,)"
        R"(\"data\":\"{\\\"evaluated_keys\\\":{\\\"userID\\\":\\\"a\\\"}}\"}","statsig.stable_id.1":"\"s\""})",
        Json, R"(a {"userID":"a"})");
    row("a command",
        "curl 'https://api.statsig.com/v1/check_gate' -H 'statsig-api-key: secret-abc' --data-raw "
        R"('{"user":{"userID":"o'\''neil"},"gateName":"g"}')",
        Command, R"(o'neil {"userID":"o'neil"})");
    row("two commands",
        R"(curl -d '{"user":{"userID":"a"}}' https://api.statsig.com/v1/initialize)"
        "\n\n"
        R"(curl -d '{"gateName":"g"}' https://api.statsig.com/v1/check_gate)",
        Command, "a {\"userID\":\"a\"}\nCommand 2: there is no user in the request.");
    row("all commands of a page",
        R"(curl 'https://api.statsig.com/v1/initialize' --data-raw '{"user":{"userID":"a"}}' ;)"
        "\n"
        R"(curl 'https://shop.example/' ;)"
        "\n"
        R"(curl 'https://api.statsig.com/v1/initialize' --data-raw '{"user":{"userID":"a"}}' ;)"
        "\n"
        R"(curl 'https://api.statsig.com/v1/initialize' --data-raw '{"user":{"userID":"b"}}')",
        Command, "a {\"userID\":\"a\"}\nb {\"userID\":\"b\"}\nCommand 2: there is no user in the request.");
    row("a command half copied", "curl 'https://api.statsig.com", Command,
        "The command ends within a quoted text. Was all of it copied?");
    row("a HAR file",
        R"({"log":{"version":"1.2","entries":[)"
        R"({"request":{"method":"POST","url":"https://api.statsig.com/v1/check_gate","headers":[],)"
        R"("postData":{"text":"{\"user\":{\"userID\":\"a\"},\"gateName\":\"g\"}"}}},)"
        R"({"request":{"method":"GET","url":"https://shop.example/","headers":[]}},)"
        R"({"request":{"method":"POST","url":"https://api.statsig.com/v1/initialize","headers":[],)"
        R"("postData":{"text":"{\"user\":{\"userID\":\"a\"}}"}}},)"
        R"({"request":{"method":"POST","url":"https://api.statsig.com/v1/initialize","headers":[],)"
        R"("postData":{"text":"{\"user\":{\"userID\":\"b\"}}"}}}]}})",
        Har, "a {\"userID\":\"a\"}\nb {\"userID\":\"b\"}");
    const QString marked =
        QStringLiteral("\ufeff{\"log\":{\"entries\":[{\"request\":{\"method\":\"POST\",\"url\":\"https://"
                       "h.example/v1/initialize\","
                       "\"postData\":{\"text\":\"{\\\"user\\\":{\\\"userID\\\":\\\"a\\\"}}\"}}}]}}");
    row("a HAR file with a mark", marked.toUtf8(), Har, R"(a {"userID":"a"})");
    row("a HAR file in UTF-16",
        QByteArray(
            reinterpret_cast<const char *>(marked.utf16()), marked.size() * qsizetype(sizeof(char16_t))),
        Har, R"(a {"userID":"a"})");
    row("a HAR file of other things", R"({"log":{"version":"1.2","entries":[]}})", Har,
        "No request to Statsig in this file has a user.");
    row("a user that speaks of a log", R"({"userID":"a","custom":{"log":{"entries":[]}}})", Json,
        R"(a {"userID":"a","custom":{"log":{"entries":[]}}})");
    row("another JSON", R"({"hello":1})", Json, "there is no user in it.");
    row("nothing", "", Unknown,
        "No user was found. Expected are a persona, users as JSON, JSON lines or a table (CSV, TSV), a "
        "command of curl, "
        "a HAR file or a dump of a Statsig SDK.");
    row("prose", "Dear all,\nplease find attached\n", Unknown,
        "No user was found. Expected are a persona, users as JSON, JSON lines or a table (CSV, TSV), a "
        "command of curl, "
        "a HAR file or a dump of a Statsig SDK.");
}

void TstPersonaImport::recognises()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, format);
    QFETCH(QString, found);
    const PersonaImport import = readPersonas(bytes);
    QCOMPARE(printedImport(import), found);
    QCOMPARE(int(import.format), format);
}

void TstPersonaImport::readsALargeHar()
{
    const QByteArray har =
        R"({"log":{"entries":[{"request":{"method":"POST","url":"https://h.example/v1/initialize",)"
        R"("postData":{"text":"{\"user\":{\"userID\":\"a\"}}"}},"response":{"content":{"text":")"
        + QByteArray(maxImportBytes, 'x') + R"("}}}]}})";
    QCOMPARE(printedImport(readPersonas(har)), QStringLiteral(R"(a {"userID":"a"})"));
}

void TstPersonaImport::keepsAllOfAPersona()
{
    const QByteArray file =
        R"({"name":"Mina","tags":["a"],"notes":"n","user":{"userID":1.50},"team":{"x":[1e2]}})";
    const PersonaImport import = readPersonas('[' + file + ']');
    QCOMPARE(import.personas.size(), 1);
    QCOMPARE(import.personas[0].id, QString());
    QCOMPARE(personaToJson(import.personas[0]), file);
}

/// However it is called.
void TstPersonaImport::keepsNoKeyBesideTheUser()
{
    const PersonaImport found = readPersonas(
        R"({"name":"Mina","apiKey":"own words","clientKey":"client-0123456789abcdefghijABCDEFGHIJ","serverSecret":"s",)"
        R"("where":["secret-0123456789abcdefghijABCDEFGHIJ"],"owner":"lena","user":{"userID":"u-1"}})");
    QCOMPARE(found.personas.size(), 1);
    QCOMPARE(found.personas.first().otherMembers, (JsonMembers {{QStringLiteral("owner"), "\"lena\""}}));
}

void TstPersonaImport::keepsTheTableToChangeItsColumns()
{
    PersonaImport import = readPersonas("plan\ngold\n", QStringLiteral("users.csv"));
    QVERIFY(import.table.has_value());
    import.table->columns[0].target = *targetFromText(QStringLiteral("userID"));
    QCOMPARE(personasOf(*import.table).personas[0].user.toJson(), QByteArray(R"({"userID":"gold"})"));
}

void TstPersonaImport::survivesHostileFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("deep lists") << QByteArray(100000, '[');
    QTest::newRow("deep user") << "{\"custom\":" + QByteArray(2000, '[') + QByteArray(2000, ']') + '}';
    QTest::newRow("zeros") << QByteArray(1000, '\0');
    QTest::newRow("not UTF-8") << QByteArray("{\"userID\":\"\xff\xfe\"}");
    QTest::newRow("half a line") << QByteArray("{\"userID\":\"a\"}\n{\"userID\":");
    QTest::newRow("half a UTF-16") << QByteArray("\xff\xfe\x31", 3);
    QTest::newRow("quotes") << QByteArray(100000, '"');
    QTest::newRow("a lone surrogate") << QByteArray(R"({"userID":"\ud800"})");
    QTest::newRow("huge number") << QByteArray("id,n\nu," + QByteArray(100000, '9'));
    QTest::newRow("too large") << QByteArray(maxImportBytes + 1, ' ');
    // Each of these took a gigabyte or a square of the time.
    constexpr qsizetype large = 16 * 1024 * 1024;
    QTest::newRow("commas") << QByteArray(large, ',');
    QTest::newRow("lines") << "{\"userID\":\"a\"}\n" + QByteArray(large, '\n') + "{\"userID\":\"b\"}";
    QTest::newRow("bad rows") << "id,plan\nu,1\n" + QByteArray("\"b\"c\n").repeated(large / 6);
    QTest::newRow("commands without a user") << QByteArray("curl a;\n").repeated(large / 8);
    QTest::newRow("empty lines behind a command") << "curl a" + QByteArray(large, '\n');
    QTest::newRow("signs of PowerShell") << "iwr a\n" + QByteArray(large / 2, '(');
    QTest::newRow("subexpressions") << "iwr a -Body \"" + QByteArray("$(`u{").repeated(200'000) + '"';
    QByteArray events = R"({"events":[)";
    for (int i = 0; i < 100'000; ++i)
        events += R"({"user":{"userID":")" + QByteArray::number(i) + R"("}},)";
    QTest::newRow("events") << "curl a -d '" + events + "{}]}'";
    QByteArray credentials;
    for (int i = 0; i < 100'000; ++i)
        credentials += "-H 'token: secret" + QByteArray::number(i) + "' ";
    QTest::newRow("credentials") << "curl a " + credentials + "-d '" + QByteArray("abcd").repeated(500'000)
            + '\'';
}

void TstPersonaImport::survivesHostileFiles()
{
    QFETCH(QByteArray, bytes);
    const PersonaImport import = readPersonas(bytes);
    QVERIFY(!import.personas.isEmpty() || !import.problems.isEmpty());
    for (const Persona &persona : import.personas)
        QVERIFY(readPersonaFile(QStringLiteral("p.json"), writePersonaFile(persona)).has_value());
}

void TstPersonaImport::survivesEveryCutAndFlip()
{
    const QByteArray whole("[{\"name\":\"A\",\"user\":{\"userID\":\"a\",\"custom\":{\"x\":[1,true]}}},"
                           "{\"events\":[{\"user\":{\"email\":\"e\"}}]}]\n");
    const QByteArray table("name;id;\"x\ny\"\nA;1;\"2\"\n");
    for (const QByteArray &text : {whole, table}) {
        for (qsizetype i = 0; i < text.size(); ++i) {
            QByteArray flipped = text;
            for (const char c : {'"', '{', ']', '\n', ';', '\xff', '\0'}) {
                flipped[i] = c;
                for (const QByteArray &bytes : {flipped, text.left(i)}) {
                    const PersonaImport import = readPersonas(bytes);
                    QVERIFY(!import.personas.isEmpty() || !import.problems.isEmpty());
                    for (const Persona &persona : import.personas)
                        QVERIFY(!persona.name.isEmpty());
                }
            }
        }
    }
}

void TstPersonaImport::isBounded()
{
    QByteArray lines;
    for (int i = 0; i < 6000; ++i)
        lines += "{\"userID\":\"u\"}\n";
    const PersonaImport many = readPersonas(lines);
    QCOMPARE(many.personas.size(), 5000);
    QCOMPARE(many.problems, QStringList {QStringLiteral("The lines from 5001 on are not read.")});
    const PersonaImport wrong = readPersonas("{\"a\":1}\n" + QByteArray("7\n").repeated(6000));
    QCOMPARE(wrong.problems.size(), 101);
    const PersonaImport list = readPersonas('[' + QByteArray("{\"userID\":\"u\"},").repeated(6000) + "1]");
    QCOMPARE(list.personas.size(), 5000);
    QCOMPARE(list.problems, QStringList {QStringLiteral("only the first 5000 are read.")});
}

void TstPersonaImport::leavesOutWhatIsTooLargeForAFile_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<QString>("place");
    QTest::newRow("JSON") << QByteArray(R"([{"userID":"a"},{"userID":"b","email":")") << QByteArray("\"}]")
                          << QString();
    QTest::newRow("table") << QByteArray("userID,email\na,\nb,") << QByteArray("\n")
                           << QStringLiteral("Line 3: ");
}

void TstPersonaImport::leavesOutWhatIsTooLargeForAFile()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, end);
    QFETCH(QString, place);
    const PersonaImport large = readPersonas(start + QByteArray(maxPersonaFileBytes, 'x') + end);
    QCOMPARE(large.personas.size(), 1);
    QCOMPARE(large.problems.size(), 1);
    QVERIFY2(large.problems[0].startsWith(place + QStringLiteral("“b” would be a file of more than 4 MB")),
        qPrintable(large.problems[0]));
    QCOMPARE(readPersonas(start + QByteArray(maxPersonaFileBytes - 200, 'x') + end).personas.size(), 2);
}

void TstPersonaImport::saysWhereItStops_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("user"); ///< %1: a number
    QTest::addColumn<QByteArray>("end");
    QTest::newRow("events") << QByteArray(R"({"events":[)") << QByteArray(R"({"user":{"userID":"%1"}},)")
                            << QByteArray("{}]}");
    QTest::newRow("events in a list")
        << QByteArray(R"([{"events":[)") << QByteArray(R"({"user":{"userID":"%1"}},)")
        << QByteArray(R"({}]},{"userID":"x"}])");
    QTest::newRow("commands") << QByteArray()
                              << QByteArray(
                                     "curl -d '{\"user\":{\"userID\":\"%1\"}}' h.example/v1/initialize ;\n")
                              << QByteArray();
    QTest::newRow("HAR") << QByteArray(R"({"log":{"entries":[)")
                         << QByteArray(
                                R"({"request":{"method":"POST","url":"https://h.example/v1/initialize",)"
                                R"("postData":{"text":"{\"user\":{\"userID\":\"%1\"}}"}}},)")
                         << QByteArray("{}]}}");
}

void TstPersonaImport::saysWhereItStops()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, user);
    QFETCH(QByteArray, end);
    const auto usersTo = [&](int count) {
        QByteArray text = start;
        for (int i = 1; i <= count; ++i)
            text += QByteArray(user).replace("%1", QByteArray::number(i));
        return readPersonas(text + end);
    };
    const QString stop = QStringLiteral("Only the first 5000 users are read.");
    const PersonaImport more = usersTo(5001);
    QCOMPARE(more.personas.size(), 5000);
    QCOMPARE(more.personas.last().name, QStringLiteral("5000"));
    QCOMPARE(more.problems.count(stop), 1);
    QVERIFY(!more.problems.contains(QStringLiteral("only the first 5000 are read.")));
    QVERIFY(!usersTo(4999).problems.contains(stop));
}

GATESCOPE_TEST(TstPersonaImport)
#include "tst_personaimport.moc"
