// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "statsiguser.h"

#include <variant>

namespace Gatescope {

/// One attribute of a user: a field, or a member of a table.
struct UserAttribute
{
    std::variant<UserField, UserTable> place = UserField::UserId;
    QString key; ///< of the table's member; empty for fields

    /// What people call it: "country", "level", "stableID".
    QString name() const;
    bool operator==(const UserAttribute &) const = default;
};

/// One change of one attribute.
struct UserEdit
{
    UserAttribute attribute;
    QByteArray json; ///< the new value, a complete JSON value; empty: the attribute is removed

    bool operator==(const UserEdit &) const = default;
};
using UserEdits = QList<UserEdit>;

/// The attribute's value as JSON; empty if the user has none.
QByteArray attributeJson(const StatsigUser &user, const UserAttribute &attribute);
/// The user with the change made. Fields hold texts: a value that is no JSON string is set as its text.
StatsigUser edited(StatsigUser user, const UserEdit &edit);
StatsigUser edited(StatsigUser user, const UserEdits &edits);

} // namespace Gatescope
