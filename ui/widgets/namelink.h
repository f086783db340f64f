// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace Gatescope {

/// An identifier that leads to its entity: fixed face, accent, a chevron.
class NameLink : public QAbstractButton
{
    Q_OBJECT
public:
    explicit NameLink(QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void applyTheme();
};

} // namespace Gatescope
