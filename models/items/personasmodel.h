// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/personas/persona.h>

#include <QAbstractTableModel>

namespace Gatescope {

/// The personas in the user's order. Name, tags and notes are edited in place, which only asks: renamed(),
/// retagged(). Rows are moved by dragging, which asks too.
class PersonasModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, UserColumn, TagsColumn, PrivateColumn, NotesColumn };
    static constexpr int columns = NotesColumn + 1;
    enum Role {
        FilterTextRole = Qt::UserRole, ///< what words are looked for in
        TagsRole, ///< QStringList
        PrivateRole, ///< int: how many attributes are never sent on with events
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows stay where only their contents changed.
    void setPersonas(const QList<Persona> &personas);
    const QList<Persona> &personas() const { return m_personas; }
    const Persona &persona(int row) const { return m_personas.at(row); }
    int rowOf(const QString &id) const; ///< −1 if there is none
    void setEditable(bool editable) { m_isEditable = editable; }

    int rowCount(const QModelIndex &parent = {}) const final;
    int columnCount(const QModelIndex &parent = {}) const final;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *mime, Qt::DropAction action, int row, int column,
        const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *mime, Qt::DropAction action, int row, int column,
        const QModelIndex &parent) override;

Q_SIGNALS:
    void editRequested(const Gatescope::Persona &persona); ///< with what was typed
    void moveRequested(const QString &id, int index); ///< to the index it shall have then

private:
    QString text(const Persona &persona, int column) const;
    QString sentence(const Persona &persona) const;

    QList<Persona> m_personas;
    bool m_isEditable = false;
};

/// "gold, Berlin ,, gold" → gold, Berlin.
QStringList tagsIn(const QString &text);

} // namespace Gatescope
