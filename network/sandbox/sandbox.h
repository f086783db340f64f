// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/project.h>
#include <models/sandbox/sandboxactivity.h>
#include <models/sandbox/sandboxfault.h>

#include <QUrl>

#include <functional>
#include <memory>

namespace Gatescope {

struct SandboxOptions
{
    quint16 port = 0; ///< 0: any free one
    std::shared_ptr<const class CountryLookup> countries;
    std::shared_ptr<const class IdLists> idLists;
    SandboxFaults faults;
    ProjectPtr loaded; ///< what stale specs are of; null: the project
    /// Told of every answered request, on a thread of its own, in the order of the answers; may be empty.
    std::function<void(const SandboxActivity &)> observer;
};

inline constexpr const char *sandboxServerKey = "secret-sandbox";
inline constexpr const char *sandboxClientKey = "client-sandbox";

/// A local Statsig on 127.0.0.1 that answers the eight endpoints from a project (facts §1, §8). Runs on
/// threads of its own; stop() and the destructor end them cleanly.
class Sandbox
{
public:
    Sandbox();
    ~Sandbox();

    /// Errors: BadInput where the port is taken. Returns when connections are accepted.
    Result<> start(ProjectPtr project, const SandboxOptions &options = {});
    /// Answers under way go out, then what arrived is told to the observer to its end.
    void stop();
    /// Serves another edition of the project from now on: clients see it at their next sync if its time moved
    /// on. Nothing happens if the sandbox is not running.
    /// `loaded`: what stale specs are of from now on; null: as before.
    void setProject(ProjectPtr project, std::shared_ptr<const IdLists> idLists, ProjectPtr loaded = nullptr);
    void setFaults(const SandboxFaults &faults);
    bool isRunning() const;
    quint16 port() const;
    QUrl apiUrl() const; ///< http://127.0.0.1:PORT/v1

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Gatescope
