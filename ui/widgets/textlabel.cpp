// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "textlabel.h"

namespace Gatescope {

TextLabel::TextLabel(Theme::Font font, Theme::Color color, QWidget *parent)
    : TextLabel(QString(), font, color, parent)
{ }

TextLabel::TextLabel(const QString &text, Theme::Font font, Theme::Color color, QWidget *parent)
    : QLabel(parent)
    , m_text(text)
    , m_font(font)
    , m_color(color)
{
    setTextFormat(Qt::PlainText);
    showText();
    applyTheme();
    connect(&Presenter::instance(), &Presenter::changed, this, &TextLabel::showText);
    connect(&Theme::instance(), &Theme::changed, this, &TextLabel::applyTheme);
}

void TextLabel::setText(const QString &text)
{
    m_text = text;
    showText();
}

void TextLabel::setFontRole(Theme::Font font)
{
    m_font = font;
    applyTheme();
}

void TextLabel::setColorRole(Theme::Color color)
{
    m_color = color;
    applyTheme();
}

void TextLabel::applyTheme()
{
    setFont(Theme::instance().font(m_font));
    QPalette own;
    own.setColor(QPalette::WindowText, Theme::instance().color(m_color));
    setPalette(own);
}

} // namespace Gatescope
