// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/statsiguser.h>

#include <QStringList>

namespace Gatescope {

/// A saved user.
struct Persona
{
    QString id; ///< stable; the name of its file without the ending
    QString name; ///< "Mina, gold, Berlin"
    QStringList tags;
    QString notes; ///< plain text
    StatsigUser user;
    JsonMembers otherMembers; ///< of its file, kept as they were written
    bool operator==(const Persona &) const = default;
};

} // namespace Gatescope
