// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/exchangetiming.h>

#include <QWidget>

namespace Gatescope {

/// Where an exchange's time went: a row a phase with its words, a bar in scale and its duration.
class TimingBars : public QWidget
{
    Q_OBJECT
public:
    explicit TimingBars(QWidget *parent = nullptr);

    void setExchange(const ExchangePtr &exchange);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString rowText(const TimingPhase &phase) const;
    int nameWidth() const;
    int rowHeight() const;

    QList<TimingPhase> m_phases;
    ExchangePtr m_exchange;
};

} // namespace Gatescope
