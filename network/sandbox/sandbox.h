// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/project.h>

#include <QUrl>

#include <memory>

namespace Gatescope {

struct SandboxOptions
{
    quint16 port = 0; ///< 0: any free one
    std::shared_ptr<const class CountryLookup> countries;
    std::shared_ptr<const class IdLists> idLists;
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
    void stop();
    bool isRunning() const;
    quint16 port() const;
    QUrl apiUrl() const; ///< http://127.0.0.1:PORT/v1

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Gatescope
