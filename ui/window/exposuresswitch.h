// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>

namespace Gatescope {

class ActionButton;

/// Whether checks ask the server to log exposures, always in sight. Off is the quiet state; on looks like a
/// warning.
///
/// It shows what setOn() said and asks for the other by switchRequested(): turning on may need a
/// confirmation. As soon as anything was logged it says how much; the count opens the ledger.
class ExposuresSwitch : public QAbstractButton
{
    Q_OBJECT
public:
    explicit ExposuresSwitch(QWidget *parent = nullptr);

    void setOn(bool on);
    bool isOn() const { return m_on; }

    /// What this run had logged, and what may have been.
    void setCounts(quint64 logged, quint64 unknown);

    /// Without its note the switch is narrower; the tool tip says the same.
    void setNoteShown(bool shown);
    int fullWidth() const; ///< with the note

    QSize sizeHint() const override;

Q_SIGNALS:
    void switchRequested(bool on);
    void ledgerRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString stateText() const;
    QString shownStateText() const; ///< as it stands before the count
    QString noteText() const;
    bool hasCount() const { return m_logged + m_unknown > 0; }
    QString countText() const;
    void placeCount();
    int widthWith(const QString &note) const;
    void paintToggle(QPainter &painter, const QRect &track) const;

    ActionButton *m_count;
    quint64 m_logged = 0;
    quint64 m_unknown = 0;
    bool m_on = false;
    bool m_noteShown = true;
};

} // namespace Gatescope
