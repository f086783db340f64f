// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/fakepersonastore.h>
#include <tests/support/fakeports.h>
#include <tests/support/fakestatsigapi.h>
#include <tests/support/testregistry.h>

#include <ui/composer/composer.h>
#include <ui/personas/personabook.h>
#include <ui/personas/personapicker.h>
#include <ui/theme/theme.h>
#include <ui/widgets/actionbutton.h>
#include <ui/workspace.h>

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>

using namespace Gatescope;

namespace {

Persona savedPersona(const char *id, const char *name, const QByteArray &user)
{
    Persona persona;
    persona.id = QLatin1String(id);
    persona.name = QLatin1String(name);
    persona.user = *StatsigUser::fromJson(user);
    return persona;
}

} // namespace

/// Personas in the composer, over a workspace whose personas are in memory.
class TstPersonaRow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void choosesByTyping();
    void escapeChoosesNothing();
    void editedUntilSaved();
    void undoBringsTheOtherPersonaBack();
    void revertsToTheSavedOne();
    void savesANewOneInPlace();
    void aClearedUserIsOfNoPersona();
    void aDeletedPersonaComesBack();
    void theLastOneIsRemembered();
    void isChosenOnceItIsRead();
    void cannotSaveWithoutAStore();

private:
    void make(bool withStore = true);
    QAction *action(const char *name) const { return m_composer->findChild<QAction *>(QLatin1String(name)); }
    QString shown() const;
    QString picked() const;
    QLineEdit *filter() const;

    std::unique_ptr<Test::FakeConnectionStore> m_connections;
    std::unique_ptr<Test::FakePreferences> m_preferences;
    std::unique_ptr<Test::FakeSecretStore> m_secrets;
    std::unique_ptr<Test::FakeStatsigApi> m_api;
    std::unique_ptr<Test::FakePersonaStore> m_store;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<Composer> m_composer;
};

void TstPersonaRow::init()
{
    Theme::install({});
    m_connections = std::make_unique<Test::FakeConnectionStore>();
    m_preferences = std::make_unique<Test::FakePreferences>();
    m_secrets = std::make_unique<Test::FakeSecretStore>();
    m_api = std::make_unique<Test::FakeStatsigApi>();
    m_store = std::make_unique<Test::FakePersonaStore>();
    m_store->insert({savedPersona("mina", "Mina, gold, Berlin", R"({"userID":"u_48213","country":"DE"})"),
        savedPersona("tom", "Tom, gold, Lyon", R"({"userID":"u_50977"})"),
        savedPersona("guest", "Guest", R"({"customIDs":{"stableID":"0b6e"}})")});
    make();
}

void TstPersonaRow::cleanup()
{
    m_composer.reset();
    m_workspace.reset();
}

void TstPersonaRow::make(bool withStore)
{
    m_composer.reset();
    Connection sandbox;
    sandbox.id = QStringLiteral("sandbox");
    sandbox.builtIn = true;
    Workspace::Ports ports {*m_api, *m_secrets, *m_connections, *m_preferences};
    ports.personas = withStore ? m_store.get() : nullptr;
    m_workspace = std::make_unique<Workspace>(ports, sandbox);
    m_composer = std::make_unique<Composer>(*m_workspace);
    connect(m_composer.get(), &Composer::choosePersonaRequested, m_composer.get(),
        [this] { m_composer->choosePersona(nullptr); });
    m_composer->resize(320, 760);
    m_composer->show();
    m_composer->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_composer.get()));
}

/// As a screen reader says the field.
QString TstPersonaRow::shown() const
{
    return m_composer->findChild<QComboBox *>(QStringLiteral("personaComboBox"))->currentText();
}

QLineEdit *TstPersonaRow::filter() const
{
    return m_composer->findChild<QLineEdit *>(QStringLiteral("personaFilter"));
}

QString TstPersonaRow::picked() const
{
    return m_composer->findChild<PersonaPicker *>()->accessibleName();
}

void TstPersonaRow::choosesByTyping()
{
    QCOMPARE(shown(), QStringLiteral("Choose a persona"));
    action("choosePersonaAction")->trigger();
    QVERIFY(filter()->hasFocus());
    QCOMPARE(picked(), QStringLiteral("Mina, gold, Berlin, u_48213"));
    QTest::keyClicks(filter(), QStringLiteral("lyon GOLD"));
    QCOMPARE(picked(), QStringLiteral("Tom, gold, Lyon, u_50977"));
    QTest::keyClick(filter(), Qt::Key_Return);
    QVERIFY(!m_composer->findChild<PersonaPicker *>()->isVisible());
    QCOMPARE(shown(), QStringLiteral("Tom, gold, Lyon"));
    QCOMPARE(m_workspace->user().toJson(), QByteArray(R"({"userID":"u_50977"})"));
    QCOMPARE(m_workspace->personaId(), QStringLiteral("tom"));
    // Opened again, the chosen one is current, and the arrows go on from there.
    action("choosePersonaAction")->trigger();
    QCOMPARE(picked(), QStringLiteral("Tom, gold, Lyon, u_50977"));
    QTest::keyClick(filter(), Qt::Key_Down);
    QTest::keyClick(filter(), Qt::Key_Return);
    QCOMPARE(m_workspace->personaId(), QStringLiteral("guest"));
}

void TstPersonaRow::escapeChoosesNothing()
{
    auto *country = m_composer->findChild<QLineEdit *>(QStringLiteral("countryField"));
    country->setFocus();
    action("choosePersonaAction")->trigger();
    QTest::keyClicks(filter(), QStringLiteral("nobody"));
    QCOMPARE(picked(), QStringLiteral("No persona has these words."));
    QTest::keyClick(filter(), Qt::Key_Return);
    QVERIFY(m_composer->findChild<PersonaPicker *>()->isVisible());
    QTest::keyClick(filter(), Qt::Key_Escape);
    QVERIFY(!m_composer->findChild<PersonaPicker *>()->isVisible());
    QVERIFY(country->hasFocus());
    QVERIFY(m_workspace->user().isEmpty());
}

void TstPersonaRow::editedUntilSaved()
{
    m_workspace->usePersona(QStringLiteral("mina"));
    QCOMPARE(shown(), QStringLiteral("Mina, gold, Berlin"));
    QVERIFY(!action("savePersonaAction")->isEnabled());
    QTest::keyClicks(
        m_composer->findChild<QLineEdit *>(QStringLiteral("emailField")), QStringLiteral("m@x.de"));
    QCOMPARE(shown(), QStringLiteral("Mina, gold, Berlin, edited"));
    QCOMPARE(m_store->personas().at(0).user.toJson(), QByteArray(R"({"userID":"u_48213","country":"DE"})"));
    action("savePersonaAction")->trigger();
    QCOMPARE(shown(), QStringLiteral("Mina, gold, Berlin"));
    QCOMPARE(m_store->personas().at(0).user.toJson(), m_workspace->user().toJson());
    QVERIFY(m_workspace->user().toJson().contains("m@x.de"));
    action("undo")->trigger();
    QCOMPARE(shown(), QStringLiteral("Mina, gold, Berlin, edited"));
}

/// Or Save would put one persona's user into another.
void TstPersonaRow::undoBringsTheOtherPersonaBack()
{
    m_workspace->usePersona(QStringLiteral("mina"));
    m_workspace->usePersona(QStringLiteral("tom"));
    action("undo")->trigger();
    QCOMPARE(m_workspace->personaId(), QStringLiteral("mina"));
    QCOMPARE(shown(), QStringLiteral("Mina, gold, Berlin"));
    action("redo")->trigger();
    QCOMPARE(shown(), QStringLiteral("Tom, gold, Lyon"));
}

void TstPersonaRow::revertsToTheSavedOne()
{
    m_workspace->usePersona(QStringLiteral("tom"));
    QVERIFY(!action("revertPersonaAction")->isEnabled());
    m_workspace->setTier(QStringLiteral("staging"));
    QCOMPARE(shown(), QStringLiteral("Tom, gold, Lyon, edited"));
    action("revertPersonaAction")->trigger();
    QCOMPARE(m_workspace->user().toJson(), QByteArray(R"({"userID":"u_50977"})"));
    action("undo")->trigger();
    QCOMPARE(m_workspace->user().tier(), QStringLiteral("staging"));
    QCOMPARE(m_workspace->personaId(), QStringLiteral("tom"));
}

void TstPersonaRow::savesANewOneInPlace()
{
    m_workspace->usePersona(QStringLiteral("tom"));
    m_workspace->setTier(QStringLiteral("staging"));
    action("savePersonaAsAction")->trigger();
    auto *name = m_composer->findChild<QLineEdit *>(QStringLiteral("personaNameLineEdit"));
    QVERIFY(name->hasFocus());
    QCOMPARE(name->selectedText(), QStringLiteral("Copy of Tom, gold, Lyon"));
    name->clear();
    auto *save = m_composer->findChild<ActionButton *>(QStringLiteral("savePersonaButton"));
    QVERIFY(!save->isEnabled());
    QTest::keyClicks(name, QStringLiteral("Tom on staging"));
    QTest::mouseClick(save, Qt::LeftButton);
    QVERIFY(!name->isVisible());
    QCOMPARE(m_store->personas().size(), 4);
    QCOMPARE(m_store->personas().last().name, QStringLiteral("Tom on staging"));
    QCOMPARE(shown(), QStringLiteral("Tom on staging"));
    QCOMPARE(m_store->find(QStringLiteral("tom"))->user.tier(), QString());
    // Esc leaves without one.
    action("savePersonaAsAction")->trigger();
    QTest::keyClick(name, Qt::Key_Escape);
    QVERIFY(!name->isVisible());
    QCOMPARE(m_store->personas().size(), 4);
}

void TstPersonaRow::aClearedUserIsOfNoPersona()
{
    m_workspace->usePersona(QStringLiteral("tom"));
    for (QAction *each : m_composer->userActions())
        if (each && each->text() == QStringLiteral("Clear the user"))
            each->trigger();
    QVERIFY(m_workspace->user().isEmpty());
    QCOMPARE(shown(), QStringLiteral("Choose a persona"));
    QVERIFY(!action("savePersonaAction")->isEnabled());
    action("undo")->trigger();
    QCOMPARE(shown(), QStringLiteral("Tom, gold, Lyon"));
}

void TstPersonaRow::aDeletedPersonaComesBack()
{
    m_workspace->usePersona(QStringLiteral("tom"));
    const Persona tom = *m_workspace->persona();
    m_store->remove({tom.id});
    QCOMPARE(shown(), QStringLiteral("Choose a persona"));
    QCOMPARE(m_workspace->user().toJson(), tom.user.toJson()); // nothing of what is composed is lost
    m_store->insert({tom}, 1);
    QCOMPARE(shown(), QStringLiteral("Tom, gold, Lyon"));
    QCOMPARE(m_workspace->personaBook().nameOf(tom.user), tom.name);
}

void TstPersonaRow::theLastOneIsRemembered()
{
    m_workspace->usePersona(QStringLiteral("guest"));
    make();
    QCOMPARE(shown(), QStringLiteral("Guest"));
    QCOMPARE(m_workspace->user().toJson(), QByteArray(R"({"customIDs":{"stableID":"0b6e"}})"));
}

/// Where the files are read after the window is made.
void TstPersonaRow::isChosenOnceItIsRead()
{
    m_workspace->usePersona(QStringLiteral("guest"));
    const QList<Persona> all = m_store->personas();
    m_composer.reset();
    m_workspace.reset();
    m_store->openFolder(QString());
    make();
    QCOMPARE(shown(), QStringLiteral("Choose a persona"));
    m_store->insert(all);
    QCOMPARE(shown(), QStringLiteral("Guest"));
    QVERIFY(!m_workspace->user().isEmpty());
    QVERIFY(!action("undo")->isEnabled()); // the user did nothing yet
}

/// The sample's can be chosen then.
void TstPersonaRow::cannotSaveWithoutAStore()
{
    make(false);
    m_workspace->usePersona(m_workspace->personaBook().personas().at(1).id);
    QCOMPARE(shown(), QStringLiteral("Tom, gold, Lyon"));
    m_workspace->setTier(QStringLiteral("staging"));
    QVERIFY(!action("savePersonaAction")->isEnabled());
    QVERIFY(!action("savePersonaAsAction")->isEnabled());
}

GATESCOPE_TEST(TstPersonaRow)
#include "tst_personarow.moc"
