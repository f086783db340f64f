// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/theme/theme.h>

#include <QWidget>

namespace Gatescope {

/// An area filled with one token and edged by one-pixel lines: headers, bars, panes.
class Panel : public QWidget
{
    Q_OBJECT
public:
    explicit Panel(Theme::Color fill, Qt::Edges lines = {}, QWidget *parent = nullptr);

    void setFill(Theme::Color fill);
    void setLines(Qt::Edges lines, Theme::Color role = Theme::Color::Border);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void applyFill();

    Theme::Color m_fill;
    Qt::Edges m_lines;
    Theme::Color m_lineRole = Theme::Color::Border;
};

} // namespace Gatescope
