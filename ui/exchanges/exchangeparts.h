// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

class QAbstractItemModel;
class QModelIndex;
class QSplitter;
class QWidget;

namespace Gatescope {

class DataView;
class Preferences;

/// \name What the lists of exchanges are made of
/// @{
/// `widths` of the columns at 100 %; several rows can be selected.
DataView *exchangeTable(
    const QString &accessibleName, QAbstractItemModel *model, int stretchedColumn, const QList<int> &widths);
/// The table above what is chosen in it; its sizes are remembered under `name`.
QSplitter *exchangeSplitter(Preferences &preferences, const QString &name, DataView *table, QWidget *detail);
/// Selects both rows, as far as they are there, and makes the second the current one.
void selectPair(DataView *table, const QModelIndex &first, const QModelIndex &second);
/// @}

} // namespace Gatescope
