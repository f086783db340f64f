// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "dataview.h"
#include "jsonfolds.h"

#include <models/items/jsontreemodel.h>
#include <models/privacy/personalvalues.h>

#include <QSet>

namespace Gatescope {

class JsonCells;

/// The one tree for JSON: parameter, type and value, with a menu that copies values, keys and paths; rows can
/// be dragged out.
class JsonTreeView : public DataView
{
    Q_OBJECT
public:
    explicit JsonTreeView(const QString &accessibleName, QWidget *parent = nullptr);

    /// As JsonTreeModel::setValue(). Where something was shown before under the same name, what was unfolded,
    /// current and on top stays so, by its path; else the first level is unfolded.
    void setValue(const JsonDocumentPtr &document, const JsonValue &root, const QString &rootName = {});
    /// A value that stands alone, such as ConfigResult::value. Text that is no JSON is shown as nothing.
    void setJson(const QByteArray &json, const QString &rootName = {});
    void setDocument(const JsonDocumentPtr &document);
    void clear();
    /// As JsonCells::setWithin().
    void setWithin(PersonalKind within);
    PersonalKind kindWithin(const JsonValue &value) const;
    /// Unfolds what it is in and makes it the current row. It must be part of what is shown.
    void select(const JsonValue &value);

    /// As JsonTreeModel::setFound(). While only that is shown, what leads to it is unfolded, as far as a few
    /// thousand rows; afterwards the folds are as before.
    void setFound(const std::shared_ptr<const JsonNodeFilter> &found, bool only);
    /// Unfolds what is less than `levels` deep and folds the rest. False if there was more than can be
    /// unfolded at once.
    bool unfoldTo(int levels);

    /// Without types the value has more room: for narrow panes.
    void setTypesShown(bool shown);
    /// As tall as its rows are, folded ones left out, up to `mostRows` of them; beyond it scrolls.
    void setFitsRows(int mostRows);
    QSize sizeHint() const override;

    const JsonTreeModel &jsonModel() const { return *m_model; }
    const JsonDocumentPtr &document() const { return m_model->document(); }
    JsonValue currentValue() const;

Q_SIGNALS:
    /// By the menu, and not to the end.
    void unfoldedPartly();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Copies { Place, Value, Row };
    void addCopyAction(const QString &text, QString (*copied)(const JsonValue &), Copies copies);
    void addUnfoldActions();
    void unfoldFirstLevel();
    JsonFolds folds() const;
    void restore(const JsonFolds &folds);
    JsonValue valueAt(const QModelIndex &index) const;
    QModelIndex indexOf(const JsonValue &value) const;
    void showFirst(const JsonValue &value);
    void unfoldWhatLeadsTo(const JsonNodeFilter &found);
    void shareWidth();
    int shownRows() const;

    JsonTreeModel *m_model;
    QSet<JsonDocument::Id> m_unfolded;
    std::optional<JsonFolds> m_foldsBefore; ///< only what was found was shown
    JsonCells *m_cells;
    JsonValue m_root;
    QString m_rootName;
    bool m_typesShown = true;
    bool m_isSharing = false;
    bool m_isShared = true; ///< until the user drags a column
    int m_mostRows = 0; ///< 0: its height is the layout's
};

} // namespace Gatescope
