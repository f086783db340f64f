// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/entitydetails.h>

#include <QWidget>

namespace Gatescope {

/// The 1,000 buckets of an experiment or a layer as one bar with names, shares and limits.
class SplitBar : public QWidget
{
    Q_OBJECT
public:
    explicit SplitBar(QWidget *parent = nullptr);

    /// With `limits` the parts stand in bucket order and their ends are labelled.
    void setParts(const QList<SplitPart> &parts, bool limits);
    /// The part the user is in, and where the parts are in bucket order the bucket; −1 and none: not known.
    void setUser(int part, std::optional<int> bucket);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRect partRect(qsizetype index) const;
    void drawPart(QPainter &painter, qsizetype index) const;
    void drawLimits(QPainter &painter) const;
    void drawUser(QPainter &painter) const;
    QRect userLabelRect() const;
    void describe();
    int barHeight() const;

    QList<SplitPart> m_parts;
    bool m_limits = false;
    int m_userPart = -1;
    std::optional<int> m_userBucket;
};

} // namespace Gatescope
