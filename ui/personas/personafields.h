// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/privacy/pseudonyms.h>
#include <models/statsig/statsiguser.h>

#include <QAbstractTableModel>

#include <optional>

namespace Gatescope {

/// What a user is made of, a row for each field and attribute; private ones are marked.
class PersonaFields : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { FieldColumn, ValueColumn };

    using QAbstractTableModel::QAbstractTableModel;
    void setUser(const StatsigUser &user);

    int rowCount(const QModelIndex &parent = {}) const final;
    int columnCount(const QModelIndex &parent = {}) const final;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        QString field;
        QString value;
        bool isPrivate = false;
        std::optional<Pseudonyms::Kind> kind; ///< the value is somebody's
        bool operator==(const Row &) const = default;
    };
    QList<Row> m_rows;
};

} // namespace Gatescope
