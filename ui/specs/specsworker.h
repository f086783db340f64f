// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/entitydetails.h>
#include <models/items/specssearch.h>

#include <QObject>

#include <stop_token>

namespace Gatescope {

/// Reads projects and entities on worker threads for the specs page. Late answers about an older project or
/// entity are dropped. UI thread.
class SpecsWorker : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~SpecsWorker() override;

    /// Null clears at once.
    void readProject(const ProjectPtr &project);
    /// An item of the project that was indexed last.
    void readEntity(std::uint32_t item);

    /// For searchSpecs(); another search or project silences the one before. An empty text finds nothing.
    void search(const QString &text);

    const SpecsIndexPtr &index() const { return m_index; }

Q_SIGNALS:
    void indexed(const Gatescope::SpecsIndexPtr &index); ///< null: no project
    void searched(const Gatescope::SpecsHits &hits);
    void entityRead(const Gatescope::EntityDetailsPtr &details);

private:
    SpecsIndexPtr m_index;
    quint64 m_projectToken = 0;
    quint64 m_entityToken = 0;
    quint64 m_searchToken = 0;
    std::stop_source m_searchStop;
};

} // namespace Gatescope
