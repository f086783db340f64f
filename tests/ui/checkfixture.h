// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <tests/support/fakeports.h>
#include <tests/support/fakestatsigapi.h>
#include <tests/support/smallproject.h>
#include <ui/check/addfield.h>
#include <ui/check/checkpage.h>
#include <ui/check/checksetup.h>
#include <ui/errorbar.h>
#include <ui/widgets/dataview.h>
#include <ui/workspace.h>

#include <QPushButton>

namespace Gatescope::Test {

inline constexpr int checkPatience = 30000;

/// A workspace over scripted ports, and the page on it.
struct CheckFixture
{
    FakeStatsigApi api;
    FakeSecretStore secrets;
    FakeConnectionStore connections;
    FakePreferences preferences;
    FakeEvaluationData evaluationData;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<CheckPage> page;

    explicit CheckFixture(bool isSandbox = true)
    {
        api.setAnswer(Endpoint::DownloadConfigSpecs, smallProjectJson());
        api.setAnswer(Endpoint::CheckGate,
            R"({"name":"checkout_v2","value":true,"rule_id":"rule_de","group_name":null})");
        api.setAnswer(Endpoint::GetConfig,
            R"({"name":"search_ranking","value":{"boost":2},"rule_id":"rule_mobile","group_name":null,"group":"rule_mobile"})");
        api.setAnswer(Endpoint::GetExperiment,
            R"({"name":"button_copy","value":{"label":"Buy now","delay_ms":0.0},"rule_id":"group_test","group_name":"Buy now"})");
        api.setAnswer(Endpoint::GetLayer,
            R"({"name":"checkout_flow","value":{"label":"Pay"},"ruleID":"default","allocatedExperimentName":null})");
        if (!isSandbox) {
            connections.connections = {liveConnection()};
            connections.selected = QStringLiteral("live");
        }
    }

    static Connection liveConnection()
    {
        Connection live;
        live.id = QStringLiteral("live");
        live.name = QStringLiteral("Acme");
        live.keyKind = KeyKind::Client; // its specs cannot be downloaded
        return live;
    }

    void remember(const CheckSetup &setup, const QString &connection = QStringLiteral("live"))
    {
        preferences.setViewState(QStringLiteral("check/items/") + connection, toJson(setup));
    }

    void open()
    {
        Connection sandbox;
        sandbox.id = QStringLiteral("sandbox");
        sandbox.name = QStringLiteral("Sandbox");
        sandbox.builtIn = true;
        sandbox.keyKind = KeyKind::Server;
        workspace = std::make_unique<Workspace>(
            Workspace::Ports {api, secrets, connections, preferences, &evaluationData}, sandbox);
        page = std::make_unique<CheckPage>(*workspace);
        page->resize(1000, 700);
        page->show();
    }

    QAbstractItemModel *table() const
    {
        return page->findChild<DataView *>(QStringLiteral("checkTable"))->model();
    }
    int rowOf(const QString &name) const
    {
        for (int row = 0; row < table()->rowCount(); ++row)
            if (table()->index(row, 0).data().toString() == name)
                return row;
        return -1;
    }
    QString cell(const QString &name, int column) const
    {
        return table()->index(rowOf(name), column).data().toString();
    }
    AddField *addField() const { return page->findChild<AddField *>(); }
    ErrorBar *errorBar() const { return page->findChild<ErrorBar *>(); }
    QPushButton *button(const QString &text) const
    {
        const auto buttons = page->findChildren<QPushButton *>();
        for (QPushButton *candidate : buttons)
            if (candidate->text() == text)
                return candidate;
        return nullptr;
    }
};

inline CheckSetup setupOf(const CheckItems &items)
{
    CheckSetup setup;
    setup.items = items;
    return setup;
}

} // namespace Gatescope::Test
