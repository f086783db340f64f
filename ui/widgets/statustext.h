// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/theme/theme.h>

#include <QWidget>

namespace Gatescope {

/// One line of plain text that gives way: it elides at the end and then has the whole text in a tool tip.
class StatusText : public QWidget
{
    Q_OBJECT
public:
    explicit StatusText(Theme::Font font = Theme::Font::Label, Theme::Color color = Theme::Color::TextMuted,
        QWidget *parent = nullptr);

    QString text() const { return m_text; } ///< as it is shown (Presenter)
    void setText(const QString &text);
    void setColorRole(Theme::Color color);
    void setElideMode(Qt::TextElideMode mode);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyTheme();
    void showText();
    void updateToolTip();

    Theme::Font m_font;
    Theme::Color m_color;
    QString m_given;
    QString m_text;
    Qt::TextElideMode m_elide = Qt::ElideRight;
};

} // namespace Gatescope
