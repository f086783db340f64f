// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "explanationmodel.h"
#include "conditiontargets.h"

#include <QLocale>

namespace Gatescope {

namespace {

constexpr quint32 targetsInToolTip = 30;

Phrases ruleCell(const ExplanationRow &row)
{
    Phrases words;
    if (row.number > 0)
        words.append(mutedPhrase(QLocale().toString(row.number) + u' '));
    for (Phrase phrase : row.title) {
        if (phrase.style == Phrase::Style::Plain)
            phrase.style = Phrase::Style::Strong;
        words.append(phrase);
    }
    if (row.isTitleShared)
        words.append(mutedPhrase(u' ' + row.id));
    return words;
}

} // namespace

Phrases explanationCell(const ExplanationRow &row, ExplanationModel::Column column)
{
    switch (column) {
    case ExplanationModel::RuleColumn:
        return row.kind == ExplanationRow::Kind::Rule ? ruleCell(row) : row.title;
    case ExplanationModel::UserColumn:
        return row.user;
    case ExplanationModel::TargetColumn:
        return row.target;
    case ExplanationModel::ResultColumn:
        return {plainPhrase(row.resultText)};
    case ExplanationModel::ColumnCount:
        break;
    }
    return {};
}

void ExplanationModel::setExplanation(const ExplanationPtr &explanation)
{
    beginResetModel();
    m_explanation = explanation;
    m_roots.clear();
    for (NodeId node = 0; m_explanation && node < m_explanation->rows.size(); ++node) {
        if (m_explanation->rows[node].parent == ExplanationRow::none)
            m_roots.push_back(node);
    }
    endResetModel();
}

const ExplanationRow *ExplanationModel::row(const QModelIndex &index) const
{
    return index.isValid() ? &m_explanation->rows[nodeOf(index)] : nullptr;
}

QModelIndex ExplanationModel::deciding() const
{
    return m_explanation ? indexOf(m_explanation->decidingRow) : QModelIndex();
}

QModelIndex ExplanationModel::shownAt(const QModelIndex &index) const
{
    const ExplanationRow *asking = row(index);
    return asking ? indexOf(asking->shownAt) : QModelIndex();
}

int ExplanationModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

quint32 ExplanationModel::childCount(NodeId parent) const
{
    return quint32(parent == noNode ? m_roots.size() : m_explanation->rows[parent].children.size());
}

FlatTreeModel::NodeId ExplanationModel::childAt(NodeId parent, quint32 row) const
{
    return parent == noNode ? m_roots[row] : m_explanation->rows[parent].children[row];
}

FlatTreeModel::NodeId ExplanationModel::parentOf(NodeId node) const
{
    return m_explanation->rows[node].parent;
}

quint32 ExplanationModel::rowOf(NodeId node) const
{
    return m_explanation->rows[node].row;
}

QVariant ExplanationModel::cell(NodeId node, int column, int role) const
{
    const ExplanationRow &row = m_explanation->rows[node];
    switch (role) {
    case Qt::DisplayRole:
        return plainText(explanationCell(row, Column(column)));
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::AccessibleTextRole:
        return column == RuleColumn ? rowSentence(row) : plainText(explanationCell(row, Column(column)));
    case PhrasesRole:
        return QVariant::fromValue(explanationCell(row, Column(column)));
    case KindRole:
        return int(row.kind);
    case ResultRole:
        return int(row.result);
    case DecidesRole:
        return row.decides && row.depth == 0;
    case AsksRole:
        return row.asks ? QVariant::fromValue(*row.asks) : QVariant();
    case AsksKindRole:
        return row.asks ? QVariant(int(row.asksKind)) : QVariant();
    case WhereRole:
        return row.where;
    case TargetsRole:
        return allTargets(*m_explanation->project, row);
    case BucketRole:
        return row.bucket;
    default:
        return {};
    }
}

QString ExplanationModel::toolTip(const ExplanationRow &row, int column) const
{
    const QString text = plainText(explanationCell(row, Column(column)));
    switch (column) {
    case RuleColumn:
        return row.id.isEmpty() || row.id == text || row.isTitleShared
            ? text
            : tr("%1 (rule ID %2)").arg(text, row.id);
    case UserColumn:
        return row.where.isEmpty() || text.isEmpty() ? text : tr("%1 (%2)").arg(text, row.where);
    case TargetColumn: {
        const quint32 count = ConditionTargets::count(*m_explanation->project, row);
        return count > 1 && count <= targetsInToolTip
            ? allTargets(*m_explanation->project, row).join(QStringLiteral(", "))
            : text;
    }
    default:
        return row.note.isEmpty() ? text : tr("%1: %2").arg(text, plainText(row.note));
    }
}

QVariant ExplanationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RuleColumn:
        return tr("Rule or condition");
    case UserColumn:
        return tr("This user");
    case TargetColumn:
        return tr("Target");
    case ResultColumn:
        return tr("Result");
    default:
        return {};
    }
}

} // namespace Gatescope
