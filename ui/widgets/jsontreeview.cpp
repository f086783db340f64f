// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsontreeview.h"

#include "jsoncells.h"

#include <ui/theme/theme.h>

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScopedValueRollback>

#include <algorithm>

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
    connect(header(), &QHeaderView::sectionResized, this, [this](int section) {
        const bool isDragged = !m_isSharing && QGuiApplication::mouseButtons() != Qt::NoButton;
        if (isDragged && section != JsonTreeModel::ValueColumn)
            m_isShared = false;
    });
    for (const auto folded : {&QTreeView::expanded, &QTreeView::collapsed})
        connect(this, folded, this, &JsonTreeView::updateGeometry);
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

void JsonTreeView::select(const JsonValue &value)
{
    const QModelIndex index = m_cells->mapFromSource(m_model->indexOf(value.id()));
    setCurrentIndex(index);
    scrollTo(index); // unfolds
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
    setColumnHidden(JsonTreeModel::TypeColumn, !m_typesShown);
    shareWidth();
    updateGeometry();
}

void JsonTreeView::setTypesShown(bool shown)
{
    m_typesShown = shown;
    setColumnHidden(JsonTreeModel::TypeColumn, !shown);
    shareWidth();
}

/// Names and types have what they need, values the rest: they are the longest.
void JsonTreeView::shareWidth()
{
    const int available = viewport()->width();
    if (!m_isShared || available <= 0)
        return;
    const QScopedValueRollback<bool> sharing(m_isSharing, true);
    const auto wanted = [this](int column) {
        return std::max(sizeHintForColumn(column), header()->sectionSizeHint(column));
    };
    const int most = m_typesShown ? available * 2 / 5 : available * 3 / 5;
    const int roomy = std::min(available / 4, Theme::instance().scaled(240));
    header()->resizeSection(JsonTreeModel::NameColumn,
        std::clamp(wanted(JsonTreeModel::NameColumn), roomy, std::max(roomy, most)));
    if (m_typesShown)
        header()->resizeSection(
            JsonTreeModel::TypeColumn, std::min(wanted(JsonTreeModel::TypeColumn), available / 4));
}

void JsonTreeView::setFitsRows(int mostRows)
{
    m_mostRows = mostRows;
    updateGeometry();
}

int JsonTreeView::shownRows() const
{
    int rows = 0;
    for (QModelIndex index = m_cells->index(0, 0); index.isValid() && rows < m_mostRows;
        index = indexBelow(index))
        ++rows;
    return std::max(rows, 1);
}

QSize JsonTreeView::sizeHint() const
{
    if (m_mostRows == 0)
        return DataView::sizeHint();
    return {DataView::sizeHint().width(),
        header()->sizeHint().height() + shownRows() * Theme::instance().nestedRowHeight() + 2 * frameWidth()};
}

void JsonTreeView::resizeEvent(QResizeEvent *event)
{
    DataView::resizeEvent(event);
    shareWidth();
}

} // namespace Gatescope
