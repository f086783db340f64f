// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/useredit.h>

#include <optional>

namespace Gatescope {

/// A member of the user, or of one of its tables, under another name or in another place.
struct MemberMove
{
    std::optional<UserTable> from; ///< nothing: the user itself
    QString fromKey;
    std::optional<UserTable> to;
    QString toKey;
    bool operator==(const MemberMove &) const = default;
};

/// A change of a user that puts a finding right, described so that it can be made when somebody wants it.
struct Mend
{
    QString label; ///< for a button: "Make it a number"
    UserEdits edits;
    QList<MemberMove> moves;
    QString generatedId; ///< the ID type a random ID is made for; empty: none
    bool operator==(const Mend &) const = default;
};

/// The user with the change made. A renamed member keeps its place; of several members of one name the last
/// moves, as it is the one that counts.
StatsigUser mended(StatsigUser user, const Mend &mend);

} // namespace Gatescope
