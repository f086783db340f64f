// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace Gatescope {

/// Whether checks ask the server to log exposures, always in sight. Off is the quiet state; on looks like a
/// warning.
///
/// It shows what setOn() said and asks for the other by switchRequested(): turning on may need a
/// confirmation.
class ExposuresSwitch : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ExposuresSwitch(QWidget *parent = nullptr);

    void setOn(bool on);
    bool isOn() const { return m_on; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void switchRequested(bool on);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString stateText() const;
    QString noteText() const;
    int widthWith(const QString &note) const;
    void paintToggle(QPainter &painter, const QRect &track) const;

    bool m_on = false;
};

} // namespace Gatescope
