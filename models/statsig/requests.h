// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "endpoint.h"
#include "statsigevent.h"

#include <QStringList>

#include <variant>

namespace Gatescope {

enum class HashAlgorithm { None, Djb2, Sha256 };
QString apiName(HashAlgorithm algorithm); ///< "none", "djb2", "sha256"

/// \name How the program introduces itself in statsigMetadata
/// @{
inline constexpr const char *sdkType = "gatescope";
QByteArray sdkVersion();
/// @}

/// \name The eight requests. `logExposures` false sends statsigMetadata.exposureLoggingDisabled (facts §1.1).
/// @{
struct CheckGateRequest ///< one name: gateName; several: gateNames (facts §1.2)
{
    StatsigUser user;
    QStringList gateNames;
    bool logExposures = false;
    bool operator==(const CheckGateRequest &) const = default;
};
struct CheckGateMultipleRequest
{
    StatsigUser user;
    QStringList gateNames;
    bool logExposures = false;
    bool operator==(const CheckGateMultipleRequest &) const = default;
};
struct GetConfigRequest
{
    StatsigUser user;
    QString configName;
    bool logExposures = false;
    bool operator==(const GetConfigRequest &) const = default;
};
struct GetExperimentRequest
{
    StatsigUser user;
    QString experimentName;
    bool logExposures = false;
    bool operator==(const GetExperimentRequest &) const = default;
};
struct GetLayerRequest
{
    StatsigUser user;
    QString layerName;
    bool logExposures = false;
    bool operator==(const GetLayerRequest &) const = default;
};
struct InitializeRequest
{
    StatsigUser user;
    HashAlgorithm hash = HashAlgorithm::Djb2;
    qint64 sinceTime = 0; ///< ms; 0: not sent
    bool operator==(const InitializeRequest &) const = default;
};
struct LogEventRequest
{
    StatsigUser user; ///< for the events without one of their own
    QList<StatsigEvent> events;
    bool operator==(const LogEventRequest &) const = default;
};
struct DownloadConfigSpecsRequest
{
    qint64 sinceTime = 0; ///< ms; 0: everything
    bool operator==(const DownloadConfigSpecsRequest &) const = default;
};
/// @}

using ApiRequest = std::variant<CheckGateRequest, CheckGateMultipleRequest, GetConfigRequest,
    GetExperimentRequest, GetLayerRequest, InitializeRequest, LogEventRequest, DownloadConfigSpecsRequest>;

Endpoint endpointOf(const ApiRequest &request);
/// The user as every request carries it: with `tier` where it has no environment tier of its own.
StatsigUser sentUser(StatsigUser user, const QString &tier);
/// The exact body that is sent. `now` fills the events' times; users are sentUser() with `tier`.
QByteArray requestBody(const ApiRequest &request, const QString &tier, const QDateTime &now);

} // namespace Gatescope
