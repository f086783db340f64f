// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/entitydetails.h>

#include <QAbstractListModel>

namespace Gatescope {

/// What an entity depends on, or what uses it.
class LinksModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setLinks(const QList<EntityLink> &links);
    const EntityLink &link(int row) const { return m_links[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<EntityLink> m_links;
};

} // namespace Gatescope
