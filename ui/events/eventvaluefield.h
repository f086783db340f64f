// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/statsigevent.h>

#include <QWidget>

class QLineEdit;

namespace Gatescope {

class Segmented;

/// An event's value: a text typed once, sent as a number, as text or not at all.
class EventValueField : public QWidget
{
    Q_OBJECT
public:
    explicit EventValueField(QWidget *parent = nullptr);

    StatsigEvent::Value value() const;
    void setValue(const StatsigEvent::Value &value);

Q_SIGNALS:
    void edited();

private:
    enum Kind { Number, Text, None }; ///< in the order of the segments
    void showKind();

    QLineEdit *m_text;
    Segmented *m_kind;
};

} // namespace Gatescope
