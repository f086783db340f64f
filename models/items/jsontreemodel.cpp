// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsontreemodel.h"

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
    endResetModel();
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
        return valueOf(parent).size();
    return isRootShown() || !m_root.isContainer() ? 1 : m_root.size();
}

FlatTreeModel::NodeId JsonTreeModel::childAt(NodeId parent, quint32 row) const
{
    if (parent != noNode)
        return valueOf(parent).at(row).id();
    return isRootShown() || !m_root.isContainer() ? m_root.id() : m_root.at(row).id();
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
    return node == m_root.id() ? 0 : valueOf(node).row();
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
