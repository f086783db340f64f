// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "flattreemodel.h"

#include <models/json/jsonnodefilter.h>

namespace Gatescope {

/// Any JSON value as a tree of parameter, type and value. Shows the document's own text: key order, duplicate
/// keys and numbers as they were written.
class JsonTreeModel : public FlatTreeModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, TypeColumn, ValueColumn };
    static constexpr int columns = ValueColumn + 1;
    enum Role {
        KindRole = Qt::UserRole, ///< JsonValue::Kind as int
        SizeRole, ///< bytes of the text of an object or list, as qulonglong; invalid for others
        IsFoundRole, ///< bool: the search that is on found it, and other rows are shown too
    };
    /// Longer texts are cut in their cell; the whole is one copy away.
    static constexpr qsizetype maxShownCharacters = 500;

    using FlatTreeModel::FlatTreeModel;

    /// Shows `root` of the document: its members, or, with a name, itself as the one top row. A missing root
    /// empties.
    void setValue(const JsonDocumentPtr &document, const JsonValue &root, const QString &rootName = {});
    void setDocument(const JsonDocumentPtr &document);
    void clear();
    /// What a search found in the root; null if nothing is looked for. With `only`, rows that lead to nothing
    /// found are left out, which resets the model. Forgotten with the value.
    void setFound(std::shared_ptr<const JsonNodeFilter> found, bool only);
    bool showsOnlyFound() const { return m_found && m_showsOnlyFound; }

    const JsonDocumentPtr &document() const { return m_document; }
    JsonValue value(const QModelIndex &index) const; ///< missing for an invalid index

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    quint32 childCount(NodeId parent) const override;
    NodeId childAt(NodeId parent, quint32 row) const override;
    NodeId parentOf(NodeId node) const override;
    quint32 rowOf(NodeId node) const override;
    QVariant cell(NodeId node, int column, int role) const override;

private:
    JsonValue valueOf(NodeId node) const { return {m_document.get(), node}; }
    bool isRootShown() const { return !m_rootName.isNull(); }
    quint32 sizeOf(const JsonValue &container) const;
    JsonValue childOf(const JsonValue &container, quint32 row) const;
    QString nameText(const JsonValue &value) const;
    QString sentence(const JsonValue &value) const;

    JsonDocumentPtr m_document;
    JsonValue m_root;
    QString m_rootName;
    std::shared_ptr<const JsonNodeFilter> m_found;
    bool m_showsOnlyFound = false;
};

/// "text", "number", "boolean", "list", "object" or "null", translated.
QString jsonKindWord(JsonValue::Kind kind);
/// Strings as they read, all else as it was sent; whole, however long.
QString jsonPlainText(const JsonValue &value);
/// Name, kind and value as a line for a spreadsheet; objects and lists without white space, however long.
QString jsonTsvLine(const QString &name, const JsonValue &value);
/// The value on one line: text in quotes, "5 keys", "2 items"; cut after `maxCharacters`.
QString jsonValueLine(const JsonValue &value, qsizetype maxCharacters = JsonTreeModel::maxShownCharacters);

} // namespace Gatescope
