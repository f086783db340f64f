// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/statsiguser.h>

#include <QWidget>

class QComboBox;

namespace Gatescope {

class CodeText;
class InlineBar;
class PersonaBook;

/// Whose event it is: the composer's user, or one of its own, chosen from a short list and edited as JSON.
class EventUserField : public QWidget
{
    Q_OBJECT
public:
    explicit EventUserField(const PersonaBook &personas, QWidget *parent = nullptr);

    /// None: the composer's.
    const std::optional<StatsigUser> &user() const { return m_user; }
    void setUser(const std::optional<StatsigUser> &user, const StatsigUser &composerUser);
    /// Gives the event a user of its own, if it has none, and puts the cursor into it.
    void startEditing();

    /// In words: a persona's name, else its IDs.
    static QString textOf(const StatsigUser &user, const PersonaBook &personas);

Q_SIGNALS:
    void edited();

private:
    void fillChoices();
    void choose(int index);
    void takeJson();
    void change(const std::optional<StatsigUser> &user);
    void showJson();

    const PersonaBook &m_personas;
    std::optional<StatsigUser> m_user;
    StatsigUser m_composerUser;
    QComboBox *m_choice;
    CodeText *m_json;
    InlineBar *m_error;
};

} // namespace Gatescope
