// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/json/jsonsearch.h>
#include <models/json/utf8text.h>
#include <tests/support/testregistry.h>

#include <QRandomGenerator>
#include <QTest>

using namespace Gatescope;

class TstJsonSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void texts_data();
    void texts();
    void bytesFindWhatLookingAtEachNodeFinds();
    void onlyInsideTheRoot();
    void wrongPatterns();
    void stops();
    void paths_data();
    void paths();
    void wrongPaths_data();
    void wrongPaths();
};

namespace {

using How = JsonQuery::How;
using Where = JsonQuery::Where;

JsonDocumentPtr searched(const QByteArray &json)
{
    const auto document = JsonDocument::parse(json);
    return document ? *document : nullptr;
}

QStringList pathsOf(const JsonDocumentPtr &document, const JsonFindings &findings)
{
    QStringList paths;
    for (const JsonDocument::Id id : findings.nodes)
        paths << JsonValue(document.get(), id).jsonPath();
    return paths;
}

/// The definition, with nothing clever.
void lookAt(const JsonValue &value, const JsonQuery &query, bool isRoot, std::vector<JsonDocument::Id> &found)
{
    const auto isIn = [&query](const QString &text) {
        return text.contains(query.text, query.matchesCase ? Qt::CaseSensitive : Qt::CaseInsensitive);
    };
    const bool inKey = value.hasKey() && !isRoot && query.where != Where::Values && isIn(value.key());
    const bool inValue = !value.isContainer() && query.where != Where::Keys
        && isIn(value.isString() ? value.toString() : utf8Text(value.rawText()));
    if (inKey || inValue)
        found.push_back(value.id());
    for (quint32 i = 0; i < value.size(); ++i)
        lookAt(value.at(i), query, false, found);
}

/// Few letters, so that there is something to find; quotes, escapes and what is found only when decoded.
QByteArray randomToken(QRandomGenerator &random)
{
    static const QByteArrayList pieces {
        "a", "b", "A", "ab", "\\\"", "\\u0061", "\\\\", "é", "\\u00e9", ",", ":", "1", " ", "\\n", "e"};
    QByteArray text;
    for (int i = random.bounded(5); i > 0; --i)
        text += pieces[random.bounded(pieces.size())];
    return '"' + text + '"';
}

QByteArray randomJson(QRandomGenerator &random, int depth)
{
    switch (random.bounded(depth > 0 ? 7 : 4)) {
    case 0:
        return randomToken(random);
    case 1:
        return QByteArray::number(random.bounded(200)) + (random.bounded(2) ? "e1" : "");
    case 2:
        return "false";
    case 3:
        return random.bounded(2) ? "null" : "[]";
    default:
        break;
    }
    const bool isObject = random.bounded(2);
    QByteArrayList parts;
    for (int i = random.bounded(6); i > 0; --i)
        parts << (isObject ? randomToken(random) + (random.bounded(2) ? ":" : " : ") : QByteArray())
                + randomJson(random, depth - 1);
    return (isObject ? "{" : "[") + parts.join(random.bounded(2) ? "," : " ,\n ") + (isObject ? "}" : "]");
}

const QByteArray shopJson = R"({"gates":{"new_checkout":{"on":true,"rule":"caf\u00e9"},"old":{"on":false}},
 "list":[10,{"Checkout":1.50},"a \"checkout\" b"],"checkout":null})";

} // namespace

void TstJsonSearch::texts_data()
{
    QTest::addColumn<JsonQuery>("query");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("keys and values in order")
        << JsonQuery {QStringLiteral("checkout")}
        << QStringList {QStringLiteral("$.gates.new_checkout"), QStringLiteral("$.list[1].Checkout"),
               QStringLiteral("$.list[2]"), QStringLiteral("$.checkout")};
    QTest::newRow("case") << JsonQuery {QStringLiteral("Checkout"), How::Text, Where::Everywhere, true}
                          << QStringList {QStringLiteral("$.list[1].Checkout")};
    QTest::newRow("keys") << JsonQuery {QStringLiteral("checkout"), How::Text, Where::Keys}
                          << QStringList {QStringLiteral("$.gates.new_checkout"),
                                 QStringLiteral("$.list[1].Checkout"), QStringLiteral("$.checkout")};
    QTest::newRow("values") << JsonQuery {QStringLiteral("checkout"), How::Text, Where::Values}
                            << QStringList {QStringLiteral("$.list[2]")};
    QTest::newRow("decoded") << JsonQuery {QStringLiteral("é")}
                             << QStringList {QStringLiteral("$.gates.new_checkout.rule")};
    QTest::newRow("not the escape") << JsonQuery {QStringLiteral("u00e9")} << QStringList();
    QTest::newRow("a quote inside") << JsonQuery {QStringLiteral("\"checkout\"")}
                                    << QStringList {QStringLiteral("$.list[2]")};
    QTest::newRow("number as written")
        << JsonQuery {QStringLiteral("1.50")} << QStringList {QStringLiteral("$.list[1].Checkout")};
    QTest::newRow("literal") << JsonQuery {QStringLiteral("ALSE")}
                             << QStringList {QStringLiteral("$.gates.old.on")};
    QTest::newRow("not across parts") << JsonQuery {QStringLiteral("on\":true")} << QStringList();
    QTest::newRow("nothing") << JsonQuery {} << QStringList();
    QTest::newRow("pattern") << JsonQuery {QStringLiteral("^(old|on)$"), How::Pattern}
                             << QStringList {QStringLiteral("$.gates.new_checkout.on"),
                                    QStringLiteral("$.gates.old"), QStringLiteral("$.gates.old.on")};
    QTest::newRow("pattern in values, decoded") << JsonQuery {QStringLiteral("CAF.$"), How::Pattern,
        Where::Values} << QStringList {QStringLiteral("$.gates.new_checkout.rule")};
    QTest::newRow("path") << JsonQuery {QStringLiteral("$.gates.*.on"), How::Path}
                          << QStringList {
                                 QStringLiteral("$.gates.new_checkout.on"), QStringLiteral("$.gates.old.on")};
}

void TstJsonSearch::texts()
{
    QFETCH(const JsonQuery, query);
    QFETCH(const QStringList, found);
    const JsonDocumentPtr document = searched(shopJson);
    const auto findings = findInJson(document->root(), query);
    QVERIFY(findings);
    QVERIFY(findings->isComplete);
    QCOMPARE(pathsOf(document, *findings), found);
}

void TstJsonSearch::bytesFindWhatLookingAtEachNodeFinds()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    const QStringList texts {QStringLiteral("a"), QStringLiteral("ab"), QStringLiteral("é"),
        QStringLiteral("\""), QStringLiteral("\\"), QStringLiteral("1"), QStringLiteral("e1"),
        QStringLiteral("b\""), QStringLiteral(","), QStringLiteral("al"), QStringLiteral("\n"),
        QStringLiteral("É"), QStringLiteral("aa")};
    for (int round = 0; round < 3000; ++round) {
        const QByteArray json = randomJson(random, 5);
        const JsonDocumentPtr document = searched(json);
        QVERIFY2(document, json.constData());
        JsonQuery query {texts[random.bounded(texts.size())]};
        query.where = Where(random.bounded(3));
        query.matchesCase = random.bounded(2);
        std::vector<JsonDocument::Id> expected;
        lookAt(document->root(), query, true, expected);
        const auto findings = findInJson(document->root(), query);
        QVERIFY(findings);
        QVERIFY2(findings->nodes == expected,
            QStringLiteral("seed %1: “%2”, where %3, in %4")
                .arg(seed)
                .arg(query.text)
                .arg(int(query.where))
                .arg(QString::fromUtf8(json))
                .toUtf8()
                .constData());
    }
}

void TstJsonSearch::onlyInsideTheRoot()
{
    const JsonDocumentPtr document = searched(R"({"a":"x","b":{"a":"x","c":["x"]},"d":"x"})");
    const auto inObject = findInJson(document->root()["b"], {QStringLiteral("x")});
    QCOMPARE(
        pathsOf(document, *inObject), QStringList({QStringLiteral("$.b.a"), QStringLiteral("$.b.c[0]")}));
    QCOMPARE(pathsOf(document, *findInJson(document->root()["d"], {QStringLiteral("x")})),
        QStringList {QStringLiteral("$.d")});
    QVERIFY(findInJson(document->root()["b"], {QStringLiteral("b")})->nodes.empty());
    QCOMPARE(pathsOf(document, *findInJson(document->root()["b"], {QStringLiteral("$.c[0]"), How::Path})),
        QStringList {QStringLiteral("$.b.c[0]")});
}

void TstJsonSearch::wrongPatterns()
{
    const auto findings = findInJson(searched(shopJson)->root(), {QStringLiteral("a(b"), How::Pattern});
    QVERIFY(!findings);
    QCOMPARE(findings.error().code, ErrorCode::BadInput);
    QVERIFY2(findings.error().message.contains(QLatin1String("character 4")),
        qPrintable(findings.error().message));
}

void TstJsonSearch::stops()
{
    const JsonDocumentPtr document = searched('[' + QByteArrayList(5000, "\"ab\"").join(',') + ']');
    std::stop_source stop;
    stop.request_stop();
    for (const JsonQuery &query : {JsonQuery {QStringLiteral("ab")}, JsonQuery {QStringLiteral("é")},
             JsonQuery {QStringLiteral("a."), How::Pattern}, JsonQuery {QStringLiteral("$..*"), How::Path}}) {
        const auto findings = findInJson(document->root(), query, stop.get_token());
        QVERIFY(findings);
        QVERIFY2(!findings->isComplete, qPrintable(query.text));
        QVERIFY(findings->nodes.size() < 5000);
    }
}

/// RFC 9535, 1.5, 2.3 and 2.5.
void TstJsonSearch::paths_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("found");
    const QByteArray store = R"({"store":{"book":[
        {"category":"reference","author":"Nigel Rees","title":"Sayings of the Century","price":8.95},
        {"category":"fiction","author":"Evelyn Waugh","title":"Sword of Honour","price":12.99},
        {"category":"fiction","author":"Herman Melville","title":"Moby Dick","isbn":"0-553-21311-3","price":8.99},
        {"category":"fiction","author":"J. R. R. Tolkien","title":"The Lord of the Rings","isbn":"0-395-19395-8","price":22.99}],
        "bicycle":{"color":"red","price":399}}})";
    const auto inStore = [&store](const char *path, const QStringList &found) {
        QTest::newRow(path) << store << QString::fromUtf8(path) << found;
    };
    const QStringList books {QStringLiteral("$.store.book[0]"), QStringLiteral("$.store.book[1]"),
        QStringLiteral("$.store.book[2]"), QStringLiteral("$.store.book[3]")};
    const auto of = [](const QStringList &places, const QString &name) {
        QStringList all;
        for (const QString &place : places)
            all << place + name;
        return all;
    };
    inStore("$.store.book[*].author", of(books, QStringLiteral(".author")));
    inStore("$..author", of(books, QStringLiteral(".author")));
    inStore("$.store.*", {QStringLiteral("$.store.book"), QStringLiteral("$.store.bicycle")});
    inStore("$.store..price", of(books, QStringLiteral(".price")) << QStringLiteral("$.store.bicycle.price"));
    inStore("$..book[2]", {books[2]});
    inStore("$..book[2].publisher", {});
    inStore("$..book[-1]", {books[3]});
    inStore("$..book[0,1]", books.mid(0, 2));
    inStore("$..book[:2]", books.mid(0, 2));
    inStore("$..book[?@.isbn]", books.mid(2));
    inStore("$..book[?@.price<10]", {books[0], books[2]});
    inStore("$['store']['bicycle'][\"color\"]", {QStringLiteral("$.store.bicycle.color")});
    inStore("$..book[?@.category=='fiction' && @.price<10].title", {QStringLiteral("$.store.book[2].title")});
    inStore("$..book[?!(@.isbn) || @.price >= 22.99]", {books[0], books[1], books[3]});
    inStore("$..book[?search(@.author, '^[EH]')]", books.mid(1, 2));
    inStore("$..book[?match(@.author, 'H.*')]", {books[2]});
    inStore("$..book[?length(@.title) == 9]", {books[2]});
    inStore("$.store[?count(@.*) == 2]", {QStringLiteral("$.store.bicycle")});
    inStore("$.store.book[?@.price == $.store.book[1].price]", {books[1]});
    const QByteArray letters = R"(["a","b","c","d","e","f","g"])";
    QTest::newRow("slice") << letters << QStringLiteral("$[1:3]")
                           << QStringList {QStringLiteral("$[1]"), QStringLiteral("$[2]")};
    QTest::newRow("slice to the end")
        << letters << QStringLiteral("$[5:]") << QStringList {QStringLiteral("$[5]"), QStringLiteral("$[6]")};
    QTest::newRow("slice with a step") << letters << QStringLiteral("$[1:5:2]")
                                       << QStringList {QStringLiteral("$[1]"), QStringLiteral("$[3]")};
    QTest::newRow("slice backwards") << letters << QStringLiteral("$[5:1:-2]")
                                     << QStringList {QStringLiteral("$[3]"), QStringLiteral("$[5]")};
    QTest::newRow("all backwards") << QByteArray(R"([1,2])") << QStringLiteral("$[::-1]")
                                   << QStringList {QStringLiteral("$[0]"), QStringLiteral("$[1]")};
    QTest::newRow("no step") << letters << QStringLiteral("$[0:3:0]") << QStringList();
    QTest::newRow("each once") << QByteArray(R"({"a":1})") << QStringLiteral("$['a','a',*]")
                               << QStringList {QStringLiteral("$.a")};
    QTest::newRow("root") << QByteArray(R"({"a":1})") << QStringLiteral("$")
                          << QStringList {QStringLiteral("$")};
    QTest::newRow("escapes") << QByteArray("{\"o'k\":{\"j\\\"k\":1}}")
                             << QStringLiteral("$['o\\'k'][\"j\\\"k\"]")
                             << QStringList {QStringLiteral("$['o\\'k']['j\"k']")};
    QTest::newRow("escaped name") << QByteArray("{\"☺\":2}") << QStringLiteral("$[\"\\u263A\"]")
                                  << QStringList {QStringLiteral("$.☺")};
    QTest::newRow("absent is not null") << QByteArray(R"([{"a":null},{}])") << QStringLiteral("$[?@.a==null]")
                                        << QStringList {QStringLiteral("$[0]")};
    QTest::newRow("two absent are equal") << QByteArray(R"([{"a":1}])") << QStringLiteral("$[?@.x==@.y]")
                                          << QStringList {QStringLiteral("$[0]")};
    QTest::newRow("texts in order") << QByteArray(R"(["a","b",1,null])") << "$[?@>'a']"
                                    << QStringList {QStringLiteral("$[1]")};
}

void TstJsonSearch::paths()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, path);
    QFETCH(const QStringList, found);
    const JsonDocumentPtr document = searched(json);
    QVERIFY(document);
    const auto findings = findInJson(document->root(), {path, How::Path});
    QVERIFY2(findings, findings ? "" : qPrintable(findings.error().message));
    QCOMPARE(pathsOf(document, *findings), found);
}

void TstJsonSearch::wrongPaths_data()
{
    QTest::addColumn<int>("character");
    QTest::newRow("gates") << 1;
    QTest::newRow("$.") << 3;
    QTest::newRow("$.a]") << 4;
    QTest::newRow("$[1") << 4;
    QTest::newRow("$['a") << 3;
    QTest::newRow("$[01]") << 3;
    QTest::newRow("$[?@.a==]") << 9;
    QTest::newRow("$[?@.*==1]") << 4;
    QTest::newRow("$[?1]") << 5;
    QTest::newRow("$[?(@.a]") << 8;
    QTest::newRow("$[9007199254740992]") << 3;
    QTest::newRow("$ ") << 2;
    QTest::newRow(QByteArray("$[?" + QByteArray(5000, '(')).constData()) << 104;
}

void TstJsonSearch::wrongPaths()
{
    QFETCH(const int, character);
    const auto findings =
        findInJson(searched("[]")->root(), {QString::fromUtf8(QTest::currentDataTag()), How::Path});
    QVERIFY(!findings);
    QCOMPARE(findings.error().code, ErrorCode::BadInput);
    QVERIFY2(findings.error().message.contains(QStringLiteral("character %1:").arg(character)),
        qPrintable(findings.error().message));
}

GATESCOPE_TEST(TstJsonSearch)
#include "tst_jsonsearch.moc"
