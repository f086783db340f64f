// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/connection.h>

namespace Gatescope {

/// The list of connections between runs, without keys.
class ConnectionStore
{
public:
    virtual ~ConnectionStore() = default;
    virtual QList<Connection> load() const = 0; ///< without the sandbox
    virtual void save(const QList<Connection> &connections) = 0;
    virtual QString selectedId() const = 0;
    virtual void setSelectedId(const QString &id) = 0;
};

} // namespace Gatescope
