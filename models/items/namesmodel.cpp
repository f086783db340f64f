// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "namesmodel.h"
#include "entitystatus.h"

#include <models/json/utf8text.h>
#include <models/evaluation/phrase.h>

namespace Gatescope {

EntityNames::EntityNames(const Project &project)
{
    m_entries.reserve(project.specs().size());
    for (const Spec &spec : project.specs()) {
        const QString name = displayName(spec);
        m_entries.push_back({{spec.kind, utf8Text(spec.name)}, name, name.toCaseFolded()});
    }
}

CheckItems EntityNames::named(const QString &name) const
{
    CheckItems items;
    for (const Entry &entry : m_entries)
        if (entry.item.name == name || entry.name == name)
            items.append(entry.item);
    return items;
}

QList<std::size_t> EntityNames::matching(const QString &text, qsizetype limit) const
{
    const QString folded = text.toCaseFolded();
    QList<std::size_t> first;
    QList<std::size_t> others;
    for (std::size_t i = 0; i < m_entries.size() && first.size() < limit; ++i) {
        const qsizetype at = m_entries[i].folded.indexOf(folded);
        if (at == 0)
            first.append(i);
        else if (at > 0 && others.size() < limit)
            others.append(i);
    }
    return (first + others).mid(0, limit);
}

void NamesModel::setNames(const EntityNamesPtr &names)
{
    beginResetModel();
    m_names = names;
    m_shown.clear();
    endResetModel();
}

void NamesModel::setQuery(const QString &text)
{
    beginResetModel();
    m_shown = m_names ? m_names->matching(text, mostShown) : QList<std::size_t>();
    endResetModel();
}

CheckItem NamesModel::item(int row) const
{
    return m_names->entries()[m_shown[row]].item;
}

int NamesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant NamesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const EntityNames::Entry &entry = m_names->entries()[m_shown[index.row()]];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return entry.name;
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(entry.name, kindWords(entry.item.kind));
    case KindRole:
        return int(entry.item.kind);
    default:
        return {};
    }
}

} // namespace Gatescope
