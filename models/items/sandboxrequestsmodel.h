// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "growingtable.h"

#include <models/sandbox/sandboxactivity.h>

namespace Gatescope {

/// What came of a request to the sandbox, as far as an icon tells it.
enum class SandboxOutcome {
    Answered,
    Refused, ///< for a reason of the request's own
    Spoiled, ///< by a fault on purpose
};
SandboxOutcome outcomeOf(const SandboxRequest &request);
/// "200", "Refused 401", "Fault 503", "Fault, reset".
QString outcomeText(const SandboxRequest &request);
/// "javascript-client 3.33.0"; empty if the client did not say.
QString clientText(const SandboxRequest &request);
/// How long the answer took: "< 0.1 ms", "2.0 s".
QString tookText(const SandboxRequest &request);

/// The requests the sandbox has answered, as a table.
class SandboxRequestsModel : public GrowingTable<SandboxRequestPtr>
{
    Q_OBJECT
public:
    enum Column { Number, Time, Endpoint, Subject, User, Client, Status, Duration, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole, ///< a number or text to order the column by
        FilterTextRole, ///< what the text filter looks at, whatever the column
    };
    using GrowingTable::GrowingTable;

    int rowOf(quint64 number) const; ///< −1 if it is not there

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
};

} // namespace Gatescope
