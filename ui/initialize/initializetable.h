// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/initializefilter.h>
#include <models/items/initializemodel.h>
#include <ui/widgets/dataview.h>

#include <QSet>

namespace Gatescope {

class InitializeCells;

/// The entries of an answer of initialize under their kinds. What is folded stays so, and the columns share
/// the width until the user drags one.
class InitializeTable : public DataView
{
    Q_OBJECT
public:
    /// The model is the caller's; its rows are set by setRows().
    explicit InitializeTable(InitializeModel &model, QWidget *parent = nullptr);

    void setRows(const InitializeViewPtr &view, const InitializeRows &rows, bool isFiltered);
    bool isResetting() const { return m_isResetting; } ///< what becomes current now is no choice of the user
    const InitializeEntry *currentEntry() const; ///< null: none is
    QModelIndex fromModel(const QModelIndex &index) const;
    void setOld(bool old); ///< the answer is to another user than the one composed
    void addSorting(InitializeFilter &filter) const;
    void addCopyActions();

Q_SIGNALS:
    void sortingChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeColumns();
    void rememberFolds();
    void unfoldKinds();
    int hashWidth() const;
    void shareColumns();
    void addCopyAction(const QString &text, QString (*copied)(const InitializeEntry &));

    InitializeModel &m_model;
    InitializeCells *m_cells;
    QSet<InitializeKind> m_folded;
    bool m_sharesColumns = true; ///< until the user drags one
    bool m_isSharing = false;
    bool m_isResetting = false;
};

} // namespace Gatescope
