// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "specssearch.h"

#include <QAbstractItemModel>

namespace Gatescope {

/// A project's entities and parameter stores under their kinds; filtered in the model.
class SpecsModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        KindRole = Qt::UserRole, ///< ListedKind
        ItemRole, ///< uint, of SpecsIndex; not of groups
        MarkRole, ///< QString: "off", "not started"; of groups how many they hold
        GroupRole, ///< bool
    };

    using QAbstractItemModel::QAbstractItemModel;

    void setIndex(const SpecsIndexPtr &specs); ///< may be null
    /// Part of a name, whatever the case; what stands inside follows with setHits().
    void setFilter(const QString &text);
    /// Where a search for the filter's text found it.
    void setHits(const SpecsHits &hits);

    int shownCount() const;
    int totalCount() const;
    /// Invalid if the item is not shown.
    QModelIndex indexOf(std::uint32_t item) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const final;
    QModelIndex parent(const QModelIndex &child) const final;
    int rowCount(const QModelIndex &parent = {}) const final;
    int columnCount(const QModelIndex &parent = {}) const final;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    struct ShownGroup
    {
        std::size_t group = 0; ///< into SpecsIndex::groups()
        std::vector<std::uint32_t> entries; ///< into its entries
    };

    const SpecsIndex::Group &groupOf(const ShownGroup &shown) const { return m_specs->groups()[shown.group]; }
    QVariant groupData(const ShownGroup &shown, int role) const;
    QVariant entryData(const ShownGroup &shown, int row, int role) const;
    bool isShown(const SpecsIndex::Entry &entry) const;
    SpecsHit hitOf(const SpecsIndex::Entry &entry) const;
    void computeShown();

    SpecsIndexPtr m_specs;
    QString m_filter; ///< folded
    SpecsHits m_hits;
    std::vector<ShownGroup> m_shown;
};

} // namespace Gatescope
