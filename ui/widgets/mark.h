// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/theme/theme.h>

namespace Gatescope {

/// How a verdict or a state looks: an icon of its own shape and a word, in one colour.
struct Mark
{
    Theme::Icon icon = Theme::Icon::CannotTell;
    Theme::Color color = Theme::Color::TextMuted;
    QString word;
    bool operator==(const Mark &) const = default;
};

/// \name The usual ones (design.md, "Wording"); `word` may be another in the same sense
/// @{
namespace Marks {
Mark positive(const QString &word); ///< On, In, Pass, Rule matched, Accepted
Mark negative(const QString &word); ///< Off, Not in, Fail: a normal answer that decides
Mark neutral(const QString &word); ///< Not held out, Not a member, No match: an ordinary negative
Mark cannotTell(const QString &word);
Mark warning(const QString &word);
Mark error(const QString &word); ///< something went wrong
} // namespace Marks
/// @}

/// The background that goes with a colour in a tag.
Theme::Color tagFill(Theme::Color color);

} // namespace Gatescope
