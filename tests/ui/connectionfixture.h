// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <tests/support/fakeports.h>
#include <tests/support/fakestatsigapi.h>

#include <ui/settings/connectionspane.h>
#include <ui/workspace.h>

#include <QAbstractButton>
#include <QLineEdit>

namespace Gatescope::Test {

/// The settings' connections, showing "Acme", which has a key and goes by a proxy with a password.
class ConnectionFixture
{
public:
    ConnectionFixture()
    {
        Connection sandbox;
        sandbox.id = QStringLiteral("sandbox");
        sandbox.name = QStringLiteral("Sandbox");
        sandbox.builtIn = true;
        workspace =
            std::make_unique<Workspace>(Workspace::Ports {m_api, secrets, m_store, preferences}, sandbox);
        Connection acme;
        acme.id = QStringLiteral("acme");
        acme.name = QStringLiteral("Acme");
        acme.apiUrl = QUrl(QStringLiteral("https://api.acme.example/v1"));
        acme.eventsUrl = acme.apiUrl;
        acme.proxy = {
            ConnectionProxy::Kind::Http, QStringLiteral("one.example"), 3128, QStringLiteral("lena")};
        workspace->saveConnection(acme);
        secrets.stored = {{acme.id, QStringLiteral("secret-before")},
            {proxySecretId(acme.id), QStringLiteral("of-before")}};
        pane = std::make_unique<ConnectionsPane>(*workspace);
        pane->show();
        pane->showConnection(acme.id, false);
    }

    QLineEdit *line(const char *name) const { return pane->findChild<QLineEdit *>(QLatin1String(name)); }
    void type(const char *name, const QString &text) const
    {
        line(name)->setText(text);
        Q_EMIT line(name)->textEdited(text);
    }
    void press(const char *name) const { pane->findChild<QAbstractButton *>(QLatin1String(name))->click(); }
    const Connection &acme() const { return *workspace->findConnection(QStringLiteral("acme")); }
    QString password() const { return secrets.stored.value(proxySecretId(QStringLiteral("acme"))); }

private:
    FakeStatsigApi m_api;
    FakeConnectionStore m_store;

public:
    FakeSecretStore secrets;
    FakePreferences preferences;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<ConnectionsPane> pane;
};

} // namespace Gatescope::Test
