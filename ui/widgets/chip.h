// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/theme/theme.h>

#include <QCheckBox>

#include <optional>

namespace Gatescope {

/// A filter with an icon and a count; a check box to keyboard and screen readers.
class Chip : public QCheckBox
{
    Q_OBJECT
public:
    explicit Chip(const QString &text, QWidget *parent = nullptr);

    void setThemeIcon(Theme::Icon icon, Theme::Color color = Theme::Color::TextMuted);
    std::optional<Theme::Icon> themeIcon() const { return m_icon; }
    /// Negative: no count is shown.
    void setCount(int count);
    int count() const { return m_count; }
    /// The chip for no filter at all ("All"): on without counting as one.
    void setNeutral(bool neutral) { m_isNeutral = neutral; }
    bool isFilter() const { return !m_isNeutral; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &position) const override { return rect().contains(position); }

private:
    QString shownText() const;
    QString countText() const;
    void describe();

    std::optional<Theme::Icon> m_icon;
    Theme::Color m_iconColor = Theme::Color::TextMuted;
    int m_count = -1;
    bool m_isNeutral = false;
};

} // namespace Gatescope
