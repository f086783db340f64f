// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/json/jsonrewrite.h>

#include <tests/support/testregistry.h>

#include <QRandomGenerator>
#include <QTest>

#include <functional>
#include <map>

using namespace Gatescope;

/// JSON with some values changed: what is changed by a plain definition, all else byte for byte.
class TstJsonRewrite : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsEverythingElse_data();
    void keepsEverythingElse();
    void keepsWhatIsAroundTheRoot();
    void writesOneValue();
    void outerChangesWin();
    void agreesWithThePlainDefinition();
    void replacingIsSplicing();
    void whatIsPutInCanBeTakenOut();
};

namespace {

JsonDocumentPtr rewritable(const QByteArray &text)
{
    return JsonDocument::parse(text).value();
}

/// Random JSON with random white space and duplicate keys.
class RandomJson
{
public:
    explicit RandomJson(quint32 seed)
        : m_random(seed)
    { }

    QByteArray document() { return space() + value(0) + space(); }
    int below(quint32 limit) { return int(m_random.bounded(limit)); }
    QByteArray scalar()
    {
        static const QByteArrayList scalars {"null", "true", "false", "1", "-0.50e+1", "12345678901234567890",
            R"("")", R"("a\"]}")", R"("é")"};
        return scalars[below(quint32(scalars.size()))];
    }

private:
    QByteArray space()
    {
        static const QByteArrayList spaces {"", "", "", " ", "\n  ", "\t"};
        return spaces[below(quint32(spaces.size()))];
    }
    QByteArray value(int depth)
    {
        const int kind = depth > 4 ? 0 : below(depth == 0 ? 2 : 4);
        if (kind > 1 || (depth > 4))
            return scalar();
        const bool isObject = kind == 0;
        const int size = below(5);
        QByteArray text(isObject ? "{" : "[");
        for (int i = 0; i < size; ++i) {
            text += (i > 0 ? "," : "") + space();
            if (isObject)
                text += "\"k" + QByteArray::number(below(3)) + '"' + space() + ':' + space();
            text += value(depth + 1) + (i + 1 < size ? space() : "");
        }
        return text + (size > 0 ? space() : "") + (isObject ? '}' : ']');
    }

    QRandomGenerator m_random;
};

/// The changes by what they are told: what of the document becomes what, without white space.
struct PlainChanges
{
    std::map<JsonValue::Id, QByteArray> replaced;
    std::map<JsonValue::Id, bool> removed;
    std::map<JsonValue::Id, std::map<quint32, QByteArrayList>> inserted; ///< with their keys

    QByteArray text(const JsonValue &value) const
    {
        if (replaced.contains(value.id()))
            return replaced.at(value.id());
        if (!value.isContainer())
            return QByteArray(value.rawText().data(), qsizetype(value.rawText().size()));
        QByteArrayList children;
        for (quint32 i = 0; i <= value.size(); ++i) {
            if (inserted.contains(value.id()) && inserted.at(value.id()).contains(i))
                children += inserted.at(value.id()).at(i);
            if (i == value.size() || removed.contains(value.at(i).id()))
                continue;
            const std::string_view key = value.at(i).rawKey();
            children << (value.isObject() ? QByteArray(key.data(), qsizetype(key.size())) + ':'
                                          : QByteArray())
                    + text(value.at(i));
        }
        return (value.isObject() ? '{' : '[') + children.join(',') + (value.isObject() ? '}' : ']');
    }
};

bool isInsideOf(const JsonValue &value, const std::map<JsonValue::Id, QByteArray> &others)
{
    for (JsonValue outer = value.parent(); outer.isValid(); outer = outer.parent())
        if (others.contains(outer.id()))
            return true;
    return false;
}

/// What stands in another document where a value stands in its own.
JsonValue samePlace(const JsonDocumentPtr &document, const JsonValue &value)
{
    return value.parent().isValid() ? samePlace(document, value.parent()).at(value.row()) : document->root();
}

} // namespace

void TstJsonRewrite::keepsEverythingElse_data()
{
    using Change = std::function<void(JsonRewrite &, const JsonValue &)>;
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const QByteArray &before, const Change &change,
                         const QByteArray &after) { QTest::newRow(name) << before << change << after; };
    row("nothing", "{ \"a\" :1.0}", [](JsonRewrite &, const JsonValue &) { }, "{ \"a\" :1.0}");
    row(
        "replace a member", R"({ "a" : 1 , "b":[1, 2]})",
        [](JsonRewrite &to, const JsonValue &root) { to.replace(root["a"], "null"); },
        R"({ "a" : null , "b":[1, 2]})");
    row(
        "replace the last of the same name", R"({"a":1,"a":2})",
        [](JsonRewrite &to, const JsonValue &root) { to.setMember(root, "a", "3"); }, R"({"a":1,"a":3})");
    row(
        "add a member", "{\n  \"a\": 1\n}",
        [](JsonRewrite &to, const JsonValue &root) { to.setMember(root, "b\n", "2"); },
        "{\n  \"a\": 1,\n  \"b\\n\": 2\n}");
    row(
        "append to a list", R"(["DE", "AT"])",
        [](JsonRewrite &to, const JsonValue &root) { to.append(root, R"("FR")"); }, R"(["DE", "AT", "FR"])");
    row(
        "put in front", "[\n  1,\n  2\n]",
        [](JsonRewrite &to, const JsonValue &root) { to.insert(root, 0, "0"); }, "[\n  0,\n  1,\n  2\n]");
    row(
        "put in front of one", "[\n  1\n]",
        [](JsonRewrite &to, const JsonValue &root) { to.insert(root, 0, "0"); }, "[\n  0,\n  1\n]");
    row(
        "into an empty list", R"({"a": [ ] })",
        [](JsonRewrite &to, const JsonValue &root) { to.append(root["a"], "1"); }, R"({"a": [1] })");
    row(
        "remove the first", "[\n  1,\n  2\n]",
        [](JsonRewrite &to, const JsonValue &root) { to.remove(root.at(0)); }, "[\n  2\n]");
    row(
        "remove the last", "[\n  1,\n  2\n]",
        [](JsonRewrite &to, const JsonValue &root) { to.remove(root.at(1)); }, "[\n  1\n]");
    row(
        "remove the only one", "[\n  1\n]",
        [](JsonRewrite &to, const JsonValue &root) { to.remove(root.at(0)); }, "[]");
    row(
        "remove all of one name", R"({"a":1,"b":2,"a":3})",
        [](JsonRewrite &to, const JsonValue &root) { to.removeMember(root, "a"); }, R"({"b":2})");
    row(
        "exchange all", "[ 1, 2 ]",
        [](JsonRewrite &to, const JsonValue &root) {
            to.remove(root.at(0));
            to.remove(root.at(1));
            to.append(root, "3");
        },
        "[ 3 ]");
}

void TstJsonRewrite::keepsEverythingElse()
{
    using Change = std::function<void(JsonRewrite &, const JsonValue &)>;
    QFETCH(QByteArray, before);
    QFETCH(Change, change);
    QFETCH(QByteArray, after);
    const JsonDocumentPtr document = rewritable(before);
    JsonRewrite rewrite(document);
    change(rewrite, document->root());
    QCOMPARE(rewrite.text(), after);
}

void TstJsonRewrite::keepsWhatIsAroundTheRoot()
{
    const JsonDocumentPtr document = rewritable("\n [1] \n");
    JsonRewrite rewrite(document);
    rewrite.append(document->root(), "2");
    QCOMPARE(rewrite.text(), QByteArray("\n [1,2] \n"));
    rewrite.replace(document->root(), "{}");
    QCOMPARE(rewrite.text(), QByteArray("\n {} \n"));
}

void TstJsonRewrite::writesOneValue()
{
    const JsonDocumentPtr document = rewritable(R"({"a":[1, 2],"b":{"c": 3}})");
    JsonRewrite rewrite(document);
    rewrite.append(document->root()["a"], "9");
    QCOMPARE(rewrite.text(document->root()["a"]), QByteArray("[1, 2, 9]"));
    QCOMPARE(rewrite.text(document->root()["b"]), QByteArray(R"({"c": 3})"));
}

void TstJsonRewrite::outerChangesWin()
{
    const JsonDocumentPtr document = rewritable(R"({"a":{"b":1},"c":{"d":2}})");
    JsonRewrite rewrite(document);
    rewrite.replace(document->root()["a"]["b"], "7");
    rewrite.replace(document->root()["a"], "[]");
    rewrite.remove(document->root()["c"]);
    rewrite.setMember(document->root()["c"], "e", "8");
    QCOMPARE(rewrite.text(), QByteArray(R"({"a":[]})"));
}

void TstJsonRewrite::agreesWithThePlainDefinition()
{
    for (quint32 seed = 0; seed < 3000; ++seed) {
        RandomJson random(seed);
        const JsonDocumentPtr document = rewritable(random.document());
        JsonRewrite rewrite(document);
        PlainChanges plain;
        for (int changes = random.below(8); changes > 0; --changes) {
            const JsonValue value(document.get(), JsonValue::Id(random.below(document->nodeCount())));
            const QByteArray json = random.scalar();
            switch (random.below(value.isContainer() ? 4 : 2)) {
            case 0:
                rewrite.replace(value, json);
                plain.replaced[value.id()] = json;
                break;
            case 1:
                if (!value.parent().isValid())
                    break;
                rewrite.remove(value);
                plain.removed[value.id()] = true;
                break;
            default:
                const quint32 index = quint32(random.below(value.size() + 1));
                if (value.isObject())
                    rewrite.insertMember(value, index, "new", json);
                else
                    rewrite.insert(value, index, json);
                plain.inserted[value.id()][index] << (value.isObject() ? "\"new\":" : QByteArray()) + json;
            }
        }
        const auto written = JsonDocument::parse(rewrite.text());
        QVERIFY2(written, qPrintable(QStringLiteral("seed %1").arg(seed)));
        QCOMPARE(jsonCompact((*written)->root()), plain.text(document->root()));
    }
}

void TstJsonRewrite::replacingIsSplicing()
{
    for (quint32 seed = 0; seed < 1000; ++seed) {
        RandomJson random(seed);
        QByteArray text = random.document();
        const JsonDocumentPtr document = rewritable(text);
        JsonRewrite rewrite(document);
        std::map<JsonValue::Id, QByteArray> replaced;
        for (int changes = random.below(6); changes > 0; --changes) {
            const JsonValue value(document.get(), JsonValue::Id(random.below(document->nodeCount())));
            replaced[value.id()] = random.scalar();
            rewrite.replace(value, replaced[value.id()]);
        }
        std::map<qsizetype, std::pair<qsizetype, QByteArray>, std::greater<>> splices; ///< from the end
        for (const auto &[id, json] : replaced) {
            const JsonValue value(document.get(), id);
            if (!isInsideOf(value, replaced))
                splices[value.rawText().data() - document->source().data()] = {
                    qsizetype(value.rawText().size()), json};
        }
        for (const auto &[at, splice] : splices)
            text.replace(at, splice.first, splice.second);
        QCOMPARE(rewrite.text(), text);
    }
}

void TstJsonRewrite::whatIsPutInCanBeTakenOut()
{
    for (quint32 seed = 0; seed < 1000; ++seed) {
        RandomJson random(seed);
        const QByteArray text = random.document();
        const JsonDocumentPtr document = rewritable(text);
        const JsonValue container(document.get(), JsonValue::Id(random.below(document->nodeCount())));
        if (container.size() == 0)
            continue;
        JsonRewrite in(document);
        const auto index = quint32(random.below(container.size() + 1));
        if (container.isObject())
            in.insertMember(container, index, "new", "[0]");
        else
            in.insert(container, index, "[0]");
        const JsonDocumentPtr larger = rewritable(in.text());
        const JsonValue put = samePlace(larger, container).at(index);
        JsonRewrite out(larger);
        QVERIFY(put.isValid());
        out.remove(put);
        QCOMPARE(out.text(), text);
    }
}

GATESCOPE_TEST(TstJsonRewrite)
#include "tst_jsonrewrite.moc"
