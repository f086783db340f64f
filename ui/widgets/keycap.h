// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QKeySequence>
#include <QWidget>

#include <ui/theme/theme.h>

namespace Gatescope {

/// A key drawn as a key. Decoration only: the shortcut itself belongs to an action.
class KeyCap : public QWidget
{
    Q_OBJECT
public:
    explicit KeyCap(const QKeySequence &key, QWidget *parent = nullptr);
    explicit KeyCap(const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override { return size(m_text); }
    QSize minimumSizeHint() const override { return sizeHint(); }

    /// \name For widgets that draw a cap inside themselves
    /// @{
    static QString textOf(const QKeySequence &key);
    static QSize size(const QString &text);
    static void draw(
        QPainter &painter, const QRect &rect, const QString &text, Theme::Color ink, Theme::Color edge);
    /// @}

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace Gatescope
