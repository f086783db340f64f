// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/json/spreadsheettext.h>
#include <models/personas/personatable.h>
#include <tests/support/testregistry.h>

#include <QStringEncoder>
#include <QTest>

using namespace Gatescope;

/// Tables of users: RFC 4180 and what spreadsheets make of it.
class TstPersonaTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsRows_data();
    void readsRows();
    void writesCells_data();
    void writesCells();
    void guessesTheDelimiter_data();
    void guessesTheDelimiter();
    void guessesTargets_data();
    void guessesTargets();
    void targetsHaveTexts();
    void guessesTypes_data();
    void guessesTypes();
    void makesPersonas();
    void aMarkIsNoPartOfANumber();
    void oneTargetIsOneColumns();
    void theBetterNameHasTheTarget_data();
    void theBetterNameHasTheTarget();
    void twoColumnsForOneTargetAreTold();
    void theUserCanChangeColumns();
    void tellsRowsItCannotRead();
    void readsOtherEncodings_data();
    void readsOtherEncodings();
    void guardsFormulas_data();
    void guardsFormulas();
    void isBounded();
    void sentencesAreShort();
};

namespace {

/// Cells with "|" between them, lines before them: "1: a|b".
QString printedRows(const CsvTable &table)
{
    QStringList texts;
    for (const CsvRow &row : table.rows)
        texts.append(QStringLiteral("%1: %2").arg(row.line).arg(row.cells.join(u'|')));
    return (texts + table.problems).join(u'\n');
}

QStringList columnTexts(const PersonaTable &table)
{
    QStringList texts;
    for (const TableColumn &column : table.columns)
        texts.append(targetText(column.target) + u' ' + valueTypeName(column.type));
    return texts;
}

} // namespace

void TstPersonaTable::readsRows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char *name, const char *text, const char *rows) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(rows);
    };
    row("plain", "a,b\nc,d", "1: a|b\n2: c|d");
    row("ends of lines of all systems", "a\r\nb\rc\n", "1: a\n2: b\n3: c");
    row("quotes", "\"a,b\",\"say \"\"hi\"\"\"", "1: a,b|say \"hi\"");
    row("lines in a cell", "\"a\r\nb\",c\nd,e", "1: a\r\nb|c\n3: d|e");
    row("empty cells", ",\na,", "1: |\n2: a|");
    row("empty lines are passed over", "a\n\n  \nb", "1: a\n4: b");
    row("a quote inside is a character", "5\" tube,b", "1: 5\" tube|b");
    row("spaces are part of a cell", " a , b ", "1:  a | b ");
    row("text behind a quote", "\"a\"b,c\nd,e",
        "2: d|e\nLine 1: text follows a closing quote. The row is left out.");
    row("a quote that is not closed", "a,b\n\"c,d\ne,f",
        "1: a|b\nLine 2: a quote is not closed. The row is left out.");
    row("nothing", "", "");
}

void TstPersonaTable::readsRows()
{
    QFETCH(QString, text);
    QFETCH(QString, rows);
    QCOMPARE(printedRows(readCsv(text, u',', 100)), rows);
}

void TstPersonaTable::writesCells_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("written");
    QTest::newRow("plain") << QStringLiteral("a b") << QStringLiteral("a b");
    QTest::newRow("comma") << QStringLiteral("a,b") << QStringLiteral("\"a,b\"");
    QTest::newRow("quote") << QStringLiteral("a\"b") << QStringLiteral("\"a\"\"b\"");
    QTest::newRow("line") << QStringLiteral("a\nb") << QStringLiteral("\"a\nb\"");
}

void TstPersonaTable::writesCells()
{
    QFETCH(QString, cell);
    QFETCH(QString, written);
    QCOMPARE(csvCell(cell), written);
    QCOMPARE(readCsv(written, u',', 1).rows.value(0).cells, QStringList {cell});
}

void TstPersonaTable::guessesTheDelimiter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QChar>("delimiter");
    QTest::newRow("comma") << QStringLiteral("a,b\nc,d") << QChar(u',');
    QTest::newRow("semicolon, with commas in numbers") << QStringLiteral("a;b\n1,5;2,5") << QChar(u';');
    QTest::newRow("tab") << QStringLiteral("a\tb, c\nd\te") << QChar(u'\t');
    QTest::newRow("bar") << QStringLiteral("a|b\nc|d") << QChar(u'|');
    QTest::newRow("semicolons in quotes") << QStringLiteral("a,b\n\";;;\",d") << QChar(u',');
    QTest::newRow("none") << QStringLiteral("userID\nu-1") << QChar(u',');
}

void TstPersonaTable::guessesTheDelimiter()
{
    QFETCH(QString, text);
    QFETCH(QChar, delimiter);
    QCOMPARE(guessedDelimiter(text), delimiter);
}

void TstPersonaTable::guessesTargets_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("target");
    const auto row = [](const char *title, const char *target) {
        QTest::newRow(title) << QString::fromUtf8(title) << QString::fromUtf8(target);
    };
    row("userID", "userID");
    row("User ID", "userID");
    row("user_id", "userID");
    row("id", "userID");
    row("E-Mail", "email");
    row("IP address", "ip");
    row("user agent", "userAgent");
    row("Country Code", "country");
    row("lang", "locale");
    row("App Version", "appVersion");
    row("environment", "tier");
    row("Name", "name");
    row("Labels", "tags");
    row("comment", "notes");
    row("stable_id", "customIDs.stableID");
    row("companyID", "customIDs.companyID");
    row("org_id", "customIDs.org_id");
    row("custom.plan", "custom.plan");
    row("privateAttributes.crm.id", "privateAttributes.crm.id");
    row("Plan", "custom.Plan");
    row("paid", "custom.paid");
    row("", "skip");
    row("skip", "skip");
    row("user", "user");
}

void TstPersonaTable::guessesTargets()
{
    QFETCH(QString, title);
    QFETCH(QString, target);
    QCOMPARE(targetText(guessedTarget(title)), target);
}

void TstPersonaTable::targetsHaveTexts()
{
    for (const char *text :
        {"skip", "name", "tags", "notes", "tier", "user", "userID", "email", "ip", "userAgent", "country",
            "locale", "appVersion", "custom.a.b", "privateAttributes.x", "customIDs.y"}) {
        const auto target = targetFromText(QLatin1String(text));
        QVERIFY2(target.has_value(), text);
        QCOMPARE(targetText(*target), QLatin1String(text));
    }
    QVERIFY(!targetFromText(QStringLiteral("plan")).has_value());
    QVERIFY(!targetFromText(QStringLiteral("custom.")).has_value());
}

void TstPersonaTable::guessesTypes_data()
{
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<int>("type");
    const auto row = [](const char *name, const char *cells, ValueType type) {
        QTest::newRow(name) << QString::fromUtf8(cells).split(u' ') << int(type);
    };
    row("numbers", "1 -2.5  1e3", ValueType::Number);
    row("zeros before", "1 007", ValueType::Text);
    row("a plus", "+49 1", ValueType::Text);
    row("more digits than a double holds", "1234567890123456", ValueType::Text);
    row("booleans", "true FALSE", ValueType::Boolean);
    row("numbers and words", "1 gold", ValueType::Text);
    row("numbers and booleans", "1 true", ValueType::Json);
    row("lists", "[1] []", ValueType::Json);
    row("quoted texts", "\"3\" 7", ValueType::Json);
    row("quoted text and words", "\"3\" gold", ValueType::Text);
    row("a version", "4.12.0", ValueType::Text);
    row("a date", "2026-11-26", ValueType::Text);
    row("nothing", "", ValueType::Text);
}

void TstPersonaTable::guessesTypes()
{
    QFETCH(QStringList, cells);
    QFETCH(int, type);
    QCOMPARE(int(guessedType(cells)), type);
}

void TstPersonaTable::makesPersonas()
{
    const PersonaTable table =
        readPersonaTable("name;User ID;tags;plan;level;vip;stableID;privateAttributes.crm;tier;notes;zip\r\n"
                         "Mina;u-1;gold, berlin;gold;3;TRUE;s-1;C-9;staging;\"two\nlines\";01067\r\n"
                         ";u-2;\"[\"\"a, b\"\"]\";;7.50;false;;;;;10115\r\n");
    QCOMPARE(table.delimiter, QChar(u';'));
    QCOMPARE(columnTexts(table),
        (QStringList {QStringLiteral("name text"), QStringLiteral("userID text"), QStringLiteral("tags text"),
            QStringLiteral("custom.plan text"), QStringLiteral("custom.level number"),
            QStringLiteral("custom.vip boolean"), QStringLiteral("customIDs.stableID text"),
            QStringLiteral("privateAttributes.crm text"), QStringLiteral("tier text"),
            QStringLiteral("notes text"), QStringLiteral("custom.zip text")}));
    const TableDrafts drafts = personasOf(table);
    QVERIFY2(drafts.problems.isEmpty(), qPrintable(drafts.problems.join(u'\n')));
    QCOMPARE(drafts.personas.size(), 2);
    const Persona &mina = drafts.personas[0];
    QCOMPARE(mina.name, QStringLiteral("Mina"));
    QCOMPARE(mina.tags, (QStringList {QStringLiteral("gold"), QStringLiteral("berlin")}));
    QCOMPARE(mina.notes, QStringLiteral("two\nlines"));
    QCOMPARE(mina.user.toJson(),
        QByteArray(R"({"userID":"u-1","custom":{"plan":"gold","level":3,"vip":true,"zip":"01067"},)"
                   R"("privateAttributes":{"crm":"C-9"},"customIDs":{"stableID":"s-1"},)"
                   R"("statsigEnvironment":{"tier":"staging"}})"));
    QCOMPARE(drafts.personas[1].name, QStringLiteral("u-2"));
    QCOMPARE(drafts.personas[1].tags, QStringList {QStringLiteral("a, b")});
    QCOMPARE(drafts.personas[1].user.toJson(),
        QByteArray(R"({"userID":"u-2","custom":{"level":7.50,"vip":false,"zip":"10115"}})"));
}

void TstPersonaTable::aMarkIsNoPartOfANumber()
{
    const PersonaTable table = readPersonaTable("id,n\nu,\xef\xbb\xbf-7.5\n");
    QCOMPARE(
        personasOf(table).personas[0].user.toJson(), QByteArray(R"({"userID":"u","custom":{"n":-7.5}})"));
}

void TstPersonaTable::oneTargetIsOneColumns()
{
    const PersonaTable table = readPersonaTable("id,uid,plan,plan\nu-1,u-2,a,b\n");
    QCOMPARE(columnTexts(table),
        (QStringList {QStringLiteral("userID text"), QStringLiteral("skip text"),
            QStringLiteral("custom.plan text"), QStringLiteral("skip text")}));
}

void TstPersonaTable::theBetterNameHasTheTarget_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QStringList>("targets");
    const auto row = [](const char *table, const char *targets) {
        QTest::newRow(table) << QByteArray(table) << QString::fromUtf8(targets).split(u' ');
    };
    row("id,userID\n1,u\n", "skip userID");
    row("id,User ID,userID\n1,2,u\n", "skip skip userID");
    row("id,user_id\n1,u\n", "skip userID");
    row("userID,id\nu,1\n", "userID skip");
    row("id,uid\n1,2\n", "userID skip");
    row("User,userID\nMina,u\n", "skip userID");
    row("user,userID\nmina,u\n", "skip userID");
    row("user,plan\nmina,gold\n", "userID custom.plan");
    row("user,userID\n\"{}\",u\n", "user userID");
    row("Plan,custom.Plan\na,b\n", "skip custom.Plan");
    row("mail,email\na,b\n", "skip email");
}

void TstPersonaTable::theBetterNameHasTheTarget()
{
    QFETCH(QByteArray, table);
    QFETCH(QStringList, targets);
    QStringList found;
    for (const TableColumn &column : readPersonaTable(table).columns)
        found << targetText(column.target);
    QCOMPARE(found, targets);
}

void TstPersonaTable::twoColumnsForOneTargetAreTold()
{
    PersonaTable table = readPersonaTable("userID,plan,level,rank\nu,gold,3,\nv,,4,5\n");
    for (int column : {2, 3})
        table.columns[column].target = table.columns[1].target;
    const TableDrafts drafts = personasOf(table);
    QCOMPARE(drafts.personas.size(), 2);
    QCOMPARE(drafts.personas[0].user.toJson(), QByteArray(R"({"userID":"u","custom":{"plan":"gold"}})"));
    QCOMPARE(drafts.personas[1].user.toJson(), QByteArray(R"({"userID":"v"})"));
    QCOMPARE(drafts.problems,
        (QStringList {QStringLiteral("“level” is left out: “plan” is custom.plan already."),
            QStringLiteral("“rank” is left out: “plan” is custom.plan already.")}));
}

void TstPersonaTable::theUserCanChangeColumns()
{
    PersonaTable table = readPersonaTable("id,level,x\nu-1,3,b\n");
    table.columns[0].target = *targetFromText(QStringLiteral("email"));
    table.columns[1].type = ValueType::Text;
    table.columns[2].target = {};
    QCOMPARE(
        personasOf(table).personas[0].user.toJson(), QByteArray(R"({"email":"u-1","custom":{"level":"3"}})"));
}

void TstPersonaTable::tellsRowsItCannotRead()
{
    PersonaTable table =
        readPersonaTable("id,level,name\nu-1,3,A\nu-2,\"x\ny\",B\n,,C\nu-4,4,D,more\nu-5,5,E\n");
    table.columns[1].type = ValueType::Number;
    const TableDrafts drafts = personasOf(table);
    QCOMPARE(drafts.personas.size(), 2);
    QCOMPARE(drafts.problems,
        (QStringList {QStringLiteral("Line 3: “x\ny” in “level” is no number. The row is left out."),
            QStringLiteral("Line 5: there is nothing of a user in it. The row is left out."),
            QStringLiteral("Line 6: there are more cells than titles. The row is left out.")}));
}

void TstPersonaTable::readsOtherEncodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString text = QStringLiteral("name\tid\nJürgen\tu-1\n");
    QTest::newRow("UTF-8") << text.toUtf8();
    QTest::newRow("UTF-8 with a mark") << "\xef\xbb\xbf" + text.toUtf8();
    QTest::newRow("Latin-1") << text.toLatin1();
    for (const auto &[name, encoding] :
        {std::pair {"UTF-16LE", QStringConverter::Utf16LE}, {"UTF-16BE", QStringConverter::Utf16BE}}) {
        QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
        QTest::newRow(name) << QByteArray(encoder.encode(text));
    }
}

void TstPersonaTable::readsOtherEncodings()
{
    QFETCH(QByteArray, bytes);
    const TableDrafts drafts = personasOf(readPersonaTable(bytes));
    QCOMPARE(drafts.personas.size(), 1);
    QCOMPARE(drafts.personas[0].name, QStringLiteral("Jürgen"));
}

void TstPersonaTable::guardsFormulas_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("guarded");
    const auto row = [](const char *cell, const char *guarded) {
        QTest::newRow(cell) << QString::fromUtf8(cell) << QString::fromUtf8(guarded);
    };
    row("=1+1", "'=1+1");
    row("+49", "'+49");
    row("-1", "-1"); // a number
    row("'-1", "''-1");
    row("-1-1", "'-1-1");
    row("@a", "'@a");
    row("\tx", "'\tx");
    row("\rx", "'\rx");
    row("'=1", "''=1"); // or it would be taken for a guarded one
    row("'a", "'a");
    row("a=1", "a=1");
    row("'", "'");
    row("", "");
}

void TstPersonaTable::guardsFormulas()
{
    QFETCH(QString, cell);
    QFETCH(QString, guarded);
    QCOMPARE(withoutFormula(cell), guarded);
    QCOMPARE(withFormula(guarded), cell);
}

void TstPersonaTable::isBounded()
{
    QByteArray many("id\n");
    for (int i = 0; i < 6000; ++i)
        many += "u\n";
    const TableDrafts rows = personasOf(readPersonaTable(many));
    QCOMPARE(rows.personas.size(), 5000);
    QCOMPARE(rows.problems, QStringList {QStringLiteral("Only the first 5001 rows are read.")});
    const PersonaTable wide = readPersonaTable(QByteArray(2000000, ','));
    QVERIFY(wide.columns.isEmpty());
    QCOMPARE(wide.problems,
        QStringList {QStringLiteral("Line 1: there are more than 1000 cells. The row is left out.")});
    const CsvTable bad =
        readCsv(QStringLiteral("a\n") + QStringLiteral("\"b\"c\n").repeated(100'000), u',', 10);
    QCOMPARE(bad.rows.size(), 1);
    QCOMPARE(bad.problems.size(), 101);
    QCOMPARE(bad.problems.last(), QStringLiteral("99900 more rows cannot be read and are left out."));
    const TableDrafts wrong =
        personasOf(readPersonaTable("userID,name\nu,\n" + QByteArray(",x\n").repeated(300)));
    QCOMPARE(wrong.personas.size(), 1);
    QCOMPARE(wrong.problems.size(), 101);
    QCOMPARE(wrong.problems.last(), QStringLiteral("200 more rows cannot be read and are left out."));
}

void TstPersonaTable::sentencesAreShort()
{
    const QByteArray large(100'000, 'x');
    PersonaTable table =
        readPersonaTable("userID,tags,n," + large + "\nu,[" + large + ",1,2\nv,," + large + ",3\n");
    QCOMPARE(targetText(table.columns[3].target), QStringLiteral("skip"));
    table.columns[2].type = ValueType::Number;
    const TableDrafts drafts = personasOf(table);
    QCOMPARE(drafts.problems.size(), 2);
    for (const QString &problem : drafts.problems)
        QVERIFY(problem.size() < 300);
}

GATESCOPE_TEST(TstPersonaTable)
#include "tst_personatable.moc"
