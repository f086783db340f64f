// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/compare/comparisonmodel.h>
#include <ui/theme/theme.h>
#include <ui/widgets/flatcells.h>

namespace Gatescope {

Theme::Icon iconOf(ComparedKind kind);
Theme::Icon iconOf(Change change);

/// Adds to a ComparisonModel how its cells look.
class CompareCells : public FlatCells
{
    Q_OBJECT
public:
    explicit CompareCells(ComparisonModel *model, QObject *parent = nullptr);

    /// Old comparisons are muted: something else is on its way.
    void setOld(bool old) { m_isOld = old; }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QVariant entityData(const QModelIndex &source, int role) const;
    QVariant fieldData(const QModelIndex &source, int role) const;
    QVariant sideData(const QModelIndex &source, int role) const;
    QVariant personalKind(const QModelIndex &source) const;
    QVariant changeData(const QModelIndex &source, int role) const;
    bool isMissing(const QModelIndex &source) const;
    bool isGateValue(const QModelIndex &source) const;

    ComparisonModel *m_model;
    bool m_isOld = false;
};

} // namespace Gatescope
