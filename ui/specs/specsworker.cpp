// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "specsworker.h"

#include <ui/onfinished.h>

#include <QtConcurrentRun>

namespace Gatescope {

void SpecsWorker::readProject(const ProjectPtr &project)
{
    const quint64 token = ++m_projectToken;
    ++m_entityToken;
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

void SpecsWorker::readEntity(std::uint32_t spec)
{
    const quint64 token = ++m_entityToken;
    const auto read = [index = m_index, spec] {
        return entityDetails(index->project(), index->dependencies(), spec);
    };
    onFinished(QtConcurrent::run(read), this, [this, token](const EntityDetailsPtr &details) {
        if (token == m_entityToken)
            Q_EMIT entityRead(details);
    });
}

} // namespace Gatescope
