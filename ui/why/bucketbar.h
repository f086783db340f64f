// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/explain/bucketfact.h>
#include <ui/theme/theme.h>

#include <QWidget>

namespace Gatescope {

/// All buckets from end to end, what lies where in them, the limit, and where the user falls (design.md,
/// "Bucket bar").
class BucketBar : public QWidget
{
    Q_OBJECT
public:
    explicit BucketBar(QWidget *parent = nullptr);

    void setFact(const BucketFact &fact);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Label
    {
        QString text;
        QRect rect;
    };
    /// Where the labels stand: beside each other, or in two rows where they would touch.
    struct Labels
    {
        Label limit;
        Label user;
    };

    int labelHeight() const;
    QRect barRect() const;
    int xOf(double bucket) const;
    bool userPasses() const;
    Labels labels() const;
    void drawRange(QPainter &painter, const BucketRange &range) const;
    void drawScale(QPainter &painter) const;
    void drawLimit(QPainter &painter, const Label &label) const;
    void drawUser(QPainter &painter, const Label &label) const;

    BucketFact m_fact;
};

} // namespace Gatescope
