// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/testregistry.h>

#include <ui/theme/theme.h>
#include <ui/widgets/jsontreeview.h>

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QTest>

#include <memory>

using namespace Gatescope;

/// What can be done with one value of a JSON tree.
class TstJsonValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install({}); }
    void copiesTheRow_data();
    void copiesTheRow();
    void copyOutlivesTheTree();
    void rowsAreDraggedOut_data();
    void rowsAreDraggedOut();
    void cellsAreConsistent();
};

namespace {

constexpr char valuesJson[] =
    R"({ "title": "caf\u00e9\tbar", "limit": 1.50, "list": [ 1, { "a" : "x" } ], "formula": "=1+1" })";

JsonDocumentPtr valuesDocument(const QByteArray &json)
{
    return JsonDocument::parse(json).value_or(nullptr);
}

/// The current row of a tree that shows valuesJson.
struct ChosenRow
{
    explicit ChosenRow(const QString &pointer)
    {
        const JsonDocumentPtr document = valuesDocument(valuesJson);
        tree = std::make_unique<JsonTreeView>(QStringLiteral("Values"));
        tree->setDocument(document);
        JsonValue value = document->root();
        for (const QString &step : pointer.split(u'/', Qt::SkipEmptyParts))
            value = value.isArray() ? value.at(step.toUInt()) : value[step.toStdString()];
        tree->select(value);
    }

    void act(const QString &text) const
    {
        for (QAction *action : tree->actions())
            if (action->text() == text)
                return action->trigger();
        QFAIL(qPrintable(text));
    }

    std::unique_ptr<JsonTreeView> tree;
};

QString clipboardText()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace

void TstJsonValues::copiesTheRow_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *pointer, const char *line) {
        QTest::newRow(pointer) << QString::fromLatin1(pointer) << QString::fromUtf8(line);
    };
    row("/title", "title\ttext\t\"café\tbar\"");
    row("/limit", "limit\tnumber\t1.50");
    row("/formula", "formula\ttext\t'=1+1");
    row("/list", "list\tlist\t\"[1,{\"\"a\"\":\"\"x\"\"}]\"");
    row("/list/1/a", "a\ttext\tx");
    row("/list/0", "0\tnumber\t1");
}

void TstJsonValues::copiesTheRow()
{
    QFETCH(const QString, pointer);
    ChosenRow(pointer).act(QStringLiteral("Copy row as TSV"));
    QTEST(clipboardText(), "line");
}

void TstJsonValues::copyOutlivesTheTree()
{
    {
        const ChosenRow row(QStringLiteral("/title"));
        row.act(QStringLiteral("Copy value"));
    }
    QCOMPARE(clipboardText(), QStringLiteral("café\tbar"));
}

void TstJsonValues::rowsAreDraggedOut_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("text") << QStringLiteral("/title") << QStringLiteral("café\tbar")
                          << QByteArray(R"("caf\u00e9\tbar")");
    QTest::newRow("number") << QStringLiteral("/limit") << QStringLiteral("1.50") << QByteArray("1.50");
    QTest::newRow("list as sent") << QStringLiteral("/list") << QStringLiteral("[ 1, { \"a\" : \"x\" } ]")
                                  << QByteArray(R"([ 1, { "a" : "x" } ])");
}

void TstJsonValues::rowsAreDraggedOut()
{
    QFETCH(const QString, pointer);
    const ChosenRow row(pointer);
    QVERIFY(row.tree->dragEnabled());
    const QModelIndexList indexes = row.tree->selectionModel()->selectedIndexes();
    QVERIFY(!indexes.isEmpty());
    QVERIFY(indexes.first().flags().testFlag(Qt::ItemIsDragEnabled));
    const std::unique_ptr<QMimeData> mime(row.tree->model()->mimeData(indexes));
    QVERIFY(mime);
    QTEST(mime->text(), "text");
    QTEST(mime->data(QStringLiteral("application/json")), "json");
    QVERIFY(!mime->hasFormat(QStringLiteral("text/html")));
}

void TstJsonValues::cellsAreConsistent()
{
    JsonTreeView tree(QStringLiteral("Values"));
    QAbstractItemModelTester tester(tree.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    tree.setDocument(valuesDocument(valuesJson));
    QVERIFY(!tree.model()->flags({}).testFlag(Qt::ItemIsDragEnabled));
    QVERIFY(tree.model()->mimeData({}) == nullptr);
}

GATESCOPE_TEST(TstJsonValues)
#include "tst_jsonvalues.moc"
