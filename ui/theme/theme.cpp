// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "theme.h"

#include "style.h"
#include "systemappearance.h"
#include "themeicon.h"
#include "tokens.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QStyleFactory>
#include <QToolTip>

#include <cmath>

namespace Gatescope {

namespace {

Theme *theTheme = nullptr;

/// A reference pixel of design.md in points: 13 px are 9.75 pt at 96 dpi; a Mac's point is a pixel.
#ifdef Q_OS_MACOS
constexpr qreal pointsPerPixel = 1.0;
#else
constexpr qreal pointsPerPixel = 0.75;
#endif

struct FontSpec
{
    int pixels;
    QFont::Weight weight;
    bool fixed;
};

FontSpec fontSpec(Theme::Font role)
{
    switch (role) {
    case Theme::Font::Headline:
    case Theme::Font::Count:
        return {18, QFont::DemiBold, false};
    case Theme::Font::Title:
        return {15, QFont::DemiBold, false};
    case Theme::Font::Body:
        return {13, QFont::Normal, false};
    case Theme::Font::BodyStrong:
        return {13, QFont::DemiBold, false};
    case Theme::Font::Label:
        return {12, QFont::Normal, false};
    case Theme::Font::Small:
        return {11, QFont::Normal, false};
    case Theme::Font::Mono:
        return {12, QFont::Normal, true};
    case Theme::Font::MonoStrong:
        return {12, QFont::DemiBold, true};
    case Theme::Font::MonoHeadline:
        return {18, QFont::DemiBold, true};
    }
    Q_UNREACHABLE();
}

Tokens tokensFor(bool dark, const SystemAppearance *system)
{
    if (system != nullptr && system->isHighContrast())
        return Tokens::fromSystem(system->palette());
    return dark ? Tokens::dark() : Tokens::light();
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_tokens(std::make_unique<Tokens>(Tokens::light()))
{ }

Theme::~Theme() = default;

Theme &Theme::instance()
{
    if (theTheme == nullptr) {
        theTheme = new Theme;
        // Pixmaps must be gone before the application is.
        qAddPostRoutine([] {
            delete theTheme;
            theTheme = nullptr;
        });
    }
    return *theTheme;
}

Theme &Theme::install(const PreferenceValues &values)
{
    Theme &theme = instance();
    if (!theme.m_system) {
        theme.m_system = std::make_unique<SystemAppearance>(QGuiApplication::palette());
        connect(theme.m_system.get(), &SystemAppearance::changed, &theme, &Theme::refresh);
        QApplication::setStyle(new Style);
    }
    theme.m_values = values;
    theme.refresh();
    return theme;
}

void Theme::apply(const PreferenceValues &values)
{
    if (values.theme == m_values.theme && values.fontPercent == m_values.fontPercent)
        return;
    m_values = values;
    refresh();
}

void Theme::refresh()
{
    m_dark = m_values.theme == ThemeChoice::Dark
        || (m_values.theme == ThemeChoice::System && m_system && m_system->isDark());
    m_fontPercent = qBound(50, m_values.fontPercent, 300);
    m_fonts.clear();
    *m_tokens = tokensFor(m_dark, m_system.get());
    m_pixmaps.clear();
    if (m_system) {
        QApplication::setPalette(m_tokens->palette());
        QApplication::setFont(font(Font::Body));
        QToolTip::setPalette(m_tokens->palette());
        QToolTip::setFont(font(Font::Label));
    }
    Q_EMIT changed();
}

QColor Theme::color(Color role) const
{
    return (*m_tokens)[role];
}

QFont Theme::font(Font role) const
{
    const auto known = m_fonts.constFind(role);
    return known != m_fonts.cend() ? *known : *m_fonts.insert(role, makeFont(role));
}

QFont Theme::makeFont(Font role) const
{
    const FontSpec spec = fontSpec(role);
    QFont font =
        QFontDatabase::systemFont(spec.fixed ? QFontDatabase::FixedFont : QFontDatabase::GeneralFont);
    font.setPointSizeF(spec.pixels * pointsPerPixel * m_fontPercent / 100.0);
    font.setWeight(spec.weight);
    return font;
}

QIcon Theme::icon(Icon id, Color role) const
{
    return QIcon(new ThemeIconEngine(id, role));
}

QPixmap Theme::pixmap(Icon id, Color role, int size, qreal devicePixelRatio) const
{
    const int side = qMax(1, int(std::lround(size * devicePixelRatio)));
    const QColor ink = color(role);
    const quint64 key = quint64(id) << 48 | quint64(quint16(side)) << 32 | ink.rgba();
    auto found = m_pixmaps.constFind(key);
    if (found == m_pixmaps.constEnd())
        found = m_pixmaps.insert(key, renderIcon(iconSource(id), ink, side));
    QPixmap pixmap = *found;
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

int Theme::scaled(int pixels) const
{
    return int(std::lround(pixels * m_fontPercent / 100.0));
}

int Theme::rowHeight() const
{
    return qMax(scaled(28), QFontMetrics(font(Font::Body)).height() + scaled(8));
}

int Theme::nestedRowHeight() const
{
    return qMax(scaled(24), QFontMetrics(font(Font::Body)).height() + scaled(4));
}

} // namespace Gatescope
