// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "mark.h"

namespace Gatescope {

Mark Marks::positive(const QString &word)
{
    return {Theme::Icon::On, Theme::Color::Pass, word};
}

Mark Marks::negative(const QString &word)
{
    return {Theme::Icon::Off, Theme::Color::Fail, word};
}

Mark Marks::neutral(const QString &word)
{
    return {Theme::Icon::NotReached, Theme::Color::TextMuted, word};
}

Mark Marks::cannotTell(const QString &word)
{
    return {Theme::Icon::CannotTell, Theme::Color::Undetermined, word};
}

Mark Marks::warning(const QString &word)
{
    return {Theme::Icon::Warning, Theme::Color::Warning, word};
}

Mark Marks::error(const QString &word)
{
    return {Theme::Icon::Error, Theme::Color::Error, word};
}

Theme::Color tagFill(Theme::Color color)
{
    switch (color) {
    case Theme::Color::Pass:
        return Theme::Color::PassBackground;
    case Theme::Color::Fail:
        return Theme::Color::FailBackground;
    case Theme::Color::Undetermined:
        return Theme::Color::UndeterminedBackground;
    case Theme::Color::Warning:
        return Theme::Color::WarningBackground;
    case Theme::Color::Error:
        return Theme::Color::ErrorBackground;
    case Theme::Color::Accent:
        return Theme::Color::AccentSoft;
    default:
        return Theme::Color::Background;
    }
}

} // namespace Gatescope
