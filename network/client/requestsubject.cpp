// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "requestsubject.h"

#include <QCoreApplication>
#include <QLocale>

namespace Gatescope {

namespace {

struct SubjectWriter
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::SubjectWriter)

public:
    QString operator()(const CheckGateRequest &request) const { return gates(request.gateNames); }
    QString operator()(const CheckGateMultipleRequest &request) const { return gates(request.gateNames); }
    QString operator()(const GetConfigRequest &request) const { return request.configName; }
    QString operator()(const GetExperimentRequest &request) const { return request.experimentName; }
    QString operator()(const GetLayerRequest &request) const { return request.layerName; }
    QString operator()(const InitializeRequest &request) const { return request.user.label(); }
    QString operator()(const LogEventRequest &request) const
    {
        const auto count = request.events.size();
        return count == 1 ? tr("1 event") : tr("%1 events").arg(QLocale().toString(count));
    }
    QString operator()(const DownloadConfigSpecsRequest &) const { return {}; }

private:
    static QString gates(const QStringList &names)
    {
        return names.size() == 1 ? names.first() : tr("%1 gates").arg(QLocale().toString(names.size()));
    }
};

} // namespace

QString subjectOf(const ApiRequest &request)
{
    return std::visit(SubjectWriter(), request);
}

} // namespace Gatescope
