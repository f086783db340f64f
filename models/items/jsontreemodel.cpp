// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsontreemodel.h"

#include <models/json/tsvline.h>
#include <models/json/utf8text.h>

#include <QCoreApplication>
#include <QLocale>

namespace Gatescope {

namespace {

QString trJsonTree(const char *text, int number = -1)
{
    return QCoreApplication::translate("JsonTreeModel", text, nullptr, number);
}

QString countLine(const JsonValue &value)
{
    const int size = int(value.size());
    if (value.isObject())
        return size == 1 ? trJsonTree("1 key") : trJsonTree("%1 keys").arg(QLocale().toString(size));
    return size == 1 ? trJsonTree("1 item") : trJsonTree("%1 items").arg(QLocale().toString(size));
}

/// The raw token, never longer than a cell can use: a text of megabytes is not decoded to be cut.
QString tokenLine(const JsonValue &value, qsizetype maxCharacters)
{
    const std::string_view raw = value.rawText();
    // A character takes at most four bytes, an escaped one is shown as written.
    const qsizetype enough = std::min(qsizetype(raw.size()), maxCharacters * 4);
    QString text = QString::fromUtf8(raw.data(), enough);
    if (text.size() > maxCharacters || enough < qsizetype(raw.size()))
        text = text.left(maxCharacters) + QChar(0x2026);
    return text;
}

} // namespace

QString jsonKindWord(JsonValue::Kind kind)
{
    switch (kind) {
    case JsonValue::Kind::Null:
        return trJsonTree("null");
    case JsonValue::Kind::True:
    case JsonValue::Kind::False:
        return trJsonTree("boolean");
    case JsonValue::Kind::Number:
        return trJsonTree("number");
    case JsonValue::Kind::String:
        return trJsonTree("text");
    case JsonValue::Kind::Array:
        return trJsonTree("list");
    case JsonValue::Kind::Object:
        return trJsonTree("object");
    }
    return {};
}

QString jsonPlainText(const JsonValue &value)
{
    return value.isString() ? value.toString() : utf8Text(value.rawText());
}

QString jsonTsvLine(const QString &name, const JsonValue &value)
{
    return tsvLine({name, jsonKindWord(value.kind()),
        value.isContainer() ? QString::fromUtf8(jsonCompact(value)) : jsonPlainText(value)});
}

QString jsonValueLine(const JsonValue &value, qsizetype maxCharacters)
{
    if (!value.isValid())
        return {};
    return value.isContainer() ? countLine(value) : tokenLine(value, maxCharacters);
}

void JsonTreeModel::setValue(const JsonDocumentPtr &document, const JsonValue &root, const QString &rootName)
{
    beginResetModel();
    m_document = root.isValid() ? document : nullptr;
    m_root = root;
    m_rootName = rootName;
    m_found = nullptr;
    m_showsOnlyFound = false;
    endResetModel();
}

void JsonTreeModel::setFound(std::shared_ptr<const JsonNodeFilter> found, bool only)
{
    const bool resets = showsOnlyFound() || (found && only);
    if (resets)
        beginResetModel();
    m_found = std::move(found);
    m_showsOnlyFound = only;
    if (resets)
        endResetModel();
    else if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1), {IsFoundRole}); // views repaint
}

void JsonTreeModel::setDocument(const JsonDocumentPtr &document)
{
    setValue(document, document ? document->root() : JsonValue());
}

void JsonTreeModel::clear()
{
    setValue(nullptr, {});
}

JsonValue JsonTreeModel::value(const QModelIndex &index) const
{
    return index.isValid() ? valueOf(nodeOf(index)) : JsonValue();
}

int JsonTreeModel::columnCount(const QModelIndex &) const
{
    return columns;
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Parameter");
    case TypeColumn:
        return tr("Type");
    case ValueColumn:
        return tr("Value");
    }
    return {};
}

quint32 JsonTreeModel::childCount(NodeId parent) const
{
    if (!m_document)
        return 0;
    if (parent != noNode)
        return sizeOf(valueOf(parent));
    return isRootShown() || !m_root.isContainer() ? 1 : sizeOf(m_root);
}

FlatTreeModel::NodeId JsonTreeModel::childAt(NodeId parent, quint32 row) const
{
    if (parent != noNode)
        return childOf(valueOf(parent), row).id();
    return isRootShown() || !m_root.isContainer() ? m_root.id() : childOf(m_root, row).id();
}

FlatTreeModel::NodeId JsonTreeModel::parentOf(NodeId node) const
{
    if (node == m_root.id())
        return noNode;
    const JsonValue above = valueOf(node).parent();
    return above == m_root && !isRootShown() ? noNode : above.id();
}

quint32 JsonTreeModel::rowOf(NodeId node) const
{
    if (node == m_root.id())
        return 0;
    return showsOnlyFound() ? m_found->rowOf(valueOf(node)) : valueOf(node).row();
}

quint32 JsonTreeModel::sizeOf(const JsonValue &container) const
{
    return showsOnlyFound() ? m_found->childCount(container) : container.size();
}

JsonValue JsonTreeModel::childOf(const JsonValue &container, quint32 row) const
{
    return showsOnlyFound() ? m_found->childAt(container, row) : container.at(row);
}

QString JsonTreeModel::nameText(const JsonValue &value) const
{
    if (value == m_root)
        return isRootShown() ? m_rootName : tr("value");
    return value.hasKey() ? value.key() : QLocale().toString(value.row());
}

QString JsonTreeModel::sentence(const JsonValue &value) const
{
    return tr("%1, %2, %3").arg(nameText(value), jsonKindWord(value.kind()), jsonValueLine(value));
}

QVariant JsonTreeModel::cell(NodeId node, int column, int role) const
{
    const JsonValue shown = valueOf(node);
    if (role == KindRole)
        return int(shown.kind());
    if (role == SizeRole)
        return shown.isContainer() ? QVariant(qulonglong(shown.rawText().size())) : QVariant();
    if (role == IsFoundRole)
        return m_found && !m_showsOnlyFound && m_found->isFound(node);
    if (role == Qt::AccessibleTextRole)
        return sentence(shown);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case NameColumn:
        return nameText(shown);
    case TypeColumn:
        return jsonKindWord(shown.kind());
    case ValueColumn:
        return jsonValueLine(shown);
    }
    return {};
}

} // namespace Gatescope
