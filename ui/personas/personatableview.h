// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/widgets/dataview.h>

namespace Gatescope {

class PersonaCells;
class PersonasModel;

/// The personas as a table: tags as chips, rows dragged to another place, several chosen at once. The chosen
/// ones stay so when rows move.
class PersonaTableView : public DataView
{
    Q_OBJECT
public:
    PersonaTableView(PersonasModel *model, PersonaCells *cells, QWidget *parent = nullptr);

    QStringList chosenIds() const; ///< in the order of the rows
    QString currentId() const; ///< empty: none
    void choose(const QStringList &ids); ///< the first becomes the current one
    /// The persona a step above (−1) or below (1) among those shown; empty: there is none.
    QString neighbourOf(const QString &id, int step) const;
    void editCurrent(int column);

Q_SIGNALS:
    void choiceChanged();

private:
    QString idOf(const QModelIndex &index) const;

    PersonasModel *m_personas;
    PersonaCells *m_cells;
};

} // namespace Gatescope
