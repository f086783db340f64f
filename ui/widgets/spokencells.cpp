// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "spokencells.h"

#include "celldelegate.h"

#include <ui/presenter/presenter.h>

namespace Gatescope {

QVariant spokenCell(const QModelIndex &index, const QVariant &given)
{
    const Presenter &presenter = Presenter::instance();
    if (!presenter.isOn())
        return given;
    const QString shown = shownCell(index);
    if (given.toString().isEmpty())
        return shown;
    QString spoken = given.toString();
    if (const QString raw = index.data().toString(); shown != raw && !raw.isEmpty())
        spoken.replace(raw, shown); // a value that is hidden for where it stands
    return presenter.text(spoken);
}

QVariant spokenTitle(const QVariant &shown)
{
    const Presenter &presenter = Presenter::instance();
    return presenter.isOn() ? QVariant(presenter.text(shown.toString())) : QVariant();
}

QVariant SpokenCells::headerData(int section, Qt::Orientation orientation, int role) const
{
    return role == Qt::AccessibleTextRole
        ? spokenTitle(QIdentityProxyModel::headerData(section, orientation, Qt::DisplayRole))
        : QIdentityProxyModel::headerData(section, orientation, role);
}

QVariant SpokenCells::data(const QModelIndex &index, int role) const
{
    const QVariant given = QIdentityProxyModel::data(index, role);
    return role == Qt::AccessibleTextRole ? spokenCell(index, given) : given;
}

} // namespace Gatescope
