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

    const JsonTreeModel &jsonModel() const { return *m_model; }
    JsonValue currentValue() const;

private:
    void addCopyAction(const QString &text, QString (*copied)(const JsonValue &));
    void unfoldFirstLevel();

    JsonTreeModel *m_model;
    JsonCells *m_cells;
};

} // namespace Gatescope
