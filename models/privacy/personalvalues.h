// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pseudonyms.h"

#include <models/statsig/useredit.h>

#include <optional>
#include <string_view>

namespace Gatescope {

class Project;

/// A value that tells of somebody, and what stands for it.
struct PersonalValue
{
    QString text;
    Pseudonyms::Kind kind = Pseudonyms::Kind::Text;
    bool operator==(const PersonalValue &) const = default;
};
using PersonalValues = QList<PersonalValue>;
using PersonalKind = std::optional<Pseudonyms::Kind>; ///< nothing: not somebody's

/// What the values under a name tell, wherever in a body it is: "userID", "email" and "ip", and all there is
/// within "custom", "privateAttributes" and "customIDs" (facts §1.1, "User object"), in the spellings that
/// people use. Nothing: they are not somebody's.
PersonalKind personalKindOf(std::string_view key);
/// The same of a text or number by the names that it stands under; nothing for others.
PersonalKind personalKindAt(const JsonValue &value);
PersonalKind personalKindWithin(JsonValue value); ///< of objects and lists, too
/// The kind, but for a text that shows what it is.
Pseudonyms::Kind kindFor(Pseudonyms::Kind kind, const QString &value);

/// \name The texts and numbers that tell of somebody; booleans tell nobody apart. Any thread.
/// @{
PersonalValues personalValues(const StatsigUser &user); ///< and its unknown members
PersonalValues personalValues(const UserEdits &edits); ///< of what they set
PersonalValues personalValuesIn(const JsonValue &root); ///< of all users in it
PersonalValues personalValuesIn(const QByteArray &json); ///< what is no JSON has none
/// What conditions compare IDs, e-mail and IP addresses and custom fields with.
PersonalValues personalTargets(const Project &project);
/// @}

} // namespace Gatescope
