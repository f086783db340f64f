// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsondocument.h>

#include <QObject>

namespace Gatescope {

class JsonTreeView;
class ValueViewer;

/// Gives a JSON tree what needs windows and files: its values opened in a viewer of their own, by menu, Enter
/// or a double click, and saved.
class JsonValueActions : public QObject
{
    Q_OBJECT
public:
    explicit JsonValueActions(JsonTreeView *tree); ///< which becomes its parent

private:
    void openDoubleClicked();
    ValueViewer *open(const JsonDocumentPtr &document, const JsonValue &value);
    void save();

    JsonTreeView *m_tree;
};

} // namespace Gatescope
