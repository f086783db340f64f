// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/theme/theme.h>

#include <QHash>
#include <QWidget>

class QTextLayout;

namespace Gatescope {

/// Wrapped plain text whose opening words may be strong and coloured. Has a height for its width; its text
/// can be copied from the context menu.
class Sentence : public QWidget
{
    Q_OBJECT
public:
    explicit Sentence(Theme::Font font = Theme::Font::Body, QWidget *parent = nullptr);

    void setText(const QString &strong, const QString &rest, Theme::Color strongColor = Theme::Color::Text);
    QString text() const; ///< as it is shown (Presenter)
    void setColorRole(Theme::Color color);
    /// A JSONPath: lines may end before . and [, so that names stay whole. The text itself is unchanged.
    void setIsPath(bool isPath);

    /// Where the first line is drawn, for an icon beside it.
    QRect firstLine() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    /// Lays the text out and returns its height.
    qreal layOut(QTextLayout &layout, int width) const;
    QString brokenText() const;
    void applyTheme();
    void showText();

    bool m_isPath = false;
    Theme::Font m_font;
    Theme::Color m_color = Theme::Color::Text;
    Theme::Color m_strongColor = Theme::Color::Text;
    QString m_givenStrong;
    QString m_givenRest;
    QString m_strong;
    QString m_rest;
    mutable QHash<int, int> m_heights; ///< by width
};

} // namespace Gatescope
