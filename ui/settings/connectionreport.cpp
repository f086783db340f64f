// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "connectionreport.h"

#include <models/items/exchangewords.h>

#include <QCoreApplication>

#include <algorithm>

namespace Gatescope {

namespace {

using Outcome = CapabilityRow::Outcome;

struct ConnectionReportText
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionReport)
};

const QString madeUpName = QStringLiteral("gatescope_connection_test");

StatsigUser nobody()
{
    StatsigUser user;
    user.setText(UserField::UserId, madeUpName);
    return user;
}

bool wasTried(const CapabilityRow &row)
{
    return row.outcome != Outcome::NotTried && row.outcome != Outcome::Waiting;
}

} // namespace

bool ConnectionReport::worksForSome() const
{
    return std::ranges::any_of(rows, [](const auto &row) { return row.outcome == Outcome::Works; });
}

bool ConnectionReport::worksForAll() const
{
    return worksForSome() && std::ranges::all_of(rows, [](const CapabilityRow &row) {
        return !wasTried(row) || row.outcome == Outcome::Works;
    });
}

std::optional<ApiRequest> trialOf(Capability capability)
{
    switch (capability) {
    case Capability::Gates:
        return CheckGateRequest {nobody(), {madeUpName}, false};
    case Capability::Configs:
        return GetConfigRequest {nobody(), madeUpName, false};
    case Capability::Initialize:
        return InitializeRequest {nobody(), HashAlgorithm::Djb2, QDateTime::currentMSecsSinceEpoch()};
    case Capability::Specs:
        return DownloadConfigSpecsRequest {QDateTime::currentMSecsSinceEpoch()};
    case Capability::Events:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

QString capabilityText(Capability capability)
{
    switch (capability) {
    case Capability::Gates:
        return ConnectionReportText::tr("Check gates");
    case Capability::Configs:
        return ConnectionReportText::tr("Get configs and experiments");
    case Capability::Initialize:
        return ConnectionReportText::tr("Initialize");
    case Capability::Specs:
        return ConnectionReportText::tr("Download specs");
    case Capability::Events:
        return ConnectionReportText::tr("Log events");
    }
    Q_UNREACHABLE();
}

QString outcomeText(CapabilityRow::Outcome outcome)
{
    switch (outcome) {
    case Outcome::Waiting:
        return ConnectionReportText::tr("waiting");
    case Outcome::Works:
        return ConnectionReportText::tr("works");
    case Outcome::Refused:
        return ConnectionReportText::tr("refused");
    case Outcome::Failed:
        return ConnectionReportText::tr("failed");
    case Outcome::NotTried:
        return ConnectionReportText::tr("not tried");
    }
    Q_UNREACHABLE();
}

QString wayText(const ConnectionReport &report)
{
    if (!report.isReached)
        return {};
    const QString over = report.isTls ? ConnectionReportText::tr("over TLS with a trusted certificate")
                                      : ConnectionReportText::tr("without TLS");
    const QString proxy = report.proxy.isEmpty()
        ? ConnectionReportText::tr("without a proxy")
        : ConnectionReportText::tr("through the proxy %1").arg(report.proxy);
    return ConnectionReportText::tr("Reached %1 %2, %3, in %4.")
        .arg(report.host, over, proxy, durationText(report.duration));
}

QString verdictText(const ConnectionReport &report)
{
    if (report.isStopped)
        return ConnectionReportText::tr("The test was stopped.");
    if (!report.isOver)
        return ConnectionReportText::tr("Asking %1…").arg(report.host);
    if (report.worksForAll())
        return ConnectionReportText::tr("This connection works. Nothing was logged.");
    if (report.worksForSome())
        return ConnectionReportText::tr("This key may do some things and not others. Nothing was logged.");
    return report.firstError ? report.firstError->message
                             : ConnectionReportText::tr("There was nothing to try.");
}

} // namespace Gatescope
