// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/testregistry.h>

#include <ui/json/filesave.h>
#include <ui/json/jsonvalueactions.h>
#include <ui/json/valueviewer.h>
#include <ui/theme/theme.h>
#include <ui/widgets/codeview.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/jsontreeview.h>
#include <ui/widgets/segmented.h>
#include <ui/widgets/sentence.h>
#include <ui/widgets/textlabel.h>

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMimeData>
#include <QPointer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <ctime>
#include <memory>

using namespace Gatescope;

/// What can be done with one value of a JSON tree.
class TstJsonValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void copiesTheSubtree_data();
    void copiesTheSubtree();
    void copiesTheRow_data();
    void copiesTheRow();
    void copyOutlivesTheTree();
    void rowsAreDraggedOut_data();
    void rowsAreDraggedOut();
    void cellsAreConsistent();
    void saysWhatAValueCanBeReadAs_data();
    void saysWhatAValueCanBeReadAs();
    void showsAndTakesEachForm();
    void opensByKeyAndDoubleClick();
    void opensJsonWithinJson();
    void savesAsSent();
    void savesDecodedBytes();
    void saysWhatCouldNotBeSaved();
    void namesFiles_data();
    void namesFiles();
    void viewerIsNamed();
    void pictures_data();
    void pictures();

private:
    QByteArray m_zone;
};

namespace {

constexpr int valuesPatience = 30'000; // ms

constexpr char valuesJson[] =
    R"({ "title": "caf\u00e9\tbar", "limit": 1.50, "list": [ 1, { "a" : "x" } ], "formula": "=1+1",
"time": 1700000000123, "from": "2024-02-29T12:30:00Z", "until": 1700000000, "config": "{\"a\":[1,2]}",
"token": "eyJwbGFuIjoiZ29sZCJ9", "note": "SGVsbG8sIHdvcmxk", "digest": "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
"on": true, "none": null, "prose": "Ship free from 40 euros.\nElsewhere we charge 5 euros for a parcel, whatever its weight, and nothing for a letter; islands cost more.\n\nThanks" })";

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
        new JsonValueActions(tree.get());
        tree->setDocument(document);
        JsonValue value = document->root();
        for (const QString &step : pointer.split(u'/', Qt::SkipEmptyParts))
            value = value.isArray() ? value.at(step.toUInt()) : value[step.toStdString()];
        tree->select(value);
    }

    ValueViewer *opened() const
    {
        act(QStringLiteral("Open value"));
        auto *viewer = tree->findChild<ValueViewer *>();
        QSignalSpy shown(viewer, &ValueViewer::shown);
        return shown.wait(valuesPatience) ? viewer : nullptr;
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

void TstJsonValues::copiesTheSubtree_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("asSent");
    QTest::addColumn<QString>("indented");
    QTest::newRow("list") << QStringLiteral("/list") << QStringLiteral(R"([ 1, { "a" : "x" } ])")
                          << QStringLiteral("[\n  1,\n  {\n    \"a\": \"x\"\n  }\n]");
    QTest::newRow("text") << QStringLiteral("/title") << QStringLiteral(R"("caf\u00e9\tbar")")
                          << QStringLiteral(R"("caf\u00e9\tbar")");
    QTest::newRow("number") << QStringLiteral("/limit") << QStringLiteral("1.50") << QStringLiteral("1.50");
}

void TstJsonValues::copiesTheSubtree()
{
    QFETCH(const QString, pointer);
    const ChosenRow row(pointer);
    row.act(QStringLiteral("Copy subtree as sent"));
    QTEST(clipboardText(), "asSent");
    row.act(QStringLiteral("Copy subtree indented"));
    QTEST(clipboardText(), "indented");
}

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

void TstJsonValues::initTestCase()
{
    Theme::install({});
    m_zone = qgetenv("TZ");
    qputenv("TZ", "Europe/Berlin");
    tzset();
}

void TstJsonValues::cleanupTestCase()
{
    m_zone.isEmpty() ? qunsetenv("TZ") : qputenv("TZ", m_zone);
    tzset();
}

void TstJsonValues::saysWhatAValueCanBeReadAs_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("moment");
    QTest::addColumn<QStringList>("forms");
    const auto row = [](const char *pointer, const char *what, const char *moment, const char *forms) {
        QTest::newRow(pointer) << QString::fromLatin1(pointer) << QString::fromLatin1(what)
                               << QString::fromLatin1(moment) << QString::fromLatin1(forms).split(u'|');
    };
    row("/title", "Text of 8 characters", "", "Text");
    row("/limit", "Number", "", "Text");
    row("/on", "Boolean", "", "Text");
    row("/none", "Null, no value", "", "Text");
    row("/list", "List of 2 items, 20 B", "", "Tree|Text");
    row("/time", "Number", "2023-11-14 23:13:20.123 (22:13:20.123 UTC) if it counts milliseconds since 1970",
        "Text");
    row("/until", "Number", "2023-11-14 23:13:20 (22:13:20 UTC) if it counts seconds since 1970", "Text");
    row("/from", "Text of 20 characters", "2024-02-29 13:30:00 (12:30:00 UTC)", "Text");
    row("/config", "Text of 11 characters that holds JSON", "", "JSON|Text");
    row("/token", "Text of 20 characters that reads as Base64 of 15 B", "", "Text|JSON in Base64");
    row("/note", "Text of 16 characters that reads as Base64 of 12 B", "", "Text|Text in Base64");
    row("/digest", "Text of 44 characters that reads as Base64 of 32 B", "", "Text|Bytes in Base64");
}

void TstJsonValues::saysWhatAValueCanBeReadAs()
{
    QFETCH(const QString, pointer);
    const ChosenRow row(pointer);
    const auto *viewer = row.opened();
    QVERIFY(viewer);
    QTEST(viewer->findChild<TextLabel *>(QStringLiteral("valueWhat"))->text(), "what");
    const auto *moment = viewer->findChild<Sentence *>(QStringLiteral("valueMoment"));
    QTEST(moment->text(), "moment");
    QCOMPARE(moment->isVisible(), !moment->text().isEmpty());
    const auto *choice = viewer->findChild<Segmented *>(QStringLiteral("valueChoice"));
    QStringList forms;
    for (const auto *each : choice->findChildren<QAbstractButton *>())
        forms << each->text();
    QTEST(forms, "forms");
    QCOMPARE(choice->isVisible(), forms.size() > 1);
}

void TstJsonValues::showsAndTakesEachForm()
{
    const ChosenRow row(QStringLiteral("/digest"));
    auto *viewer = row.opened();
    QVERIFY(viewer);
    const auto *text = viewer->findChild<CodeView *>();
    const QString digest = QStringLiteral("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    QCOMPARE(text->textEdit()->toPlainText(), digest);
    viewer->findChild<QAbstractButton *>(QStringLiteral("copyValue"))->click();
    QCOMPARE(clipboardText(), digest);
    viewer->findChild<Segmented *>(QStringLiteral("valueChoice"))->segment(1)->click();
    QVERIFY(text->textEdit()->toPlainText().startsWith(QStringLiteral("00000000  e3 b0 c4 42 98 fc 1c 14")));
    viewer->findChild<QAbstractButton *>(QStringLiteral("copyValue"))->click();
    QVERIFY(clipboardText().startsWith(QStringLiteral("00000000  e3 b0")));
}

void TstJsonValues::opensByKeyAndDoubleClick()
{
    const ChosenRow row(QStringLiteral("/title"));
    row.tree->resize(600, 500);
    row.tree->show();
    row.tree->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(row.tree.get()));
    QTest::keyClick(row.tree.get(), Qt::Key_Return);
    QPointer<ValueViewer> viewer = row.tree->findChild<ValueViewer *>();
    QVERIFY(viewer);
    QVERIFY(viewer->windowTitle().endsWith(QStringLiteral("$.title")));
    QTest::keyClick(viewer, Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(viewer == nullptr, valuesPatience);

    const QModelIndex list = row.tree->model()->index(2, 0);
    const QPoint place = row.tree->visualRect(list).center();
    QTest::mouseClick(row.tree->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(row.tree->viewport(), Qt::LeftButton, {}, place);
    QVERIFY(row.tree->isExpanded(list));
    QVERIFY(row.tree->findChild<ValueViewer *>() == nullptr);
    row.tree->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(row.tree.get()));
    QTest::keyClick(row.tree.get(), Qt::Key_Return);
    QVERIFY(row.tree->findChild<ValueViewer *>() != nullptr);
}

void TstJsonValues::opensJsonWithinJson()
{
    const ChosenRow row(QStringLiteral("/config"));
    const auto *viewer = row.opened();
    QVERIFY(viewer);
    auto *inner = viewer->findChild<JsonTreeView *>();
    QVERIFY(inner->isVisible());
    QCOMPARE(inner->model()->index(0, 0).data().toString(), QStringLiteral("a"));
    QVERIFY(QTest::qWaitForWindowActive(inner));
    QVERIFY(inner->hasFocus());
    QTest::keyClick(inner, Qt::Key_Slash);
    QVERIFY(viewer->findChild<QWidget *>(QStringLiteral("jsonSearchEdit"))->hasFocus());
    inner->setCurrentIndex(inner->model()->index(0, 0));
    inner->setFocus();
    QTest::keyClick(inner, Qt::Key_Return);
    const auto *innermost = viewer->findChild<ValueViewer *>();
    QVERIFY(innermost);
    QVERIFY(innermost->windowTitle().endsWith(QStringLiteral("$.a")));
}

namespace {

/// As a user does it who chooses a file.
void chooseFile(const QWidget *owner, const QString &fileName)
{
    auto *dialog = owner->findChild<QFileDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
    Q_EMIT dialog->fileSelected(fileName);
    dialog->close();
}

QByteArray fileContent(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TstJsonValues::savesAsSent()
{
    const QTemporaryDir folder;
    const QString fileName = folder.filePath(QStringLiteral("list.json"));
    const ChosenRow row(QStringLiteral("/list"));
    row.act(QStringLiteral("Save subtree…"));
    chooseFile(row.tree.get(), fileName);
    QTRY_COMPARE_WITH_TIMEOUT(fileContent(fileName), QByteArray(R"([ 1, { "a" : "x" } ])"), valuesPatience);
    QVERIFY(row.tree->findChild<ValueViewer *>() == nullptr);
}

void TstJsonValues::savesDecodedBytes()
{
    const QTemporaryDir folder;
    const QString fileName = folder.filePath(QStringLiteral("digest.bin"));
    const ChosenRow row(QStringLiteral("/digest"));
    auto *viewer = row.opened();
    QVERIFY(viewer);
    viewer->findChild<Segmented *>(QStringLiteral("valueChoice"))->segment(1)->click();
    viewer->findChild<QAbstractButton *>(QStringLiteral("saveValue"))->click();
    chooseFile(viewer, fileName);
    const QByteArray digest =
        QByteArray::fromHex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTRY_COMPARE_WITH_TIMEOUT(fileContent(fileName), digest, valuesPatience);
}

void TstJsonValues::saysWhatCouldNotBeSaved()
{
    const QTemporaryDir folder;
    const ChosenRow row(QStringLiteral("/list"));
    row.act(QStringLiteral("Save subtree…"));
    chooseFile(row.tree.get(), folder.filePath(QStringLiteral("missing/list.json")));
    QTRY_VERIFY_WITH_TIMEOUT(row.tree->findChild<ValueViewer *>() != nullptr, valuesPatience);
    const auto *problem =
        row.tree->findChild<ValueViewer *>()->findChild<InlineBar *>(QStringLiteral("valueProblem"));
    QVERIFY(problem->isVisible());
    QVERIFY(problem->text().contains(QStringLiteral("missing/list.json cannot be written")));
}

void TstJsonValues::namesFiles_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << QStringLiteral("checkout_v2") << QStringLiteral("checkout_v2");
    QTest::newRow("of a path") << QStringLiteral("$.a[0]") << QStringLiteral("$.a[0]");
    QTest::newRow("out of the folder") << QStringLiteral("../../etc/x") << QStringLiteral("_.._etc_x");
    QTest::newRow("refused") << QStringLiteral("a:b*c\n") << QStringLiteral("a_b_c_");
    QTest::newRow("empty") << QString() << QStringLiteral("value");
    QTest::newRow("dots") << QStringLiteral("..") << QStringLiteral("value");
}

void TstJsonValues::namesFiles()
{
    QFETCH(const QString, text);
    QTEST(fileNameFrom(text), "name");
}

void TstJsonValues::viewerIsNamed()
{
    const ChosenRow row(QStringLiteral("/config"));
    const auto *viewer = row.opened();
    QVERIFY(viewer);
    int controls = 0;
    for (QWidget *each : viewer->findChildren<QWidget *>()) {
        if (!each->isVisible() || (each->focusPolicy() & Qt::TabFocus) != Qt::TabFocus)
            continue;
        ++controls;
        const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(each);
        QVERIFY2(
            accessible && !accessible->text(QAccessible::Name).isEmpty(), each->metaObject()->className());
    }
    QVERIFY(controls >= 5);
}

void TstJsonValues::pictures_data()
{
    QTest::addColumn<ThemeChoice>("theme");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<int>("form");
    QTest::newRow("config-light") << ThemeChoice::Light << QStringLiteral("/config") << 0;
    QTest::newRow("digest-dark") << ThemeChoice::Dark << QStringLiteral("/digest") << 1;
    QTest::newRow("time-light") << ThemeChoice::Light << QStringLiteral("/time") << 0;
    QTest::newRow("list-dark") << ThemeChoice::Dark << QStringLiteral("/list") << 1;
    QTest::newRow("prose-light") << ThemeChoice::Light << QStringLiteral("/prose") << 0;
}

/// Pictures of the viewer, where GATESCOPE_GALLERY names a folder.
void TstJsonValues::pictures()
{
    QFETCH(const ThemeChoice, theme);
    QFETCH(const QString, pointer);
    QFETCH(const int, form);
    PreferenceValues values;
    values.theme = theme;
    Theme::instance().apply(values);
    const ChosenRow row(pointer);
    auto *viewer = row.opened();
    QVERIFY(viewer);
    if (form > 0)
        viewer->findChild<Segmented *>(QStringLiteral("valueChoice"))->segment(form)->click();
    if (pointer == QStringLiteral("/list"))
        viewer->showProblem({ErrorCode::FileUnwritable,
            QStringLiteral("list.json cannot be written: Permission denied. Choose another place."), {}});
    const QPixmap picture = viewer->grab();
    QVERIFY(!picture.isNull());
    if (const QString folder = qEnvironmentVariable("GATESCOPE_GALLERY"); !folder.isEmpty())
        QVERIFY(picture.save(
            QStringLiteral("%1/value-%2.png").arg(folder, QLatin1String(QTest::currentDataTag()))));
    Theme::instance().apply({});
}

GATESCOPE_TEST(TstJsonValues)
#include "tst_jsonvalues.moc"
