// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "connectionfixture.h"

#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

constexpr int passwordPatience = 30000;

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
    void type(const char *name, const QString &text) const { m_fixture->type(name, text); }
    bool save(const QString &name); ///< under another name, by which it is seen to be saved
    QString password() const { return m_fixture->password(); }

    std::unique_ptr<ConnectionFixture> m_fixture;
};

void TstProxyPassword::init()
{
    m_fixture = std::make_unique<ConnectionFixture>();
}

void TstProxyPassword::cleanup()
{
    m_fixture.reset();
}

bool TstProxyPassword::save(const QString &name)
{
    type("connectionNameLineEdit", name);
    m_fixture->press("saveConnectionButton");
    return QTest::qWaitFor([&] { return m_fixture->acme().name == name; }, passwordPatience);
}

void TstProxyPassword::staysWithItsProxy()
{
    type("proxyUserLineEdit", QStringLiteral("lena2"));
    QVERIFY(save(QStringLiteral("Acme 2")));
    QCOMPARE(password(), QStringLiteral("of-before"));
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
    QVERIFY(m_fixture->line("proxyPasswordLineEdit")->placeholderText().contains(QLatin1String("again")));
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
