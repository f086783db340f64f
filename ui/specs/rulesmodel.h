// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/entitydetails.h>

#include <QAbstractTableModel>

namespace Gatescope {

/// The rules of one entity in order, in words.
class RulesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NumberColumn, RuleColumn, WordsColumn, OutcomeColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setDetails(const EntityDetailsPtr &details); ///< may be null
    /// The rule that decides for the user, 1-based; 0: none.
    void setDeciding(int number);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const RuleRow &rule, int column) const;
    static Phrases phrases(const RuleRow &rule, int column);

    EntityDetailsPtr m_details;
    int m_deciding = 0;
};

} // namespace Gatescope
