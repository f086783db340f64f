// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/theme/theme.h>

#include <QKeySequence>
#include <QPushButton>

#include <optional>

namespace Gatescope {

/// A push button in one of the theme's styles, with an icon of the theme and a key cap.
///
/// The key is shown and read out; the shortcut itself belongs to the page's or window's action.
class ActionButton : public QPushButton
{
    Q_OBJECT
public:
    enum class Look {
        Plain,
        Primary, ///< one a page
        Flat, ///< no edge until the mouse is over it
        Link, ///< underlined words in the accent, for sentences
    };
    explicit ActionButton(const QString &text, Look look = Look::Plain, QWidget *parent = nullptr);
    /// Icon alone; `name` is its tool tip and accessible name.
    ActionButton(Theme::Icon icon, const QString &name, QWidget *parent = nullptr);

    void setLook(Look look);
    void setThemeIcon(Theme::Icon icon);
    void setThemeIcon(Theme::Icon icon, Theme::Color color);
    void setInk(Theme::Color color); ///< of the words, where they carry a meaning
    void setKeyCap(const QKeySequence &key);
    void setSmall(bool small);
    /// Disabled buttons say why, in the tool tip and to screen readers. An empty reason enables.
    void setDisabledReason(const QString &reason);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme::Color ink() const;
    QFont wordsFont() const;
    QString shownText() const;
    int iconSide() const;
    void drawContents(QPainter &painter) const;

    Look m_look = Look::Plain;
    std::optional<Theme::Icon> m_icon;
    std::optional<Theme::Color> m_iconColor;
    std::optional<Theme::Color> m_ink;
    QString m_keyCap;
    QString m_ownToolTip;
};

} // namespace Gatescope
