// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/items/tableexport.h>
#include <models/json/jsondocument.h>
#include <models/json/spreadsheettext.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;

namespace {

ExportedTable strangeTable()
{
    return {{QStringLiteral("Name"), QStringLiteral("Rule|s")},
        {{QStringLiteral("a,b \"c\""), QStringLiteral("=HYPERLINK(\"x\")")},
            {QStringLiteral("-5"), QStringLiteral("line\nend | <b>*x*</b>")},
            {QString(), QStringLiteral("é")}}};
}

} // namespace

class TstTableExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void csv();
    void markdown();
    void json();
    void formulas_data();
    void formulas();
};

void TstTableExport::csv()
{
    QCOMPARE(tableCsv(strangeTable()),
        QByteArray("Name,Rule|s\r\n"
                   "\"a,b \"\"c\"\"\",\"'=HYPERLINK(\"\"x\"\")\"\r\n"
                   "-5,\"line\nend | <b>*x*</b>\"\r\n"
                   ",é\r\n"));
}

void TstTableExport::markdown()
{
    const QList<QByteArray> lines = tableMarkdown(strangeTable()).split('\n');
    QCOMPARE(lines.size(), 6);
    QCOMPARE(lines[0], QByteArray("| Name | Rule\\|s |"));
    QCOMPARE(lines[1], QByteArray("| --- | --- |"));
    QVERIFY2(lines[3].startsWith("| \\-5 |") || lines[3].startsWith("| -5 |"), lines[3].constData());
    QVERIFY(lines[3].contains("\\|") && !lines[3].contains("<b>"));
    for (int i = 0; i < 5; ++i)
        QCOMPARE(lines[i].count('|') - lines[i].count("\\|"), 3);
}

void TstTableExport::json()
{
    const auto document = JsonDocument::parse(tableJson(strangeTable()));
    QVERIFY(document);
    const JsonValue rows = (*document)->root();
    QCOMPARE(rows.size(), 3u);
    QCOMPARE(rows.at(0)["Name"].toString(), QStringLiteral("a,b \"c\""));
    QCOMPARE(rows.at(0)["Rule|s"].toString(), QStringLiteral("=HYPERLINK(\"x\")"));
    QCOMPARE(rows.at(2)["Name"].toString(), QString());
    QCOMPARE(tableJson({{QStringLiteral("a")}, {}}), QByteArray("[\n]\n"));
}

void TstTableExport::formulas_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    const auto row = [](const char *text, const char *written) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(written);
    };
    row("=1+1", "'=1+1");
    row("+1", "'+1"); // a telephone number begins so
    row("-1", "-1");
    row("\n=1", "'\n=1");
    row("'=1", "''=1"); // or it would be taken for a guarded one
    row("+x", "'+x");
    row("-1.5e3", "-1.5e3");
    row("-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0");
    row("@SUM(A1)", "'@SUM(A1)");
    row("\t=1", "'\t=1");
    row("\r=1", "'\r=1");
    row("plain", "plain");
    row("", "");
}

void TstTableExport::formulas()
{
    QFETCH(QString, text);
    QTEST(withoutFormula(text), "written");
}

GATESCOPE_TEST(TstTableExport)
#include "tst_tableexport.moc"
