// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "columnmapping.h"

#include <ui/theme/theme.h>
#include <ui/widgets/plaintooltip.h>
#include <ui/widgets/statustext.h>
#include <ui/widgets/textlabel.h>

#include <QComboBox>
#include <QGridLayout>
#include <QSignalBlocker>

namespace Gatescope {

namespace {

constexpr int shownRows = 3;
constexpr int mostColumns = 200; ///< each costs a few widgets; others stay as they were guessed
enum MappingRow { TitleRow, TargetRow, TypeRow, FirstCellRow };

QString targetWords(const ColumnTarget &target)
{
    switch (target.kind) {
    case ColumnTarget::Kind::Skip:
        return ColumnMapping::tr("Leave out");
    case ColumnTarget::Kind::Name:
        return ColumnMapping::tr("Name of the persona");
    case ColumnTarget::Kind::Tags:
        return ColumnMapping::tr("Tags");
    case ColumnTarget::Kind::Notes:
        return ColumnMapping::tr("Notes");
    case ColumnTarget::Kind::Tier:
        return ColumnMapping::tr("Tier");
    case ColumnTarget::Kind::User:
        return ColumnMapping::tr("User as JSON");
    case ColumnTarget::Kind::Field:
        return apiName(target.field);
    case ColumnTarget::Kind::Member:
        break;
    }
    return apiName(target.table) + u'.' + target.key;
}

QList<ColumnTarget> possibleTargets(const TableColumn &column)
{
    using Kind = ColumnTarget::Kind;
    QList<ColumnTarget> targets;
    for (const Kind kind : {Kind::Skip, Kind::Name, Kind::Tags, Kind::Notes})
        targets << ColumnTarget {.kind = kind};
    for (const UserField field : userFields)
        targets << ColumnTarget {.kind = Kind::Field, .field = field};
    const bool hasKey = column.target.kind == Kind::Member && !column.target.key.isEmpty();
    const ColumnTarget guessed = guessedTarget(column.title);
    const QString key = hasKey ? column.target.key : guessed.key.isEmpty() ? column.title : guessed.key;
    if (!key.isEmpty())
        for (const UserTable table : {UserTable::Custom, UserTable::PrivateAttributes, UserTable::CustomIds})
            targets << ColumnTarget {.kind = Kind::Member, .table = table, .key = key};
    targets << ColumnTarget {.kind = Kind::Tier} << ColumnTarget {.kind = Kind::User};
    if (!targets.contains(column.target))
        targets << column.target;
    return targets;
}

bool hasType(const ColumnTarget &target)
{
    return target.kind == ColumnTarget::Kind::Member && target.table != UserTable::CustomIds;
}

} // namespace

ColumnMapping::ColumnMapping(QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(QStringLiteral("columnMapping"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void ColumnMapping::setTable(const PersonaTable &table)
{
    const Theme &theme = Theme::instance();
    m_columns = table.columns;
    m_targets.clear();
    m_rows = table.rows.mid(0, shownRows);
    auto *content = new QWidget;
    m_grid = new QGridLayout(content);
    const int margin = theme.scaled(16);
    m_grid->setContentsMargins(margin, theme.scaled(8), margin, theme.scaled(8));
    m_grid->setHorizontalSpacing(theme.scaled(12));
    m_grid->setVerticalSpacing(theme.scaled(4));
    for (int column = 0; column < std::min(int(m_columns.size()), mostColumns); ++column)
        addColumn(column);
    m_grid->setColumnStretch(m_grid->columnCount(), 1);
    setWidget(content); // deletes the one before
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    setFixedHeight(content->sizeHint().height() + theme.scaled(14)); // with room for the scroll bar
}

void ColumnMapping::addColumn(int column)
{
    const TableColumn &shown = m_columns.at(column);
    m_targets.append(possibleTargets(shown));
    auto *title = new StatusText(Theme::Font::Label, Theme::Color::Text);
    title->setText(shown.title.isEmpty() ? tr("column %1").arg(column + 1) : shown.title);
    QComboBox *targets = makeTargets(column);
    QComboBox *types = makeTypes(column);
    m_grid->addWidget(title, TitleRow, column);
    m_grid->addWidget(targets, TargetRow, column);
    m_grid->addWidget(types, TypeRow, column);
    for (int row = 0; row < m_rows.size(); ++row)
        m_grid->addWidget(new StatusText(Theme::Font::Mono), FirstCellRow + row, column);
    showCells(column);
    connect(targets, &QComboBox::activated, this, [this, column, targets, types](int index) {
        m_columns[column].target = m_targets.at(column).at(index);
        types->setEnabled(hasType(m_columns.at(column).target));
        const QSignalBlocker blocker(targets);
        targets->setCurrentIndex(index);
        showCells(column);
        Q_EMIT changed();
    });
    connect(types, &QComboBox::activated, this, [this, column](int index) {
        m_columns[column].type = valueTypes.at(std::size_t(index));
        showCells(column);
        Q_EMIT changed();
    });
}

QComboBox *ColumnMapping::makeTargets(int column) const
{
    const TableColumn &shown = m_columns.at(column);
    auto *combo = new QComboBox;
    combo->setObjectName(QStringLiteral("columnTarget%1").arg(column + 1));
    combo->setAccessibleName(tr("What %1 is").arg(shown.title));
    combo->setMinimumContentsLength(12);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    const QList<ColumnTarget> &targets = m_targets.at(column);
    for (const ColumnTarget &target : targets)
        combo->addItem(targetWords(target));
    combo->setCurrentIndex(int(targets.indexOf(shown.target)));
    return combo;
}

QComboBox *ColumnMapping::makeTypes(int column) const
{
    auto *combo = new QComboBox;
    combo->setObjectName(QStringLiteral("columnType%1").arg(column + 1));
    combo->setAccessibleName(tr("Type of %1").arg(m_columns.at(column).title));
    for (const ValueType type : valueTypes)
        combo->addItem(valueTypeName(type));
    combo->setCurrentIndex(
        int(std::ranges::find(valueTypes, m_columns.at(column).type) - valueTypes.begin()));
    combo->setEnabled(hasType(m_columns.at(column).target));
    return combo;
}

/// As JSON where that is what becomes of it, so that "7" and 7 can be told apart.
void ColumnMapping::showCells(int column)
{
    const TableColumn &shown = m_columns.at(column);
    for (int row = 0; row < m_rows.size(); ++row) {
        const QString cell = m_rows.at(row).cells.value(column);
        const auto json = hasType(shown.target) && !cell.isEmpty() ? cellJson(cell, shown.type)
                                                                   : std::optional(cell.toUtf8());
        const bool isSkipped = shown.target.kind == ColumnTarget::Kind::Skip;
        auto *label = static_cast<StatusText *>(m_grid->itemAtPosition(FirstCellRow + row, column)->widget());
        label->setColorRole(!json             ? Theme::Color::Error
                : isSkipped || cell.isEmpty() ? Theme::Color::TextDisabled
                                              : Theme::Color::TextMuted);
        label->setText(json ? (cell.isEmpty() ? QStringLiteral("–") : QString::fromUtf8(*json))
                            : tr("%1: not of this type").arg(cell));
    }
}

} // namespace Gatescope
