// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/ports/preferences.h>

#include <QColor>
#include <QFont>
#include <QHash>
#include <QIcon>
#include <QObject>
#include <QPixmap>

#include <memory>

namespace Gatescope {

class SystemAppearance;
class Tokens;

/// The one source of colours, fonts and icons; widgets ask by role, never by literal. UI thread.
///
/// Palette, application font and icons follow a change by themselves; what a widget computed from the theme
/// (its own fonts, fixed sizes, cached colours) it refreshes on changed().
class Theme : public QObject
{
    Q_OBJECT
public:
    // clang-format off
    /// design.md, "Tokens".
    enum class Color {
        Background, Surface, Raised, Line, Border, ControlBorder, Text, TextMuted, TextDisabled, Accent, AccentText,
        AccentSoft, Pass, PassBackground, Fail, FailBackground, Undetermined, UndeterminedBackground, Warning,
        WarningBackground, Error, ErrorBackground, Selection, FocusRing,
        ConnectionBlue, ConnectionTeal, ConnectionGreen, ConnectionViolet, ConnectionPink,
    };
    Q_ENUM(Color)
    /// design.md, "Type and spacing".
    enum class Font { Headline, Count, Title, Body, BodyStrong, Label, Small, Mono, MonoStrong, MonoHeadline };
    Q_ENUM(Font)
    /// design.md, "Icons".
    enum class Icon {
        Gate, DynamicConfig, Experiment, Layer, Segment, Holdout, Autotune, ParamStore, User, On, Off, CannotTell,
        NotReached, Agrees, Differs, Warning, Error, Info, ExposuresOff, ExposuresOn, Waiting, Sending, Sandbox,
        Server, Private, Check, Initialize, Specs, Events, Exchanges, Settings, Run, Stop, Download, OpenFile, Copy,
        Add, Remove, Close, Undo, Redo, More, Search, Filter, ChevronDown, ChevronRight, ChevronUp, ChevronLeft, Send,
        Duplicate, Delete, Paste, Clear, Refresh, Edit, ArrowUp, ArrowDown, Pin,
    };
    Q_ENUM(Icon)
    // clang-format on

    /// Sets the application's palette, style and fonts. Once, before any window.
    static Theme &install(const PreferenceValues &values);
    /// The installed theme; before that, one with the light tokens that leaves the application alone.
    static Theme &instance();
    ~Theme() override;

    void apply(const PreferenceValues &values);
    bool isDark() const { return m_dark; }

    QColor color(Color role) const;
    QFont font(Font role) const;
    /// The icon in one colour, rendered from its SVG per size and device pixel ratio, cached.
    QIcon icon(Icon id, Color role = Color::TextMuted) const;
    QPixmap pixmap(Icon id, Color role, int size, qreal devicePixelRatio) const;

    /// Pixels at 100 % scaled with the font: row heights and gaps come through here.
    int scaled(int pixels) const;
    /// 28 at 100 %, never less than the font needs.
    int rowHeight() const;
    int nestedRowHeight() const;

Q_SIGNALS:
    void changed();

private:
    explicit Theme(QObject *parent = nullptr);
    void refresh();
    QFont makeFont(Font role) const;

    std::unique_ptr<Tokens> m_tokens;
    std::unique_ptr<SystemAppearance> m_system;
    PreferenceValues m_values;
    bool m_dark = false;
    int m_fontPercent = 100;
    mutable QHash<Font, QFont> m_fonts; ///< copies share what Qt has found out about a font
    mutable QHash<quint64, QPixmap> m_pixmaps; ///< by icon, device pixels and colour
};

} // namespace Gatescope
