// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/items/jsontreemodel.h>
#include <models/json/jsonsearch.h>

#include <tests/support/testregistry.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Gatescope;

namespace {

/// One line a row, a space of indent a level, cells joined by " | ".
void printRows(
    const QAbstractItemModel &model, const QModelIndex &parent, const QString &indent, QStringList &lines)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells << model.index(row, column, parent).data().toString();
        lines << indent + cells.join(QStringLiteral(" | "));
        printRows(model, model.index(row, 0, parent), indent + QLatin1Char(' '), lines);
    }
}

QString printedTree(const QAbstractItemModel &model)
{
    QStringList lines;
    printRows(model, {}, {}, lines);
    return lines.join(QLatin1Char('\n'));
}

JsonDocumentPtr treeDocument(const QByteArray &text)
{
    const auto document = JsonDocument::parse(text);
    return document ? *document : nullptr;
}

std::shared_ptr<const JsonNodeFilter> foundIn(const JsonValue &root, const QString &text)
{
    return std::make_shared<const JsonNodeFilter>(root, findInJson(root, {text})->nodes);
}

} // namespace

class TstJsonTreeModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsADocument();
    void showsOneValueUnderItsName();
    void showsAScalar();
    void cutsLongTexts();
    void speaksWholeSentences();
    void forgetsTheOldDocument();
    void showsOnlyWhatWasFound();
    void marksWhatWasFound();
};

void TstJsonTreeModel::showsADocument()
{
    JsonTreeModel model;
    const QAbstractItemModelTester tester(&model);
    model.setDocument(treeDocument(R"({"b":1.10,"a":[true,null,{}],"b":"x\u00e9"})"));
    QCOMPARE(printedTree(model),
        QStringLiteral("b | number | 1.10\n"
                       "a | list | 3 items\n"
                       " 0 | boolean | true\n"
                       " 1 | null | null\n"
                       " 2 | object | 0 keys\n"
                       "b | text | \"x\\u00e9\""));
}

void TstJsonTreeModel::showsOneValueUnderItsName()
{
    const auto document = treeDocument(R"({"skip":1,"value":{"label":"Buy now","icons":["a"]}})");
    JsonTreeModel model;
    const QAbstractItemModelTester tester(&model);
    model.setValue(document, document->root()["value"], QStringLiteral("value"));
    QCOMPARE(printedTree(model),
        QStringLiteral("value | object | 2 keys\n"
                       " label | text | \"Buy now\"\n"
                       " icons | list | 1 item\n"
                       "  0 | text | \"a\""));
    const QModelIndex top = model.index(0, 0);
    QCOMPARE(model.value(model.index(0, 0, top)).jsonPath(), QStringLiteral("$.value.label"));
}

void TstJsonTreeModel::showsAScalar()
{
    JsonTreeModel model;
    const QAbstractItemModelTester tester(&model);
    model.setDocument(treeDocument("12345678901234567890"));
    QCOMPARE(printedTree(model), QStringLiteral("value | number | 12345678901234567890"));
}

void TstJsonTreeModel::cutsLongTexts()
{
    JsonTreeModel model;
    model.setDocument(
        treeDocument(QByteArrayLiteral("[\"") + QByteArray(100'000, 'x') + QByteArrayLiteral("\"]")));
    const QString shown = model.index(0, JsonTreeModel::ValueColumn).data().toString();
    QCOMPARE(shown.size(), JsonTreeModel::maxShownCharacters + 1);
    QVERIFY(shown.endsWith(QChar(0x2026)));
}

void TstJsonTreeModel::speaksWholeSentences()
{
    JsonTreeModel model;
    model.setDocument(treeDocument(R"({"delay_ms":120})"));
    QCOMPARE(
        model.index(0, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("delay_ms, number, 120"));
}

void TstJsonTreeModel::forgetsTheOldDocument()
{
    JsonTreeModel model;
    const QAbstractItemModelTester tester(&model);
    auto document = treeDocument("[1,2,3]");
    const std::weak_ptr<const JsonDocument> watched = document;
    model.setDocument(document);
    document.reset();
    QVERIFY(!watched.expired());
    model.clear();
    QVERIFY(watched.expired());
    QCOMPARE(model.rowCount(), 0);
}

void TstJsonTreeModel::showsOnlyWhatWasFound()
{
    JsonTreeModel model;
    const QAbstractItemModelTester tester(&model);
    const JsonDocumentPtr document = treeDocument(
        R"({"a":{"x":1,"gold":[1,{"y":2}],"z":"gold"},"b":{"x":3},"c":["no",["gold","no"]],"d":4})");
    model.setDocument(document);
    const QString whole = printedTree(model);
    model.setFound(foundIn(document->root(), QStringLiteral("gold")), true);
    QVERIFY(model.showsOnlyFound());
    QCOMPARE(printedTree(model),
        QStringLiteral("a | object | 3 keys\n"
                       " gold | list | 2 items\n"
                       "  0 | number | 1\n"
                       "  1 | object | 1 key\n"
                       "   y | number | 2\n"
                       " z | text | \"gold\"\n"
                       "c | list | 2 items\n"
                       " 1 | list | 2 items\n"
                       "  0 | text | \"gold\""));
    model.setFound(foundIn(document->root(), QStringLiteral("nowhere")), true);
    QCOMPARE(model.rowCount(), 0);
    model.setFound(nullptr, false);
    QCOMPARE(printedTree(model), whole);
    const JsonValue inner = document->root()["a"];
    model.setValue(document, inner, QStringLiteral("a"));
    model.setFound(foundIn(inner, QStringLiteral("\"")), true);
    QCOMPARE(printedTree(model), QStringLiteral("a | object | 3 keys"));
    model.setFound(foundIn(inner, QStringLiteral("2")), true);
    QCOMPARE(printedTree(model),
        QStringLiteral(
            "a | object | 3 keys\n gold | list | 2 items\n  1 | object | 1 key\n   y | number | 2"));
    model.setDocument(document);
    QCOMPARE(printedTree(model), whole);
}

void TstJsonTreeModel::marksWhatWasFound()
{
    JsonTreeModel model;
    const JsonDocumentPtr document = treeDocument(R"({"gold":{"x":1},"b":"silver"})");
    model.setDocument(document);
    QVERIFY(!model.index(0, 0).data(JsonTreeModel::IsFoundRole).toBool());
    model.setFound(foundIn(document->root(), QStringLiteral("gold")), false);
    QVERIFY(model.index(0, 0).data(JsonTreeModel::IsFoundRole).toBool());
    QVERIFY(!model.index(1, 0).data(JsonTreeModel::IsFoundRole).toBool());
    QVERIFY(!model.index(0, 0, model.index(0, 0)).data(JsonTreeModel::IsFoundRole).toBool());
    QCOMPARE(model.rowCount(), 2);
}

GATESCOPE_TEST(TstJsonTreeModel)
#include "tst_jsontreemodel.moc"
