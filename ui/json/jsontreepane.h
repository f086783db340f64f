// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "jsontreesearch.h"

#include <QWidget>

#include <span>

namespace Gatescope {

class JsonSearchBar;
class JsonTreeView;

/// A JSON tree with a line to search it: matches are marked, counted and gone through; or alone are shown.
class JsonTreePane : public QWidget
{
    Q_OBJECT
public:
    explicit JsonTreePane(const QString &accessibleName, QWidget *parent = nullptr);

    JsonTreeView *tree() const { return m_tree; }
    const JsonDocumentPtr &document() const { return m_document; }

    /// As JsonTreeView has it; what is looked for is looked for anew.
    void setValue(const JsonDocumentPtr &document, const JsonValue &root, const QString &rootName = {});
    void setDocument(const JsonDocumentPtr &document);
    void clear();

    void focusSearch();
    /// If the keyboard is in this pane, for a page's filter key. False if it is not.
    bool focusSearchFromWithin();
    /// As JsonTreeView has it. Where only matches are shown, the search ends.
    void select(const JsonValue &value);

private:
    void search();
    void showFindings(const Result<JsonTreeFindings> &findings);
    void applyFound();
    void selectCurrent();
    void showPlace();
    std::span<const JsonDocument::Id> matches() const;
    void step(int direction);
    /// The match that is at the current row or after it, in the order of the document.
    qsizetype matchNear() const;

    JsonSearchBar *m_bar;
    JsonTreeView *m_tree;
    JsonTreeSearch *m_search;
    JsonDocumentPtr m_document;
    JsonValue m_root;
    JsonTreeFindings m_findings;
    qsizetype m_current = -1; ///< in m_findings
};

} // namespace Gatescope
