// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QWidget>

#include <optional>

class QDateTimeEdit;
class QLineEdit;

namespace Gatescope {

class Segmented;
class StatusText;

/// An event's time: set when it is sent, or fixed. A fixed one is typed as local time or as Unix
/// milliseconds, with the UTC value beside it.
class EventTimeField : public QWidget
{
    Q_OBJECT
public:
    explicit EventTimeField(QWidget *parent = nullptr);

    std::optional<QDateTime> time() const { return m_time; }
    void setTime(const std::optional<QDateTime> &time);

Q_SIGNALS:
    void edited();

private:
    enum Kind { Now, Fixed }; ///< in the order of the segments
    void chooseKind();
    void takeLocal(const QDateTime &local);
    void takeMilliseconds(const QString &text);
    void change(const std::optional<QDateTime> &time);
    void showTime();
    void showNote();

    std::optional<QDateTime> m_time;
    Segmented *m_kind;
    QWidget *m_fixed;
    QDateTimeEdit *m_local;
    QLineEdit *m_milliseconds;
    StatusText *m_note;
};

} // namespace Gatescope
