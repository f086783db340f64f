// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/verdict.h>

#include <QAbstractTableModel>

namespace Gatescope {

/// The secondary exposures that go with a verdict (facts §3.10), in the order in which they arise.
class VerdictExposures : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { GateColumn, ValueColumn, RuleColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setExposures(const Exposures &exposures);

    QString gate(int row) const { return QString::fromStdString(m_exposures[std::size_t(row)].gate); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Exposures m_exposures;
};

} // namespace Gatescope
