// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "userdocument.h"

#include <QScopedValueRollback>
#include <QUndoCommand>

namespace Gatescope {

namespace {

constexpr int undoSteps = 200;

} // namespace

class UserStep : public QUndoCommand
{
public:
    UserStep(UserDocument &document, StatsigUser after, const QString &what, const QString &subject)
        : QUndoCommand(what)
        , m_document(document)
        , m_before(document.user())
        , m_after(std::move(after))
        , m_subject(subject)
        , m_typing(document.m_typing)
    { }

    void undo() override { m_document.set(m_before); }
    void redo() override { m_document.set(m_after); }

    int id() const override { return m_subject.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *next = static_cast<const UserStep *>(other); // same id, same class
        if (next->m_subject != m_subject || next->m_typing != m_typing)
            return false;
        m_after = next->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    UserDocument &m_document;
    StatsigUser m_before;
    StatsigUser m_after;
    QString m_subject;
    int m_typing;
};

UserDocument::UserDocument(QObject *parent)
    : QObject(parent)
{
    m_undo.setUndoLimit(undoSteps);
}

void UserDocument::edit(const StatsigUser &user, const QString &what, const QString &subject)
{
    if (user == m_user)
        return;
    const QScopedValueRollback typing(m_isTyping, !subject.isEmpty());
    m_undo.push(new UserStep(*this, user, what, subject));
}

void UserDocument::endTyping()
{
    ++m_typing;
    Q_EMIT typingEnded();
}

void UserDocument::set(const StatsigUser &user)
{
    if (user == m_user)
        return;
    m_user = user;
    Q_EMIT userChanged();
}

} // namespace Gatescope
