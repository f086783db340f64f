// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/json/textneedle.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;

class TstTextNeedle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isIn_data();
    void isIn();
};

void TstTextNeedle::isIn_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("found");
    const auto row = [](const char *name, const char *needle, const char *json, bool found) {
        QTest::newRow(name) << QString::fromUtf8(needle) << QByteArray(json) << found;
    };
    row("escaped as written plainly", "é", R"({"a":["caf\u00e9"]})", true);
    row("other case beyond ASCII", "É", R"({"a":["café"]})", true);
    row("other case", "GoLd", R"({"plan":"gold"})", true);
    row("key", "PLAN", R"({"plan":1})", true);
    row("key further in", "city", R"({"a":[{"b":{"City":null}}]})", true);
    row("number as written", "1.50", R"([1.50])", true);
    row("literal", "tru", R"([true])", true);
    row("not the quotes around a text", "\"gold", R"(["gold"])", false);
    row("a quote inside one", "\"gold", R"(["a \"gold\" one"])", true);
    row("not the escape", "u00e9", R"(["caf\u00e9"])", false);
    row("not across values", "ab", R"(["a","b"])", false);
    row("a scalar itself", "9", "1.9", true);
}

void TstTextNeedle::isIn()
{
    QFETCH(const QString, needle);
    QFETCH(const QByteArray, json);
    const auto document = JsonDocument::parse(json);
    QVERIFY(document);
    QTEST((TextNeedle(needle).isIn((*document)->root())), "found");
}

GATESCOPE_TEST(TstTextNeedle)
#include "tst_textneedle.moc"
