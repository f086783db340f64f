// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "personaedits.h"

#include <QSet>
#include <QUndoCommand>

#include <algorithm>

namespace Gatescope {

namespace {

int placeOf(const PersonaStore &store, const QString &id)
{
    const QList<Persona> &all = store.personas();
    const auto found = std::ranges::find(all, id, &Persona::id);
    return found == all.end() ? -1 : int(found - all.begin());
}

class DescribeStep : public QUndoCommand
{
public:
    DescribeStep(PersonaStore &store, const Persona &before, const Persona &after, const QString &what)
        : QUndoCommand(what)
        , m_store(store)
        , m_before(before)
        , m_after(after)
    { }

    void undo() override { apply(m_before); }
    void redo() override { apply(m_after); }

private:
    void apply(const Persona &words)
    {
        const Persona *found = m_store.find(words.id);
        if (!found)
            return;
        Persona changed = *found;
        changed.name = words.name;
        changed.tags = words.tags;
        changed.notes = words.notes;
        m_store.save(changed);
    }

    PersonaStore &m_store;
    Persona m_before;
    Persona m_after;
};

class MoveStep : public QUndoCommand
{
public:
    MoveStep(PersonaStore &store, const QString &id, int from, int to, const QString &what)
        : QUndoCommand(what)
        , m_store(store)
        , m_id(id)
        , m_from(from)
        , m_to(to)
    { }

    void undo() override { m_store.move(m_id, m_from); }
    void redo() override { m_store.move(m_id, m_to); }

private:
    PersonaStore &m_store;
    QString m_id;
    int m_from;
    int m_to;
};

/// Personas that leave and come back, at the places and as they were.
class PresenceStep : public QUndoCommand
{
public:
    PresenceStep(PersonaStore &store, const QString &what)
        : QUndoCommand(what)
        , m_store(store)
    { }

protected:
    void takeOut(const QStringList &ids)
    {
        const QSet<QString> leaving(ids.begin(), ids.end());
        m_runs.clear();
        const QList<Persona> &all = m_store.personas();
        for (int i = 0; i < all.size(); ++i) {
            if (!leaving.contains(all.at(i).id))
                continue;
            if (m_runs.isEmpty() || m_runs.last().first + m_runs.last().second.size() != i)
                m_runs.append(std::pair(i, QList<Persona>()));
            m_runs.last().second.append(all.at(i));
        }
        m_store.remove(ids);
    }
    QStringList putBack()
    {
        QStringList ids;
        for (const auto &[index, personas] : std::as_const(m_runs))
            ids += m_store.insert(personas, index);
        return ids;
    }

    PersonaStore &m_store;
    QList<std::pair<int, QList<Persona>>> m_runs; ///< neighbours with the index of the first
};

class RemoveStep : public PresenceStep
{
public:
    RemoveStep(PersonaStore &store, const QStringList &ids, const QString &what)
        : PresenceStep(store, what)
        , m_ids(ids)
    { }

    void undo() override { m_ids = putBack(); }
    void redo() override { takeOut(m_ids); }

private:
    QStringList m_ids;
};

class InsertStep : public PresenceStep
{
public:
    InsertStep(PersonaStore &store, const QList<Persona> &personas, int index, const QString &what)
        : PresenceStep(store, what)
    {
        m_runs.append(std::pair(index, personas));
    }

    const QStringList &ids() const { return m_ids; }
    void undo() override { takeOut(m_ids); }
    void redo() override { m_ids = putBack(); }

private:
    QStringList m_ids;
};

} // namespace

PersonaEdits::PersonaEdits(PersonaStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{ }

void PersonaEdits::describe(const Persona &edited)
{
    if (const Persona *before = m_store.find(edited.id); before && *before != edited)
        m_undo.push(new DescribeStep(m_store, *before, edited,
            before->name != edited.name       ? tr("Rename %1").arg(before->name)
                : before->tags != edited.tags ? tr("Tag %1").arg(before->name)
                                              : tr("Note on %1").arg(before->name)));
}

void PersonaEdits::move(const QString &id, int index)
{
    const int from = placeOf(m_store, id);
    if (from < 0 || index == from || index < 0 || index >= m_store.personas().size())
        return;
    const QString name = m_store.personas().at(from).name;
    m_undo.push(new MoveStep(m_store, id, from, index, tr("Move %1").arg(name)));
}

void PersonaEdits::remove(const QStringList &ids)
{
    if (!ids.isEmpty())
        m_undo.push(new RemoveStep(m_store, ids,
            ids.size() == 1 ? tr("Delete a persona") : tr("Delete %1 personas").arg(ids.size())));
}

QStringList PersonaEdits::insert(const QList<Persona> &personas, int index, const QString &what)
{
    if (personas.isEmpty())
        return {};
    auto *step = new InsertStep(m_store, personas, index, what);
    m_undo.push(step);
    return step->ids();
}

QString PersonaEdits::duplicate(const QString &id)
{
    const Persona *original = m_store.find(id);
    if (!original)
        return {};
    Persona copy = *original;
    copy.id.clear();
    copy.name = tr("Copy of %1").arg(original->name);
    return insert({copy}, placeOf(m_store, id) + 1, tr("Duplicate %1").arg(original->name)).value(0);
}

} // namespace Gatescope
