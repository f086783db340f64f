// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsontreeview.h"

#include "jsoncells.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>

namespace Gatescope {

namespace {

/// Unfolding more rows than a screen holds helps nobody and costs time.
constexpr int maxUnfoldedRows = 60;

QString copiedValue(const JsonValue &value)
{
    const std::string_view raw = value.rawText();
    return value.isString() ? value.toString() : QString::fromUtf8(raw.data(), qsizetype(raw.size()));
}

QString copiedSubtree(const JsonValue &value)
{
    return QString::fromUtf8(jsonIndented(value));
}

QString copiedKey(const JsonValue &value)
{
    return value.key();
}

QString copiedPath(const JsonValue &value)
{
    return value.jsonPath();
}

QString copiedPointer(const JsonValue &value)
{
    return value.jsonPointer();
}

} // namespace

JsonTreeView::JsonTreeView(const QString &accessibleName, QWidget *parent)
    : DataView(Shape::Tree, accessibleName, parent)
    , m_model(new JsonTreeModel(this))
    , m_cells(new JsonCells(this))
{
    m_cells->setSourceModel(m_model);
    setModel(m_cells);
    setRows(Rows::Nested);
    header()->setStretchLastSection(true);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    addCopyAction(tr("Copy value"), copiedValue);
    addCopyAction(tr("Copy key"), copiedKey);
    addCopyAction(tr("Copy JSONPath"), copiedPath);
    addCopyAction(tr("Copy JSON Pointer"), copiedPointer);
    addCopyAction(tr("Copy subtree"), copiedSubtree);
}

void JsonTreeView::setValue(const JsonDocumentPtr &document, const JsonValue &root, const QString &rootName)
{
    m_model->setValue(document, root, rootName);
    unfoldFirstLevel();
}

void JsonTreeView::setJson(const QByteArray &json, const QString &rootName)
{
    const auto document = JsonDocument::parse(json);
    if (document)
        setValue(*document, (*document)->root(), rootName);
    else
        clear();
}

void JsonTreeView::setDocument(const JsonDocumentPtr &document)
{
    setValue(document, document ? document->root() : JsonValue());
}

void JsonTreeView::clear()
{
    m_model->clear();
}

JsonValue JsonTreeView::currentValue() const
{
    return m_model->value(m_cells->mapToSource(currentIndex()));
}

void JsonTreeView::addCopyAction(const QString &text, QString (*copied)(const JsonValue &))
{
    auto *action = new QAction(text, this);
    connect(action, &QAction::triggered, this, [this, copied] {
        if (const JsonValue value = currentValue(); value.isValid())
            QGuiApplication::clipboard()->setText(copied(value));
    });
    addAction(action);
}

void JsonTreeView::unfoldFirstLevel()
{
    if (m_cells->rowCount() == 1 && m_cells->rowCount(m_cells->index(0, 0)) <= maxUnfoldedRows)
        expand(m_cells->index(0, 0));
    const int available = viewport()->width() > 0 ? viewport()->width() : width();
    header()->resizeSection(JsonTreeModel::NameColumn, std::max(available * 2 / 5, 160));
    header()->resizeSection(JsonTreeModel::TypeColumn, std::max(available / 6, 80));
}

} // namespace Gatescope
