// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/fakeports.h>
#include <tests/support/fakestatsigapi.h>
#include <tests/support/testregistry.h>

#include <models/ports/countrylookup.h>
#include <ui/composer/attributemodel.h>
#include <ui/composer/attributetable.h>
#include <ui/composer/composer.h>
#include <ui/composer/lintbar.h>
#include <ui/composer/userlinter.h>
#include <ui/theme/theme.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/cellroles.h>
#include <ui/workspace.h>

#include <QAccessible>
#include <QAction>
#include <QLineEdit>
#include <QPointer>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>
#include <QThreadPool>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

constexpr int lintPatience = 30000;

/// A user with whom nothing is wrong in the sample project.
constexpr auto tomJson =
    R"({"userID":"u_50977","userAgent":"Mozilla/5.0","country":"FR","appVersion":"4.12.0",)"
    R"("custom":{"level":7,"plan":"gold"},)"
    R"("customIDs":{"stableID":"a81e-502d-77c9","companyID":"acme-eu"}})";

/// Every address is German.
class Germany : public CountryLookup
{
public:
    std::optional<std::string> country(std::string_view) const override { return "DE"; }
};

/// Takes its time over one address.
class SlowAtlas : public CountryLookup
{
public:
    static constexpr auto slowAddress = "203.0.113.24";

    std::optional<std::string> country(std::string_view address) const override
    {
        if (address == slowAddress) {
            m_asked.release();
            m_answer.acquire();
        }
        return std::nullopt;
    }
    bool isAsked() const { return m_asked.available() > 0; }
    void answer() const { m_answer.release(); }

private:
    mutable QSemaphore m_asked;
    mutable QSemaphore m_answer;
};

/// Specs with one rule, on the country of the IP address.
constexpr auto countrySpecs =
    R"({"time":1,"has_updates":true,"feature_gates":{"shop":{"type":"feature_gate",
        "entity":"feature_gate","salt":"s","enabled":true,"defaultValue":false,"idType":"userID","rules":[{"id":"r",
        "name":"DE","salt":"","passPercentage":100,"returnValue":true,"idType":"userID","conditions":["c"]}]}},
        "dynamic_configs":{},"layer_configs":{},"experiment_to_layer":{},"condition_map":{"c":{"type":"ip_based",
        "field":"country","operator":"any","targetValue":["DE"],"additionalValues":{},"idType":"userID"}}})";

} // namespace

/// What the composer says of its user with the specs at hand, and what a click on it does.
class TstComposerLint : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void saysNothingOfAGoodUser();
    void mendsARow();
    void waitsForAPause();
    void leavingTheFieldEndsTheWait();
    void undoIsLintedAtOnce();
    void generatesAnId();
    void movesTheOnlyRow();
    void hintsAreQuiet();
    void privacyIsSaidOnce();
    void tierOfTheConnection();
    void countriesThatAreKnown();
    void marksOtherMembers();
    void goesFromWarningToWarning();
    void lateAnswersAreDropped();
    void nothingIsMendedOfAnotherUser();
    void followsALink();
    void oldSpecsAreForgotten();
    void typingAndLintSayItOnce();
    void manyAreCut();
    void readsWarningsOutOnce();
    void everythingHasAName();
    void tabOrderIsVisual();
    void pictures_data();
    void pictures();

private:
    void setUser(const char *json);
    void openSpecs(const char *json);
    void settle() const;
    int warningCount() const;
    QString userJson() const { return QString::fromUtf8(m_workspace->user().toJson()); }
    QLineEdit *field(const char *name) const;
    AttributeTable *table(const char *name) const;
    QList<LintBar *> bars() const;
    QStringList said() const;
    ActionButton *link(const char *objectName) const;
    void edit(const char *tableName, int row, AttributeModel::Column column, const char *text) const;

    std::unique_ptr<FakeConnectionStore> m_connections;
    std::unique_ptr<FakePreferences> m_preferences;
    std::unique_ptr<FakeSecretStore> m_secrets;
    std::unique_ptr<FakeEvaluationData> m_evaluationData;
    std::unique_ptr<FakeStatsigApi> m_api;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Composer> m_composer;
};

void TstComposerLint::initTestCase()
{
    Theme::install({});
    QThreadPool::globalInstance()->setMaxThreadCount(4); // one run may wait for another
}

void TstComposerLint::init()
{
    m_connections = std::make_unique<FakeConnectionStore>();
    m_preferences = std::make_unique<FakePreferences>();
    m_secrets = std::make_unique<FakeSecretStore>();
    m_evaluationData = std::make_unique<FakeEvaluationData>();
    m_api = std::make_unique<FakeStatsigApi>();
    Connection sandbox;
    sandbox.id = QStringLiteral("sandbox");
    sandbox.name = QStringLiteral("Sandbox");
    sandbox.tier = QStringLiteral("development");
    sandbox.builtIn = true;
    m_workspace = std::make_unique<Workspace>(
        Workspace::Ports {*m_api, *m_secrets, *m_connections, *m_preferences, m_evaluationData.get()},
        sandbox);
    m_composer = std::make_unique<Composer>(*m_workspace);
    m_composer->resize(320, 900);
    m_composer->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_composer.get()));
    m_workspace->openSpecs(QStringLiteral(GATESCOPE_SOURCE_DIR "/resources/sample/sample-project.json"));
    QTRY_VERIFY_WITH_TIMEOUT(m_workspace->specs().project != nullptr, lintPatience);
    // The user agent is what a rule of the sample reads, so that its index is there when this is said.
    setUser(R"({"userID":"u","customIDs":{"stableID":"s"}})");
    QTRY_VERIFY_WITH_TIMEOUT(said().join(u' ').contains(QStringLiteral("userAgent is empty")), lintPatience);
    setUser("{}");
    QCOMPARE(said(), QStringList());
}

void TstComposerLint::cleanup()
{
    m_composer.reset();
    m_workspace.reset();
}

void TstComposerLint::setUser(const char *json)
{
    const auto user = StatsigUser::fromJson(QByteArray(json));
    QVERIFY(user.has_value());
    m_workspace->setUser(*user);
}

void TstComposerLint::openSpecs(const char *json)
{
    QTemporaryFile specs;
    QVERIFY(specs.open());
    specs.write(json);
    specs.close();
    const ProjectPtr before = m_workspace->specs().project;
    m_workspace->openSpecs(specs.fileName());
    QTRY_VERIFY_WITH_TIMEOUT(m_workspace->specs().project != before, lintPatience);
}

/// Until the run that is under way has told what it found.
void TstComposerLint::settle() const
{
    const auto *linter = m_composer->findChild<UserLinter *>();
    QTRY_VERIFY_WITH_TIMEOUT(!linter->isLinting(), lintPatience);
}

int TstComposerLint::warningCount() const
{
    settle();
    return m_composer->warningCount();
}

QLineEdit *TstComposerLint::field(const char *name) const
{
    return m_composer->findChild<QLineEdit *>(QLatin1String(name) + QLatin1String("Field"));
}

AttributeTable *TstComposerLint::table(const char *name) const
{
    return m_composer->findChild<AttributeTable *>(QLatin1String(name) + QLatin1String("Table"));
}

/// From top to bottom.
QList<LintBar *> TstComposerLint::bars() const
{
    settle();
    QCoreApplication::processEvents(); // layouts
    QList<LintBar *> bars = m_composer->findChildren<LintBar *>();
    bars.removeIf([](const LintBar *bar) { return bar->isHidden(); });
    std::ranges::sort(
        bars, {}, [this](const LintBar *bar) { return bar->mapTo(m_composer.get(), QPoint()).y(); });
    return bars;
}

QStringList TstComposerLint::said() const
{
    QStringList sentences;
    for (const LintBar *bar : bars())
        sentences << bar->accessibleName();
    return sentences;
}

ActionButton *TstComposerLint::link(const char *objectName) const
{
    for (const LintBar *bar : bars())
        if (auto *link = bar->findChild<ActionButton *>(QLatin1String(objectName)))
            return link;
    return nullptr;
}

/// Types into a cell as somebody at the keyboard does.
void TstComposerLint::edit(
    const char *tableName, int row, AttributeModel::Column column, const char *text) const
{
    AttributeTable *view = table(tableName);
    const QModelIndex cell = view->model()->index(row, column);
    view->setFocus();
    view->setCurrentIndex(cell);
    view->edit(cell);
    auto *editor = qobject_cast<QLineEdit *>(view->indexWidget(cell));
    QVERIFY(editor != nullptr);
    editor->selectAll();
    QTest::keyClicks(editor, QLatin1String(text));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(view->indexWidget(cell) == nullptr, lintPatience);
}

void TstComposerLint::saysNothingOfAGoodUser()
{
    setUser(tomJson);
    QCOMPARE(said(), QStringList());
    QCOMPARE(warningCount(), 0);
    QVERIFY(!m_composer->findChild<ActionButton *>(QStringLiteral("warningMark"))->isVisible());
}

void TstComposerLint::mendsARow()
{
    setUser(tomJson);
    edit("custom", 0, AttributeModel::Value, "1,000");
    QCOMPARE(said(),
        QStringList({QStringLiteral("Warning: level is the text 1,000; rule “Gold tier” of checkout_v2 "
                                    "compares numbers and cannot match.")}));
    // Under its table, marked in its row, counted above.
    const QWidget *bar = bars().first();
    QVERIFY(bar->mapTo(m_composer.get(), QPoint()).y()
        > table("custom")->mapTo(m_composer.get(), QPoint(0, table("custom")->height() - 1)).y());
    const QModelIndex key = table("custom")->model()->index(0, AttributeModel::Key);
    QCOMPARE(key.data(CellRole::NoteIcon), toVariant(Theme::Icon::Warning));
    QVERIFY(key.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("cannot match")));
    QCOMPARE(m_composer->findChild<ActionButton *>(QStringLiteral("warningMark"))->text(),
        QStringLiteral("1 warning"));
    QCOMPARE(warningCount(), 1);

    const QString before = userJson();
    QCOMPARE(link("mendLink")->text(), QStringLiteral("Make it the number 1000"));
    QTest::mouseClick(link("mendLink"), Qt::LeftButton);
    QVERIFY2(userJson().contains(QStringLiteral(R"("level":1000,)")), qPrintable(userJson()));
    const auto *rows = qobject_cast<AttributeModel *>(table("custom")->model());
    QCOMPARE(rows->type(0), ValueType::Number);
    QCOMPARE(said(), QStringList());
    QCOMPARE(warningCount(), 0);
    m_composer->undoAction()->trigger(); // one step
    QCOMPARE(userJson(), before);
    QCOMPARE(said().size(), 1);
    m_composer->redoAction()->trigger();
    QVERIFY(userJson().contains(QStringLiteral(R"("level":1000,)")));
}

void TstComposerLint::waitsForAPause()
{
    setUser(tomJson);
    QLineEdit *version = field("appVersion");
    version->setFocus();
    version->selectAll();
    QTest::keyClicks(version, QStringLiteral("v4.12.0"));
    QCOMPARE(m_workspace->user().text(UserField::AppVersion), QStringLiteral("v4.12.0"));
    QCOMPARE(warningCount(), 0); // nothing moves under who types
    QTRY_COMPARE_WITH_TIMEOUT(warningCount(), 1, lintPatience);
    QVERIFY2(said().first().contains(QStringLiteral("compare versions and cannot match")),
        qPrintable(said().first()));
    QVERIFY(version->accessibleDescription().contains(QStringLiteral("cannot match")));
    QTest::mouseClick(link("mendLink"), Qt::LeftButton);
    QCOMPARE(version->text(), QStringLiteral("4.12.0"));
    QCOMPARE(warningCount(), 0);
    QCOMPARE(version->accessibleDescription(), QString());
    m_composer->undoAction()->trigger();
    QCOMPARE(version->text(), QStringLiteral("v4.12.0"));
}

void TstComposerLint::leavingTheFieldEndsTheWait()
{
    setUser(tomJson);
    QLineEdit *version = field("appVersion");
    version->selectAll();
    QTest::keyClicks(version, QStringLiteral("beta"));
    QCOMPARE(warningCount(), 0);
    QTest::keyClick(version, Qt::Key_Return);
    QCOMPARE(warningCount(), 1);
}

void TstComposerLint::undoIsLintedAtOnce()
{
    setUser(tomJson);
    QTest::keyClicks(field("appVersion"), QStringLiteral("x"));
    QCOMPARE(warningCount(), 0);
    m_composer->undoAction()->trigger();
    m_composer->redoAction()->trigger();
    QCOMPARE(warningCount(), 1);
    m_composer->undoAction()->trigger();
    QCOMPARE(warningCount(), 0);
}

void TstComposerLint::generatesAnId()
{
    setUser(R"({"userID":"u","userAgent":"Mozilla/5.0","customIDs":{"companyID":"acme-eu"}})");
    QCOMPARE(said(),
        QStringList({QStringLiteral("Warning: stableID is missing: price_badge buckets by it, and users "
                                    "without it share one bucket.")}));
    QTest::keyClick(link("mendLink"), Qt::Key_Space);
    QCOMPARE(table("customIDs")->model()->rowCount(), 2);
    QCOMPARE(m_workspace->user().table(UserTable::CustomIds).last().key, QStringLiteral("stableID"));
    QCOMPARE(said(), QStringList());
    QCOMPARE(m_composer->focusWidget(), table("customIDs"));
    QCOMPARE(table("customIDs")->currentIndex().row(), 1);
    m_composer->undoAction()->trigger();
    QCOMPARE(table("customIDs")->model()->rowCount(), 1);
}

void TstComposerLint::movesTheOnlyRow()
{
    setUser(R"({"userID":"u","userAgent":"x","custom":{"Country":"FR"},"customIDs":{"stableID":"s"}})");
    QVERIFY2(
        said().value(0).contains(QStringLiteral("Did you mean country")), qPrintable(said().join(u'\n')));
    QTest::mouseClick(link("mendLink"), Qt::LeftButton);
    QCOMPARE(field("country")->text(), QStringLiteral("FR"));
    QCOMPARE(table("custom")->model()->rowCount(), 0);
    QCOMPARE(said(), QStringList());
    QCOMPARE(m_composer->focusWidget()->objectName(), QStringLiteral("customAddButton"));
}

void TstComposerLint::hintsAreQuiet()
{
    QSignalSpy counts(m_composer.get(), &Composer::warningCountChanged);
    setUser(tomJson);
    edit("custom", 0, AttributeModel::Value, "7");
    auto *rows = qobject_cast<AttributeModel *>(table("custom")->model());
    QVERIFY(rows->setData(rows->index(0, AttributeModel::Type), int(ValueType::Text)));
    QCOMPARE(said(),
        QStringList({QStringLiteral("Hint: level is text, read as the number 7; rule “Gold tier” of "
                                    "checkout_v2 compares numbers.")}));
    QCOMPARE(warningCount(), 0);
    QCOMPARE(counts.count(), 0);
    QCOMPARE(m_composer->findChild<ActionButton *>(QStringLiteral("warningMark"))->text(),
        QStringLiteral("1 hint"));
    const QModelIndex key = rows->index(0, AttributeModel::Key);
    QCOMPARE(key.data(CellRole::NoteIcon), toVariant(Theme::Icon::Info));
    QTest::mouseClick(link("mendLink"), Qt::LeftButton);
    QCOMPARE(rows->type(0), ValueType::Number);
    QCOMPARE(said(), QStringList());
}

void TstComposerLint::privacyIsSaidOnce()
{
    setUser(R"({"userID":"u","email":"a@b.example","userAgent":"x","customIDs":{"stableID":"s"}})");
    QCOMPARE(said().size(), 1);
    QTest::mouseClick(link("mendLink"), Qt::LeftButton);
    QCOMPARE(userJson(),
        QStringLiteral(R"({"userID":"u","userAgent":"x","privateAttributes":{"email":"a@b.example"},)"
                       R"("customIDs":{"stableID":"s"}})"));
    QCOMPARE(said(), QStringList());
    m_composer->undoAction()->trigger();
    QCOMPARE(field("email")->text(), QStringLiteral("a@b.example"));
    QCOMPARE(said().size(), 1);
    QTest::mouseClick(link("leaveLink"), Qt::LeftButton);
    QCOMPARE(said(), QStringList());
    m_composer = std::make_unique<Composer>(*m_workspace); // and not in the next run
    m_composer->show();
    QCOMPARE(said().filter(QStringLiteral("logged")), QStringList());
}

void TstComposerLint::tierOfTheConnection()
{
    setUser(
        R"({"userID":"u","userAgent":"x","customIDs":{"stableID":"s"},"statsigEnvironment":{"tier":"prod"}})");
    QVERIFY2(said().value(0).startsWith(
                 QStringLiteral("Warning: No rule names the tier prod. Did you mean production")),
        qPrintable(said().join(u'\n')));
    QTest::mouseClick(link("mendLink"), Qt::LeftButton);
    QCOMPARE(m_workspace->user().tier(), QStringLiteral("production"));
    QCOMPARE(said(), QStringList());
}

void TstComposerLint::countriesThatAreKnown()
{
    openSpecs(countrySpecs);
    setUser(R"({"userID":"u","ip":"203.0.113.24"})");
    QTRY_COMPARE_WITH_TIMEOUT(said(),
        QStringList(
            {QStringLiteral("Hint: country is empty, and the country of 203.0.113.24 is not known here, so "
                            "rule “DE” of shop cannot be told locally.")}),
        lintPatience);
    EvaluationDataState state;
    state.countries = std::make_shared<const Germany>();
    m_evaluationData->setState(state);
    QCOMPARE(said(), QStringList());
    m_evaluationData->setState({});
    QCOMPARE(said().size(), 1);
}

void TstComposerLint::marksOtherMembers()
{
    setUser(R"({"userId":"u","userAgent":"x","customIDs":{"stableID":"s"}})");
    const QStringList sentences = said();
    QCOMPARE(
        sentences.last(), QStringLiteral("Warning: userId is no field of the API. Did you mean userID?"));
    QTest::mouseClick(bars().last()->findChild<ActionButton *>(QStringLiteral("mendLink")), Qt::LeftButton);
    QCOMPARE(field("userID")->text(), QStringLiteral("u"));
    QCOMPARE(said(), QStringList());
}

void TstComposerLint::goesFromWarningToWarning()
{
    setUser(R"({"userID":"u","userAgent":"x","country":"Germany","appVersion":"beta",)"
            R"("custom":{"a":1,"level":"many"},"customIDs":{"stableID":"s"}})");
    QCOMPARE(warningCount(), 3);
    m_composer->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_composer.get()));
    const auto focused = [this] { return m_composer->focusWidget(); };
    m_composer->showNextWarning(1);
    QCOMPARE(focused(), field("country"));
    m_composer->findChild<ActionButton *>(QStringLiteral("warningMark"))->click();
    QCOMPARE(focused(), field("appVersion"));
    m_composer->showNextWarning(1);
    QCOMPARE(focused(), table("custom"));
    QCOMPARE(table("custom")->currentIndex().row(), 1);
    m_composer->showNextWarning(1); // round
    QCOMPARE(focused(), field("country"));
    m_composer->showNextWarning(-1);
    QCOMPARE(focused(), table("custom"));
}

void TstComposerLint::lateAnswersAreDropped()
{
    openSpecs(countrySpecs);
    setUser(R"({"userID":"u"})");
    QTRY_VERIFY_WITH_TIMEOUT(said().join(u' ').contains(QStringLiteral("“DE” of shop")), lintPatience);
    const auto atlas = std::make_shared<const SlowAtlas>();
    EvaluationDataState state;
    state.countries = atlas;
    const auto neverWaits = qScopeGuard([atlas] { atlas->answer(); });
    m_evaluationData->setState(state);
    setUser(R"({"userID":"u","country":"Germany"})");
    const QStringList before = said();
    QCOMPARE(before.size(), 1);
    auto *linter = m_composer->findChild<UserLinter *>();
    QSignalSpy found(linter, &UserLinter::findingsChanged);

    setUser(R"({"userID":"u ","ip":"203.0.113.24"})"); // two findings, if it could tell
    QTRY_VERIFY_WITH_TIMEOUT(atlas->isAsked(), lintPatience);
    QVERIFY(linter->isLinting());
    QVERIFY(!linter->isCurrent());
    setUser(R"({"userID":"u","country":"Denmark","appVersion":"beta"})");
    QTRY_VERIFY_WITH_TIMEOUT(linter->isCurrent(), lintPatience);
    QCOMPARE(found.count(), 1);
    const QStringList now = said();
    QCOMPARE(now.size(), 2);
    atlas->answer();
    QVERIFY(QThreadPool::globalInstance()->waitForDone(lintPatience));
    QCoreApplication::processEvents();
    QCOMPARE(said(), now);
    QCOMPARE(found.count(), 1);
}

void TstComposerLint::nothingIsMendedOfAnotherUser()
{
    setUser(R"({"userID":"u","userAgent":"x","custom":{"level":"1,000"},"customIDs":{"stableID":"s"}})");
    QCOMPARE(link("mendLink")->text(), QStringLiteral("Make it the number 1000"));
    ActionButton *const mend = link("mendLink");
    setUser(R"({"userID":"u","userAgent":"x","custom":{"level":"2,000"},"customIDs":{"stableID":"s"}})");
    QTest::mouseClick(mend, Qt::LeftButton); // before this user was looked at
    QVERIFY2(userJson().contains(QStringLiteral(R"("level":"2,000")")), qPrintable(userJson()));
    settle();
    QTest::mouseClick(link("mendLink"), Qt::LeftButton);
    QVERIFY2(userJson().contains(QStringLiteral(R"("level":2000)")), qPrintable(userJson()));
}

void TstComposerLint::followsALink()
{
    setUser(tomJson);
    edit("custom", 0, AttributeModel::Value, "many");
    QSignalSpy asked(m_composer.get(), &Composer::entityRequested);
    QWidget *sentence = nullptr;
    for (QWidget *child : bars().first()->findChildren<QWidget *>())
        if (child->focusPolicy() == Qt::StrongFocus && qobject_cast<ActionButton *>(child) == nullptr)
            sentence = child;
    QVERIFY(sentence != nullptr);
    QTest::keyClick(sentence, Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().value<EntityRef>(),
        (EntityRef {SpecTable::FeatureGates, QStringLiteral("checkout_v2")}));
}

void TstComposerLint::oldSpecsAreForgotten()
{
    setUser(tomJson);
    edit("custom", 0, AttributeModel::Value, "many");
    QVERIFY(said().first().contains(QStringLiteral("checkout_v2")));
    Connection other;
    other.id = QStringLiteral("other");
    other.tier = QStringLiteral("staging");
    m_workspace->saveConnection(other);
    m_workspace->selectConnection(other.id);
    QVERIFY(!m_workspace->specs().project);
    // What was typed is still no number.
    QCOMPARE(said(), QStringList({QStringLiteral("Warning: level is not a number, so it is sent as text.")}));
}

void TstComposerLint::typingAndLintSayItOnce()
{
    setUser(tomJson);
    // A number by its type, but not by its text: it goes out as text, which the rule cannot compare.
    edit("custom", 0, AttributeModel::Value, "84,50");
    QCOMPARE(qobject_cast<AttributeModel *>(table("custom")->model())->type(0), ValueType::Number);
    QCOMPARE(said().size(), 1);
    QTest::mouseClick(link("mendLink"), Qt::LeftButton);
    QVERIFY2(userJson().contains(QStringLiteral(R"("level":84.5,)")), qPrintable(userJson()));
    // Where no rule reads it, the typing has the word.
    m_composer->findChild<ActionButton *>(QStringLiteral("customAddButton"))->click();
    auto *rows = qobject_cast<AttributeModel *>(table("custom")->model());
    rows->setData(rows->index(2, AttributeModel::Value), QStringLiteral("5"));
    QCOMPARE(said(), QStringList({QStringLiteral("Warning: A row without a key is left out.")}));
    QCOMPARE(rows->index(2, AttributeModel::Key).data(CellRole::NoteIcon), toVariant(Theme::Icon::Warning));
}

void TstComposerLint::manyAreCut()
{
    setUser(R"({"userID":"u","userAgent":"x","custom":{"a":1,"a":2,"a":3,"a":4,"a":5,"a":6,"a":7},)"
            R"("customIDs":{"stableID":"s"}})");
    QCOMPARE(warningCount(), 6);
    QCOMPARE(bars().size(), 3);
    for (auto *button : m_composer->findChildren<ActionButton *>())
        if (button->text() == QStringLiteral("Show 3 more"))
            button->click();
    QCOMPARE(bars().size(), 6);
}

void TstComposerLint::readsWarningsOutOnce()
{
    setUser(tomJson);
    edit("custom", 0, AttributeModel::Value, "many");
    const QPointer<LintBar> bar = bars().first();
    QVERIFY(bar->isAnnounced());
    // The same bar stands there whatever else happens, so that it is not news again.
    m_composer->hide();
    m_composer->show();
    edit("custom", 1, AttributeModel::Value, "black");
    QCOMPARE(bars(), QList<LintBar *>({bar.data()}));
    StatsigUser user = m_workspace->user();
    user.setTable(
        UserTable::Custom, {{QStringLiteral("plan"), "\"gold\""}, {QStringLiteral("level"), "\"many\""}});
    m_workspace->setUser(user);
    QCOMPARE(bars(), QList<LintBar *>({bar.data()}));
    // A hint does not interrupt.
    setUser(R"({"userID":"u","custom":{"level":"7"},"userAgent":"x","customIDs":{"stableID":"s"}})");
    QCOMPARE(bars().size(), 1);
    QVERIFY(!bars().first()->isAnnounced());
}

namespace {

constexpr auto faultyJson =
    R"({"userID":"u_48213","email":"mina.keller@example.com","country":"Germany","appVersion":"v4.12.0",)"
    R"("plann":"gold","statsigEnvironment":{"tier":"prod"},"custom":{"level":"1,000","plann":"gold","cart_total":84.50},)"
    R"("privateAttributes":{"crm_id":"C-90311"},"customIDs":{"stableId":"7f3c-19aa-e04b","companyID":"acme-eu"}})";

} // namespace

void TstComposerLint::everythingHasAName()
{
    setUser(faultyJson);
    QVERIFY(bars().size() > 6);
    for (const QWidget *widget : m_composer->findChildren<QWidget *>()) {
        if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0)
            continue;
        QAccessibleInterface *accessible =
            QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(),
            qPrintable(QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
    // A link by its words alone may be any; what it is about is its description.
    QVERIFY(!link("mendLink")->accessibleDescription().isEmpty());
}

void TstComposerLint::tabOrderIsVisual()
{
    setUser(faultyJson);
    m_composer->resize(320, 1600);
    QVERIFY(bars().size() > 6);
    QPoint last(0, -1);
    QString lastName;
    for (const QWidget *widget = m_composer->nextInFocusChain(); widget != m_composer.get();
        widget = widget->nextInFocusChain()) {
        if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0
            || widget->focusProxy() != nullptr)
            continue;
        const QPoint place = widget->mapTo(m_composer.get(), widget->rect().center());
        const QString name = widget->objectName() + QLatin1String(widget->metaObject()->className());
        const bool sameLine = qAbs(place.y() - last.y()) < 12;
        QVERIFY2(sameLine ? place.x() >= last.x() : place.y() > last.y(),
            qPrintable(name + u" after " + lastName));
        last = place;
        lastName = name;
    }
    QVERIFY(last.y() > 0);
}

void TstComposerLint::pictures_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("percent");
    QTest::newRow("light") << false << 100;
    QTest::newRow("dark") << true << 100;
    QTest::newRow("light-150") << false << 150;
}

void TstComposerLint::pictures()
{
    QFETCH(bool, dark);
    QFETCH(int, percent);
    PreferenceValues look;
    look.theme = dark ? ThemeChoice::Dark : ThemeChoice::Light;
    look.fontPercent = percent;
    Theme::instance().apply(look);
    const QString folder = qEnvironmentVariable("GATESCOPE_GALLERY");
    const auto save = [&](const char *name, int height) {
        m_composer->resize(320 * percent / 100, height * percent / 100);
        for (int turn = 0; turn < 5; ++turn) // layouts in layouts
            QCoreApplication::processEvents();
        const QPixmap picture = m_composer->grab();
        QVERIFY(!picture.isNull());
        if (!folder.isEmpty())
            QVERIFY(picture.save(QStringLiteral("%1/lint-%2-%3.png")
                    .arg(folder, QLatin1String(name), QLatin1String(QTest::currentDataTag()))));
    };
    setUser(tomJson);
    edit("custom", 0, AttributeModel::Value, "1,000");
    save("one", 760);
    setUser(faultyJson);
    save("many", 1280);
    setUser(R"({"userID":"u_1","custom":{"level":"3"}})");
    save("hints", 760);
    Theme::instance().apply({});
}

GATESCOPE_TEST(TstComposerLint)
#include "tst_composerlint.moc"
