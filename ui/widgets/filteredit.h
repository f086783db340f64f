// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace Gatescope {

/// The line that filters a view: asks after a pause in typing, is cleared by its button or Esc.
class FilterEdit : public QLineEdit
{
    Q_OBJECT
public:
    explicit FilterEdit(const QString &placeholder, QWidget *parent = nullptr);

    /// True if there was something to clear; tells at once.
    bool clearFilter();
    void focusFilter();

Q_SIGNALS:
    /// After a pause in typing, at once on Enter and on clearing. Never twice with the same text.
    void filterChanged(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void tell();
    void applyTheme();

    QTimer m_pause;
    QString m_told;
};

} // namespace Gatescope
