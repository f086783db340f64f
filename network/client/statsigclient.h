// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "clientoptions.h"

#include <models/ports/statsigapi.h>

#include <memory>

namespace Gatescope {

class SecretStore;
class TransportPool;

/// The Statsig HTTP API over Qt's network manager, following the system's proxy settings. UI thread; bodies
/// are decoded and read on worker threads. Destroying it aborts its calls silently.
class StatsigClient : public StatsigApi
{
    Q_OBJECT
public:
    /// The store must outlive the client.
    explicit StatsigClient(
        SecretStore &secrets, const ClientOptions &options = {}, QObject *parent = nullptr);
    ~StatsigClient() override;

    const ClientOptions &options() const { return m_options; }
    /// For calls started from now on.
    void setOptions(const ClientOptions &options) { m_options = options; }

    ApiCall *start(const Connection &connection, const ApiRequest &request) override;

private:
    SecretStore &m_secrets;
    ClientOptions m_options;
    std::unique_ptr<TransportPool> m_transports;
    quint64 m_started = 0;
};

} // namespace Gatescope
