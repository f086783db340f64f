// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/statsiguser.h>

#include <QObject>
#include <QUndoStack>

namespace Gatescope {

/// The user being composed and the history of its changes. Form and JSON are two views of it. UI thread.
class UserDocument : public QObject
{
    Q_OBJECT
public:
    explicit UserDocument(QObject *parent = nullptr);

    const StatsigUser &user() const { return m_user; }

    /// Replaces the user in one undo step named `what`. Changes of the same `subject` in a row are one step,
    /// as long as endTyping() does not come between them.
    void edit(const StatsigUser &user, const QString &what, const QString &subject = {});
    void endTyping();
    /// While userChanged() tells of a change that has a subject: more of it may be coming.
    bool isTyping() const { return m_isTyping; }

    QUndoStack &undoStack() { return m_undo; }

Q_SIGNALS:
    void userChanged();
    void typingEnded();

private:
    friend class UserStep;
    void set(const StatsigUser &user);

    StatsigUser m_user;
    QUndoStack m_undo;
    int m_typing = 0;
    bool m_isTyping = false;
};

} // namespace Gatescope
