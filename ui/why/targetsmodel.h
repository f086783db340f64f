// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/explain/conditiontargets.h>

#include <QAbstractTableModel>

namespace Gatescope {

/// The targets of a condition, or those of them that were found; texts are made for what is in sight. UI
/// thread.
class TargetsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { TargetColumn, FitColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setTargets(const ConditionTargetsPtr &targets); ///< all of them are shown
    void setFound(std::optional<std::vector<quint32>> found); ///< nothing: all
    const ConditionTargetsPtr &targets() const { return m_targets; }
    /// The first row whose target the user's value fits; −1 if none does.
    int firstFitting() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    quint32 targetOf(int row) const;

    ConditionTargetsPtr m_targets;
    std::optional<std::vector<quint32>> m_found;
};

} // namespace Gatescope
