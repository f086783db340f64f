// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/checkmodel.h>

#include <QAbstractTableModel>

namespace Gatescope {

/// Every field of one answer, and what stands around it.
class FactsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { FieldColumn, ValueColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRow(const CheckModel::Row &row);
    void clear();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Fact
    {
        QString field;
        QString value;
        bool isIdentifier = true;
    };
    using Facts = QList<Fact>;

    void addGate(const GateResult &gate, Facts &facts) const;
    void addConfig(const ConfigResult &config, Facts &facts) const;
    static void addMembers(const JsonMembers &members, Facts &facts);

    Facts m_facts;
};

} // namespace Gatescope
