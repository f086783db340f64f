// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/initializemodel.h>
#include <ui/widgets/flatcells.h>
#include <ui/widgets/mark.h>

namespace Gatescope {

/// Adds to an InitializeModel how its cells look.
class InitializeCells : public FlatCells
{
    Q_OBJECT
public:
    explicit InitializeCells(InitializeModel *model, QObject *parent = nullptr);

    /// Old answers are muted: they are of another user, or a new one is on its way.
    void setOld(bool old);
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QVariant kindData(const QModelIndex &source, int role) const;
    QVariant nameData(const InitializeEntry &entry, int role) const;
    QVariant valueData(const InitializeEntry &entry, int role) const;
    QVariant entryData(const InitializeEntry &entry, InitializeColumn column, int role) const;

    InitializeModel *m_model;
    bool m_isOld = false;
};

Theme::Icon iconOf(const InitializeEntry &entry);
/// The answer in the words of design.md; stores have none.
std::optional<Mark> markOf(const InitializeEntry &entry);
Mark inExperimentMark(bool in);

} // namespace Gatescope
