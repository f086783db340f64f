// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "theme.h"

#include <QPalette>

#include <array>

namespace Gatescope {

/// The colours of one appearance, by Theme::Color.
class Tokens
{
public:
    static constexpr int count = int(Theme::Color::ConnectionPink) + 1;

    static Tokens light();
    static Tokens dark();
    /// A high-contrast system decides the colours itself; verdicts keep only their icons and words.
    static Tokens fromSystem(const QPalette &system);

    QColor operator[](Theme::Color role) const { return QColor::fromRgb(m_colors[std::size_t(role)]); }
    QPalette palette() const;

private:
    std::array<QRgb, count> m_colors {};
};

} // namespace Gatescope
