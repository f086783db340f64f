// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "initializeview.h"

#include "initializereader.h"
#include "initializeshape.h"

#include <models/json/utf8text.h>
#include <models/workerdelete.h>

#include <QCoreApplication>

#include <algorithm>

namespace Gatescope {

bool isPassing(const InitializeEntry &entry)
{
    switch (entry.kind) {
    case InitializeKind::Gate:
        return entry.isOn;
    case InitializeKind::DynamicConfig:
        return entry.hasMatchingRule;
    case InitializeKind::Experiment:
    case InitializeKind::Layer:
        return entry.isInExperiment.value_or(false);
    case InitializeKind::ParamStore:
        return false;
    }
    return false;
}

InitializeView::InitializeView(JsonDocumentPtr body, HashedNames names)
    : m_body(std::move(body))
    , m_names(std::move(names))
    , m_format(initializeFormat(m_body->root()))
{ }

Result<InitializeViewPtr> InitializeView::read(
    JsonDocumentPtr body, ProjectPtr project, const NameListPtr &names)
{
    if (!body || !isInitializeResponse(body->root())) {
        return failure(ErrorCode::WrongShape,
            QCoreApplication::translate("Gatescope::InitializeView",
                "The answer has none of “feature_gates”, “dynamic_configs” and “layer_configs”."));
    }
    const HashAlgorithm hash = initializeHash(body->root());
    const std::shared_ptr<InitializeView> view(
        new InitializeView(std::move(body), HashedNames(std::move(project), hash, names.get())),
        WorkerDelete());
    InitializeReader(*view).read();
    return view;
}

std::vector<InitializeExposure> InitializeView::exposures(const JsonValue &list) const
{
    std::vector<InitializeExposure> result;
    for (quint32 i = 0; list.isArray() && i < list.size(); ++i) {
        JsonValue exposure = list.at(i);
        if (exposure.isString()) {
            const auto found = m_exposures.find(exposure.toUtf8());
            exposure = found == m_exposures.end() ? JsonValue() : found->second;
        }
        if (!exposure.isObject())
            continue;
        const JsonValue value = exposure["gateValue"];
        const std::string gate = exposure["gate"].toUtf8();
        const std::string_view raw = value.rawText();
        result.push_back({exposure["gate"].toString(), m_names.names(HashedNames::Space::Gates, gate),
            m_names.spec(HashedNames::Space::Gates, gate),
            value.isString() ? value.toString() : QString::fromUtf8(raw.data(), qsizetype(raw.size())),
            exposure["ruleID"].toString()});
    }
    return result;
}

std::vector<InitializeExposure> InitializeView::secondaryExposures(const InitializeEntry &entry) const
{
    return exposures(entry.source[m_format == InitializeFormat::InitV2 ? "s" : "secondary_exposures"]);
}

std::vector<InitializeExposure> InitializeView::undelegatedExposures(const InitializeEntry &entry) const
{
    return exposures(
        entry.source[m_format == InitializeFormat::InitV2 ? "us" : "undelegated_secondary_exposures"]);
}

QStringList InitializeView::explicitParameters(const InitializeEntry &entry) const
{
    const JsonValue list = entry.source[m_format == InitializeFormat::InitV2 ? "ep" : "explicit_parameters"];
    QStringList result;
    for (quint32 i = 0; list.isArray() && i < list.size(); ++i)
        result << list.at(i).toString();
    return result;
}

QString InitializeView::layerOf(const InitializeEntry &experiment) const
{
    if (experiment.kind != InitializeKind::Experiment)
        return {};
    if (experiment.spec && !experiment.spec->layer.empty())
        return utf8Text(experiment.spec->layer);
    const auto layer = std::ranges::find_if(m_entries, [&experiment](const InitializeEntry &entry) {
        return entry.kind == InitializeKind::Layer && entry.allocatedExperiment == experiment.hash;
    });
    return layer == m_entries.end() ? QString() : layer->name();
}

QString InitializeView::allocatedExperimentOf(const InitializeEntry &layer) const
{
    const QStringList names =
        m_names.names(HashedNames::Space::Configs, layer.allocatedExperiment.toStdString());
    return layer.allocatedExperiment.isEmpty() || names.isEmpty() ? layer.allocatedExperiment
                                                                  : names.join(QStringLiteral(" / "));
}

} // namespace Gatescope
