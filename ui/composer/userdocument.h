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
    void endTyping() { ++m_typing; }

    QUndoStack &undoStack() { return m_undo; }

Q_SIGNALS:
    void userChanged();

private:
    friend class UserEdit;
    void set(const StatsigUser &user);

    StatsigUser m_user;
    QUndoStack m_undo;
    int m_typing = 0;
};

} // namespace Gatescope
