// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "attributemodel.h"

#include <models/json/jsondocument.h>
#include <models/privacy/pseudonyms.h>
#include <ui/widgets/cellroles.h>
#include <ui/widgets/spokencells.h>

namespace Gatescope {

AttributeModel::AttributeModel(const QString &table, QObject *parent)
    : QAbstractTableModel(parent)
    , m_table(table)
    , m_keyTitle(tr("Key"))
{ }

void AttributeModel::setMembers(const JsonMembers &members)
{
    if (members == this->members())
        return;
    beginResetModel();
    forgetFindings();
    m_rows.clear();
    for (const JsonMember &member : members)
        m_rows << Row {member.key, typedTextFromJson(member.json), member.json, false, false};
    endResetModel();
}

JsonMembers AttributeModel::members() const
{
    JsonMembers members;
    for (const Row &row : m_rows) {
        if (!row.isNew || !row.key.isEmpty())
            members << JsonMember {row.key, row.json};
    }
    return members;
}

LintFindings AttributeModel::typingFindings() const
{
    LintFindings findings;
    for (int i = 0; i < int(m_rows.size()); ++i) {
        const QString warning = typingWarning(m_rows[i]);
        if (warning.isEmpty())
            continue;
        LintFinding finding;
        finding.subject.row = i;
        finding.sentence = {plainPhrase(warning)};
        findings << finding;
    }
    return findings;
}

QList<int> AttributeModel::rowsOfMembers() const
{
    QList<int> rows;
    rows.reserve(m_rows.size());
    for (int row = 0; row < int(m_rows.size()); ++row)
        if (!m_rows[row].isNew || !m_rows[row].key.isEmpty())
            rows << row;
    return rows;
}

void AttributeModel::setFindings(const LintFindings &findings)
{
    if (findings == m_findings)
        return;
    forgetFindings();
    m_findings = findings;
    for (qsizetype i = 0; i < m_findings.size(); ++i) {
        const auto shown = m_gravest.constFind(m_findings[i].subject.row);
        if (shown == m_gravest.cend() || m_findings[i].severity < m_findings[*shown].severity)
            m_gravest.insert(m_findings[i].subject.row, i);
    }
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, Key), index(int(m_rows.size()) - 1, Key));
}

void AttributeModel::forgetFindings()
{
    m_findings.clear();
    m_gravest.clear();
}

const LintFinding *AttributeModel::findingAbout(int row) const
{
    const auto found = m_gravest.constFind(row);
    return found == m_gravest.cend() ? nullptr : &m_findings[*found];
}

QString AttributeModel::typingWarning(const Row &row) const
{
    if (row.isNew && row.key.isEmpty())
        return row.value.text.isEmpty() ? QString() : tr("A row without a key is left out.");
    if (!row.isEdited || typedTextToJson(row.value).has_value())
        return {};
    switch (row.value.type) {
    case ValueType::Number:
        return tr("%1 is not a number, so it is sent as text.").arg(row.key);
    case ValueType::Boolean:
        return tr("%1 is neither true nor false, so it is sent as text.").arg(row.key);
    case ValueType::List:
        return tr("%1 is not a list, so it is sent as text.").arg(row.key);
    default:
        return tr("%1 is not valid JSON, so it is sent as text.").arg(row.key);
    }
}

int AttributeModel::addRow()
{
    const int row = int(m_rows.size());
    beginInsertRows({}, row, row);
    m_rows << Row {{}, {}, QByteArrayLiteral("\"\""), true, false};
    endInsertRows();
    return row;
}

void AttributeModel::removeRow(int row)
{
    if (row < 0 || row >= m_rows.size())
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    forgetFindings();
    endRemoveRows();
    Q_EMIT edited();
}

bool AttributeModel::isEmptyRow(int row) const
{
    const Row &content = m_rows.at(row);
    return content.isNew && content.key.isEmpty() && content.value.text.isEmpty();
}

int AttributeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AttributeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AttributeModel::text(const QModelIndex &index) const
{
    const Row &row = m_rows[index.row()];
    switch (index.column()) {
    case Key:
        return row.key;
    case Type:
        return valueTypeName(row.value.type);
    case Value:
        return row.value.text;
    default:
        return {};
    }
}

QString AttributeModel::accessibleText(const QModelIndex &index) const
{
    const Row &row = m_rows[index.row()];
    if (index.column() == Remove)
        return tr("Remove %1 from %2").arg(row.key, m_table);
    const QString column = headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
    const QString name = row.key.isEmpty() ? tr("row %1").arg(index.row() + 1) : row.key;
    const QString cell = tr("%1, %2, %3: %4").arg(m_table, name, column, text(index));
    const LintFinding *finding = index.column() == Key ? findingAbout(index.row()) : nullptr;
    return finding ? tr("%1. %2").arg(cell, plainText(finding->sentence)) : cell;
}

QString AttributeModel::toolTip(const QModelIndex &index) const
{
    if (index.column() == Remove)
        return tr("Remove this row");
    const LintFinding *finding = index.column() == Key ? findingAbout(index.row()) : nullptr;
    return finding ? plainText(finding->sentence) : QString();
}

/// The mark beside a key.
QVariant AttributeModel::noteData(int row, int role) const
{
    const LintFinding *finding = findingAbout(row);
    if (finding == nullptr)
        return role == CellRole::Note ? QString() : QVariant();
    const bool isWarning = finding->severity == LintFinding::Severity::Warning;
    switch (role) {
    case CellRole::NoteIcon:
        return toVariant(isWarning ? Theme::Icon::Warning : Theme::Icon::Info);
    case CellRole::NoteColor:
        return toVariant(isWarning ? Theme::Color::Warning : Theme::Color::TextMuted);
    default:
        return isWarning ? tr("warning") : tr("hint");
    }
}

QVariant AttributeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isKey = index.column() == Key;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return role == Qt::EditRole && index.column() == Type ? QVariant(int(type(index.row())))
                                                              : text(index);
    case Qt::AccessibleTextRole:
        return spokenCell(index, accessibleText(index));
    case CellRole::Font:
        return toVariant(index.column() == Type ? Theme::Font::Body : Theme::Font::Mono);
    case CellRole::NoteIcon:
    case CellRole::NoteColor:
    case CellRole::Note:
        return isKey ? noteData(index.row(), role) : QVariant();
    case CellRole::NoDash:
        return true;
    case CellRole::Personal: // of two booleans nobody is told apart
        return index.column() == Value && type(index.row()) != ValueType::Boolean
            ? QVariant(int(
                  m_table == apiName(UserTable::CustomIds) ? Pseudonyms::Kind::Id : Pseudonyms::Kind::Text))
            : QVariant();
    case Qt::ToolTipRole:
        return toolTip(index);
    default:
        return {};
    }
}

bool AttributeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    Row &row = m_rows[index.row()];
    switch (index.column()) {
    case Key:
        if (row.key == value.toString())
            return true;
        row.key = value.toString();
        break;
    case Type:
        edit(index.row(), {ValueType(value.toInt()), row.value.text});
        break;
    case Value:
        edit(index.row(), {row.value.type, value.toString()});
        break;
    default:
        return false;
    }
    Q_EMIT dataChanged(this->index(index.row(), Key), this->index(index.row(), Remove));
    Q_EMIT edited();
    return true;
}

void AttributeModel::edit(int row, const TypedText &value)
{
    Row &changed = m_rows[row];
    if (changed.value == value)
        return;
    changed.value = value;
    changed.isEdited = true;
    changed.json = typedTextToJson(value).value_or(jsonQuoted(value.text));
}

QVariant AttributeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Key:
        return m_keyTitle;
    case Type:
        return tr("Type");
    case Value:
        return tr("Value");
    default:
        return QString();
    }
}

Qt::ItemFlags AttributeModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return !index.isValid() || index.column() == Remove ? flags : flags | Qt::ItemIsEditable;
}

} // namespace Gatescope
