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
    UserStep(UserDocument &document, StatsigUser after, const QString &personaAfter, const QString &what,
        const QString &subject)
        : QUndoCommand(what)
        , m_document(document)
        , m_before(document.user())
        , m_after(std::move(after))
        , m_personaBefore(document.personaId())
        , m_personaAfter(personaAfter)
        , m_subject(subject)
        , m_typing(document.m_typing)
    { }

    void undo() override { m_document.set(m_before, m_personaBefore); }
    void redo() override { m_document.set(m_after, m_personaAfter); }

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
    QString m_personaBefore;
    QString m_personaAfter;
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
    m_undo.push(new UserStep(*this, user, m_personaId, what, subject));
}

void UserDocument::use(const StatsigUser &user, const QString &personaId, const QString &what)
{
    if (user != m_user || personaId != m_personaId)
        m_undo.push(new UserStep(*this, user, personaId, what, {}));
}

void UserDocument::endTyping()
{
    ++m_typing;
    Q_EMIT typingEnded();
}

void UserDocument::set(const StatsigUser &user, const QString &personaId)
{
    if (user == m_user && personaId == m_personaId)
        return;
    m_user = user;
    m_personaId = personaId;
    Q_EMIT userChanged();
}

} // namespace Gatescope
