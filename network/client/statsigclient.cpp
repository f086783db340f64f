// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "statsigclient.h"

#include "clientcall.h"
#include "transportpool.h"

namespace Gatescope {

StatsigClient::StatsigClient(SecretStore &secrets, const ClientOptions &options, QObject *parent)
    : StatsigApi(parent)
    , m_secrets(secrets)
    , m_options(options)
    , m_transports(std::make_unique<TransportPool>())
{ }

StatsigClient::~StatsigClient()
{
    // Calls still under way use the transports, so they go first.
    qDeleteAll(findChildren<ClientCall *>(Qt::FindDirectChildrenOnly));
}

ApiCall *StatsigClient::start(const Connection &connection, const ApiRequest &request)
{
    ClientOptions options = m_options;
    if (connection.connectTimeout)
        options.connectTimeout = *connection.connectTimeout;
    if (connection.idleTimeout)
        options.idleTimeout = *connection.idleTimeout;
    auto *call = new ClientCall({connection, request, options, ++m_started}, m_secrets, *m_transports, this);
    connect(call, &ClientCall::exchangeFinished, this, &StatsigApi::exchangeFinished);
    Q_EMIT started(endpointOf(request));
    return call;
}

} // namespace Gatescope
