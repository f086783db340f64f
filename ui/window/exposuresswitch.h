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

    /// Without its note the switch is narrower; the tool tip says the same.
    void setNoteShown(bool shown);
    int fullWidth() const; ///< with the note

    QSize sizeHint() const override;

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
    bool m_noteShown = true;
};

} // namespace Gatescope
