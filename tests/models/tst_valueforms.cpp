// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/json/tsvline.h>
#include <models/json/valueforms.h>
#include <tests/support/testregistry.h>

#include <QDateTime>
#include <QTest>

using namespace Gatescope;

/// What a value can be read as besides what it says.
class TstValueForms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void moment_data();
    void moment();
    void base64_data();
    void base64();
    void text_data();
    void text();
    void findsEmbeddedJson_data();
    void findsEmbeddedJson();
    void readsJsonInBase64();
    void dumpsBytes();
    void writesTsv_data();
    void writesTsv();
};

namespace {

ValueForms formsOf(const QByteArray &json)
{
    return valueForms((*JsonDocument::parse(json))->root());
}

} // namespace

void TstValueForms::moment_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("moment"); ///< in UTC; empty: none
    const auto row = [](const char *json, const char *moment) {
        QTest::newRow(json) << QByteArray(json) << QString::fromLatin1(moment);
    };
    row("1700000000", "s 2023-11-14T22:13:20.000Z");
    row("1700000000123", "ms 2023-11-14T22:13:20.123Z");
    row("1.7e9", "s 2023-11-14T22:13:20.000Z");
    row("\"1700000000123\"", "ms 2023-11-14T22:13:20.123Z");
    row("946684800", "s 2000-01-01T00:00:00.000Z");
    row("946684799", "");
    row("4102444799", "s 2099-12-31T23:59:59.000Z");
    row("4102444800", "");
    row("946684800000", "ms 2000-01-01T00:00:00.000Z");
    row("4102444800000", "");
    row("1700000000.5", "");
    row("1e400", "");
    row("\"\"", "");
    row("\"99999999999999999999\"", "");
    row("\"2024-02-29T12:30:00Z\"", "written 2024-02-29T12:30:00.000Z");
    row("\"2024-02-29T12:30:00.25+02:00\"", "written 2024-02-29T10:30:00.250Z");
    row("\"2024-02-29 12:30:00\"", "written 2024-02-29T12:30:00.000Z");
    row("\"2023-02-29T12:30:00Z\"", "");
    row("\"2024-02-29\"", "");
    row("\"2024-02-29 is a leap day\"", "");
    row("true", "");
    row("[1700000000]", "");
}

void TstValueForms::moment()
{
    QFETCH(const QByteArray, json);
    const auto moment = formsOf(json).moment;
    QString shown;
    if (moment) {
        const QStringList units {QStringLiteral("s "), QStringLiteral("ms "), QStringLiteral("written ")};
        shown = units[int(moment->unit)]
            + QDateTime::fromMSecsSinceEpoch(moment->milliseconds, Qt::UTC).toString(Qt::ISODateWithMs);
    }
    QTEST(shown, "moment");
}

void TstValueForms::base64_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("bytes"); ///< empty: none
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &bytes) {
        QTest::newRow(name) << text << bytes;
    };
    // RFC 4648, section 10
    row("fooba", "Zm9vYmE=", "fooba");
    row("foob", "Zm9vYg==", "foob");
    row("too short to tell", "Zm9vYmFy", "");
    row("no padding", "SGVsbG8sIHdvcmxk", "Hello, world");
    row("in lines", "SGVsbG8s\r\nIHdvcmxk\n", "Hello, world");
    row("url alphabet", "Y2Fmw6k_IGNhZsOpPw==", "café? café?");
    row("both alphabets", "Y2Fmw6k_IGNhZsOp/w==", "");
    row("padding within", "Zm9v=YmE", "");
    row("too much padding", "Zm9vYg===", "");
    row("wrong padding", "Zm9vYmE==", "");
    row("not as anybody writes it", "Zm9vYmF=", "");
    row("a word", "checkout", "");
    row("a longer word", "internationalization", "");
    row("an identifier", "newCheckoutFlow2", "");
    row("hexadecimal digits", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "");
    row("a path", "api/v1/Checkout/Form", "");
    row("a sentence", "Free shipping today", "");
    row("empty", "", "");
    // SHA-256 of nothing
    row("a digest", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        QByteArray::fromHex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    row("a picture", "iVBORw0KGgoAAAANSUhEUg", QByteArray::fromHex("89504e470d0a1a0a0000000d49484452"));
    row("a data URL", "data:image/gif;base64,R0lGODlh", "GIF89a");
    row("a data URL that is none", "data:image/gif,R0lGODlh", "");
}

void TstValueForms::base64()
{
    QFETCH(const QByteArray, text);
    const auto content = base64In({text.constData(), std::size_t(text.size())});
    QTEST(content ? content->bytes : QByteArray(), "bytes");
    if (content)
        QCOMPARE(content->isText,
            !QByteArray(QTest::currentDataTag()).startsWith("a digest")
                && !QByteArray(QTest::currentDataTag()).startsWith("a picture"));
}

void TstValueForms::text_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("string") << QByteArray(R"("caf\u00e9\n\"ok\"")") << QByteArray("café\n\"ok\"");
    QTest::newRow("number") << QByteArray("1.50") << QByteArray("1.50");
    QTest::newRow("null") << QByteArray("null") << QByteArray("null");
    QTest::newRow("object") << QByteArray(R"({"a":[1.0]})") << QByteArray("{\n  \"a\": [\n    1.0\n  ]\n}");
}

void TstValueForms::text()
{
    QFETCH(const QByteArray, json);
    QTEST(formsOf(json).text, "text");
}

void TstValueForms::findsEmbeddedJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("object") << QByteArray(R"("{\"a\":1}")") << true;
    QTest::newRow("list after white space") << QByteArray(R"("\n [1,2]")") << true;
    QTest::newRow("not to the end") << QByteArray(R"("{\"a\":1")") << false;
    QTest::newRow("more behind it") << QByteArray(R"("{} {}")") << false;
    QTest::newRow("braces of a template") << QByteArray(R"("{name}, hello")") << false;
    QTest::newRow("a number is no document") << QByteArray(R"("12")") << false;
    QTest::newRow("a lone surrogate") << QByteArray(R"("[\"\ud800\"]")") << false;
    QTest::newRow("an object itself") << QByteArray(R"({"a":1})") << false;
}

void TstValueForms::findsEmbeddedJson()
{
    QFETCH(const QByteArray, json);
    QTEST(formsOf(json).json != nullptr, "isFound");
}

void TstValueForms::readsJsonInBase64()
{
    const ValueForms forms = formsOf(R"("eyJwbGFuIjoiZ29sZCJ9")"); // {"plan":"gold"}
    QVERIFY(forms.base64);
    QVERIFY(forms.base64->isText);
    QVERIFY(forms.base64->json);
    QCOMPARE(forms.base64->json->root()["plan"].toString(), QStringLiteral("gold"));
    QVERIFY(!forms.json);
}

void TstValueForms::dumpsBytes()
{
    QCOMPARE(hexDump("0123456789abcdef\n\xc3\xa9~"),
        QByteArray("00000000  30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66  0123456789abcdef\n"
                   "00000010  0a c3 a9 7e                                      ...~"));
    QCOMPARE(hexDump({}), QByteArray());
}

void TstValueForms::writesTsv_data()
{
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, const QStringList &cells, const char *line) {
        QTest::newRow(name) << cells << QString::fromUtf8(line);
    };
    row("plain", {QStringLiteral("limit"), QStringLiteral("number"), QStringLiteral("-5.5")},
        "limit\tnumber\t-5.5");
    row("tabs and lines", {QStringLiteral("a\tb"), QStringLiteral("x\ny")}, "\"a\tb\"\t\"x\ny\"");
    row("quotes", {QStringLiteral("{\"a\":1}")}, "\"{\"\"a\"\":1}\"");
    row("formulas", {QStringLiteral("=HYPERLINK(1)"), QStringLiteral("@SUM(1)")}, "'=HYPERLINK(1)\t'@SUM(1)");
    row("signs", {QStringLiteral("-x"), QStringLiteral("+49 30 1")}, "'-x\t'+49 30 1");
    row("empty", {QString(), QStringLiteral("é")}, "\té");
}

void TstValueForms::writesTsv()
{
    QFETCH(const QStringList, cells);
    QTEST(tsvLine(cells), "line");
}

GATESCOPE_TEST(TstValueForms)
#include "tst_valueforms.moc"
