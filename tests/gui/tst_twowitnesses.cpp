// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <app/desktop.h>
#include <models/items/checkmodel.h>
#include <tests/support/fixtures.h>
#include <tests/support/testregistry.h>
#include <ui/check/addfield.h>
#include <ui/page.h>
#include <ui/settings/settingsdialog.h>
#include <ui/theme/theme.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/sentence.h>
#include <ui/widgets/statustext.h>
#include <ui/window/mainwindow.h>
#include <ui/workspace.h>

#include <QAbstractButton>
#include <QAction>
#include <QFile>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatescope;

namespace {

constexpr int witnessPatience = 30000;

QByteArray sampleProject()
{
    return Test::readFile(QStringLiteral(GATESCOPE_SOURCE_DIR "/resources/sample/sample-project.json"));
}

JsonDocumentPtr parsed(const QByteArray &json)
{
    const auto document = JsonDocument::parse(json);
    if (!document)
        QTest::qFail(qPrintable(document.error().message), __FILE__, __LINE__);
    return document.value_or(nullptr);
}

} // namespace

/// Server and machine side by side in the whole program: the window, the client and the sandbox.
class TstTwoWitnesses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void everythingAgrees();
    void otherSpecsDifferAndFreshOnesMendIt();
    void listsAreMissingUntilTheyAreChosen();
    void gallery_data();
    void gallery();

private:
    void start(const PreferenceValues &preferences = {}, bool withLists = true);
    void openOtherSpecs();
    QByteArray project() const;
    QString write(const QString &name, const QByteArray &content) const;
    DataView *table() const
    {
        return m_program->window().findChild<DataView *>(QStringLiteral("checkTable"));
    }
    int rowOf(const QString &name) const;
    QVariant cell(const QString &name, int column, int role = Qt::DisplayRole) const;
    QStringList agreements() const;
    QAbstractButton *button(const char *name) const
    {
        return m_program->window().findChild<QAbstractButton *>(QLatin1String(name));
    }
    void grab(const QString &name) const;

    bool m_hasLongNames = false;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Application> m_program;
};

void TstTwoWitnesses::init()
{
    m_hasLongNames = false;
    m_folder = std::make_unique<QTemporaryDir>();
}

QByteArray TstTwoWitnesses::project() const
{
    QByteArray json = sampleProject();
    if (m_hasLongNames)
        json.replace(
                "DE rollout", "Everyone in Germany, Austria and Switzerland who has bought something before")
            .replace("Buy now", "Buy now, with the words of last year's winner and a larger button")
            .replace("checkout_button_copy", "checkout_button_copy_with_a_name_that_goes_on_and_on_2026_h2");
    return json;
}

void TstTwoWitnesses::cleanup()
{
    m_program.reset();
    m_folder.reset();
}

void TstTwoWitnesses::start(const PreferenceValues &preferences, bool withLists)
{
    auto options = applicationOptions({});
    QVERIFY(options.has_value());
    options->files = {
        m_folder->filePath(QStringLiteral("settings.ini")), m_folder->filePath(QStringLiteral("view.ini"))};
    options->snapshotsFolder = m_folder->filePath(QStringLiteral("snapshots"));
    options->draftsFolder = m_folder->filePath(QStringLiteral("drafts"));
    options->workspaceFolder = m_folder->filePath(QStringLiteral("workspace"));
    options->historyFile = m_folder->filePath(QStringLiteral("history.sqlite"));
    options->project = *Project::compile(parsed(project()));
    options->preferences = preferences;
    if (!withLists)
        options->idLists.reset();
    m_program = std::make_unique<Application>(*options);
    const auto started = m_program->start();
    QVERIFY2(started, started ? "" : qPrintable(started.error().message));
    m_program->window().showPage(QStringLiteral("check"));
    m_program->window().show();
}

QString TstTwoWitnesses::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        QTest::qFail("a test file cannot be written", __FILE__, __LINE__);
    return file.fileName();
}

int TstTwoWitnesses::rowOf(const QString &name) const
{
    const QAbstractItemModel *model = table()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        if (model->index(row, 0).data().toString() == name)
            return row;
    return -1;
}

QVariant TstTwoWitnesses::cell(const QString &name, int column, int role) const
{
    return table()->model()->index(rowOf(name), column).data(role);
}

/// What every row says, without repetition.
QStringList TstTwoWitnesses::agreements() const
{
    QStringList said;
    const QAbstractItemModel *model = table()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        said.append(
            model->index(row, CheckModel::LocalColumn).data(CheckModel::AgreementTextRole).toString());
    said.removeDuplicates();
    return said;
}

void TstTwoWitnesses::everythingAgrees()
{
    start();
    QTRY_COMPARE_WITH_TIMEOUT(table()->model()->rowCount(), 12, witnessPatience);
    QTRY_COMPARE_WITH_TIMEOUT(agreements(), QStringList {QStringLiteral("agrees")}, witnessPatience);
    QCOMPARE(cell(QStringLiteral("checkout_v2"), 0, Qt::AccessibleTextRole).toString(),
        QStringLiteral("checkout_v2, gate, live off, local off, agrees, rule DE rollout"));
    // Another user, as one types: both follow.
    StatsigUser user = m_program->workspace().user();
    user.setText(UserField::Email, QStringLiteral("ana@shop.example"));
    m_program->workspace().setUser(user);
    m_program->window().currentPage()->runPrimaryAction();
    QTRY_COMPARE_WITH_TIMEOUT(cell(QStringLiteral("checkout_v2"), CheckModel::LocalColumn).toString(),
        QStringLiteral("On"), witnessPatience);
    QTRY_COMPARE_WITH_TIMEOUT(agreements(), QStringList {QStringLiteral("agrees")}, witnessPatience);
}

/// Specs from before the roll-out to Germany began and before a value was changed.
void TstTwoWitnesses::openOtherSpecs()
{
    QByteArray older = project();
    older.replace("30nZbFMERV3kQN2dtXXKrU:25.00:3", "30nZbFMERV3kQN2dtXXKrU:10.00:2");
    older.replace("Buy now", "Order");
    QVERIFY(older != project());
    m_program->workspace().openSpecs(write(QStringLiteral("older-specs.json"), older));
}

void TstTwoWitnesses::otherSpecsDifferAndFreshOnesMendIt()
{
    start();
    QTRY_COMPARE_WITH_TIMEOUT(agreements(), QStringList {QStringLiteral("agrees")}, witnessPatience);
    openOtherSpecs();
    QTRY_COMPARE_WITH_TIMEOUT(
        cell(QStringLiteral("checkout_v2"), CheckModel::LocalColumn, CheckModel::AgreementTextRole)
            .toString(),
        QStringLiteral("rule differs"), witnessPatience);
    QTRY_COMPARE_WITH_TIMEOUT(
        cell(QStringLiteral("checkout_button_copy"), CheckModel::LocalColumn, CheckModel::AgreementTextRole)
            .toString(),
        QStringLiteral("differs"), witnessPatience);
    QCOMPARE(
        cell(QStringLiteral("gift_wrap"), CheckModel::LocalColumn, CheckModel::AgreementTextRole).toString(),
        QStringLiteral("agrees"));

    table()->setCurrentIndex(table()->model()->index(rowOf(QStringLiteral("checkout_v2")), 0));
    QTRY_VERIFY_WITH_TIMEOUT(
        button("freshSpecsButton") && button("freshSpecsButton")->isVisible(), witnessPatience);
    QStringList causes;
    for (const auto *cause : m_program->window().findChildren<Sentence *>(QStringLiteral("causeText")))
        causes.append(cause->text());
    const QString said = causes.join(u'\n');
    QVERIFY2(said.contains(QStringLiteral("a rule that these specs do not have")), qPrintable(said));
    QVERIFY2(said.contains(QStringLiteral("from the file older-specs.json")), qPrintable(said));

    button("freshSpecsButton")->click();
    QTRY_COMPARE_WITH_TIMEOUT(agreements(), QStringList {QStringLiteral("agrees")}, witnessPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!button("freshSpecsButton")->isVisible(), witnessPatience);
    QVERIFY(m_program->workspace().specs().fromServer);
}

void TstTwoWitnesses::listsAreMissingUntilTheyAreChosen()
{
    start({}, false);
    QTRY_VERIFY_WITH_TIMEOUT(agreements().contains(QStringLiteral("agrees")), witnessPatience);
    const auto actions = m_program->window().currentPage()->actions();
    for (QAction *action : actions)
        if (action->text() == QStringLiteral("Add segments and holdouts"))
            action->trigger();
    const QString segment = QStringLiteral("vip_customers");
    QTRY_COMPARE_WITH_TIMEOUT(
        cell(segment, CheckModel::LocalColumn).toString(), QStringLiteral("Cannot tell"), witnessPatience);
    QCOMPARE(cell(segment, CheckModel::RuleColumn).toString(), QStringLiteral("ID list not loaded"));
    QCOMPARE(cell(segment, CheckModel::LiveColumn).toString(), QStringLiteral("Local only"));

    PreferenceValues values = m_program->workspace().preferences().values();
    values.idListsFile = write(QStringLiteral("lists.json"), R"({"vip_customers":[]})");
    m_program->workspace().preferences().setValues(values);
    QTRY_COMPARE_WITH_TIMEOUT(
        cell(segment, CheckModel::LocalColumn).toString(), QStringLiteral("Not a member"), witnessPatience);
    QVERIFY(QFile::remove(values.idListsFile));
    m_program->workspace().refreshEvaluationData();
    QTRY_COMPARE_WITH_TIMEOUT(
        cell(segment, CheckModel::LocalColumn).toString(), QStringLiteral("Cannot tell"), witnessPatience);
}

void TstTwoWitnesses::gallery_data()
{
    QTest::addColumn<ThemeChoice>("theme");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("hasLongNames");
    QTest::newRow("light-1440") << ThemeChoice::Light << QSize(1440, 900) << false;
    QTest::newRow("dark-1440") << ThemeChoice::Dark << QSize(1440, 900) << false;
    QTest::newRow("light-1024") << ThemeChoice::Light << QSize(1024, 700) << false;
    QTest::newRow("dark-1024") << ThemeChoice::Dark << QSize(1024, 700) << false;
    QTest::newRow("long-1440") << ThemeChoice::Light << QSize(1440, 900) << true;
    QTest::newRow("long-1024") << ThemeChoice::Dark << QSize(1024, 700) << true;
}

/// Pictures for the eye, where GATESCOPE_GALLERY names a folder; and nothing is wider than its window.
void TstTwoWitnesses::gallery()
{
    QFETCH(ThemeChoice, theme);
    QFETCH(QSize, size);
    QFETCH(bool, hasLongNames);
    m_hasLongNames = hasLongNames;
    PreferenceValues preferences;
    preferences.theme = theme;
    start(preferences, false);
    m_program->window().resize(size);
    QTRY_VERIFY_WITH_TIMEOUT(agreements().contains(QStringLiteral("agrees")), witnessPatience);
    QTest::qWait(0);
    grab(QStringLiteral("agree"));
    const auto actions = m_program->window().currentPage()->actions();
    for (QAction *action : actions)
        if (action->text() == QStringLiteral("Add segments and holdouts"))
            action->trigger();
    m_program->window().findChild<AddField *>()->clearFocus();
    QTRY_COMPARE_WITH_TIMEOUT(cell(QStringLiteral("vip_customers"), CheckModel::LocalColumn).toString(),
        QStringLiteral("Cannot tell"), witnessPatience);
    openOtherSpecs();
    QTRY_VERIFY_WITH_TIMEOUT(agreements().contains(QStringLiteral("rule differs")), witnessPatience);
    for (const char *name : {"checkout_v2", "checkout_button_copy", "vip_customers", "beta_testers"}) {
        const bool isRenamed = hasLongNames && QByteArray(name) == "checkout_button_copy";
        const QModelIndex index = table()->model()->index(
            isRenamed ? rowOf(QStringLiteral("checkout_flow")) : rowOf(QLatin1String(name)), 0);
        table()->setCurrentIndex(index);
        table()->scrollTo(index);
        QTest::qWait(50);
        grab(QLatin1String(name));
        m_program->window().findChild<QAction *>(QStringLiteral("whyAction"))->trigger();
        auto *count = m_program->window().findChild<StatusText *>(QStringLiteral("flipCount"));
        QTRY_VERIFY_WITH_TIMEOUT(!count->text().contains(QStringLiteral("trying")), witnessPatience);
        QTest::qWait(50);
        grab(QStringLiteral("why-") + QLatin1String(name));
        QCOMPARE(m_program->window().size(), size);
        QVERIFY(m_program->window().currentPage()->leaveFilter());
    }
    Q_EMIT m_program->window().currentPage()->pageRequested(QStringLiteral("evaluation"), {});
    auto *settings = m_program->window().findChild<SettingsDialog *>();
    QVERIFY(settings);
    QTest::qWait(0);
    if (const QString folder = qEnvironmentVariable("GATESCOPE_GALLERY"); !folder.isEmpty())
        settings->grab().save(folder + QStringLiteral("/witness-settings-")
            + QLatin1String(QTest::currentDataTag()) + QStringLiteral(".png"));
    QCOMPARE(m_program->window().size(), size);
}

void TstTwoWitnesses::grab(const QString &name) const
{
    QCOMPARE(table()->horizontalScrollBar()->maximum(), 0);
    const QString folder = qEnvironmentVariable("GATESCOPE_GALLERY");
    if (folder.isEmpty())
        return;
    QVERIFY(m_program->window().grab().save(folder + QStringLiteral("/witness-") + name + u'-'
        + QLatin1String(QTest::currentDataTag()) + QStringLiteral(".png")));
}

GATESCOPE_TEST(TstTwoWitnesses)
#include "tst_twowitnesses.moc"
