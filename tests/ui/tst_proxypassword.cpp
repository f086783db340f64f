// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/fakeports.h>
#include <tests/support/fakestatsigapi.h>
#include <tests/support/testregistry.h>

#include <ui/settings/connectionspane.h>
#include <ui/workspace.h>

#include <QAbstractButton>
#include <QLineEdit>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

constexpr int passwordPatience = 30000;

Connection sandboxOfPasswords()
{
    Connection sandbox;
    sandbox.id = QStringLiteral("sandbox");
    sandbox.name = QStringLiteral("Sandbox");
    sandbox.builtIn = true;
    return sandbox;
}

} // namespace

/// The password of a proxy is for that proxy alone.
class TstProxyPassword : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void staysWithItsProxy();
    void isForgottenForAnother_data();
    void isForgottenForAnother();
    void anotherIsTypedForAnother();

private:
    QLineEdit *line(const char *name) const { return m_pane->findChild<QLineEdit *>(QLatin1String(name)); }
    void type(const char *name, const QString &text) const;
    bool save(const QString &name); ///< under another name, by which it is seen to be saved
    QString password() const { return m_secrets->stored.value(proxySecretId(QStringLiteral("acme"))); }

    FakeStatsigApi m_api;
    std::unique_ptr<FakeSecretStore> m_secrets;
    std::unique_ptr<FakeConnectionStore> m_store;
    FakePreferences m_preferences;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ConnectionsPane> m_pane;
};

void TstProxyPassword::init()
{
    m_secrets = std::make_unique<FakeSecretStore>();
    m_store = std::make_unique<FakeConnectionStore>();
    m_workspace = std::make_unique<Workspace>(
        Workspace::Ports {m_api, *m_secrets, *m_store, m_preferences}, sandboxOfPasswords());
    Connection acme;
    acme.id = QStringLiteral("acme");
    acme.name = QStringLiteral("Acme");
    acme.apiUrl = QUrl(QStringLiteral("https://api.acme.example/v1"));
    acme.eventsUrl = acme.apiUrl;
    acme.proxy = {ConnectionProxy::Kind::Http, QStringLiteral("one.example"), 3128, QStringLiteral("lena")};
    m_workspace->saveConnection(acme);
    m_secrets->stored.insert(proxySecretId(acme.id), QStringLiteral("of-one"));
    m_pane = std::make_unique<ConnectionsPane>(*m_workspace);
    m_pane->show();
    m_pane->showConnection(acme.id, false);
}

void TstProxyPassword::cleanup()
{
    m_pane.reset();
    m_workspace.reset();
}

void TstProxyPassword::type(const char *name, const QString &text) const
{
    line(name)->setText(text);
    Q_EMIT line(name)->textEdited(text);
}

bool TstProxyPassword::save(const QString &name)
{
    type("connectionNameLineEdit", name);
    m_pane->findChild<QAbstractButton *>(QStringLiteral("saveConnectionButton"))->click();
    return QTest::qWaitFor(
        [&] {
            const Connection *saved = m_workspace->findConnection(QStringLiteral("acme"));
            return saved && saved->name == name;
        },
        passwordPatience);
}

void TstProxyPassword::staysWithItsProxy()
{
    type("proxyUserLineEdit", QStringLiteral("lena2"));
    QVERIFY(save(QStringLiteral("Acme 2")));
    QCOMPARE(password(), QStringLiteral("of-one"));
}

void TstProxyPassword::isForgottenForAnother_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("another host") << QStringLiteral("two.example:3128");
    QTest::newRow("another port") << QStringLiteral("one.example:3129");
}

void TstProxyPassword::isForgottenForAnother()
{
    QFETCH(QString, address);
    type("proxyAddressLineEdit", address);
    QVERIFY(line("proxyPasswordLineEdit")->placeholderText().contains(QLatin1String("again")));
    QVERIFY(save(QStringLiteral("Acme 2")));
    QCOMPARE(password(), QString());
}

void TstProxyPassword::anotherIsTypedForAnother()
{
    type("proxyAddressLineEdit", QStringLiteral("two.example:3128"));
    type("proxyPasswordLineEdit", QStringLiteral("of-two"));
    QVERIFY(save(QStringLiteral("Acme 2")));
    QCOMPARE(password(), QStringLiteral("of-two"));
}

GATESCOPE_TEST(TstProxyPassword)
#include "tst_proxypassword.moc"
