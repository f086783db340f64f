// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "commandsmodel.h"

namespace Gatescope {

void CommandsModel::setFound(const QList<FoundCommand> &found)
{
    beginResetModel();
    m_found = found;
    endResetModel();
}

int CommandsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_found.size());
}

QVariant CommandsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Command &command = m_found.at(index.row()).command;
    if (role == Qt::DisplayRole)
        return command.name;
    if (role == Qt::AccessibleTextRole)
        return tr("%1, %2", "name and kind").arg(command.name, commandKindWords(command));
    return {};
}

} // namespace Gatescope
