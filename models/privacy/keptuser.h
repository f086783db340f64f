// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsondocument.h>

namespace Gatescope {

/// A user as a kept request tells of it.
struct KeptUser
{
    QByteArray json; ///< canonical: equal users have equal texts
    bool lacksPrivate = false; ///< had values of private attributes that were masked before they were kept
    bool operator==(const KeptUser &) const = default;
};

/// Takes out what PrivateMask put in place of values: a mask is no value, and must not be evaluated as one.
/// Any thread.
KeptUser keptUser(const JsonValue &user);

} // namespace Gatescope
