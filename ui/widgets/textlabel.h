// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/presenter/presenter.h>
#include <ui/theme/theme.h>

#include <QLabel>

namespace Gatescope {

/// Plain text in a font and a colour of the theme, following its changes. Server text can never become markup
/// here.
class TextLabel : public QLabel
{
    Q_OBJECT
public:
    explicit TextLabel(Theme::Font font, Theme::Color color = Theme::Color::Text, QWidget *parent = nullptr);
    TextLabel(const QString &text, Theme::Font font, Theme::Color color = Theme::Color::Text,
        QWidget *parent = nullptr);

    void setText(const QString &text); ///< text() is what is shown of it (Presenter)
    void setFontRole(Theme::Font font);
    void setColorRole(Theme::Color color);

private:
    void applyTheme();
    void showText() { QLabel::setText(Presenter::instance().text(m_text)); }

    QString m_text;
    Theme::Font m_font;
    Theme::Color m_color;
};

} // namespace Gatescope
