// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "storeparametersmodel.h"
#include "phrasedelegate.h"

#include <ui/presenter/presenter.h>
#include <ui/widgets/spokencells.h>

#include <algorithm>

namespace Gatescope {

void StoreParametersModel::setParameters(const QList<StoreRow> &parameters)
{
    beginResetModel();
    m_parameters = parameters;
    endResetModel();
}

std::optional<EntityRef> StoreParametersModel::linkOf(int row) const
{
    const Phrases &words = m_parameters[row].words;
    const auto link = std::ranges::find(words, Phrase::Style::Link, &Phrase::style);
    return link == words.end() ? std::nullopt : std::optional(link->link);
}

int StoreParametersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_parameters.size());
}

int StoreParametersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Phrases StoreParametersModel::phrases(const StoreRow &row, int column)
{
    switch (column) {
    case NameColumn:
        return {codePhrase(row.name)};
    case TypeColumn:
        return {plainPhrase(row.type)};
    case SourceColumn:
        return row.words;
    default:
        return {};
    }
}

QVariant StoreParametersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StoreRow &row = m_parameters[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return plainText(phrases(row, index.column()));
    case Qt::ToolTipRole:
        return Presenter::instance().words(phrases(row, index.column()));
    case Qt::AccessibleTextRole:
        if (index.column() != NameColumn)
            return Presenter::instance().words(phrases(row, index.column()));
        return spokenCell(index,
            row.type.isEmpty()
                ? tr("%1: %2").arg(row.name, Presenter::instance().words(row.words))
                : tr("%1, %2: %3").arg(row.name, row.type, Presenter::instance().words(row.words)));
    case PhraseDelegate::PhrasesRole:
        return QVariant::fromValue(phrases(row, index.column()));
    default:
        return {};
    }
}

QVariant StoreParametersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Parameter");
    case TypeColumn:
        return tr("Type");
    case SourceColumn:
        return tr("Where its value comes from");
    default:
        return {};
    }
}

} // namespace Gatescope
