// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "linksmodel.h"

#include <ui/entityicons.h>
#include <ui/widgets/cellroles.h>
#include <ui/widgets/spokencells.h>

namespace Gatescope {

void LinksModel::setLinks(const QList<EntityLink> &links)
{
    beginResetModel();
    m_links = links;
    endResetModel();
}

int LinksModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_links.size());
}

QVariant LinksModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const EntityLink &link = m_links[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return link.isMissing ? link.name : link.name + QStringLiteral("\u203a");
    case Qt::AccessibleTextRole:
        return spokenCell(index, tr("%1, %2, %3").arg(link.name, listedWords(link.kind), link.note));
    case CellRole::Icon:
        return toVariant(link.isMissing ? Theme::Icon::Warning : iconOf(link.kind));
    case CellRole::IconColor:
        return toVariant(link.isMissing ? Theme::Color::Warning : Theme::Color::TextMuted);
    case CellRole::Font:
        return toVariant(Theme::Font::Mono);
    case CellRole::TextColor:
        return toVariant(link.isMissing ? Theme::Color::Text : Theme::Color::Accent);
    case CellRole::Suffix:
        return link.note;
    default:
        return {};
    }
}

} // namespace Gatescope
