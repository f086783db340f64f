// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/eventsmodel.h>
#include <ui/widgets/mark.h>
#include <ui/widgets/spokencells.h>

namespace Gatescope {

/// The icon and colour of a state; the word is the model's.
Mark markOf(EventsModel::Status status, const QString &word);

/// Dresses EventsModel for CellDelegate.
class EventCells : public SpokenCells
{
    Q_OBJECT
public:
    using SpokenCells::SpokenCells;
    QVariant data(const QModelIndex &index, int role) const override;
};

} // namespace Gatescope
