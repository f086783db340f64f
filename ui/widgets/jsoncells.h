// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "flatcells.h"

#include <models/privacy/personalvalues.h>

namespace Gatescope {

/// Adds to a JsonTreeModel how its cells look, and that a row can be dragged out: as text, and as JSON as
/// sent.
class JsonCells : public FlatCells
{
    Q_OBJECT
public:
    using FlatCells::FlatCells;

    /// All that is shown is somebody's, as personalKindWithin() says of where it was taken from.
    void setWithin(PersonalKind within) { m_within = within; }
    PersonalKind kindWithin(const JsonValue &value) const;

    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;

private:
    QVariant personalKind(const QModelIndex &index) const;

    PersonalKind m_within;
};

} // namespace Gatescope
