// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "sandboxstate.h"

#include <models/evaluation/hashes.h>
#include <models/evaluation/payloadwriter.h>

namespace Gatescope {

namespace {

std::optional<std::string> appIdOf(const Project &project, std::string_view key)
{
    const JsonValue payload = project.payload()->root();
    for (const JsonValue &app :
        {payload["hashed_sdk_keys_to_app_ids"][djb2(key)], payload["sdk_keys_to_app_ids"][key]}) {
        if (app.isString())
            return app.toUtf8();
    }
    return std::nullopt;
}

EvaluationContext contextOf(const Project &project, const SandboxOptions &options, std::string_view key)
{
    EvaluationContext context;
    context.idLists = options.idLists;
    context.countries = options.countries;
    context.appId = appIdOf(project, key);
    context.sdkCompatible = true;
    return context;
}

} // namespace

SandboxState::SandboxState(ProjectPtr project, const SandboxOptions &options)
    : m_project(std::move(project))
    , m_idLists(options.idLists)
    , m_serverEvaluator(m_project, contextOf(*m_project, options, sandboxServerKey))
    , m_clientEvaluator(m_project, contextOf(*m_project, options, sandboxClientKey))
{ }

const Evaluator &SandboxState::evaluator(KeyKind key) const
{
    return key == KeyKind::Client ? m_clientEvaluator : m_serverEvaluator;
}

QByteArray SandboxState::specs(Project::Format format) const
{
    if (format == m_project->format()) {
        const std::string_view source = m_project->payload()->source();
        return QByteArray::fromRawData(source.data(), qsizetype(source.size()));
    }
    std::call_once(m_convertOnce, [this, format] { m_converted = payloadText(*m_project, format); });
    return m_converted;
}

} // namespace Gatescope
