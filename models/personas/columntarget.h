// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/statsiguser.h>

#include <optional>

namespace Gatescope {

/// Where the cells of a table's column go in a persona.
struct ColumnTarget
{
    enum class Kind {
        Skip,
        Name,
        Tags, ///< with commas or semicolons between them, or a JSON list
        Notes,
        Field, ///< of the user
        Member, ///< of one of the user's tables
        Tier,
        User, ///< the whole user as JSON
    };

    Kind kind = Kind::Skip;
    UserField field = UserField::UserId; ///< of Kind::Field
    UserTable table = UserTable::Custom; ///< of Kind::Member
    QString key {}; ///< of Kind::Member

    bool operator==(const ColumnTarget &) const = default;
};

/// \name As a title of a column says it, exactly: "userID", "custom.plan", "tier", "name", "skip"
/// @{
QString targetText(const ColumnTarget &target);
std::optional<ColumnTarget> targetFromText(const QString &text);
/// @}

/// What a title most likely means: spelled in any way, "User ID", "e-mail", "lang"; a title that ends in ID
/// is a custom ID, others are custom attributes. An empty one is skipped.
ColumnTarget guessedTarget(const QString &title);

/// How well a title names what it is taken for, best first: of two columns for one target the better has it.
enum class TitleMatch {
    Exact, ///< "userID"
    Spelling, ///< "User ID"
    OtherWord, ///< "id"
};
TitleMatch titleMatch(const QString &title, const ColumnTarget &target);

} // namespace Gatescope
