// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "dataview.h"

#include <models/items/jsontreemodel.h>

namespace Gatescope {

class JsonCells;

/// The one tree for JSON: parameter, type and value, with a menu that copies values, keys and paths.
class JsonTreeView : public DataView
{
    Q_OBJECT
public:
    explicit JsonTreeView(const QString &accessibleName, QWidget *parent = nullptr);

    /// As JsonTreeModel::setValue(); the first level is unfolded.
    void setValue(const JsonDocumentPtr &document, const JsonValue &root, const QString &rootName = {});
    /// A value that stands alone, such as ConfigResult::value. Text that is no JSON is shown as nothing.
    void setJson(const QByteArray &json, const QString &rootName = {});
    void setDocument(const JsonDocumentPtr &document);
    void clear();
    /// Unfolds what it is in and makes it the current row. It must be part of what is shown.
    void select(const JsonValue &value);

    /// Without types the value has more room: for narrow panes.
    void setTypesShown(bool shown);
    /// As tall as its rows are, folded ones left out, up to `mostRows` of them; beyond it scrolls.
    void setFitsRows(int mostRows);
    QSize sizeHint() const override;

    const JsonTreeModel &jsonModel() const { return *m_model; }
    JsonValue currentValue() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addCopyAction(const QString &text, QString (*copied)(const JsonValue &));
    void unfoldFirstLevel();
    void shareWidth();
    int shownRows() const;

    JsonTreeModel *m_model;
    JsonCells *m_cells;
    bool m_typesShown = true;
    bool m_isSharing = false;
    bool m_isShared = true; ///< until the user drags a column
    int m_mostRows = 0; ///< 0: its height is the layout's
};

} // namespace Gatescope
