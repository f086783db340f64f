// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "specsloader.h"

#include "onfinished.h"
#include "wholefile.h"

#include <QtConcurrentRun>

namespace Gatescope {

namespace {

Result<ProjectPtr> compileFile(const QString &fileName, qint64 maxBytes)
{
    auto bytes = readWholeFile(fileName, maxBytes);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto document = JsonDocument::parse(*std::move(bytes));
    if (!document)
        return std::unexpected(document.error());
    return Project::compile(*document);
}

} // namespace

SpecsLoader::~SpecsLoader()
{
    stop();
}

void SpecsLoader::load(ApiCall *call)
{
    stop();
    m_loading = true;
    m_call = call;
    connect(call, &ApiCall::finished, this, [this, token = m_token](const ApiOutcome &outcome) {
        if (token == m_token)
            takeAnswer(outcome);
    });
}

void SpecsLoader::loadFile(const QString &fileName, qint64 maxBytes)
{
    stop();
    m_loading = true;
    awaitProject(QtConcurrent::run(&compileFile, fileName, maxBytes));
}

void SpecsLoader::stop()
{
    ++m_token;
    m_loading = false;
    if (m_call)
        m_call->cancel();
    m_call.clear();
}

void SpecsLoader::takeAnswer(const ApiOutcome &outcome)
{
    m_call.clear();
    if (!outcome.response) {
        finish(std::unexpected(outcome.response.error()));
        return;
    }
    const auto *answer = std::get_if<SpecsAnswer>(&outcome.response->content);
    if (!outcome.response->body || (answer && !answer->hasUpdates)) {
        m_loading = false;
        Q_EMIT unchanged();
        return;
    }
    awaitProject(QtConcurrent::run(&Project::compile, outcome.response->body));
}

void SpecsLoader::awaitProject(const QFuture<Result<ProjectPtr>> &future)
{
    onFinished(future, this, [this, token = m_token](const Result<ProjectPtr> &result) {
        if (token == m_token)
            finish(result);
    });
}

void SpecsLoader::finish(const Result<ProjectPtr> &result)
{
    m_loading = false;
    if (result)
        Q_EMIT loaded(*result);
    else
        Q_EMIT failed(result.error());
}

} // namespace Gatescope
