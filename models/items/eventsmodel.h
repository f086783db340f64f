// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "eventdelivery.h"

#include <models/statsig/eventchecks.h>

#include <QAbstractTableModel>

namespace Gatescope {

/// One event as the table shows it.
struct EventRow
{
    quint64 id = 0; ///< of the event, whatever its place
    StatsigEvent event;
    QString userText; ///< whose it is, in words
    bool isComposersUser = true;
    QList<EventFinding> findings;
    EventDelivery delivery;

    bool isBlocked() const
    {
        return !findings.isEmpty() && findings.first().severity == EventSeverity::Blocks;
    }
    bool isSendable() const { return delivery.state == EventState::NotSent && !isBlocked(); }
    bool operator==(const EventRow &) const = default;
};

/// The events being composed. Rows arrive whole; a change of content keeps selections.
class EventsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        NumberColumn,
        NameColumn,
        UserColumn,
        ValueColumn,
        MetadataColumn,
        TimeColumn,
        StateColumn
    };
    static constexpr int columns = StateColumn + 1;
    enum Role {
        StatusRole = Qt::UserRole, ///< a Status, in StateColumn
        MutedRole, ///< the cell stands for something absent
        SuffixRole, ///< text in a quieter colour behind the cell's own
        IdentifierRole, ///< the cell holds the user's own text, for the fixed font
    };
    enum class Status { Ready, Warnings, Blocked, Sending, Accepted, Refused, Unknown };
    Q_ENUM(Status)

    using QAbstractTableModel::QAbstractTableModel;
    void setRows(const QList<EventRow> &rows);
    const QList<EventRow> &rows() const { return m_rows; }
    int rowOf(quint64 id) const; ///< −1 if there is none

    int rowCount(const QModelIndex &parent = {}) const final;
    int columnCount(const QModelIndex &parent = {}) const final;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const EventRow &row, int column) const;
    QString stateText(const EventRow &row) const;
    QString timeText(const EventRow &row) const;
    QVariant suffix(const EventRow &row, int column) const;
    QString toolTip(const EventRow &row, int column) const;
    QString sentence(int row) const;

    QList<EventRow> m_rows;
};

EventsModel::Status statusOf(const EventRow &row);

} // namespace Gatescope
