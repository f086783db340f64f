// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "rulesmodel.h"
#include "phrasedelegate.h"

#include <ui/presenter/presenter.h>
#include <ui/widgets/cellroles.h>
#include <ui/widgets/spokencells.h>

#include <QBrush>
#include <QLocale>

#include <utility>

namespace Gatescope {

void RulesModel::setDetails(const EntityDetailsPtr &details)
{
    beginResetModel();
    m_details = details;
    m_deciding = 0;
    endResetModel();
}

void RulesModel::setDeciding(int number)
{
    const int before = std::exchange(m_deciding, number);
    for (const int changed : {before, number})
        if (changed > 0 && changed <= rowCount() && before != number)
            Q_EMIT dataChanged(index(changed - 1, 0), index(changed - 1, ColumnCount - 1));
}

int RulesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_details ? 0 : int(m_details->rules.size());
}

int RulesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RulesModel::text(const RuleRow &rule, int column) const
{
    switch (column) {
    case NumberColumn:
        return QLocale().toString(rule.number);
    case RuleColumn:
        return rule.title;
    case WordsColumn:
        return plainText(rule.words);
    case OutcomeColumn:
        return plainText(rule.outcome);
    default:
        return {};
    }
}

Phrases RulesModel::phrases(const RuleRow &rule, int column)
{
    switch (column) {
    case RuleColumn:
        return {rule.title == rule.id ? codePhrase(rule.title) : plainPhrase(rule.title)};
    case WordsColumn:
        return rule.words;
    case OutcomeColumn:
        return rule.outcome;
    default:
        return {};
    }
}

QVariant RulesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RuleRow &rule = m_details->rules[index.row()];
    const Presenter &presenter = Presenter::instance();
    switch (role) {
    case Qt::DisplayRole:
        return text(rule, index.column());
    case Qt::ToolTipRole:
        return index.column() == RuleColumn && rule.title != rule.id
            ? tr("%1 (rule ID %2)").arg(rule.title, rule.id)
            : presenter.words(phrases(rule, index.column()));
    case Qt::AccessibleTextRole:
        if (index.column() == NumberColumn)
            return spokenCell(index,
                (rule.number == m_deciding ? tr("Rule %1, %2, decides for this user: %3. Then %4")
                                           : tr("Rule %1, %2: %3. Then %4"))
                    .arg(text(rule, NumberColumn), presenter.text(rule.title), presenter.words(rule.words),
                        presenter.words(rule.outcome)));
        return presenter.words(phrases(rule, index.column()));
    case CellRole::TextColor:
        return index.column() == NumberColumn ? toVariant(Theme::Color::TextMuted) : QVariant();
    case Qt::BackgroundRole:
        return rule.number == m_deciding ? QVariant(QBrush(Theme::instance().color(Theme::Color::AccentSoft)))
                                         : QVariant();
    case PhraseDelegate::PhrasesRole:
        return QVariant::fromValue(phrases(rule, index.column()));
    default:
        return {};
    }
}

QVariant RulesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn:
        return tr("#");
    case RuleColumn:
        return tr("Rule");
    case WordsColumn:
        return tr("In words");
    case OutcomeColumn:
        return tr("Then");
    default:
        return {};
    }
}

} // namespace Gatescope
