// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/theme/theme.h>

#include <QAbstractButton>

namespace Gatescope {

/// Icon over word, 72 x 52 and a margin of 4; the current one is filled, edged with the accent and bold.
class RailButton : public QAbstractButton
{
    Q_OBJECT
public:
    RailButton(Theme::Icon icon, const QString &word, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme::Icon m_icon;
};

} // namespace Gatescope
