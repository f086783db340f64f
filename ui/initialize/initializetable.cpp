// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "initializetable.h"

#include "initializecells.h"

#include <ui/presenter/presenter.h>
#include <ui/widgets/cellroles.h>

#include <QAction>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScopedValueRollback>

#include <algorithm>

namespace Gatescope {

namespace {

constexpr int leastName = 160;
constexpr int narrowTable = 680; ///< below this, group and ID type give way to the others

QString copiedName(const InitializeEntry &entry)
{
    return entry.name();
}

QString copiedHash(const InitializeEntry &entry)
{
    return entry.hash;
}

QString copiedRuleId(const InitializeEntry &entry)
{
    return entry.ruleId;
}

QString copiedEntry(const InitializeEntry &entry)
{
    return QString::fromUtf8(jsonIndented(entry.source));
}

} // namespace

InitializeTable::InitializeTable(InitializeModel &model, QWidget *parent)
    : DataView(Shape::Tree, tr("Answer of initialize"), parent)
    , m_model(model)
    , m_cells(new InitializeCells(&model, this))
{
    const Theme &theme = Theme::instance();
    setObjectName(QStringLiteral("initializeTable"));
    setModel(m_cells);
    setLeadingInset(4);
    setGroupsAcross(true);
    const auto indent = [this] { setIndentation(Theme::instance().scaled(16)); };
    connect(&Theme::instance(), &Theme::changed, this, indent);
    indent();
    setMinimumSize(theme.scaled(320), theme.scaled(120));
    setContextMenuPolicy(Qt::ActionsContextMenu);
    makeColumns();
    rememberFolds();
}

void InitializeTable::makeColumns()
{
    const Theme &theme = Theme::instance();
    setHiddenBelow(narrowTable, {int(InitializeColumn::Group), int(InitializeColumn::IdType)});
    QHeaderView *columns = header();
    columns->setStretchLastSection(false);
    columns->setSectionResizeMode(int(InitializeColumn::Rule), QHeaderView::Stretch);
    connect(columns, &QHeaderView::sectionResized, this, [this](int section) {
        // Dragged by its edge; the rules' column follows the others by itself.
        const bool isDragged = !m_isSharing && QGuiApplication::mouseButtons() != Qt::NoButton;
        if (isDragged && section != int(InitializeColumn::Rule))
            m_sharesColumns = false;
    });
    const std::array widths {0, 72, 128, 84, 86, 102};
    for (int column = 1; column < initializeColumns; ++column)
        setColumnWidth(column, theme.scaled(widths[std::size_t(column)]));
    setSortable(true);
    columns->setSortIndicatorClearable(true);
    sortByColumn(-1, Qt::AscendingOrder);
    connect(columns, &QHeaderView::sortIndicatorChanged, this, &InitializeTable::sortingChanged);
}

void InitializeTable::rememberFolds()
{
    const auto remember = [this](const QModelIndex &index, bool folded) {
        if (m_isResetting)
            return;
        const InitializeKind kind = m_model.kind(m_cells->mapToSource(index));
        folded ? void(m_folded.insert(kind)) : void(m_folded.remove(kind));
    };
    connect(this, &QTreeView::collapsed, this, [remember](const QModelIndex &at) { remember(at, true); });
    connect(this, &QTreeView::expanded, this, [remember](const QModelIndex &at) { remember(at, false); });
}

void InitializeTable::setRows(const InitializeViewPtr &view, const InitializeRows &rows, bool isFiltered)
{
    {
        const QScopedValueRollback<bool> resetting(m_isResetting, true);
        m_model.setRows(view, rows, isFiltered);
        unfoldKinds();
    }
    if (!isFiltered)
        shareColumns();
}

const InitializeEntry *InitializeTable::currentEntry() const
{
    return m_model.entry(m_cells->mapToSource(currentIndex()));
}

QModelIndex InitializeTable::fromModel(const QModelIndex &index) const
{
    return m_cells->mapFromSource(index);
}

void InitializeTable::setOld(bool old)
{
    m_cells->setOld(old);
    viewport()->update();
}

void InitializeTable::addSorting(InitializeFilter &filter) const
{
    const QHeaderView *columns = header();
    if (const int column = columns->sortIndicatorSection(); column >= 0 && column < initializeColumns)
        filter.sortBy = InitializeColumn(column);
    filter.descending = columns->sortIndicatorOrder() == Qt::DescendingOrder;
}

void InitializeTable::addCopyActions()
{
    addCopyAction(tr("Copy name"), copiedName);
    addCopyAction(tr("Copy hash"), copiedHash);
    addCopyAction(tr("Copy rule ID"), copiedRuleId);
    addCopyAction(tr("Copy entry as JSON"), copiedEntry);
}

void InitializeTable::addCopyAction(const QString &text, QString (*copied)(const InitializeEntry &))
{
    auto *action = new QAction(text, this);
    connect(action, &QAction::triggered, this, [this, copied] {
        if (const InitializeEntry *entry = currentEntry())
            copyText(copied(*entry));
    });
    addAction(action);
}

void InitializeTable::unfoldKinds()
{
    for (int row = 0; row < m_cells->rowCount(); ++row) {
        const QModelIndex index = m_cells->index(row, 0);
        setExpanded(index, !m_folded.contains(m_model.kind(m_cells->mapToSource(index))));
    }
}

void InitializeTable::resizeEvent(QResizeEvent *event)
{
    DataView::resizeEvent(event);
    shareColumns();
}

/// What a hash takes behind its name: all are of one length.
int InitializeTable::hashWidth() const
{
    for (int row = 0; row < m_cells->rowCount(); ++row) {
        const QModelIndex first = m_cells->index(0, 0, m_cells->index(row, 0));
        if (const QString hash = first.data(CellRole::Suffix).toString(); !hash.isEmpty())
            return QFontMetrics(Theme::instance().font(Theme::Font::Mono)).horizontalAdvance(hash);
    }
    return 0;
}

/// Names, rules and groups have what they need as far as there is room; where there is not, the hashes
/// behind the names give way first. What is left over is the rules'.
void InitializeTable::shareColumns()
{
    if (!m_sharesColumns)
        return;
    const Theme &theme = Theme::instance();
    QHeaderView *columns = header();
    constexpr int name = int(InitializeColumn::Name);
    constexpr int rule = int(InitializeColumn::Rule);
    constexpr int group = int(InitializeColumn::Group);
    const auto wanted = [this](int column) { return wantedWidth(column); };
    const int wantedName = wanted(name);
    int room = viewport()->width();
    for (int column = 0; column < initializeColumns; ++column)
        if (column != name && column != rule && column != group)
            room -= columns->sectionSize(column);
    const int leastRule = theme.scaled(112);
    const int leastGroup = columns->isSectionHidden(group) ? 0 : theme.scaled(84);
    const int ruleWidth = std::clamp(wanted(rule), leastRule, theme.scaled(240));
    int groupWidth = leastGroup > 0 ? std::clamp(wanted(group), leastGroup, theme.scaled(160)) : 0;
    const int nameAlone = std::min(wantedName - hashWidth(), room - leastGroup - leastRule);
    const int least = std::max(nameAlone, theme.scaled(leastName));
    const int nameWidth = std::clamp(room - groupWidth - ruleWidth, least, std::max(least, wantedName));
    groupWidth = std::min(groupWidth, std::max(leastGroup, room - nameWidth - leastRule));
    const QScopedValueRollback<bool> sharing(m_isSharing, true);
    columns->resizeSection(name, nameWidth);
    if (groupWidth > 0)
        columns->resizeSection(group, groupWidth);
}

} // namespace Gatescope
