// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsontreeview.h"

#include "jsoncells.h"
#include "lazymime.h"

#include <models/json/utf8text.h>
#include <models/privacy/personalvalues.h>
#include <ui/presenter/presenter.h>
#include <ui/theme/theme.h>

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>

#include <algorithm>
#include <limits>
#include <utility>

namespace Gatescope {

namespace {

/// Unfolding more rows than a screen holds helps nobody and costs time.
constexpr int maxUnfoldedRows = 60;
/// What is unfolded for the user, all at once.
constexpr int maxRowsForFound = 2'000;
constexpr int maxRowsByLevel = 100'000;
constexpr qsizetype maxFoldsKept = 5'000;
constexpr int mostLevels = 5;

QString copiedSubtree(const JsonValue &value)
{
    return utf8Text(value.rawText());
}

QString copiedIndented(const JsonValue &value)
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

/// An element is named by its place alone, without the reader's way to group digits.
QString copiedRow(const JsonValue &value)
{
    const QString name = value.hasKey() ? value.key()
        : value.parent().isValid()      ? QString::number(value.row())
                                        : QStringLiteral("$");
    return jsonTsvLine(name, value);
}

/// Of a line of a table, the last cell.
QString withValueHidden(const QString &line, const Disguise &disguise, PersonalKind within)
{
    const qsizetype start = line.lastIndexOf(u'\t') + 1;
    return line.first(start) + QString::fromUtf8(disguise.json(line.sliced(start).toUtf8(), within));
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
    setDragEnabled(true);
    setDragDropMode(DragOnly);
    connect(header(), &QHeaderView::sectionResized, this, [this](int section) {
        const bool isDragged = !m_isSharing && QGuiApplication::mouseButtons() != Qt::NoButton;
        if (isDragged && section != JsonTreeModel::ValueColumn)
            m_isShared = false;
    });
    for (const auto folded : {&QTreeView::expanded, &QTreeView::collapsed})
        connect(this, folded, this, &JsonTreeView::updateGeometry);
    connect(this, &QTreeView::expanded, this,
        [this](const QModelIndex &index) { m_unfolded.insert(valueAt(index).id()); });
    connect(this, &QTreeView::collapsed, this,
        [this](const QModelIndex &index) { m_unfolded.remove(valueAt(index).id()); });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { m_unfolded.clear(); });
    setContextMenuPolicy(Qt::ActionsContextMenu);
    addCopyAction(tr("Copy value"), jsonPlainText, Copies::Value);
    addCopyAction(tr("Copy key"), copiedKey, Copies::Place);
    addCopyAction(tr("Copy JSONPath"), copiedPath, Copies::Place);
    addCopyAction(tr("Copy JSON Pointer"), copiedPointer, Copies::Place);
    addCopyAction(tr("Copy subtree as sent"), copiedSubtree, Copies::Value);
    addCopyAction(tr("Copy subtree indented"), copiedIndented, Copies::Value);
    addCopyAction(tr("Copy row as TSV"), copiedRow, Copies::Row);
    addUnfoldActions();
}

void JsonTreeView::setValue(const JsonDocumentPtr &document, const JsonValue &root, const QString &rootName)
{
    const std::optional<JsonFolds> before =
        m_model->document() && root.isContainer() && rootName == m_rootName && document != m_model->document()
        ? std::optional(m_foldsBefore ? *m_foldsBefore : folds())
        : std::nullopt;
    m_foldsBefore.reset();
    m_rootName = rootName;
    m_root = root;
    m_model->setValue(document, root, rootName);
    if (before && !before->unfolded.empty())
        restore(*before);
    else
        unfoldFirstLevel();
    setColumnHidden(JsonTreeModel::TypeColumn, !m_typesShown);
    shareWidth();
    updateGeometry();
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
    setValue(nullptr, {});
}

JsonFolds JsonTreeView::folds() const
{
    JsonFolds folds;
    for (const JsonDocument::Id id : m_unfolded) {
        if (qsizetype(folds.unfolded.size()) >= maxFoldsKept)
            break;
        folds.unfolded.emplace_back(m_root, JsonValue(m_model->document().get(), id));
    }
    if (const JsonValue current = currentValue(); current.isValid())
        folds.current = JsonPlace(m_root, current);
    if (const JsonValue first = valueAt(indexAt({0, 0})); first.isValid())
        folds.first = JsonPlace(m_root, first);
    return folds;
}

void JsonTreeView::restore(const JsonFolds &folds)
{
    scheduleDelayedItemsLayout(); // until then unfolding only takes a note
    for (const JsonPlace &place : folds.unfolded) {
        if (const JsonValue value = place.in(m_root); value.isContainer())
            expand(indexOf(value));
    }
    if (const JsonValue current = folds.current ? folds.current->in(m_root) : JsonValue(); current.isValid())
        setCurrentIndex(indexOf(current));
    if (folds.first)
        showFirst(folds.first->in(m_root));
}

void JsonTreeView::showFirst(const JsonValue &value)
{
    if (value.isValid())
        scrollTo(indexOf(value), PositionAtTop);
}

JsonValue JsonTreeView::valueAt(const QModelIndex &index) const
{
    return m_model->value(m_cells->mapToSource(index));
}

QModelIndex JsonTreeView::indexOf(const JsonValue &value) const
{
    return m_cells->mapFromSource(m_model->indexOf(value.id()));
}

void JsonTreeView::setFound(const std::shared_ptr<const JsonNodeFilter> &found, bool only)
{
    const bool showsOnlyFound = found && only;
    if (showsOnlyFound && !m_foldsBefore)
        m_foldsBefore = folds();
    m_model->setFound(found, only);
    if (showsOnlyFound)
        unfoldWhatLeadsTo(*found);
    else if (const auto before = std::exchange(m_foldsBefore, std::nullopt))
        restore(*before);
    viewport()->update();
}

void JsonTreeView::unfoldWhatLeadsTo(const JsonNodeFilter &found)
{
    scheduleDelayedItemsLayout();
    QList<QModelIndex> open {QModelIndex()};
    int rows = 0;
    for (qsizetype next = 0; next < open.size() && rows < maxRowsForFound; ++next) {
        const QModelIndex parent = open[next];
        if (parent.isValid())
            expand(parent);
        const int count = m_cells->rowCount(parent);
        for (int row = 0; row < count && rows < maxRowsForFound; ++row, ++rows) {
            const QModelIndex child = m_cells->index(row, 0, parent);
            if (m_cells->hasChildren(child) && !found.isFound(valueAt(child).id()))
                open << child;
        }
    }
}

bool JsonTreeView::unfoldTo(int levels)
{
    const JsonValue current = currentValue();
    collapseAll();
    m_unfolded.clear();
    scheduleDelayedItemsLayout();
    QList<std::pair<QModelIndex, int>> open {{QModelIndex(), 0}};
    int rows = 0;
    for (qsizetype next = 0; next < open.size(); ++next) {
        const auto [parent, depth] = open[next];
        const int count = m_cells->rowCount(parent);
        if (parent.isValid() && rows + count > maxRowsByLevel)
            return false;
        if (parent.isValid())
            expand(parent);
        rows += count;
        for (int row = 0; row < count && depth < levels; ++row) {
            const QModelIndex child = m_cells->index(row, 0, parent);
            if (m_cells->hasChildren(child))
                open << std::pair(child, depth + 1);
        }
    }
    if (current.isValid() && m_cells->rowCount() > 0)
        scrollTo(currentIndex());
    return true;
}

void JsonTreeView::addUnfoldActions()
{
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    addAction(separator);
    auto *menu = new QMenu(tr("Unfold"), this);
    const auto add = [this, menu](const QString &text, int levels) {
        connect(menu->addAction(text), &QAction::triggered, this, [this, levels] {
            if (!unfoldTo(levels))
                Q_EMIT unfoldedPartly();
        });
    };
    add(tr("All"), std::numeric_limits<int>::max());
    for (int levels = 1; levels <= mostLevels; ++levels)
        add(tr("To level %1").arg(levels), levels);
    addAction(menu->menuAction());
    auto *fold = new QAction(tr("Fold all"), this);
    connect(fold, &QAction::triggered, this, [this] { unfoldTo(0); });
    addAction(fold);
}

void JsonTreeView::setWithin(PersonalKind within)
{
    m_cells->setWithin(within);
}

PersonalKind JsonTreeView::kindWithin(const JsonValue &value) const
{
    return m_cells->kindWithin(value);
}

void JsonTreeView::select(const JsonValue &value)
{
    const QModelIndex index = indexOf(value);
    setCurrentIndex(index);
    scrollTo(index); // unfolds
}

JsonValue JsonTreeView::currentValue() const
{
    return valueAt(currentIndex());
}

void JsonTreeView::addCopyAction(const QString &text, QString (*copied)(const JsonValue &), Copies copies)
{
    auto *action = new QAction(text, this);
    connect(action, &QAction::triggered, this, [this, copied, copies] {
        const JsonValue value = currentValue();
        if (!value.isValid())
            return;
        const PersonalKind within = kindWithin(value);
        auto *mime = new LazyMime(copies == Copies::Value ? within : PersonalKind());
        if (const DisguisePtr disguise = Presenter::instance().kept(); disguise && copies == Copies::Row)
            mime->offerText([copied, value, kept = document(), within, disguise] {
                return withValueHidden(copied(value), *disguise, within);
            });
        else
            mime->offerText([copied, value, kept = document()] { return copied(value); });
        QGuiApplication::clipboard()->setMimeData(mime);
    });
    addAction(action);
}

void JsonTreeView::unfoldFirstLevel()
{
    if (m_cells->rowCount() == 1 && m_cells->rowCount(m_cells->index(0, 0)) <= maxUnfoldedRows)
        expand(m_cells->index(0, 0));
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
