// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsonmember.h>

#include <QAbstractTableModel>

namespace Gatescope {

/// What a member's value is said to be; anything else than the scalars is edited as its JSON text.
enum class MemberType { Text, Number, Boolean, Json };
inline constexpr int memberTypes = 4;

/// The members of one JSON object as an editable table: key, type, value.
///
/// What is typed stays as typed: a number that is none leaves a member whose `json` is not valid JSON, for
/// the checks to find.
class MembersModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { KeyColumn, TypeColumn, ValueColumn };
    static constexpr int columns = ValueColumn + 1;
    enum Role { TypeRole = Qt::UserRole }; ///< int of a MemberType, any column

    using QAbstractTableModel::QAbstractTableModel;

    const JsonMembers &members() const { return m_members; }
    void setMembers(const JsonMembers &members);
    void setReadOnly(bool readOnly);
    int append(); ///< an empty text at the end; its row
    static QString typeText(MemberType type);

    int rowCount(const QModelIndex &parent = {}) const final;
    int columnCount(const QModelIndex &parent = {}) const final;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;

Q_SIGNALS:
    void edited(); ///< by setData(), append() or removeRows(), not by setMembers()

private:
    QString text(int row, int column) const;

    JsonMembers m_members;
    QList<MemberType> m_types; ///< of each row; a text "3" stays a text
    bool m_readOnly = false;
};

} // namespace Gatescope
