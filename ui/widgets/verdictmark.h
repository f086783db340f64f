// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "mark.h"

#include <QWidget>

namespace Gatescope {

/// A mark as a widget: icon and word; as a tag, on the fill of its colour.
class VerdictMark : public QWidget
{
    Q_OBJECT
public:
    enum class Look { Plain, Tag };
    explicit VerdictMark(Look look = Look::Plain, QWidget *parent = nullptr);
    explicit VerdictMark(const Mark &mark, Look look = Look::Plain, QWidget *parent = nullptr);

    void setMark(const Mark &mark);
    const Mark &mark() const { return m_mark; }
    /// A tag without an icon: "experiment", "name unknown".
    void setIconShown(bool shown);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void applyTheme();
    QString shownWord() const;
    int padding() const;

    Mark m_mark;
    Look m_look;
    bool m_iconShown = true;
};

/// The mark in a header: icon and word on the fill of the verdict.
class VerdictTag : public VerdictMark
{
    Q_OBJECT
public:
    explicit VerdictTag(QWidget *parent = nullptr)
        : VerdictMark(Look::Tag, parent)
    { }
    explicit VerdictTag(const Mark &mark, QWidget *parent = nullptr)
        : VerdictMark(mark, Look::Tag, parent)
    { }
};

} // namespace Gatescope
