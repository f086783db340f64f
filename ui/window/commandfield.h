// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>

namespace Gatescope {

/// Where what to find or run is typed. It keeps the keys of its list to itself.
class CommandField : public QLineEdit
{
    Q_OBJECT
public:
    explicit CommandField(QWidget *parent = nullptr);

    /// Its icon and its keys only, where there is no room for more.
    void setCompact(bool compact);
    int compactWidth() const;
    int fullWidth() const;

Q_SIGNALS:
    void wanted(); ///< by the mouse or the Down key
    void focusChanged();
    void moveRequested(int rows);
    void chosen(bool other); ///< Enter; with Ctrl the other thing that can be done
    void left(); ///< Esc

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace Gatescope
