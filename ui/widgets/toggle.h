// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QCheckBox>

namespace Gatescope {

/// A check box drawn as a switch, for what takes effect at once.
class Toggle : public QCheckBox
{
    Q_OBJECT
public:
    explicit Toggle(const QString &accessibleName, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &position) const override { return rect().contains(position); }
};

} // namespace Gatescope
