// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "personasmodel.h"

#include <QMimeData>

#include <algorithm>

namespace Gatescope {

namespace {

const QString draggedPersona = QStringLiteral("application/x-gatescope-persona");

qsizetype privateCount(const Persona &persona)
{
    return persona.user.table(UserTable::PrivateAttributes).size();
}

} // namespace

void PersonasModel::setPersonas(const QList<Persona> &personas)
{
    if (personas == m_personas)
        return;
    if (std::ranges::equal(personas, m_personas, {}, &Persona::id, &Persona::id)) {
        m_personas = personas;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
        return;
    }
    beginResetModel();
    m_personas = personas;
    endResetModel();
}

int PersonasModel::rowOf(const QString &id) const
{
    const auto found = std::ranges::find(m_personas, id, &Persona::id);
    return found == m_personas.end() ? -1 : int(found - m_personas.begin());
}

int PersonasModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_personas.size());
}

int PersonasModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString PersonasModel::text(const Persona &persona, int column) const
{
    switch (column) {
    case NameColumn:
        return persona.name;
    case UserColumn:
        return persona.user.label();
    case TagsColumn:
        return persona.tags.join(QStringLiteral(", "));
    case PrivateColumn:
        return privateCount(persona) > 0 ? QString::number(privateCount(persona)) : QString();
    case NotesColumn:
        return persona.notes;
    default:
        return {};
    }
}

/// What a screen reader says of a row.
QString PersonasModel::sentence(const Persona &persona) const
{
    QStringList parts {persona.name};
    if (const QString user = persona.user.label(); !user.isEmpty() && user != persona.name)
        parts << user;
    if (!persona.tags.isEmpty())
        parts << tr("tags %1").arg(text(persona, TagsColumn));
    if (const qsizetype count = privateCount(persona); count > 0)
        parts << (count == 1 ? tr("1 private attribute") : tr("%1 private attributes").arg(count));
    return parts.join(QStringLiteral(", "));
}

QVariant PersonasModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Persona &persona = m_personas.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text(persona, index.column());
    case Qt::AccessibleTextRole:
        return sentence(persona);
    case FilterTextRole:
        return QString(persona.name + u' ' + text(persona, TagsColumn) + u' ' + persona.user.label() + u' '
            + persona.notes);
    case TagsRole:
        return persona.tags;
    case PrivateRole:
        return int(privateCount(persona));
    default:
        return {};
    }
}

bool PersonasModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    Persona edited = m_personas.at(index.row());
    const QString typed = value.toString();
    if (typed == data(index, Qt::EditRole).toString())
        return false; // also where reading it again would give another, as tags with commas do
    if (index.column() == TagsColumn)
        edited.tags = tagsIn(typed);
    else if (index.column() == NotesColumn)
        edited.notes = typed;
    else if (!typed.trimmed().isEmpty()) // a persona without a name could not be found again
        edited.name = typed.trimmed();
    if (edited == m_personas.at(index.row()))
        return false;
    Q_EMIT editRequested(edited);
    return true;
}

QVariant PersonasModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case UserColumn:
        return tr("User");
    case TagsColumn:
        return tr("Tags");
    case PrivateColumn:
        return tr("Private");
    case NotesColumn:
        return tr("Notes");
    default:
        return {};
    }
}

Qt::ItemFlags PersonasModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return m_isEditable ? Qt::ItemIsDropEnabled : Qt::NoItemFlags; // between rows
    Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    if (!m_isEditable)
        return flags;
    flags |= Qt::ItemIsDragEnabled;
    // Notes of several lines are for the pane beside the table.
    const bool isLine = index.column() == NameColumn || index.column() == TagsColumn
        || (index.column() == NotesColumn && !m_personas.at(index.row()).notes.contains(u'\n'));
    return isLine ? flags | Qt::ItemIsEditable : flags;
}

QStringList PersonasModel::mimeTypes() const
{
    return {draggedPersona};
}

QMimeData *PersonasModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto *mime = new QMimeData;
    mime->setData(draggedPersona, m_personas.at(indexes.first().row()).id.toUtf8());
    return mime;
}

bool PersonasModel::canDropMimeData(
    const QMimeData *mime, Qt::DropAction, int row, int, const QModelIndex &parent) const
{
    return m_isEditable && mime->hasFormat(draggedPersona) && (row >= 0 || parent.isValid());
}

/// The view would remove the dragged row afterwards; it has been moved by then, so nothing is accepted.
bool PersonasModel::dropMimeData(
    const QMimeData *mime, Qt::DropAction action, int row, int column, const QModelIndex &parent)
{
    if (!canDropMimeData(mime, action, row, column, parent))
        return false;
    const QString id = QString::fromUtf8(mime->data(draggedPersona));
    const int from = rowOf(id);
    const int before = row >= 0 ? row : parent.row();
    const int to = from < before && row >= 0 ? before - 1 : before;
    if (from >= 0 && to != from)
        Q_EMIT moveRequested(id, to);
    return false;
}

QStringList tagsIn(const QString &text)
{
    QStringList tags;
    for (const QString &part : text.split(u',')) {
        const QString tag = part.simplified();
        if (!tag.isEmpty() && !tags.contains(tag, Qt::CaseInsensitive))
            tags << tag;
    }
    return tags;
}

} // namespace Gatescope
