// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "sdksnippets.h"

namespace Gatescope {

namespace {

struct SnippetTemplate
{
    const char *sdk;
    const char *note;
    const char *code; ///< {v1}, {v2}: addresses; {server}, {client}: keys; {gate}
};

constexpr SnippetTemplate snippetTemplates[] = {
    {"Browser", "@statsig/js-client", R"(import { StatsigClient } from '@statsig/js-client';

const client = new StatsigClient('{client}', { userID: 'u_48213' }, {
  networkConfig: { api: '{v1}' },
});
await client.initializeAsync();
client.checkGate('{gate}');
)"},
    {"Node.js", "@statsig/statsig-node-core",
        R"(const { Statsig, StatsigUser } = require('@statsig/statsig-node-core');

const statsig = new Statsig('{server}', {
  specsUrl: '{v2}/download_config_specs',
  logEventUrl: '{v1}/log_event',
  idListsUrl: '{v1}/get_id_lists',
  enableIdLists: true,
  environment: 'development',
});
await statsig.initialize();
statsig.checkGate(new StatsigUser({ userID: 'u_48213' }), '{gate}');
)"},
    {"Node.js, older", "statsig-node", R"(const Statsig = require('statsig-node');

await Statsig.initialize('{server}', {
  api: '{v1}',
  environment: { tier: 'development' },
});
Statsig.checkGateSync({ userID: 'u_48213' }, '{gate}');
)"},
    {"Python", "statsig", R"(from statsig import statsig, StatsigOptions, StatsigUser

statsig.initialize('{server}', StatsigOptions(api='{v1}/', tier='development')).wait()
statsig.check_gate(StatsigUser('u_48213'), '{gate}')
)"},
    {"Go", "statsig-io/go-sdk", R"(statsig.InitializeWithOptions("{server}", &statsig.Options{
	API:         "{v1}",
	Environment: statsig.Environment{Tier: "development"},
})
statsig.CheckGate(statsig.User{UserID: "u_48213"}, "{gate}")
)"},
    {"cURL", "any language, over HTTP", R"(curl '{v1}/check_gate' \
  -H 'statsig-api-key: {server}' \
  -H 'Content-Type: application/json' \
  -d '{"gateName":"{gate}","user":{"userID":"u_48213"}}'
)"},
};

} // namespace

QList<SdkSnippet> sdkSnippets(
    const QUrl &apiUrl, const QString &serverKey, const QString &clientKey, const QString &gate)
{
    const QString v1 = apiUrl.toString();
    const QString v2 = apiUrl.resolved(QUrl(QStringLiteral("v2"))).toString();
    QList<SdkSnippet> snippets;
    for (const SnippetTemplate &made : snippetTemplates) {
        QString code = QString::fromUtf8(made.code);
        code.replace(QLatin1String("{v1}"), v1)
            .replace(QLatin1String("{v2}"), v2)
            .replace(QLatin1String("{server}"), serverKey)
            .replace(QLatin1String("{client}"), clientKey)
            .replace(QLatin1String("{gate}"), gate);
        snippets.append({QString::fromUtf8(made.sdk), QString::fromUtf8(made.note), code});
    }
    return snippets;
}

} // namespace Gatescope
