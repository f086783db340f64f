// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "statsiguser.h"

#include <QList>

#include <variant>

namespace Gatescope {

/// Something about a user that will probably not do what its author expects. Never a reason to forbid
/// anything.
struct UserWarning
{
    std::variant<UserField, UserTable> subject = UserField::UserId;
    QString message; ///< translated sentence
    int row = -1; ///< of a table: index into table(); -1: the whole
    bool operator==(const UserWarning &) const = default;
};

/// All warnings in the order of the form: fields, then tables. Pure, any thread.
QList<UserWarning> checkUser(const StatsigUser &user);

/// What is odd about the text of one field; empty if nothing is. An empty text is never odd.
QString fieldWarning(UserField field, const QString &text);

/// Indexes of members whose key stands again further down: those that lose (facts §1.1; the last one wins).
QList<int> shadowedMembers(const JsonMembers &members);

/// \name The grammars behind fieldWarning()
/// @{
bool isEmailAddress(QStringView text); ///< one "@" before a name with a dot
bool isIpAddress(QStringView text); ///< IPv4 in four decimal parts, or IPv6 with or without an IPv4 tail
bool isCountryCode(QStringView text); ///< ISO 3166-1 alpha-2, in any case
bool isVersion(QStringView text); ///< comparable by the version operators (facts §4)
/// @}

} // namespace Gatescope
