// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "tokens.h"

namespace Gatescope {

Tokens Tokens::light()
{
    Tokens tokens;
    tokens.m_colors = {
        0xfff2f3f5, // Background
        0xffffffff, // Surface
        0xfffafafb, // Raised
        0xffe7e9ed, // Line
        0xffd3d7de, // Border
        0xff838b98, // ControlBorder
        0xff1a1d23, // Text
        0xff566070, // TextMuted
        0xff646d7b, // TextDisabled
        0xff2355c4, // Accent
        0xffffffff, // AccentText
        0xffe9effc, // AccentSoft
        0xff0f7043, // Pass
        0xffe4f4eb, // PassBackground
        0xffa8381b, // Fail
        0xfffbeae4, // FailBackground
        0xff6743a5, // Undetermined
        0xfff0eafa, // UndeterminedBackground
        0xff7d5200, // Warning
        0xfffff4d9, // WarningBackground
        0xffa8123c, // Error
        0xfffde8ed, // ErrorBackground
        0xffdbe6fb, // Selection
        0xff2355c4, // FocusRing
        0xff2563c9, // ConnectionBlue
        0xff0b7a75, // ConnectionTeal
        0xff3a7d1e, // ConnectionGreen
        0xff7a4fc4, // ConnectionViolet
        0xffb8327f, // ConnectionPink
    };
    return tokens;
}

Tokens Tokens::dark()
{
    Tokens tokens;
    tokens.m_colors = {
        0xff15181d, // Background
        0xff1b1f26, // Surface
        0xff242932, // Raised
        0xff2a303a, // Line
        0xff3a414d, // Border
        0xff78828f, // ControlBorder
        0xffe7eaf0, // Text
        0xffa2abb9, // TextMuted
        0xff949dab, // TextDisabled
        0xff86aaff, // Accent
        0xff0d1730, // AccentText
        0xff222f4d, // AccentSoft
        0xff5ccb92, // Pass
        0xff17332a, // PassBackground
        0xfff29a7c, // Fail
        0xff3a231d, // FailBackground
        0xffc5abf5, // Undetermined
        0xff2d2642, // UndeterminedBackground
        0xffebbb55, // Warning
        0xff352b16, // WarningBackground
        0xffff8fa6, // Error
        0xff40202a, // ErrorBackground
        0xff25395f, // Selection
        0xffa9c3ff, // FocusRing
        0xff7fb0ff, // ConnectionBlue
        0xff4fc4bd, // ConnectionTeal
        0xff8fcf6a, // ConnectionGreen
        0xffbd9cff, // ConnectionViolet
        0xfff28ac0, // ConnectionPink
    };
    return tokens;
}

Tokens Tokens::fromSystem(const QPalette &system)
{
    const QRgb text = system.color(QPalette::WindowText).rgb();
    const QRgb surface = system.color(QPalette::Base).rgb();
    Tokens tokens;
    tokens.m_colors.fill(text);
    const auto set = [&tokens](Theme::Color role, QRgb color) { tokens.m_colors[std::size_t(role)] = color; };
    set(Theme::Color::Background, system.color(QPalette::Window).rgb());
    set(Theme::Color::Raised, system.color(QPalette::Window).rgb());
    using enum Theme::Color;
    for (const Theme::Color role : {Surface, AccentSoft, PassBackground, FailBackground,
             UndeterminedBackground, WarningBackground, ErrorBackground})
        set(role, surface);
    set(Accent, text);
    set(AccentText, surface);
    // Text keeps its colour on the selection, so the selection is a shade of the surface, with the focus ring
    // around.
    const bool dark = qGray(surface) < 128;
    set(Selection, dark ? 0xff303030 : 0xffd8d8d8);
    return tokens;
}

QPalette Tokens::palette() const
{
    const Tokens &token = *this;
    using enum Theme::Color;
    QPalette palette;
    palette.setColor(QPalette::Window, token[Background]);
    palette.setColor(QPalette::WindowText, token[Text]);
    palette.setColor(QPalette::Base, token[Surface]);
    palette.setColor(QPalette::AlternateBase, token[Raised]);
    palette.setColor(QPalette::Text, token[Text]);
    palette.setColor(QPalette::PlaceholderText, token[TextMuted]);
    palette.setColor(QPalette::Button, token[Raised]);
    palette.setColor(QPalette::ButtonText, token[Text]);
    palette.setColor(QPalette::BrightText, token[Text]);
    palette.setColor(QPalette::ToolTipBase, token[Raised]);
    palette.setColor(QPalette::ToolTipText, token[Text]);
    palette.setColor(QPalette::Highlight, token[Selection]);
    palette.setColor(QPalette::HighlightedText, token[Text]);
    palette.setColor(QPalette::Link, token[Accent]);
    palette.setColor(QPalette::LinkVisited, token[Accent]);
    palette.setColor(QPalette::Light, token[Surface]);
    palette.setColor(QPalette::Midlight, token[Line]);
    palette.setColor(QPalette::Mid, token[Border]);
    palette.setColor(QPalette::Dark, token[ControlBorder]);
    palette.setColor(QPalette::Shadow, token[Border]);
    for (const auto role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, token[TextDisabled]);
    return palette;
}

} // namespace Gatescope
