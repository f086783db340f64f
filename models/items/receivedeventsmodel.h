// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "growingtable.h"

#include <models/sandbox/sandboxactivity.h>

namespace Gatescope {

/// "On", "Off", "Rule matched" or "Default" of an exposure; empty for other events, and where the client did
/// not say.
QString verdictText(const ReceivedEvent &event);
/// "Event", "Gate exposure", …
QString kindText(ReceivedEvent::Kind kind);

/// The events the sandbox has received, as a table.
class ReceivedEventsModel : public GrowingTable<ReceivedEventPtr>
{
    Q_OBJECT
public:
    enum Column { Number, Time, Event, User, Subject, Verdict, Rule, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole, ///< a number or text to order the column by
        FilterTextRole, ///< what the text filter looks at, whatever the column
    };
    using GrowingTable::GrowingTable;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
};

} // namespace Gatescope
