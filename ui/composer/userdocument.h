// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/statsiguser.h>

#include <QObject>
#include <QUndoStack>

namespace Gatescope {

/// The user being composed, the persona it was taken from, and the history of its changes. Form and JSON are
/// two views of it. UI thread.
class UserDocument : public QObject
{
    Q_OBJECT
public:
    explicit UserDocument(QObject *parent = nullptr);

    const StatsigUser &user() const { return m_user; }
    /// Of the persona the user was taken from; empty: of none. Undone and redone with the user.
    const QString &personaId() const { return m_personaId; }

    /// Replaces the user in one undo step named `what`. Changes of the same `subject` in a row are one step,
    /// as long as endTyping() does not come between them.
    void edit(const StatsigUser &user, const QString &what, const QString &subject = {});
    /// Replaces the user by that of a persona, or of none, in one undo step.
    void use(const StatsigUser &user, const QString &personaId, const QString &what);
    /// What was composed in the last run: no step.
    void restore(const StatsigUser &user, const QString &personaId) { set(user, personaId); }
    void endTyping();
    /// While userChanged() tells of a change that has a subject: more of it may be coming.
    bool isTyping() const { return m_isTyping; }

    QUndoStack &undoStack() { return m_undo; }

Q_SIGNALS:
    void userChanged(); ///< or its persona
    void typingEnded();

private:
    friend class UserStep;
    void set(const StatsigUser &user, const QString &personaId);

    StatsigUser m_user;
    QString m_personaId;
    QUndoStack m_undo;
    int m_typing = 0;
    bool m_isTyping = false;
};

} // namespace Gatescope
