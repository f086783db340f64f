// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "membersmodel.h"

#include <models/json/jsondocument.h>
#include <models/statsig/members.h>

namespace Gatescope {

namespace {

MemberType memberTypeOf(const QByteArray &json)
{
    const auto document = JsonDocument::parse(json);
    if (!document)
        return MemberType::Number; // what was meant as a number and is none
    const JsonValue value = (*document)->root();
    if (value.isString())
        return MemberType::Text;
    if (value.isNumber())
        return MemberType::Number;
    return value.isBool() ? MemberType::Boolean : MemberType::Json;
}

QByteArray memberJson(MemberType type, const QString &text)
{
    switch (type) {
    case MemberType::Text:
        return jsonQuoted(text);
    case MemberType::Boolean:
        return text.trimmed().compare(QLatin1String("true"), Qt::CaseInsensitive) == 0 ? "true" : "false";
    case MemberType::Number:
    case MemberType::Json:
        return text.trimmed().toUtf8();
    }
    Q_UNREACHABLE();
}

QString memberText(MemberType type, const QByteArray &json)
{
    return type == MemberType::Text ? textOfJson(json) : QString::fromUtf8(json);
}

} // namespace

void MembersModel::setMembers(const JsonMembers &members)
{
    if (members == m_members)
        return;
    beginResetModel();
    m_members = members;
    m_types.clear();
    for (const JsonMember &member : members)
        m_types << memberTypeOf(member.json);
    endResetModel();
}

void MembersModel::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
}

int MembersModel::append()
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_members.append({QString(), jsonQuoted(QString())});
    m_types.append(MemberType::Text);
    endInsertRows();
    Q_EMIT edited();
    return row;
}

QString MembersModel::typeText(MemberType type)
{
    switch (type) {
    case MemberType::Text:
        return tr("text");
    case MemberType::Number:
        return tr("number");
    case MemberType::Boolean:
        return tr("boolean");
    case MemberType::Json:
        return tr("JSON");
    }
    Q_UNREACHABLE();
}

int MembersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_members.size());
}

int MembersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString MembersModel::text(int row, int column) const
{
    switch (column) {
    case KeyColumn:
        return m_members.at(row).key;
    case TypeColumn:
        return typeText(m_types.at(row));
    default:
        return memberText(m_types.at(row), m_members.at(row).json);
    }
}

QVariant MembersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return text(row, index.column()).toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3").arg(text(row, KeyColumn), text(row, TypeColumn), text(row, ValueColumn));
    case TypeRole:
        return int(m_types.at(row));
    default:
        return {};
    }
}

bool MembersModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const bool known = checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid);
    if (!known || m_readOnly || (role != Qt::EditRole && role != TypeRole))
        return false;
    JsonMember &member = m_members[index.row()];
    MemberType &type = m_types[index.row()];
    if (role == TypeRole) {
        const QString kept = memberText(type, member.json);
        type = MemberType(qBound(0, value.toInt(), memberTypes - 1));
        member.json = memberJson(type, kept);
    } else if (index.column() == KeyColumn) {
        member.key = value.toString();
    } else if (index.column() == ValueColumn) {
        member.json = memberJson(type, value.toString());
    } else {
        return false;
    }
    Q_EMIT dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(columns - 1));
    Q_EMIT edited();
    return true;
}

QVariant MembersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KeyColumn:
        return tr("Key");
    case TypeColumn:
        return tr("Type");
    case ValueColumn:
        return tr("Value");
    default:
        return {};
    }
}

Qt::ItemFlags MembersModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && !m_readOnly ? flags | Qt::ItemIsEditable : flags;
}

bool MembersModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > m_members.size() || m_readOnly)
        return false;
    beginRemoveRows({}, row, row + count - 1);
    m_members.remove(row, count);
    m_types.remove(row, count);
    endRemoveRows();
    Q_EMIT edited();
    return true;
}

} // namespace Gatescope
