// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/initializeview.h>

#include <QAbstractTableModel>

namespace Gatescope {

/// The gates that were looked at on the way to an answer, each with its outcome.
class ExposuresModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { GateColumn, OutcomeColumn };
    using QAbstractTableModel::QAbstractTableModel;

    /// The view keeps the specs behind them alive.
    void setExposures(const InitializeViewPtr &view, std::vector<InitializeExposure> exposures);
    void clear();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QVariant gateData(const InitializeExposure &exposure, int role);

    InitializeViewPtr m_view;
    std::vector<InitializeExposure> m_rows;
};

} // namespace Gatescope
