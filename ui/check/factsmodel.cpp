// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "factsmodel.h"

#include <ui/widgets/cellroles.h>
#include <ui/widgets/spokencells.h>

namespace Gatescope {

void FactsModel::setRow(const CheckModel::Row &row)
{
    beginResetModel();
    m_facts.clear();
    const CheckReading &reading = leadingReading(row);
    if (!reading.rule.isEmpty() && !reading.ruleId.isEmpty() && reading.rule != reading.ruleId)
        m_facts.append({tr("Rule"), reading.rule, false});
    const bool isLocal = row.reading.verdict == CheckVerdict::None && row.local;
    const CheckAnswer::Content &content = isLocal ? row.local->content : row.answer.content;
    if (const auto *gate = std::get_if<GateResult>(&content))
        addGate(*gate, m_facts);
    if (const auto *config = std::get_if<ConfigResult>(&content))
        addConfig(*config, m_facts);
    if (row.answer.exchange)
        m_facts.append({tr("Asked by"), pathName(row.answer.endpoint), true});
    else if (isLocal)
        m_facts.append({tr("Answered by"), tr("this machine"), false});
    endResetModel();
}

void FactsModel::clear()
{
    beginResetModel();
    m_facts.clear();
    endResetModel();
}

void FactsModel::addGate(const GateResult &gate, Facts &facts) const
{
    facts.append({tr("Rule ID"), gate.ruleId, true});
    facts.append({tr("Group"), gate.groupName, false});
    facts.append({tr("Name"), gate.name, true});
    facts.append({tr("Value"), gate.value ? QStringLiteral("true") : QStringLiteral("false"), true});
    addMembers(gate.otherMembers, facts);
}

void FactsModel::addConfig(const ConfigResult &config, Facts &facts) const
{
    facts.append({tr("Rule ID"), config.ruleId, true});
    facts.append({tr("Group"), config.groupName, false});
    if (!config.allocatedExperimentName.isEmpty())
        facts.append({tr("Experiment"), config.allocatedExperimentName, true});
    facts.append({tr("Name"), config.name, true});
    addMembers(config.otherMembers, facts);
}

void FactsModel::addMembers(const JsonMembers &members, Facts &facts)
{
    for (const JsonMember &member : members)
        facts.append({member.key, QString::fromUtf8(member.json), true});
}

int FactsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_facts.size());
}

int FactsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FactsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Fact &fact = m_facts[index.row()];
    const bool isField = index.column() == FieldColumn;
    switch (role) {
    case Qt::DisplayRole:
        return isField ? fact.field : fact.value;
    case Qt::ToolTipRole:
        return (isField ? fact.field : fact.value);
    case Qt::AccessibleTextRole:
        return spokenCell(index,
            isField ? tr("%1: %2").arg(fact.field, fact.value.isEmpty() ? tr("none") : fact.value)
                    : fact.value);
    case CellRole::TextColor:
        return isField ? toVariant(Theme::Color::TextMuted) : QVariant();
    case CellRole::Font:
        return !isField && fact.isIdentifier ? toVariant(Theme::Font::Mono) : QVariant();
    default:
        return {};
    }
}

QVariant FactsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == FieldColumn ? tr("Field") : tr("Answer");
}

} // namespace Gatescope
