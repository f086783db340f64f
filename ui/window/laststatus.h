// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/exchange.h>

#include <QTimer>
#include <QWidget>

namespace Gatescope {

/// How the last exchange went, in a line: "200 · 12 ms get_config, just now". Where it is narrow the endpoint
/// goes first, then the age. Empty before the first one.
class LastStatus : public QWidget
{
    Q_OBJECT
public:
    explicit LastStatus(QWidget *parent = nullptr);

    void setExchange(const ExchangePtr &exchange);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Words
    {
        QString outcome; ///< "Refused"; empty for a success
        QString numbers; ///< "200 · 12 ms"
        QString age;
        QString endpoint;
    };
    Words words() const;
    QString note(const Words &words, bool withEndpoint, bool withAge) const;
    int widthOf(const Words &words, const QString &note) const;
    void refresh();

    ExchangePtr m_exchange;
    QTimer m_ageTimer;
};

} // namespace Gatescope
