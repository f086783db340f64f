// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/fakeports.h>
#include <tests/support/fakestatsigapi.h>
#include <tests/support/testregistry.h>

#include <ui/composer/attributemodel.h>
#include <ui/composer/attributetable.h>
#include <ui/composer/composer.h>
#include <ui/composer/userlinter.h>
#include <ui/personas/personabook.h>
#include <ui/composer/userimport.h>
#include <ui/theme/theme.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/cellroles.h>
#include <ui/widgets/codeview.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/segmented.h>
#include <ui/workspace.h>

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gatescope;

/// The composer over a real Workspace with ports in memory.
class TstComposer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void formWritesTheUser();
    void jsonWritesTheForm();
    void formAndJsonStayInStep();
    void numbersKeepTheirText();
    void typesOfRows();
    void notANumberIsSentAsText();
    void duplicateKeysWarn();
    void rowsAreRemoved();
    void tabMovesBetweenCells();
    void typingIsOneUndoStep();
    void tierOfTheTopBarIsUndoable();
    void invalidJsonKeepsTheForm();
    void unknownFieldsAreKept();
    void dropsAFile();
    void refusesHostileInput_data();
    void refusesHostileInput();
    void pastesARequestBody();
    void warningsAreCountedAndFound();
    void usesASample();
    void everythingFocusableHasAName();
    void tabOrderIsVisual();
    void pictures_data();
    void pictures();

private:
    QLineEdit *field(const char *name) const;
    AttributeTable *table(const char *name) const;
    AttributeModel *rows(const char *name) const;
    CodeText *json() const;
    void showJson(bool shown);
    void setUser(const char *json);
    QString userJson() const;

    std::unique_ptr<Test::FakeConnectionStore> m_connections;
    std::unique_ptr<Test::FakePreferences> m_preferences;
    std::unique_ptr<Test::FakeSecretStore> m_secrets;
    std::unique_ptr<Test::FakeStatsigApi> m_api;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Composer> m_composer;
};

namespace {

PreferenceValues composerLook(bool dark, int percent)
{
    PreferenceValues values;
    values.theme = dark ? ThemeChoice::Dark : ThemeChoice::Light;
    values.fontPercent = percent;
    return values;
}

Connection sandboxConnection()
{
    Connection sandbox;
    sandbox.id = QStringLiteral("sandbox");
    sandbox.name = QStringLiteral("Sandbox");
    sandbox.tier = QStringLiteral("development");
    sandbox.builtIn = true;
    return sandbox;
}

constexpr auto minaJson = R"({"userID":"u_48213","email":"mina.keller@example.com","ip":"203.0.113.24",)"
                          R"("country":"DE","locale":"de-DE","appVersion":"4.12.0",)"
                          R"("custom":{"level":"3","plan":"gold","cart_total":84.50},)"
                          R"("privateAttributes":{"crm_id":"C-90311"},)"
                          R"("customIDs":{"stableID":"7f3c-19aa-e04b","companyID":"acme-eu"}})";

} // namespace

void TstComposer::initTestCase()
{
    Theme::install(composerLook(false, 100));
}

void TstComposer::init()
{
    m_connections = std::make_unique<Test::FakeConnectionStore>();
    m_preferences = std::make_unique<Test::FakePreferences>();
    m_secrets = std::make_unique<Test::FakeSecretStore>();
    m_api = std::make_unique<Test::FakeStatsigApi>();
    m_workspace = std::make_unique<Workspace>(
        Workspace::Ports {*m_api, *m_secrets, *m_connections, *m_preferences}, sandboxConnection());
    m_composer = std::make_unique<Composer>(*m_workspace);
    m_composer->resize(320, 760);
    m_composer->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_composer.get()));
}

void TstComposer::cleanup()
{
    m_composer.reset();
    m_workspace.reset();
    m_api.reset();
}

QLineEdit *TstComposer::field(const char *name) const
{
    return m_composer->findChild<QLineEdit *>(QLatin1String(name) + QLatin1String("Field"));
}

AttributeTable *TstComposer::table(const char *name) const
{
    return m_composer->findChild<AttributeTable *>(QLatin1String(name) + QLatin1String("Table"));
}

AttributeModel *TstComposer::rows(const char *name) const
{
    return qobject_cast<AttributeModel *>(table(name)->model());
}

CodeText *TstComposer::json() const
{
    return m_composer->findChild<CodeText *>(QStringLiteral("userJsonEdit"));
}

void TstComposer::showJson(bool shown)
{
    m_composer->findChild<Segmented *>()->segment(shown ? 1 : 0)->click();
}

void TstComposer::setUser(const char *json)
{
    const auto user = userFromJson(json);
    QVERIFY2(user.has_value(), qPrintable(user ? QString() : user.error().message));
    m_workspace->setUser(*user);
}

QString TstComposer::userJson() const
{
    return QString::fromUtf8(m_workspace->user().toJson());
}

void TstComposer::formWritesTheUser()
{
    QTest::keyClicks(field("userID"), QStringLiteral("u_1"));
    QTest::keyClicks(field("country"), QStringLiteral("DE"));
    auto *tier = m_composer->findChild<QComboBox *>(QStringLiteral("environmentField"));
    QTest::keyClicks(tier->lineEdit(), QStringLiteral("qa-7"));
    QCOMPARE(userJson(),
        QStringLiteral(R"({"userID":"u_1","country":"DE","statsigEnvironment":{"tier":"qa-7"}})"));
    field("country")->selectAll();
    QTest::keyClick(field("country"), Qt::Key_Delete);
    QCOMPARE(userJson(), QStringLiteral(R"({"userID":"u_1","statsigEnvironment":{"tier":"qa-7"}})"));
}

void TstComposer::jsonWritesTheForm()
{
    showJson(true);
    json()->setPlainText(QString::fromUtf8(minaJson));
    showJson(false);
    QCOMPARE(field("userID")->text(), QStringLiteral("u_48213"));
    QCOMPARE(field("email")->text(), QStringLiteral("mina.keller@example.com"));
    QCOMPARE(rows("custom")->rowCount(), 3);
    QCOMPARE(rows("privateAttributes")->rowCount(), 1);
    QCOMPARE(rows("customIDs")->rowCount(), 2);
    QCOMPARE(userJson(), QString::fromUtf8(minaJson));
}

void TstComposer::formAndJsonStayInStep()
{
    setUser(minaJson);
    QCOMPARE(field("userID")->text(), QStringLiteral("u_48213"));
    showJson(true);
    QVERIFY(json()->toPlainText().contains(QStringLiteral("\"userID\": \"u_48213\"")));
    // What is typed stays as typed, although the user it stands for would be written otherwise.
    json()->setPlainText(QStringLiteral("{ \"userID\" :\"u_2\" }"));
    QCOMPARE(userJson(), QStringLiteral(R"({"userID":"u_2"})"));
    QCOMPARE(json()->toPlainText(), QStringLiteral("{ \"userID\" :\"u_2\" }"));
    QCOMPARE(field("userID")->text(), QStringLiteral("u_2"));
    QVERIFY(table("custom") == nullptr || rows("custom")->rowCount() == 0);
    showJson(false);
    field("userID")->end(false);
    QTest::keyClicks(field("userID"), QStringLiteral("3"));
    showJson(true);
    QVERIFY(json()->toPlainText().contains(QStringLiteral("u_23")));
}

void TstComposer::numbersKeepTheirText()
{
    setUser(R"({"userID":"a","custom":{"price":84.50,"big":12345678901234567890,"exp":1E+2}})");
    AttributeModel *custom = rows("custom");
    QCOMPARE(custom->data(custom->index(0, AttributeModel::Value), Qt::DisplayRole).toString(),
        QStringLiteral("84.50"));
    field("userID")->end(false);
    QTest::keyClicks(field("userID"), QStringLiteral("b"));
    QCOMPARE(userJson(),
        QStringLiteral(R"({"userID":"ab","custom":{"price":84.50,"big":12345678901234567890,"exp":1E+2}})"));
}

void TstComposer::typesOfRows()
{
    setUser(R"({"userID":"a","custom":{"level":"3"}})");
    AttributeModel *custom = rows("custom");
    const QAbstractItemModelTester tester(custom, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QModelIndex type = custom->index(0, AttributeModel::Type);
    const QModelIndex value = custom->index(0, AttributeModel::Value);
    QVERIFY(custom->setData(type, int(ValueType::Number)));
    QCOMPARE(userJson(), QStringLiteral(R"({"userID":"a","custom":{"level":3}})"));
    QVERIFY(custom->setData(type, int(ValueType::List)));
    QVERIFY(custom->setData(value, QStringLiteral("a, b")));
    QCOMPARE(userJson(), QStringLiteral(R"({"userID":"a","custom":{"level":["a","b"]}})"));
    QVERIFY(custom->setData(type, int(ValueType::Boolean)));
    QVERIFY(custom->setData(value, QStringLiteral("false")));
    QCOMPARE(userJson(), QStringLiteral(R"({"userID":"a","custom":{"level":false}})"));
    QVERIFY(custom->setData(type, int(ValueType::Json)));
    QVERIFY(custom->setData(value, QStringLiteral("null")));
    QCOMPARE(userJson(), QStringLiteral(R"({"userID":"a","custom":{"level":null}})"));
}

void TstComposer::notANumberIsSentAsText()
{
    setUser(R"({"userID":"a","custom":{"level":3}})");
    AttributeModel *custom = rows("custom");
    QVERIFY(custom->setData(custom->index(0, AttributeModel::Value), QStringLiteral("three")));
    QCOMPARE(userJson(), QStringLiteral(R"({"userID":"a","custom":{"level":"three"}})"));
    // The row still says number, as its author meant it, and the warning says what happens.
    QCOMPARE(custom->type(0), ValueType::Number);
    QCOMPARE(custom->typingFindings().size(), 1);
    QCOMPARE(m_composer->warningCount(), 1);
    QVERIFY(custom->setData(custom->index(0, AttributeModel::Value), QStringLiteral("33")));
    QCOMPARE(m_composer->warningCount(), 0);
    QCOMPARE(userJson(), QStringLiteral(R"({"userID":"a","custom":{"level":33}})"));
}

void TstComposer::duplicateKeysWarn()
{
    setUser(R"({"userID":"a","customIDs":{"stableID":"1","stableID":"2"}})");
    QCOMPARE(rows("customIDs")->rowCount(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(m_composer->warningCount(), 1, 30000);
    const auto mark = [this](int row) {
        return rows("customIDs")->index(row, AttributeModel::Key).data(CellRole::NoteIcon);
    };
    QCOMPARE(mark(0), toVariant(Theme::Icon::Warning));
    QVERIFY(!mark(1).isValid());
}

void TstComposer::rowsAreRemoved()
{
    setUser(minaJson);
    AttributeTable *custom = table("custom");
    custom->setFocus();
    custom->setCurrentIndex(custom->model()->index(0, AttributeModel::Key));
    QTest::keyClick(custom, Qt::Key_Delete);
    QCOMPARE(rows("custom")->rowCount(), 2);
    QVERIFY(!userJson().contains(QStringLiteral("level")));
    m_composer->undoAction()->trigger();
    QCOMPARE(userJson(), QString::fromUtf8(minaJson));
    QCOMPARE(rows("custom")->rowCount(), 3);
}

void TstComposer::tabMovesBetweenCells()
{
    auto *add = m_composer->findChild<ActionButton *>(QStringLiteral("customIDsAddButton"));
    add->click();
    AttributeTable *ids = table("customIDs");
    QVERIFY(ids->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(ids->findChild<QLineEdit *>() != nullptr, 30000);
    QTest::keyClicks(ids->findChild<QLineEdit *>(), QStringLiteral("stableID"));
    QTest::keyClick(ids->findChild<QLineEdit *>(), Qt::Key_Tab);
    QTRY_COMPARE_WITH_TIMEOUT(ids->currentIndex().column(), int(AttributeModel::Value), 30000);
    auto *value = qobject_cast<QLineEdit *>(ids->indexWidget(ids->currentIndex()));
    QVERIFY(value != nullptr);
    QTest::keyClicks(value, QStringLiteral("s-1"));
    QTest::keyClick(value, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(userJson(), QStringLiteral(R"({"customIDs":{"stableID":"s-1"}})"), 30000);
}

void TstComposer::typingIsOneUndoStep()
{
    field("userID")->setFocus();
    QTest::keyClicks(field("userID"), QStringLiteral("u_1"));
    QTest::keyClick(field("userID"), Qt::Key_Return);
    QTest::keyClicks(field("userID"), QStringLiteral("23"));
    QCOMPARE(userJson(), QStringLiteral(R"({"userID":"u_123"})"));
    m_composer->undoAction()->trigger();
    QCOMPARE(field("userID")->text(), QStringLiteral("u_1"));
    m_composer->undoAction()->trigger();
    QCOMPARE(userJson(), QStringLiteral("{}"));
    QVERIFY(!m_composer->undoAction()->isEnabled());
    m_composer->redoAction()->trigger();
    QCOMPARE(field("userID")->text(), QStringLiteral("u_1"));
}

void TstComposer::tierOfTheTopBarIsUndoable()
{
    auto *tier = m_composer->findChild<QComboBox *>(QStringLiteral("environmentField"));
    QCOMPARE(tier->currentText(), QString());
    m_workspace->setTier(QStringLiteral("staging"));
    QCOMPARE(tier->currentText(), QStringLiteral("staging"));
    m_composer->undoAction()->trigger();
    QCOMPARE(tier->currentText(), QString());
    QCOMPARE(m_workspace->user().tier(), QString());
}

void TstComposer::invalidJsonKeepsTheForm()
{
    setUser(minaJson);
    showJson(true);
    json()->setPlainText(QStringLiteral("{\n  \"userID\": oops\n}"));
    QCOMPARE(userJson(), QString::fromUtf8(minaJson));
    QCOMPARE(field("userID")->text(), QStringLiteral("u_48213"));
    QCOMPARE(m_composer->warningCount(), 1);
    QString said;
    for (const InlineBar *bar : m_composer->findChildren<InlineBar *>())
        said += bar->isVisible() ? bar->text() : QString();
    QVERIFY2(said.contains(QStringLiteral("Line 2")), qPrintable(said));
    // Going to the form and back loses nothing.
    showJson(false);
    showJson(true);
    QCOMPARE(json()->toPlainText(), QStringLiteral("{\n  \"userID\": oops\n}"));
    // Editing the form replaces the text, as the form says.
    showJson(false);
    field("appVersion")->end(false);
    QTest::keyClicks(field("appVersion"), QStringLiteral(".1"));
    QCOMPARE(m_composer->warningCount(), 0);
    showJson(true);
    QVERIFY(json()->toPlainText().contains(QStringLiteral("4.12.0.1")));
}

void TstComposer::unknownFieldsAreKept()
{
    setUser(R"({"userID":7,"tags":[1],"statsigEnvironment":{"tier":"staging","region":"eu"}})");
    auto *link = m_composer->findChild<ActionButton *>(QStringLiteral("otherFieldsLink"));
    QVERIFY(link->isVisible());
    QCOMPARE(link->text(), QStringLiteral("2 other fields, see JSON"));
    auto *tier = m_composer->findChild<QComboBox *>(QStringLiteral("environmentField"));
    tier->lineEdit()->selectAll();
    QTest::keyClicks(tier->lineEdit(), QStringLiteral("qa"));
    QCOMPARE(userJson(),
        QStringLiteral(R"({"userID":7,"tags":[1],"statsigEnvironment":{"tier":"qa","region":"eu"}})"));
}

void TstComposer::dropsAFile()
{
    QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("mina.json"));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(minaJson);
    file.close();
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(name)});
    QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_composer.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(9, 9), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_composer.get(), &drop);
    QCOMPARE(userJson(), QString::fromUtf8(minaJson));
    m_composer->undoAction()->trigger();
    QCOMPARE(userJson(), QStringLiteral("{}"));
}

void TstComposer::refusesHostileInput_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not json") << QByteArray("<html>");
    QTest::newRow("an array") << QByteArray("[1]");
    QTest::newRow("table of the wrong type") << QByteArray(R"({"custom":7})");
    QTest::newRow("deep") << QByteArray(5000, '[');
    QTest::newRow("too large") << QByteArray(maxUserBytes + 1, ' ');
    QTest::newRow("not utf-8") << QByteArray("{\"userID\":\"\xff\"}");
}

void TstComposer::refusesHostileInput()
{
    QFETCH(QByteArray, bytes);
    setUser(minaJson);
    QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("user.json"));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    m_composer->openFile(name);
    QCOMPARE(userJson(), QString::fromUtf8(minaJson));
    const auto bars = m_composer->findChildren<InlineBar *>();
    const bool said = std::any_of(bars.begin(), bars.end(), [](const InlineBar *bar) {
        return bar->isVisible() && bar->kind() == InlineBar::Kind::Error
            && bar->text().startsWith(QStringLiteral("user.json: "));
    });
    QVERIFY(said);
}

void TstComposer::pastesARequestBody()
{
    QGuiApplication::clipboard()->setText(QStringLiteral(R"({"gateName":"x","user":{"userID":"u_9"}})"));
    m_composer->paste();
    QCOMPARE(userJson(), QStringLiteral(R"({"userID":"u_9"})"));
}

void TstComposer::warningsAreCountedAndFound()
{
    QSignalSpy counts(m_composer.get(), &Composer::warningCountChanged);
    setUser(R"({"userID":"a","email":"nobody","country":"Germany"})");
    QTRY_COMPARE_WITH_TIMEOUT(m_composer->warningCount(), 2, 30000);
    auto *mark = m_composer->findChild<ActionButton *>(QStringLiteral("warningMark"));
    QCOMPARE(mark->text(), QStringLiteral("2 warnings"));
    showJson(true);
    mark->click();
    QTRY_VERIFY_WITH_TIMEOUT(field("email")->hasFocus() || !m_composer->isActiveWindow(), 30000);
    QVERIFY(field("email")->isVisible());
    setUser(R"({"userID":"a"})");
    QTRY_COMPARE_WITH_TIMEOUT(m_composer->warningCount(), 0, 30000);
    QVERIFY(!mark->isVisible());
    QVERIFY(counts.count() >= 2);
}

void TstComposer::usesASample()
{
    const QList<Persona> samples = m_workspace->personaBook().personas();
    QVERIFY(!samples.isEmpty());
    m_workspace->usePersona(samples.first().id);
    QVERIFY(m_workspace->user() == samples.first().user);
    QTRY_VERIFY_WITH_TIMEOUT(m_composer->findChild<UserLinter *>()->isCurrent(), 30000);
    QCOMPARE(m_composer->warningCount(), 0);
}

void TstComposer::everythingFocusableHasAName()
{
    setUser(minaJson);
    for (const bool asJson : {false, true}) {
        showJson(asJson);
        for (const QWidget *widget : m_composer->findChildren<QWidget *>()) {
            if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0)
                continue;
            QAccessibleInterface *accessible =
                QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(),
                qPrintable(QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName()));
        }
    }
}

void TstComposer::tabOrderIsVisual()
{
    setUser(minaJson);
    QCoreApplication::processEvents();
    QPoint last(0, -1);
    const QWidget *widget = m_composer.get();
    for (widget = widget->nextInFocusChain(); widget != m_composer.get();
        widget = widget->nextInFocusChain()) {
        const bool stops = widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus) != 0
            && widget->focusProxy() == nullptr;
        if (!stops)
            continue;
        const QPoint place = widget->mapTo(m_composer.get(), widget->rect().center());
        const bool sameLine = qAbs(place.y() - last.y()) < 12;
        QVERIFY2(sameLine ? place.x() >= last.x() : place.y() > last.y(),
            qPrintable(widget->objectName() + QLatin1String(widget->metaObject()->className())));
        last = place;
    }
    QVERIFY(last.y() > 0);
}

void TstComposer::pictures_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("percent");
    QTest::newRow("light") << false << 100;
    QTest::newRow("dark") << true << 100;
    QTest::newRow("light-150") << false << 150;
    QTest::newRow("dark-150") << true << 150;
}

void TstComposer::pictures()
{
    QFETCH(bool, dark);
    QFETCH(int, percent);
    const QString folder = qEnvironmentVariable("GATESCOPE_GALLERY");
    Theme::instance().apply(composerLook(dark, percent));
    const auto save = [&](const char *name) {
        m_composer->resize(320 * percent / 100, 900 * percent / 100);
        for (int turn = 0; turn < 5; ++turn) // layouts in layouts
            QCoreApplication::processEvents();
        const QPixmap picture = m_composer->grab();
        QVERIFY(!picture.isNull());
        if (!folder.isEmpty())
            QVERIFY(picture.save(QStringLiteral("%1/composer-%2-%3.png")
                    .arg(folder, QLatin1String(name), QLatin1String(QTest::currentDataTag()))));
    };
    save("empty");
    setUser(minaJson);
    rows("custom")->setData(rows("custom")->index(2, AttributeModel::Value), QStringLiteral("84,50"));
    field("country")->end(false);
    QTest::keyClicks(field("country"), QStringLiteral("U"));
    save("form");
    showJson(true);
    save("json");
    json()->setPlainText(json()->toPlainText().replace(u'}', u')'));
    save("json-error");
    showJson(false);
    save("form-error");
    Theme::instance().apply(composerLook(false, 100));
}

GATESCOPE_TEST(TstComposer)
#include "tst_composer.moc"
