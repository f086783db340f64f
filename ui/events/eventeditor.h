// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/eventsmodel.h>

#include <QScrollArea>

class QLineEdit;

namespace Gatescope {

class AttributeSection;
class EventTimeField;
class EventUserField;
class PersonaBook;
class EventValueField;
class InlineBar;

/// The chosen event in full. What was sent is shown, and not edited until it is made ready again.
class EventEditor : public QScrollArea
{
    Q_OBJECT
public:
    explicit EventEditor(const PersonaBook &personas, QWidget *parent = nullptr);

    /// Keeps the cursor where the field under it has not changed.
    void setEvent(const EventRow &row, const StatsigUser &composerUser);
    void showNothing();

    /// Puts the cursor where the problem can be solved by hand.
    void focusProblem(EventProblem problem);
    void focusName();

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited(const Gatescope::StatsigEvent &event, const QString &field);
    void exchangeRequested();
    void sendAgainRequested();

private:
    QWidget *makeForm();
    void connectFields();
    void showDelivery(const EventDelivery &delivery);
    StatsigEvent event() const;

    QWidget *m_content;
    QWidget *m_form = nullptr;
    InlineBar *m_delivery;
    EventDelivery m_shownDelivery;
    QLineEdit *m_name;
    EventUserField *m_user;
    EventValueField *m_value;
    EventTimeField *m_time;
    AttributeSection *m_metadata;
    bool m_showing = false; ///< fields change by us, not by the user
};

} // namespace Gatescope
