// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "specsworker.h"

#include <ui/onfinished.h>

#include <QtConcurrentRun>

namespace Gatescope {

SpecsWorker::~SpecsWorker()
{
    m_searchStop.request_stop();
}

void SpecsWorker::search(const QString &text)
{
    m_searchStop.request_stop();
    m_searchStop = {};
    const quint64 token = ++m_searchToken;
    if (!m_index || text.isEmpty())
        return;
    const auto look = [index = m_index, text, stop = m_searchStop.get_token()] {
        return searchSpecs(*index, text, stop);
    };
    onFinished(QtConcurrent::run(look), this, [this, token](const SpecsHits &hits) {
        if (token == m_searchToken)
            Q_EMIT searched(hits);
    });
}

void SpecsWorker::readProject(const ProjectPtr &project)
{
    const quint64 token = ++m_projectToken;
    ++m_entityToken;
    search({});
    if (!project) {
        m_index = nullptr;
        Q_EMIT indexed(nullptr);
        return;
    }
    const auto read = [project] { return SpecsIndexPtr(std::make_shared<const SpecsIndex>(project)); };
    onFinished(QtConcurrent::run(read), this, [this, token](const SpecsIndexPtr &index) {
        if (token != m_projectToken)
            return;
        m_index = index;
        Q_EMIT indexed(index);
    });
}

void SpecsWorker::readEntity(std::uint32_t item)
{
    const quint64 token = ++m_entityToken;
    const auto read = [index = m_index, item] { return entityDetails(*index, item); };
    onFinished(QtConcurrent::run(read), this, [this, token](const EntityDetailsPtr &details) {
        if (token == m_entityToken)
            Q_EMIT entityRead(details);
    });
}

} // namespace Gatescope
