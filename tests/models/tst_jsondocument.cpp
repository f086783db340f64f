// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/json/jsondocument.h>
#include <tests/support/fixtures.h>
#include <tests/support/testregistry.h>

#include <QDirIterator>
#include <QTest>

#include <cmath>
#include <limits>

using namespace Gatescope;

namespace {

JsonDocumentPtr parsed(const QByteArray &text)
{
    const auto document = JsonDocument::parse(text);
    return document ? *document : nullptr;
}

/// Every node in document order, to show the shape of the arena.
QByteArray outline(const JsonValue &value)
{
    QByteArray out = value.hasKey() ? QByteArray::fromStdString(value.keyUtf8()) + '=' : QByteArray();
    if (!value.isContainer())
        return out + QByteArray(value.rawText().data(), qsizetype(value.rawText().size()));
    out += value.isObject() ? '{' : '[';
    for (quint32 i = 0; i < value.size(); ++i)
        out += (i > 0 ? " " : "") + outline(value.at(i));
    return out + (value.isObject() ? '}' : ']');
}

} // namespace

class TstJsonDocument : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void accepts_data();
    void accepts();
    void rejects_data();
    void rejects();
    void mutationsNeverCrash();
    void keepsOrderDuplicatesAndTokens();
    void structure();
    void missingValue();
    void numbers_data();
    void numbers();
    void strings_data();
    void strings();
    void loneSurrogates();
    void byteOrderMark();
    void depth();
    void size();
    void sharesBytesThatHaveRoom();
    void endsWithItsBytes();
    void equality_data();
    void equality();
    void writing();
    void quoting_data();
    void quoting();
    void paths_data();
    void paths();
    void roundTripsFixtures();
};

void TstJsonDocument::accepts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("null", "null", "null");
    row("true", "true", "true");
    row("false", "false", "false");
    row("number", "42", "42");
    row("negative", "-3.5e-7", "-3.5e-7");
    row("string", "\"a\"", "\"a\"");
    row("empty string", "\"\"", "\"\"");
    row("empty list", "[]", "[]");
    row("empty object", "{}", "{}");
    row("space around", " \t\r\n[ ] \n", "[]");
    row("space around a scalar", " \n 1 \t", "1");
    row("space everywhere", " [ 1 , { \"a\" : [ ] , \"b\" : 2 } ] ", "[1 {a=[] b=2}]");
    row("nested lists", "[[[]],[]]", "[[[]] []]");
    row("nested objects", R"({"a":{"b":{}},"c":1})", "{a={b={}} c=1}");
    row("list of objects", R"([{"a":1},{"a":2}])", "[{a=1} {a=2}]");
    row("empty key", R"({"":0})", "{=0}");
    row("duplicate keys", R"({"a":1,"a":2})", "{a=1 a=2}");
    row("huge exponent", "[1e400,-1e400,1e-400]", "[1e400 -1e400 1e-400]");
    row("negative zero", "[-0,-0.0,-0e0]", "[-0 -0.0 -0e0]");
    row("trailing zero", "[1.10,1.0,100]", "[1.10 1.0 100]");
    row("exponent forms", "[1E5,1e+5,1e-5,0e00]", "[1E5 1e+5 1e-5 0e00]");
    row("big integer", "[123456789012345678901234567890]", "[123456789012345678901234567890]");
    row("every escape", R"(["\"\\\/\b\f\n\r\t\u0041"])", R"(["\"\\\/\b\f\n\r\t\u0041"])");
    row("escaped NUL", R"(["\u0000"])", R"(["\u0000"])");
    row("surrogate pair", R"(["\ud83d\ude00"])", R"(["\ud83d\ude00"])");
    row("brackets in strings", R"({"]}":"[{,:"})", R"({]}="[{,:"})");
    row("quote before a colon", R"({"a\"":":\""})", R"({a"=":\""})");
    row("UTF-8", "[\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\"]", "[\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\"]");
    row("DEL in a string", "[\"\x7f\"]", "[\"\x7f\"]");
    row("noncharacter", "[\"\xef\xbf\xbf\"]", "[\"\xef\xbf\xbf\"]");
    row("unescaped line separator", "[\"\xe2\x80\xa8\"]", "[\"\xe2\x80\xa8\"]");
    row("long string over many blocks", '"' + QByteArray(1000, 'x') + '"', '"' + QByteArray(1000, 'x') + '"');
    row("long key", "{\"" + QByteArray(300, 'k') + "\":1}", '{' + QByteArray(300, 'k') + "=1}");
}

void TstJsonDocument::accepts()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const auto document = JsonDocument::parse(text);
    QVERIFY2(document, document ? "" : qPrintable(document.error().message));
    QCOMPARE(outline((*document)->root()), expected);
    QCOMPARE(QByteArray((*document)->source().data(), qsizetype((*document)->source().size())), text);
}

void TstJsonDocument::rejects_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("where");
    const auto row = [](const char *name, const QByteArray &text, ErrorCode code, const char *where) {
        QTest::newRow(name) << text << code << QString::fromLatin1(where);
    };
    const auto json = ErrorCode::InvalidJson;
    const auto cut = ErrorCode::Truncated;
    const auto utf8 = ErrorCode::InvalidUtf8;
    // Numbers
    row("two dots", "[1.2.3]", json, "Line 1, column 2:");
    row("leading zero", "[01]", json, "Line 1, column 2:");
    row("negative leading zero", "[-01]", json, "Line 1, column 2:");
    row("lone minus", "[-]", json, "Line 1, column 2:");
    row("open exponent", "[1e]", json, "Line 1, column 2:");
    row("open signed exponent", "[1e+]", json, "Line 1, column 2:");
    row("open fraction", "[1.]", json, "Line 1, column 2:");
    row("no integer part", "[.5]", json, "Line 1, column 2:");
    row("plus", "[+1]", json, "Line 1, column 2:");
    row("hexadecimal", "[0x1]", json, "Line 1, column 2:");
    row("letters after", "[1a]", json, "Line 1, column 2:");
    row("infinity", "[Infinity]", json, "Line 1, column 2:");
    row("not a number", "[NaN]", json, "Line 1, column 2:");
    row("quote after a number", "[1\"a\"]", json, "Line 1, column 3:");
    row("wide digit", "[\xef\xbc\x91]", json, "Line 1, column 2:");
    // Words
    row("misspelt", "[trub]", json, "Line 1, column 2:");
    row("capital", "[True]", json, "Line 1, column 2:");
    row("glued words", "[nullnull]", json, "Line 1, column 2:");
    row("bare word", "[hello]", json, "Line 1, column 2:");
    row("single quotes", "['a']", json, "Line 1, column 2:");
    // Structure
    row("two values", "1 2", json, "Line 1, column 3:");
    row("extra bracket", "[1]]", json, "Line 1, column 4:");
    row("extra brace", "{}}", json, "Line 1, column 3:");
    row("two containers", "{}[]", json, "Line 1, column 3:");
    row("trailing comma in a list", "[1,]", json, "Line 1, column 4:");
    row("trailing comma in an object", R"({"a":1,})", json, "Line 1, column 8:");
    row("leading comma", "[,1]", json, "Line 1, column 2:");
    row("double comma", "[1,,2]", json, "Line 1, column 4:");
    row("comma alone", "[,]", json, "Line 1, column 2:");
    row("missing comma in a list", "[1 2]", json, "Line 1, column 4:");
    row("missing comma between strings", R"(["a" "b"])", json, "Line 1, column 6:");
    row("glued strings", R"(["a""b"])", json, "Line 1, column 5:");
    row("missing comma in an object", R"({"a":1 "b":2})", json, "Line 1, column 8:");
    row("missing colon", R"({"a" 1})", json, "Line 1, column 6:");
    row("double colon", R"({"a"::1})", json, "Line 1, column 6:");
    row("comma for colon", R"({"a",1})", json, "Line 1, column 5:");
    row("colon in a list", R"(["a":1])", json, "Line 1, column 5:");
    row("colon in a list, balanced again", R"([["a":1],2]])", json, "Line 1, column 6:");
    row("key without value", R"({"a":})", json, "Line 1, column 6:");
    row("key alone", R"({"a"})", json, "Line 1, column 5:");
    row("bare key", "{a:1}", json, "Line 1, column 2:");
    row("number key", "{1:1}", json, "Line 1, column 2:");
    row("list key", "{[]:1}", json, "Line 1, column 2:");
    row("list closed as object", "[1}", json, "Line 1, column 3:");
    row("object closed as list", R"({"a":1])", json, "Line 1, column 7:");
    row("inner closed wrongly", "[[1}]", json, "Line 1, column 4:");
    row("comment", "[1/*x*/]", json, "Line 1, column 2:");
    row("line comment", "[1]//x", json, "Line 1, column 4:");
    row("form feed as space", "[\f1]", json, "Line 1, column 2:");
    row("no-break space",
        "[\xc2\xa0"
        "1]",
        json, "Line 1, column 2:");
    row("NUL after", QByteArray("[1]\0", 4), json, "Line 1, column 4:");
    row("NUL inside", QByteArray("[1,\0]", 5), json, "Line 1, column 4:");
    row("closing only", "]", json, "Line 1, column 1:");
    row("BOM inside",
        "[\xef\xbb\xbf"
        "1]",
        json, "Line 1, column 2:");
    row("two BOMs", "\xef\xbb\xbf\xef\xbb\xbf[]", json, "Line 1, column 1:");
    // Strings
    row("unknown escape", R"(["\a"])", json, "Line 1, column 3:");
    row("hex escape", R"(["\x41"])", json, "Line 1, column 3:");
    row("short unicode escape", R"(["\u12"])", json, "Line 1, column 3:");
    row("letters in unicode escape", R"(["\u00g0"])", json, "Line 1, column 3:");
    row("escape in a key", R"({"\q":1})", json, "Line 1, column 3:");
    row("escaped emoji", "[\"\\\xf0\x9f\x98\x80\"]", json, "Line 1, column 3:");
    row("raw newline", "[\"a\nb\"]", json, "Line 1, column 4:");
    row("raw tab", "[\"\t\"]", json, "Line 1, column 3:");
    row("raw NUL", QByteArray("[\"\0\"]", 5), json, "Line 1, column 3:");
    row("raw control in a key", "{\"\x1f\":1}", json, "Line 1, column 3:");
    row("escape outside", "[\\n]", json, "Line 1, column 2:");
    // Positions
    row("third line", "{\n  \"a\": 1,\n  \"b\": tru\n}", json, "Line 3, column 8:");
    row("CRLF counts once", "[\r\n1,\r\n?]", json, "Line 3, column 1:");
    row("CR alone counts", "[\r1,\r?]", json, "Line 3, column 1:");
    row("columns are code points", "[\"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\" x]", json, "Line 1, column 8:");
    row("position after a BOM", "\xef\xbb\xbf[x]", json, "Line 1, column 2:");
    // UTF-8
    row("stray continuation", "[\"\x80\"]", utf8, "Line 1, column 3:");
    row("overlong", "[\"\xc0\xaf\"]", utf8, "Line 1, column 3:");
    row("overlong of three", "[\"\xe0\x80\xaf\"]", utf8, "Line 1, column 3:");
    row("encoded surrogate", "[\"\xed\xa0\x80\"]", utf8, "Line 1, column 3:");
    row("above the last plane", "[\"\xf4\x90\x80\x80\"]", utf8, "Line 1, column 3:");
    row("invalid lead", "[\"a\xff\"]", utf8, "Line 1, column 4:");
    row("broken sequence", "[\"\xe2\x82\"]", utf8, "Line 1, column 3:");
    row("Latin-1 key", "{\n\"caf\xe9\":1}", utf8, "Line 2, column 5:");
    row("bad byte outside strings", "[\xe9]", utf8, "Line 1, column 2:");
    row("UTF-16", QByteArray("\xff\xfe[\0]\0", 6), utf8, "Line 1, column 1:");
    // The end comes too early
    row("empty", "", cut, "Line 1, column 1:");
    row("only space", " \n ", cut, "Line 1, column 1:");
    row("only a BOM", "\xef\xbb\xbf", cut, "Line 1, column 1:");
    row("open list", "[1", cut, "Line 1, column 3:");
    row("open list after comma", "[1,", cut, "Line 1, column 4:");
    row("open object", "{", cut, "Line 1, column 2:");
    row("open object after colon", R"({"a":)", cut, "Line 1, column 6:");
    row("open object after key", R"({"a")", cut, "Line 1, column 5:");
    row("inner closed, outer open", "[[1]", cut, "Line 1, column 5:");
    row("open string", "[\"abc", cut, "Line 1, column 6:");
    row("open after an escaped quote", R"(["abc\")", cut, "Line 1, column 8:");
    row("cut in an escape", R"(["\u12)", cut, "Line 1, column 7:");
    row("cut after a backslash", "[\"\\", cut, "Line 1, column 4:");
    row("cut in a word", "[tru", cut, "Line 1, column 5:");
    row("cut in a number", "[-", cut, "Line 1, column 3:");
    row("cut in a character", "[\"\xe2\x82", cut, "Line 1, column 3:");
}

void TstJsonDocument::rejects()
{
    QFETCH(QByteArray, text);
    QFETCH(ErrorCode, code);
    QFETCH(QString, where);
    const auto document = JsonDocument::parse(text);
    QVERIFY(!document);
    QVERIFY2(document.error().message.startsWith(where), qPrintable(document.error().message));
    QCOMPARE(document.error().code, code);
}

void TstJsonDocument::mutationsNeverCrash()
{
    const QByteArray seed =
        R"({"a":[1,-2.5e3,"x\u00e9\ud800",{"b":null}],"c":{"d":true,"e":[[],{}]},"":"\\"} )";
    const QByteArray bytes("\0\"\\{}[]:,0-.eE+tfn u\n\x80\xff\xc3", 24);
    for (qsizetype at = 0; at < seed.size(); ++at) {
        for (const char byte : bytes) {
            QByteArray replaced = seed;
            replaced[at] = byte;
            QByteArray inserted = seed;
            inserted.insert(at, byte);
            for (const QByteArray &text : {replaced, inserted}) {
                const auto document = JsonDocument::parse(text);
                if (!document) {
                    QVERIFY2(document.error().code != ErrorCode::Internal, text.toHex().constData());
                    continue;
                }
                const QByteArray compact = jsonCompact((*document)->root());
                const auto again = JsonDocument::parse(compact);
                QVERIFY2(again, text.toHex().constData());
                QVERIFY2(jsonEquals((*document)->root(), (*again)->root()), text.toHex().constData());
            }
        }
        const auto truncated = JsonDocument::parse(seed.left(at));
        QVERIFY(truncated || truncated.error().code == ErrorCode::Truncated);
    }
}

void TstJsonDocument::keepsOrderDuplicatesAndTokens()
{
    const auto document = parsed(R"({"z":1.10,"a":-0,"z":1e400,"m":"\u0041"})");
    QVERIFY(document);
    const JsonValue root = document->root();
    QCOMPARE(root.size(), 4U);
    QCOMPARE(root.at(0).key(), QStringLiteral("z"));
    QCOMPARE(root.at(1).key(), QStringLiteral("a"));
    QCOMPARE(root.at(2).key(), QStringLiteral("z"));
    QCOMPARE(root.at(0).rawText(), std::string_view("1.10"));
    QCOMPARE(root.member("z"), root.at(2));
    QCOMPARE(root["m"].toUtf8(), std::string("A"));
    QCOMPARE(root["m"].rawText(), std::string_view("\"\\u0041\""));
    QVERIFY(!root["nothing"].isValid());
}

void TstJsonDocument::structure()
{
    const auto document = parsed(R"( {"a":[10,[20,21],{"b":30}],"c":40} )");
    QVERIFY(document);
    QCOMPARE(document->nodeCount(), 9U);
    const JsonValue root = document->root();
    QVERIFY(!root.parent().isValid());
    QCOMPARE(root.row(), 0U);
    QCOMPARE(root.rawText(), std::string_view(R"({"a":[10,[20,21],{"b":30}],"c":40})"));
    const JsonValue list = root["a"];
    QCOMPARE(list.rawText(), std::string_view(R"([10,[20,21],{"b":30}])"));
    for (quint32 i = 0; i < list.size(); ++i) {
        QCOMPARE(list.at(i).row(), i);
        QCOMPARE(list.at(i).parent(), list);
        QCOMPARE(list.at(i).id(), list.at(0).id() + i);
        QVERIFY(!list.at(i).hasKey());
    }
    QCOMPARE(list.at(2)["b"].parent().parent(), list);
    QCOMPARE(list.at(1).at(1).toInt64(), 21);
    QVERIFY(!list.at(3).isValid());
}

void TstJsonDocument::missingValue()
{
    const JsonValue missing;
    QVERIFY(!missing.isValid());
    QVERIFY(!missing.isNull());
    QCOMPARE(missing.size(), 0U);
    QVERIFY(!missing.at(0).isValid());
    QVERIFY(!missing["a"]["b"].parent().isValid());
    QCOMPARE(missing.toString(), QString());
    QCOMPARE(missing.toDouble(7), 7.0);
    QCOMPARE(missing.toBool(true), true);
    QVERIFY(missing.rawText().empty());
    QVERIFY(missing.jsonPath().isEmpty());
}

void TstJsonDocument::numbers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("asDouble");
    QTest::addColumn<bool>("isInteger");
    QTest::addColumn<qint64>("asInteger");
    const double infinity = std::numeric_limits<double>::infinity();
    const auto row = [](const char *text, double asDouble, std::optional<qint64> integer) {
        QTest::newRow(text) << QByteArray(text) << asDouble << integer.has_value() << integer.value_or(0);
    };
    row("0", 0, 0);
    row("-0", -0.0, 0);
    row("1.10", 1.1, {});
    row("1.0", 1, 1);
    row("1e3", 1000, 1000);
    row("12.5e1", 125, 125);
    row("1200e-2", 12, 12);
    row("1e-1", 0.1, {});
    row("9007199254740993", 9007199254740992.0, 9007199254740993);
    row("9223372036854775807", 9223372036854775808.0, std::numeric_limits<qint64>::max());
    row("-9223372036854775808", -9223372036854775808.0, std::numeric_limits<qint64>::min());
    row("9223372036854775808", 9223372036854775808.0, {});
    row("1e18", 1e18, 1'000'000'000'000'000'000);
    row("1e19", 1e19, {});
    row("1e400", infinity, {});
    row("-1e400", -infinity, {});
    row("1e-400", 0, {});
    row("0e999999999999999999999", 0, 0);
    row("1e999999999999999999999", infinity, {});
    row("0.000001e407", infinity, {});
    row("100000e-410", 0, {});
    row("2.2250738585072014e-308", 2.2250738585072014e-308, {});
    row("4.9e-324", 4.9406564584124654e-324, {});
}

void TstJsonDocument::numbers()
{
    QFETCH(QByteArray, text);
    QFETCH(double, asDouble);
    QFETCH(bool, isInteger);
    QFETCH(qint64, asInteger);
    const auto document = parsed(text);
    QVERIFY(document);
    const double value = document->root().toDouble();
    QVERIFY2(value == asDouble && std::signbit(value) == std::signbit(asDouble),
        qPrintable(QString::number(value)));
    const auto integer = document->root().toInt64();
    QCOMPARE(integer.has_value(), isInteger);
    QCOMPARE(integer.value_or(0), asInteger);
}

void TstJsonDocument::strings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << QByteArray(R"("abc")") << QStringLiteral("abc");
    QTest::newRow("begins with U+FEFF")
        << QByteArray("\"\xef\xbb\xbf\xef\xbb\xbf\"") << QStringLiteral("\ufeff\ufeff");
    QTest::newRow("U+FEFF behind an escape")
        << QByteArray("\"\\n\xef\xbb\xbf\"") << QStringLiteral("\n\ufeff");
    QTest::newRow("escapes") << QByteArray(R"("\"\\\/\b\f\n\r\t")") << QStringLiteral("\"\\/\b\f\n\r\t");
    QTest::newRow("unicode") << QByteArray(R"("\u00e9\u20AC")") << QStringLiteral("é€");
    QTest::newRow("pair") << QByteArray(R"("\ud83d\ude00!")") << QStringLiteral("😀!");
    QTest::newRow("raw") << QByteArray("\"é😀\"") << QStringLiteral("é😀");
    QTest::newRow("NUL") << QByteArray(R"("a\u0000b")") << QString(QChar(u'a')) + QChar(0) + QChar(u'b');
}

void TstJsonDocument::strings()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const auto value = parsed(text);
    QVERIFY(value);
    QCOMPARE(value->root().toString(), expected);
    QCOMPARE(value->root().toUtf8(), expected.toStdString());
    const auto key = parsed('{' + text + ":1}");
    QVERIFY(key);
    QCOMPARE(key->root().at(0).key(), expected);
    QCOMPARE(key->root().member(expected.toStdString()), key->root().at(0));
    QCOMPARE(key->root().at(0).rawKey(), std::string_view(text.constData(), size_t(text.size())));
    QVERIFY(!value->hasLoneSurrogates());
}

void TstJsonDocument::loneSurrogates()
{
    const auto document = parsed(R"(["\ud800","\udc00\ud83d\ude00","\ud800\ud800","fine",{"\udfff":1}])");
    QVERIFY(document);
    QVERIFY(document->hasLoneSurrogates());
    const JsonValue root = document->root();
    QVERIFY(root.at(0).hasLoneSurrogate());
    QCOMPARE(root.at(0).toString(), QString(QChar(0xd800)));
    QCOMPARE(root.at(0).toUtf8(), std::string("\xed\xa0\x80"));
    QVERIFY(root.at(1).hasLoneSurrogate());
    QCOMPARE(root.at(1).toString().size(), 3);
    QVERIFY(root.at(2).hasLoneSurrogate());
    QVERIFY(!root.at(3).hasLoneSurrogate());
    QVERIFY(root.at(4).at(0).hasLoneSurrogate());
    QCOMPARE(root.at(0).rawText(), std::string_view("\"\\ud800\""));
}

void TstJsonDocument::byteOrderMark()
{
    const auto document = parsed("\xef\xbb\xbf{\"a\":1}");
    QVERIFY(document);
    QCOMPARE(document->source(), std::string_view("{\"a\":1}"));
    QCOMPARE(document->root()["a"].toInt64(), 1);
}

void TstJsonDocument::depth()
{
    const auto nested = [](int levels) -> QByteArray {
        return QByteArray(levels, '[') + QByteArray(levels, ']');
    };
    QVERIFY(parsed(nested(1024)));
    const auto tooDeep = JsonDocument::parse(nested(1025));
    QVERIFY(!tooDeep);
    QCOMPARE(tooDeep.error().code, ErrorCode::TooLarge);
    QVERIFY(tooDeep.error().message.startsWith(QStringLiteral("Line 1, column 1025:")));
    QCOMPARE(JsonDocument::parse(nested(100'000)).error().code, ErrorCode::TooLarge);
    QVERIFY(JsonDocument::parse(nested(100'000), {.maxDepth = 100'000}));
    const auto objects = JsonDocument::parse(R"({"a":{"b":{}}})", {.maxDepth = 2});
    QVERIFY(!objects);
    QVERIFY(objects.error().message.startsWith(QStringLiteral("Line 1, column 11:")));
    QVERIFY(JsonDocument::parse("1", {.maxDepth = 0}));
}

/// A text of megabytes stands in memory once, whoever else holds it.
void TstJsonDocument::sharesBytesThatHaveRoom()
{
    QByteArray text = R"({"a":[1,2,3]})";
    makeRoomForJson(text);
    QCOMPARE(text, R"({"a":[1,2,3]})");
    const auto document = parsed(text);
    QVERIFY(document);
    QCOMPARE(document->source().data(), text.constData());
    makeRoomForJson(text);
    QCOMPARE(document->source().data(), text.constData());
}

/// What once stood behind a text, in the room of its array, is none of it.
void TstJsonDocument::endsWithItsBytes()
{
    QByteArray text = "[12345]" + QByteArray(200, ' ');
    text.resize(3);
    const QByteArray alsoHeld = text;
    const auto document = JsonDocument::parse(text);
    QVERIFY(!document);
    QCOMPARE(document.error().code, ErrorCode::Truncated);
    QCOMPARE(alsoHeld, "[12");
}

void TstJsonDocument::size()
{
    const auto tooLarge = JsonDocument::parse(QByteArray(101, ' '), {.maxBytes = 100});
    QVERIFY(!tooLarge);
    QCOMPARE(tooLarge.error().code, ErrorCode::TooLarge);
    const QByteArray longKey((1 << 24) - 1, 'k');
    QVERIFY(JsonDocument::parse("{\"" + longKey + "\":1}"));
    QCOMPARE(JsonDocument::parse("{\"" + longKey + "k\":1}").error().code, ErrorCode::TooLarge);
}

void TstJsonDocument::equality_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::addColumn<QByteArray>("right");
    QTest::addColumn<bool>("equal");
    const auto row = [](const char *left, const char *right, bool equal) {
        QTest::newRow(qPrintable(QString::fromUtf8(left) + QStringLiteral(" | ") + QString::fromUtf8(right)))
            << QByteArray(left) << QByteArray(right) << equal;
    };
    row("1", "1.0", true);
    row("-0", "0", true);
    row("1e400", "1e400", true);
    row("1e400", "1e401", false);
    row("1", "\"1\"", false);
    row("true", "false", false);
    row("null", "null", true);
    row(R"("A")", R"("\u0041")", true);
    row(R"({"a":1,"b":2})", R"({"b":2,"a":1})", true);
    row(R"({"a":1,"a":2})", R"({"a":2})", true);
    row(R"({"a":1,"a":2})", R"({"a":1})", false);
    row(R"({"a":1})", R"({"b":1})", false);
    row(R"({"a":1})", R"({"a":1,"b":1})", false);
    row("[1,2]", "[2,1]", false);
    row("[1,[2,{\"x\":[]}]]", "[1.0,[2,{\"x\":[]}]]", true);
    row("[]", "{}", false);
}

void TstJsonDocument::equality()
{
    QFETCH(QByteArray, left);
    QFETCH(QByteArray, right);
    QFETCH(bool, equal);
    const auto a = parsed(left);
    const auto b = parsed(right);
    QVERIFY(a && b);
    QCOMPARE(jsonEquals(a->root(), b->root()), equal);
    QCOMPARE(jsonEquals(b->root(), a->root()), equal);
    QVERIFY(!jsonEquals(a->root(), {}));
}

void TstJsonDocument::writing()
{
    const auto document = parsed(R"( { "a" : [ 1.10 , { } , [ ] ] , "b\u0041" : "\u0041" } )");
    QVERIFY(document);
    QCOMPARE(jsonCompact(document->root()), QByteArray(R"({"a":[1.10,{},[]],"b\u0041":"\u0041"})"));
    QCOMPARE(jsonIndented(document->root()),
        QByteArray("{\n  \"a\": [\n    1.10,\n    {},\n    []\n  ],\n  \"b\\u0041\": \"\\u0041\"\n}"));
    QCOMPARE(jsonCompact(document->root()["a"]), QByteArray("[1.10,{},[]]"));
    QCOMPARE(jsonCompact(document->root()["a"].at(0)), QByteArray("1.10"));
}

void TstJsonDocument::quoting_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("empty") << QString() << QByteArray("\"\"");
    QTest::newRow("plain") << QStringLiteral("a/b") << QByteArray("\"a/b\"");
    QTest::newRow("short escapes") << QStringLiteral("\"\\\b\f\n\r\t") << QByteArray(R"("\"\\\b\f\n\r\t")");
    QTest::newRow("control") << QString(QChar(1)) << QByteArray("\"\\u0001\"");
    QTest::newRow("separators") << QString(QChar(0x2028)) + QChar(0x2029) << QByteArray("\"\\u2028\\u2029\"");
    QTest::newRow("beyond ASCII") << QStringLiteral("é€😀") << QByteArray("\"é€😀\"");
    QTest::newRow("lone surrogate") << QString(QChar(0xd83d)) + QLatin1Char('x')
                                    << QByteArray("\"\\ud83dx\"");
}

void TstJsonDocument::quoting()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(jsonQuoted(text), expected);
    const auto document = parsed(expected);
    QVERIFY(document);
    QCOMPARE(document->root().toString(), text);
}

void TstJsonDocument::paths_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("pointer");
    const auto row = [](const char *key, const char *path, const char *pointer) {
        QTest::newRow(key) << QString::fromUtf8(key) << QString::fromUtf8(path) << QString::fromUtf8(pointer);
    };
    row("a", "$[0].a", "/0/a");
    row("_x9", "$[0]._x9", "/0/_x9");
    row("9x", "$[0]['9x']", "/0/9x");
    row("a b", "$[0]['a b']", "/0/a b");
    row("a.b", "$[0]['a.b']", "/0/a.b");
    row("it's", "$[0]['it\\'s']", "/0/it's");
    row("\\", "$[0]['\\\\']", "/0/\\");
    row("~/", "$[0]['~/']", "/0/~0~1");
    row("", "$[0]['']", "/0/");
    row("é", "$[0].é", "/0/é");
    row("\n\x01", "$[0]['\\n\\u0001']", "/0/\n\x01");
}

void TstJsonDocument::paths()
{
    QFETCH(QString, key);
    QFETCH(QString, path);
    QFETCH(QString, pointer);
    const auto document = parsed("[{" + jsonQuoted(key) + ":1}]");
    QVERIFY(document);
    const JsonValue value = document->root().at(0).at(0);
    QCOMPARE(value.jsonPath(), path);
    QCOMPARE(value.jsonPointer(), pointer);
    QCOMPARE(document->root().jsonPath(), QStringLiteral("$"));
    QCOMPARE(document->root().jsonPointer(), QString());
}

void TstJsonDocument::roundTripsFixtures()
{
    const QString fixtures = Test::sharedFixtures();
    if (fixtures.isEmpty())
        return;
    int files = 0;
    QDirIterator it(fixtures, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString name = it.next();
        const auto document = JsonDocument::parse(Test::readFile(name));
        QVERIFY2(document, qPrintable(name));
        const auto indented = JsonDocument::parse(jsonIndented((*document)->root()));
        QVERIFY2(indented, qPrintable(name));
        QVERIFY2(jsonEquals((*document)->root(), (*indented)->root()), qPrintable(name));
        QCOMPARE(jsonCompact((*document)->root()), jsonCompact((*indented)->root()));
        ++files;
    }
    QVERIFY(files > 10);
}

GATESCOPE_TEST(TstJsonDocument)
#include "tst_jsondocument.moc"
