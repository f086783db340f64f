// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/project.h>
#include <models/ports/statsigapi.h>

#include <QFuture>
#include <QPointer>

namespace Gatescope {

/// Turns an answer or a file into a compiled project: parsing, reading and compiling happen on a worker. One
/// load at a time; starting another or stop() silences the one before. UI thread.
class SpecsLoader : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~SpecsLoader() override;

    /// Waits for a download_config_specs call and compiles its body.
    void load(ApiCall *call);
    /// Errors: FileUnreadable, TooLarge (over maxBytes), those of JsonDocument::parse() and
    /// Project::compile().
    void loadFile(const QString &fileName, qint64 maxBytes);
    /// Cancels without a signal.
    void stop();
    bool isLoading() const { return m_loading; }

Q_SIGNALS:
    /// Exactly one of these follows each load that was not silenced.
    void loaded(const Gatescope::ProjectPtr &project);
    void unchanged(); ///< the server has nothing newer than what it was told we have
    void failed(const Gatescope::Error &error);

private:
    void takeAnswer(const ApiOutcome &outcome);
    void awaitProject(const QFuture<Result<ProjectPtr>> &future);
    void finish(const Result<ProjectPtr> &result);

    QPointer<ApiCall> m_call;
    quint64 m_token = 0; ///< of the latest load; an answer with another one is late
    bool m_loading = false;
};

} // namespace Gatescope
