// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "startedprogram.h"

#include <app/application.h>
#include <network/sandbox/sandbox.h>
#include <models/statsig/namelist.h>
#include <tests/support/fixtures.h>
#include <tests/support/testregistry.h>
#include <ui/compare/comparepage.h>
#include <ui/widgets/tagflow.h>
#include <ui/window/mainwindow.h>
#include <ui/workspace.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// Comparing in the whole program against its sandbox. What is expected follows by hand from resources/sample
/// for Mina (DE, bucket 387 of checkout_button_copy: Buy now) and Tom (FR, bucket 802: One click).
class TstCompare : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void comparesTwoUsers();
    void comparesTwoConnections();
    void filters();
    void explainsForASide();
    void leadsToTheSpecs();
    void exportsAsMarkdown();
    void swapsSides();
    void namesFromAList();
    void sameTwice();
    void comparesSpecsFiles();
    void impactOfAUsersFile();
    void impactOfTheHistory();
    void badFiles();
    void goesBack();
    void gallery_data();
    void gallery();

private:
    void grab(const char *name) const;
    bool compareUsers();
    ComparePage *page() const;
    QString keyOf(const QString &connection) const;
    QString fieldRow(const QString &entity, const QString &field) const;
    QString write(const QString &name, const QByteArray &content) const;
    bool compareSpecs(const QByteArray &from, const QByteArray &to);

    QTemporaryDir m_folder;
    std::unique_ptr<StartedProgram> m_drive;
};

namespace {

QByteArray comparedSample()
{
    return readFile(QStringLiteral(GATESCOPE_SOURCE_DIR "/resources/sample/sample-project.json"));
}

} // namespace

void TstCompare::init()
{
    m_drive = std::make_unique<StartedProgram>();
    QVERIFY(m_drive->hasStarted());
}

void TstCompare::cleanup()
{
    m_drive.reset();
}

ComparePage *TstCompare::page() const
{
    return m_drive->application().window().findChild<ComparePage *>();
}

/// The hint of the key that an exchange of initialize was sent with, by the name of its connection.
QString TstCompare::keyOf(const QString &connection) const
{
    for (const ExchangePtr &exchange : m_drive->application().workspace().exchanges()) {
        if (exchange->endpoint != Endpoint::Initialize || exchange->connectionName != connection)
            continue;
        for (const HttpHeader &header : exchange->requestHeaders)
            if (header.name.compare("statsig-api-key", Qt::CaseInsensitive) == 0)
                return QString::fromUtf8(header.value);
    }
    return {};
}

/// Under an entity of the table: "group | Buy now | One click | Differs".
QString TstCompare::fieldRow(const QString &entity, const QString &field) const
{
    const auto *table =
        m_drive->application().window().findChild<QAbstractItemView *>(QStringLiteral("compareTable"));
    const QAbstractItemModel *model = table ? table->model() : nullptr;
    for (int row = 0; model && row < model->rowCount(); ++row) {
        const QModelIndex parent = model->index(row, 0);
        if (parent.data().toString() != entity)
            continue;
        for (int child = 0; child < model->rowCount(parent); ++child) {
            QStringList cells;
            for (int column = 0; column < model->columnCount(); ++column)
                cells << model->index(child, column, parent).data().toString();
            if (cells.first() == field)
                return cells.join(QStringLiteral(" | "));
        }
    }
    return {};
}

QString TstCompare::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        QTest::qFail("a test file cannot be written", __FILE__, __LINE__);
    return file.fileName();
}

bool TstCompare::compareUsers()
{
    WindowDriver &drive = *m_drive->operator->();
    const auto hasAnswer = [&] { return !drive.rowNames("initializeTable").isEmpty(); };
    return drive.choose("initializePageAction") && drive.press("Ctrl+Return")
        && QTest::qWaitFor(hasAnswer, programPatience) && drive.click("compareInitializeButton")
        && drive.pick("rightChoice", QStringLiteral("Ask now: Tom, gold, Lyon")) && drive.press("Ctrl+Return")
        && QTest::qWaitFor(
            [&] {
                return !fieldRow(QStringLiteral("checkout_button_copy"), QStringLiteral("group")).isEmpty();
            },
            programPatience);
}

void TstCompare::comparesTwoUsers()
{
    QVERIFY(compareUsers());
    QCOMPARE(fieldRow(QStringLiteral("checkout_button_copy"), QStringLiteral("group")),
        QStringLiteral("group | Buy now | One click | Differs"));
    QCOMPARE(fieldRow(QStringLiteral("checkout_v2"), QStringLiteral("value")),
        QStringLiteral("value | Off | On | Differs"));
    QCOMPARE(fieldRow(QStringLiteral("checkout_v2"), QStringLiteral("rule")),
        QStringLiteral("rule | DE rollout | Gold tier | Differs"));
    const auto *tags = page()->findChild<TagFlow *>(QStringLiteral("userTags"));
    QVERIFY(tags);
    QVERIFY2(tags->tags().contains(QStringLiteral("userID u_48213 › u_50977")),
        qPrintable(tags->tags().join(u'\n')));
    QVERIFY(tags->tags().contains(QStringLiteral("country DE › FR")));
    QVERIFY(tags->tags().contains(QStringLiteral("level \"3\" › 7")));
    QVERIFY((*m_drive)->text("compareCounts").contains(QStringLiteral("entities differ")));
}

/// One user, asked on two: at Acme's the rollout reaches 50 %, and with it Mina's bucket 4,312.
void TstCompare::comparesTwoConnections()
{
    const auto other =
        JsonDocument::parse(comparedSample().replace(R"("passPercentage": 25)", R"("passPercentage": 50)"));
    Sandbox acme;
    QVERIFY(acme.start(*Project::compile(*other)));
    QVERIFY(m_drive->addConnection(acme.apiUrl(), QString::fromLatin1(sandboxClientKey)));
    WindowDriver &drive = *m_drive->operator->();
    QVERIFY(drive.pick("connectionComboBox", QStringLiteral("Sandbox")));
    QTRY_VERIFY_WITH_TIMEOUT(m_drive->application().workspace().specs().project, programPatience);
    QVERIFY(drive.choose("initializePageAction") && drive.click("compareInitializeButton"));
    QVERIFY(drive.pick("leftChoice", QStringLiteral("Ask now: Mina, gold, Berlin, Sandbox")));
    QVERIFY(drive.pick("rightChoice", QStringLiteral("Ask now: Mina, gold, Berlin, Acme shop")));
    QVERIFY(drive.press("Ctrl+Return"));
    QTRY_COMPARE_WITH_TIMEOUT(fieldRow(QStringLiteral("checkout_v2"), QStringLiteral("value")),
        QStringLiteral("value | Off | On | Differs"), programPatience);
    // A new connection's tier is production, which price_badge asks for and the answer repeats; and gift_wrap
    // is not for the app of the client key.
    QCOMPARE(drive.rowNames("compareTable"),
        (QStringList {QStringLiteral("checkout_v2"), QStringLiteral("gift_wrap"),
            QStringLiteral("price_badge"), QStringLiteral("Rest of the answer")}));
    const auto *tags = page()->findChild<TagFlow *>(QStringLiteral("userTags"));
    QVERIFY(tags && tags->tags().size() == 1);
    QVERIFY(tags->tags().first().endsWith(QStringLiteral("tier development › production")));
    // Each is asked with its own key.
    QCOMPARE(keyOf(QStringLiteral("Sandbox")), keyHint(QString::fromLatin1(sandboxServerKey)));
    QCOMPARE(keyOf(QStringLiteral("Acme shop")), keyHint(QString::fromLatin1(sandboxClientKey)));
    // The sides are told apart; and what is at hand here says nothing of Acme's answer.
    QCOMPARE(drive.buttonText("whyLeftButton"), QStringLiteral("Why for Mina, gold, Berlin, Sandbox"));
    const auto *whyRight = page()->findChild<QAbstractButton *>(QStringLiteral("whyRightButton"));
    QVERIFY(whyRight && whyRight->text() == QStringLiteral("Why for Mina, gold, Berlin, Acme shop"));
    QVERIFY2(whyRight->toolTip().contains(QStringLiteral("of another connection, Acme shop")),
        qPrintable(whyRight->toolTip()));
    grab("connections");
    // One that has gone cannot be asked; it was answered before, so that only asking anew is refused.
    QVERIFY(drive.pick("rightChoice", QStringLiteral("Ask now: Mina, gold, Berlin, Acme shop")));
    Workspace &workspace = m_drive->application().workspace();
    workspace.removeConnection(workspace.connections().last().id);
    const auto *compare = page()->findChild<QAbstractButton *>(QStringLiteral("primaryButton"));
    QVERIFY(compare && compare->toolTip().contains(QStringLiteral("no longer there")));
    QCOMPARE(page()->findChild<QComboBox *>(QStringLiteral("rightChoice"))->currentText(),
        QStringLiteral("Ask now: Mina, gold, Berlin, Acme shop"));
}

void TstCompare::filters()
{
    QVERIFY(compareUsers());
    QVERIFY((*m_drive)->type("compareFilterEdit", QStringLiteral("One click")));
    QTRY_VERIFY_WITH_TIMEOUT(
        !(*m_drive)->rowNames("compareTable").contains(QStringLiteral("checkout_v2")), programPatience);
    QVERIFY((*m_drive)->rowNames("compareTable").contains(QStringLiteral("checkout_button_copy")));
    QVERIFY((*m_drive)->press("Esc"));
    QTRY_VERIFY_WITH_TIMEOUT(
        (*m_drive)->rowNames("compareTable").contains(QStringLiteral("checkout_v2")), programPatience);
    const qsizetype differing = (*m_drive)->rowNames("compareTable").size();
    QVERIFY((*m_drive)->clickWord(QStringLiteral("Everything"), "comparePage"));
    QTRY_VERIFY_WITH_TIMEOUT((*m_drive)->rowNames("compareTable").size() > differing, programPatience);
}

/// Tom's side: the composer takes him, and Why says what follows for him.
void TstCompare::explainsForASide()
{
    QVERIFY(compareUsers());
    QVERIFY((*m_drive)->clickRow("compareTable", QStringLiteral("checkout_v2")));
    QVERIFY((*m_drive)->click("whyRightButton"));
    QTRY_VERIFY_WITH_TIMEOUT(
        (*m_drive)->text("headline").startsWith(QStringLiteral("checkout_v2 is on")), programPatience);
    QCOMPARE(m_drive->application().workspace().user().text(UserField::UserId), QStringLiteral("u_50977"));
}

/// From a gate and from a parameter store alike.
void TstCompare::leadsToTheSpecs()
{
    WindowDriver &drive = *m_drive->operator->();
    const QString left = write(QStringLiteral("left.json"), comparedSample());
    const QString right = write(QStringLiteral("right.json"),
        comparedSample()
            .replace(R"("passPercentage": 25)", R"("passPercentage": 50)")
            .replace(R"("EUR")", R"("CHF")"));
    for (const QString &name : {QStringLiteral("checkout_v2"), QStringLiteral("storefront")}) {
        QVERIFY(drive.choose("specsPageAction") && drive.click("compareSpecsButton"));
        page()->chooseFile(true, left);
        page()->chooseFile(false, right);
        QTRY_VERIFY_WITH_TIMEOUT(drive.rowNames("compareTable").contains(name), programPatience);
        QVERIFY(drive.clickRow("compareTable", name));
        QCOMPARE(drive.buttonText("compareRulesButton"),
            name == QStringLiteral("storefront") ? QStringLiteral("Specs") : QStringLiteral("Rules"));
        QVERIFY(drive.click("compareRulesButton"));
        QCOMPARE(m_drive->application().window().currentPage()->objectName(), QStringLiteral("specsPage"));
        QTRY_COMPARE_WITH_TIMEOUT(drive.text("entityName"), name, programPatience);
    }
}

void TstCompare::exportsAsMarkdown()
{
    QVERIFY(compareUsers());
    QGuiApplication::clipboard()->clear();
    QVERIFY((*m_drive)->click("exportButton") && (*m_drive)->choose("exportMenu", "copyMarkdownAction"));
    QTRY_VERIFY_WITH_TIMEOUT(!QGuiApplication::clipboard()->text().isEmpty(), programPatience);
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.contains(QStringLiteral("- group: `Buy now` → `One click`")), qPrintable(text));
    QVERIFY(!text.contains(QStringLiteral("C-90311"))); // a private attribute of Mina
    QVERIFY((*m_drive)->text("comparePage").contains(QStringLiteral("The comparison is on the clipboard.")));
}

void TstCompare::swapsSides()
{
    QVERIFY(compareUsers());
    QVERIFY((*m_drive)->click("swapButton"));
    QTRY_COMPARE_WITH_TIMEOUT(fieldRow(QStringLiteral("checkout_button_copy"), QStringLiteral("group")),
        QStringLiteral("group | One click | Buy now | Differs"), programPatience);
}

/// One gate, whose name the specs lack, by its djb2 at the left and by its SHA-256 at the right: only who has
/// the name can tell that it is one. The list comes later than the answers, and names both sides.
void TstCompare::namesFromAList()
{
    const QByteArray answer = R"({"feature_gates":{"%1":{"name":"%1","value":%2,"rule_id":"r"}},)"
                              R"("dynamic_configs":{},"layer_configs":{},"hash_used":"%3"})";
    const QByteArray left =
        QByteArray(answer).replace("%1", "3601651073").replace("%2", "false").replace("%3", "djb2");
    const QByteArray right = QByteArray(answer)
                                 .replace("%1", "vzRODfyK0A7rciEQKX673J8mxVt4Bc/FlflpPpKFWZY=")
                                 .replace("%2", "true")
                                 .replace("%3", "sha256");
    QVERIFY((*m_drive)->choose("initializePageAction") && (*m_drive)->click("compareInitializeButton"));
    page()->chooseFile(true, write(QStringLiteral("left.json"), left));
    page()->chooseFile(false, write(QStringLiteral("right.json"), right));
    QTRY_VERIFY_WITH_TIMEOUT(
        (*m_drive)->rowNames("compareTable").contains(QStringLiteral("3601651073")), programPatience);
    m_drive->application().workspace().setNames(*NameList::read("winter_sale\n"));
    QTRY_COMPARE_WITH_TIMEOUT(fieldRow(QStringLiteral("winter_sale"), QStringLiteral("value")),
        QStringLiteral("value | Off | On | Differs"), programPatience);
    QVERIFY(!(*m_drive)->rowNames("compareTable").contains(QStringLiteral("3601651073")));
}

void TstCompare::sameTwice()
{
    const QString file = write(QStringLiteral("same.json"), comparedSample());
    QVERIFY(m_drive->application().window().showPage(
        QStringLiteral("compare"), QVariant::fromValue(CompareSubject {ComparedType::Specs})));
    page()->chooseFile(true, file);
    page()->chooseFile(false, file);
    QTRY_VERIFY_WITH_TIMEOUT(
        (*m_drive)->text("comparePage").contains(QStringLiteral("Nothing is different")), programPatience);
}

bool TstCompare::compareSpecs(const QByteArray &from, const QByteArray &to)
{
    QByteArray edited = comparedSample();
    if (!edited.contains(from))
        return false;
    const QString left = write(QStringLiteral("left.json"), comparedSample());
    const QString right = write(QStringLiteral("right.json"), edited.replace(from, to));
    if (!(*m_drive)->choose("specsPageAction") || !(*m_drive)->click("compareSpecsButton"))
        return false;
    page()->chooseFile(true, left);
    page()->chooseFile(false, right);
    return QTest::qWaitFor(
        [this] { return !(*m_drive)->rowNames("compareTable").isEmpty(); }, programPatience);
}

/// Mina's bucket 4,312 is below 5,000 as it was not below 2,500.
void TstCompare::comparesSpecsFiles()
{
    QVERIFY(compareSpecs(R"("passPercentage": 25)", R"("passPercentage": 50)"));
    QTRY_COMPARE_WITH_TIMEOUT(
        (*m_drive)->rowNames("compareTable"), QStringList {QStringLiteral("checkout_v2")}, programPatience);
    QCOMPARE(fieldRow(QStringLiteral("checkout_v2"), QStringLiteral("rules › DE rollout › pass percentage"))
                 .replace(QChar::Nbsp, u' '),
        QStringLiteral("rules › DE rollout › pass percentage | 25 % | 50 % | Differs"));
    QTRY_VERIFY_WITH_TIMEOUT((*m_drive)
                                 ->row("impactTable", QStringLiteral("checkout_v2"))
                                 .startsWith(QStringLiteral("checkout_v2 | 1 | Off | On")),
        programPatience);
}

void TstCompare::impactOfAUsersFile()
{
    QVERIFY(compareSpecs(R"("passPercentage": 25)", R"("passPercentage": 50)"));
    const QByteArray mina =
        R"({"userID":"u_48213","country":"DE","appVersion":"4.12.0","custom":{"level":"3"}})";
    page()->useUsers(
        write(QStringLiteral("users.jsonl"), mina + "\n\n" + R"({"userID":"x","country":"US"})" + "\n"));
    QTRY_VERIFY_WITH_TIMEOUT((*m_drive)
                                 ->row("impactTable", QStringLiteral("checkout_v2"))
                                 .startsWith(QStringLiteral("checkout_v2 | 2 | Off | On")),
        programPatience);
    page()->useUsers(write(QStringLiteral("bad.jsonl"), "{}\n{oops\n"));
    QTRY_VERIFY_WITH_TIMEOUT(
        (*m_drive)->text("impactError").contains(QStringLiteral("Line 2")), programPatience);
}

/// Whom the history knows: somebody in DE like the composer's user, and somebody whose private value is not
/// kept.
void TstCompare::impactOfTheHistory()
{
    Workspace &workspace = m_drive->application().workspace();
    const auto ask = [&workspace](const QByteArray &user) {
        workspace.start(
            CheckGateRequest {*StatsigUser::fromJson(user), {QStringLiteral("checkout_v2")}, false});
    };
    QSignalSpy kept(workspace.history(), &HistoryStore::kept);
    ask(R"({"userID":"u_48213","country":"DE","appVersion":"4.12.0","custom":{"level":"3"}})");
    ask(R"({"userID":"x","country":"US","privateAttributes":{"crm":"of-nobody"}})");
    QTRY_VERIFY_WITH_TIMEOUT(kept.size() >= 2, programPatience);
    QVERIFY(compareSpecs(R"("passPercentage": 25)", R"("passPercentage": 50)"));
    const auto impact = [this](const QString &text) {
        return QTest::qWaitFor(
            [&] { return (*m_drive)->row("impactTable", QStringLiteral("checkout_v2")).startsWith(text); },
            programPatience);
    };
    QVERIFY(impact(QStringLiteral("checkout_v2 | 1 | Off | On")));
    const qsizetype calls = workspace.exchanges().size();
    QVERIFY((*m_drive)->click("historyUsersCheckBox"));
    QVERIFY(impact(QStringLiteral("checkout_v2 | 2 | Off | On")));
    const QString said = (*m_drive)->text("impactHistoryBar");
    QVERIFY2(said.contains(QStringLiteral("2 users of the history"))
            && said.contains(QStringLiteral("1 user had private attributes")),
        qPrintable(said));
    QCOMPARE(workspace.exchanges().size(), calls); // nothing was sent
    QVERIFY((*m_drive)->click("historyUsersCheckBox"));
    QVERIFY(impact(QStringLiteral("checkout_v2 | 1 | Off | On")));
}

void TstCompare::badFiles()
{
    QVERIFY(compareSpecs(R"("passPercentage": 25)", R"("passPercentage": 50)"));
    page()->chooseFile(false, write(QStringLiteral("broken.json"), "{\n\"a\":}"));
    QTRY_VERIFY_WITH_TIMEOUT(
        (*m_drive)->text("comparePage").contains(QStringLiteral("broken.json cannot be read")),
        programPatience);
    page()->chooseFile(false, write(QStringLiteral("answer.json"), R"({"feature_gates":{}})"));
    QTRY_VERIFY_WITH_TIMEOUT(
        (*m_drive)->text("comparePage").contains(QStringLiteral("Choose two of one kind")), programPatience);
}

void TstCompare::goesBack()
{
    QVERIFY(compareUsers());
    QVERIFY((*m_drive)->click("compareBackButton"));
    QCOMPARE(m_drive->application().window().currentPage()->objectName(), QStringLiteral("initializePage"));
}

void TstCompare::gallery_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<QSize>("size");
    for (const bool isDark : {false, true})
        for (const QSize size : {QSize(1440, 900), QSize(1024, 700)})
            QTest::addRow("%s %d", isDark ? "dark" : "light", size.width()) << isDark << size;
}

void TstCompare::grab(const char *name) const
{
    QCoreApplication::processEvents(); // layouts follow what was shown last
    const auto *table =
        m_drive->application().window().findChild<QAbstractItemView *>(QStringLiteral("compareTable"));
    QVERIFY(!table->isVisible() || table->horizontalScrollBar()->maximum() == 0);
    if (const QString folder = qEnvironmentVariable("GATESCOPE_GALLERY"); !folder.isEmpty())
        QVERIFY(m_drive->application().window().grab().save(folder + QStringLiteral("/compare-")
            + QLatin1String(name) + u'-' + QLatin1String(QTest::currentDataTag()) + QStringLiteral(".png")));
}

/// Pictures for the eye, where GATESCOPE_GALLERY names a folder; and nothing is wider than its window.
void TstCompare::gallery()
{
    QFETCH(bool, isDark);
    QFETCH(QSize, size);
    PreferenceValues preferences = m_drive->application().workspace().preferences().values();
    preferences.theme = isDark ? ThemeChoice::Dark : ThemeChoice::Light;
    m_drive->application().workspace().preferences().setValues(preferences);
    m_drive->application().window().resize(size);
    QVERIFY(compareUsers());
    grab("users");
    const QByteArray name(90, 'n');
    QVERIFY(compareSpecs("\"checkout_v2\"", "\"checkout_v2_" + name + '"'));
    grab("names");
    QVERIFY(compareSpecs(R"("passPercentage": 25)", R"("passPercentage": 50)"));
    QTRY_COMPARE_WITH_TIMEOUT(
        (*m_drive)->rowNames("impactTable"), QStringList {QStringLiteral("checkout_v2")}, programPatience);
    grab("specs");
    page()->chooseFile(false, write(QStringLiteral("broken.json"), "{\n\"a\":}"));
    QTRY_VERIFY_WITH_TIMEOUT(
        (*m_drive)->text("comparePage").contains(QStringLiteral("cannot be read")), programPatience);
    grab("error");
    const QString same = write(QStringLiteral("left.json"), comparedSample());
    page()->chooseFile(false, same);
    QTRY_VERIFY_WITH_TIMEOUT(
        (*m_drive)->text("comparePage").contains(QStringLiteral("Nothing is different")), programPatience);
    grab("same");
}

GATESCOPE_TEST(TstCompare)
#include "tst_compare.moc"
