// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "connectionfixture.h"

#include <tests/support/testregistry.h>

#include <ui/widgets/inlinebar.h>
#include <ui/window/windownotice.h>

#include <QSignalSpy>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

constexpr int savePatience = 30000;

} // namespace

/// A connection is saved as a whole or not at all, whatever the keychain does, and nothing typed is lost.
class TstConnectionSave : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void anythingTypedKeepsTheSettingsOpen_data();
    void anythingTypedKeepsTheSettingsOpen();
    void whatIsTypedMeanwhileStays();
    void halfASaveIsTakenBack_data();
    void halfASaveIsTakenBack();
    void memoryTakesWhatTheKeychainRefuses();
    void memoryTakesBoth();
    void nothingElseIsDoneMeanwhile();
    void aProxyThatIsTurnedOffTakesItsPasswordAlong();
    void aSecretThatStaysIsTold();

private:
    void type(const char *name, const QString &text) const { m_fixture->type(name, text); }
    void press(const char *name) const { m_fixture->press(name); }
    QLineEdit *line(const char *name) const { return m_fixture->line(name); }
    const Connection &acme() const { return m_fixture->acme(); }
    bool pressText(const QString &text) const;
    QString barText() const
    {
        return m_fixture->pane->findChild<InlineBar *>(QStringLiteral("connectionBar"))->text();
    }

    std::unique_ptr<ConnectionFixture> m_fixture;
};

void TstConnectionSave::init()
{
    m_fixture = std::make_unique<ConnectionFixture>();
}

void TstConnectionSave::cleanup()
{
    m_fixture.reset();
}

bool TstConnectionSave::pressText(const QString &text) const
{
    for (auto *button : m_fixture->pane->findChildren<QAbstractButton *>())
        if (button->text() == text) {
            button->click();
            return true;
        }
    return false;
}

void TstConnectionSave::anythingTypedKeepsTheSettingsOpen_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("API address") << QByteArray("apiUrlLineEdit");
    QTest::newRow("certificates") << QByteArray("caFileLineEdit");
    QTest::newRow("proxy user") << QByteArray("proxyUserLineEdit");
}

void TstConnectionSave::anythingTypedKeepsTheSettingsOpen()
{
    QFETCH(QByteArray, field);
    m_fixture->pane->addConnection();
    QVERIFY(m_fixture->pane->mayClose());
    m_fixture->pane->addConnection();
    type(field.constData(), QStringLiteral("typed"));
    QVERIFY(!m_fixture->pane->mayClose());
    QCOMPARE(line(field.constData())->text(), QStringLiteral("typed"));
}

void TstConnectionSave::whatIsTypedMeanwhileStays()
{
    type("connectionNameLineEdit", QStringLiteral("Acme 2"));
    type("keyLineEdit", QStringLiteral("secret-0123456789f3Qa"));
    press("saveConnectionButton"); // the keychain answers once the event loop runs
    type("apiUrlLineEdit", QStringLiteral("https://other.acme.example/v1"));
    QTRY_COMPARE_WITH_TIMEOUT(acme().name, QStringLiteral("Acme 2"), savePatience);
    QCOMPARE(acme().apiUrl.host(), QStringLiteral("api.acme.example"));
    QCOMPARE(line("apiUrlLineEdit")->text(), QStringLiteral("https://other.acme.example/v1"));
    QCOMPARE(line("keyLineEdit")->text(), QString()); // it is stored
    QVERIFY(!m_fixture->pane->mayClose());

    press("saveConnectionButton");
    QTRY_COMPARE_WITH_TIMEOUT(acme().apiUrl.host(), QStringLiteral("other.acme.example"), savePatience);
    QVERIFY(m_fixture->pane->mayClose());
    QCOMPARE(
        m_fixture->secrets.stored.value(QStringLiteral("acme")), QStringLiteral("secret-0123456789f3Qa"));
}

void TstConnectionSave::halfASaveIsTakenBack_data()
{
    QTest::addColumn<QString>("refused");
    QTest::addColumn<QString>("address");
    const QString password = proxySecretId(QStringLiteral("acme"));
    QTest::newRow("the key") << QStringLiteral("acme") << QStringLiteral("one.example:3128");
    QTest::newRow("the password") << password << QStringLiteral("one.example:3128");
    QTest::newRow("the key, with another proxy")
        << QStringLiteral("acme") << QStringLiteral("two.example:3128");
}

void TstConnectionSave::halfASaveIsTakenBack()
{
    QFETCH(QString, refused);
    QFETCH(QString, address);
    const QMap<QString, QString> before = m_fixture->secrets.stored;
    m_fixture->secrets.refused = {refused};
    type("apiUrlLineEdit", QStringLiteral("https://other.acme.example/v1"));
    type("keyLineEdit", QStringLiteral("secret-0123456789f3Qa"));
    type("proxyAddressLineEdit", address);
    if (address.startsWith(QLatin1String("one")))
        type("proxyPasswordLineEdit", QStringLiteral("of-now"));
    press("saveConnectionButton");
    QTRY_VERIFY_WITH_TIMEOUT(barText().contains(QLatin1String("is not saved")), savePatience);
    QCOMPARE(m_fixture->secrets.stored, before);
    QCOMPARE(acme().apiUrl.host(), QStringLiteral("api.acme.example"));
    QCOMPARE(line("keyLineEdit")->text(), QStringLiteral("secret-0123456789f3Qa"));
    QVERIFY(!m_fixture->pane->mayClose());
}

void TstConnectionSave::memoryTakesWhatTheKeychainRefuses()
{
    m_fixture->secrets.available = false;
    type("proxyPasswordLineEdit", QStringLiteral("of-now"));
    press("saveConnectionButton");
    QTRY_VERIFY_WITH_TIMEOUT(
        barText().contains(QLatin1String("Memory can keep the password of the proxy")), savePatience);
    QVERIFY(pressText(QStringLiteral("Keep the password of the proxy for this run only")));
    QTRY_VERIFY_WITH_TIMEOUT(barText().contains(QLatin1String("Acme is saved")), savePatience);
    QCOMPARE(
        m_fixture->secrets.thisRun.value(proxySecretId(QStringLiteral("acme"))), QStringLiteral("of-now"));
}

void TstConnectionSave::memoryTakesBoth()
{
    m_fixture->secrets.available = false;
    type("keyLineEdit", QStringLiteral("secret-0123456789f3Qa"));
    type("proxyPasswordLineEdit", QStringLiteral("of-now"));
    press("saveConnectionButton");
    const QString keep = QStringLiteral("Keep the key and the password of the proxy for this run only");
    QTRY_VERIFY_WITH_TIMEOUT(pressText(keep), savePatience);
    QTRY_VERIFY_WITH_TIMEOUT(barText().contains(QLatin1String("Acme is saved")), savePatience);
    QCOMPARE(
        m_fixture->secrets.thisRun.value(QStringLiteral("acme")), QStringLiteral("secret-0123456789f3Qa"));
    QCOMPARE(
        m_fixture->secrets.thisRun.value(proxySecretId(QStringLiteral("acme"))), QStringLiteral("of-now"));
}

void TstConnectionSave::nothingElseIsDoneMeanwhile()
{
    type("connectionNameLineEdit", QStringLiteral("Acme 2"));
    type("keyLineEdit", QStringLiteral("secret-0123456789f3Qa"));
    press("saveConnectionButton");
    for (const char *button : {"saveConnectionButton", "removeConnectionButton", "discardConnectionButton"})
        press(button); // refused, with a reason
    QVERIFY(!m_fixture->pane->mayClose());
    QTRY_COMPARE_WITH_TIMEOUT(acme().name, QStringLiteral("Acme 2"), savePatience);
    QVERIFY(m_fixture->pane->mayClose());
    QVERIFY(m_fixture->workspace->findConnection(QStringLiteral("acme")));
}

void TstConnectionSave::aProxyThatIsTurnedOffTakesItsPasswordAlong()
{
    type("proxyUserLineEdit", QString());
    type("proxyAddressLineEdit", QStringLiteral("two.example:3128"));
    press("saveConnectionButton");
    QTRY_VERIFY_WITH_TIMEOUT(barText() == QLatin1String("Acme is saved."), savePatience);
    QTRY_VERIFY_WITH_TIMEOUT(
        !m_fixture->secrets.stored.contains(proxySecretId(QStringLiteral("acme"))), savePatience);
    QVERIFY(m_fixture->secrets.stored.contains(QStringLiteral("acme")));
}

void TstConnectionSave::aSecretThatStaysIsTold()
{
    WindowNotice notice(*m_fixture->workspace);
    m_fixture->secrets.refused = {QStringLiteral("acme")};
    QSignalSpy left(m_fixture->workspace.get(), &Workspace::secretLeft);
    m_fixture->workspace->removeConnection(QStringLiteral("acme"));
    QVERIFY(left.wait(savePatience));
    QTRY_VERIFY_WITH_TIMEOUT(
        !m_fixture->secrets.stored.contains(proxySecretId(QStringLiteral("acme"))), savePatience);
    QVERIFY(notice.text().contains(QLatin1String("Acme may still be in the keychain")));

    m_fixture->secrets.refused.clear();
    for (auto *button : notice.findChildren<QAbstractButton *>())
        if (button->text() == QLatin1String("Remove it again"))
            button->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->secrets.stored.isEmpty(), savePatience);
    QVERIFY(notice.isHidden());
}

GATESCOPE_TEST(TstConnectionSave)
#include "tst_connectionsave.moc"
