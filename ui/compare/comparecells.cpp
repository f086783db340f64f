// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "comparecells.h"

#include <models/compare/comparisonwords.h>
#include <models/privacy/personalvalues.h>
#include <ui/widgets/cellroles.h>

namespace Gatescope {

Theme::Icon iconOf(ComparedKind kind)
{
    switch (kind) {
    case ComparedKind::Gate:
        return Theme::Icon::Gate;
    case ComparedKind::Segment:
        return Theme::Icon::Segment;
    case ComparedKind::Holdout:
        return Theme::Icon::Holdout;
    case ComparedKind::DynamicConfig:
    case ComparedKind::Mapping:
        return Theme::Icon::DynamicConfig;
    case ComparedKind::Experiment:
        return Theme::Icon::Experiment;
    case ComparedKind::Autotune:
    case ComparedKind::Bandit:
        return Theme::Icon::Autotune;
    case ComparedKind::Layer:
        return Theme::Icon::Layer;
    case ComparedKind::ParamStore:
        return Theme::Icon::ParamStore;
    case ComparedKind::Other:
        break;
    }
    return Theme::Icon::Specs;
}

Theme::Icon iconOf(Change change)
{
    switch (change) {
    case Change::Changed:
        return Theme::Icon::Differs;
    case Change::Removed:
        return Theme::Icon::ChevronLeft;
    case Change::Added:
        break;
    }
    return Theme::Icon::ChevronRight;
}

CompareCells::CompareCells(ComparisonModel *model, QObject *parent)
    : FlatCells(parent)
    , m_model(model)
{
    setSourceModel(model);
}

QVariant CompareCells::data(const QModelIndex &index, int role) const
{
    const QModelIndex source = mapToSource(index);
    if (!source.isValid())
        return {};
    if (role == Qt::DisplayRole && isMissing(source))
        return m_model->comparison()->type == ComparedType::Initialize ? tr("not in this answer")
                                                                       : tr("not on this side");
    if (role < CellRole::Icon)
        return FlatCells::data(index, role);
    const bool isColor = role == CellRole::TextColor || role == CellRole::IconColor;
    if (m_isOld && isColor)
        return toVariant(Theme::Color::TextMuted);
    return m_model->isEntity(source) ? entityData(source, role) : fieldData(source, role);
}

QVariant CompareCells::entityData(const QModelIndex &source, int role) const
{
    if (role == CellRole::GroupRow)
        return source.column() == 0;
    if (role == CellRole::NoDash)
        return true;
    const EntityDifference *entity = m_model->difference(source);
    if (source.column() != 0)
        return role == CellRole::TextColor ? toVariant(Theme::Color::TextMuted) : QVariant();
    switch (role) {
    case CellRole::Icon:
        return toVariant(
            entity && !entity->isNameKnown ? Theme::Icon::CannotTell : iconOf(m_model->kind(source)));
    case CellRole::IconColor:
        return toVariant(Theme::Color::TextMuted);
    case CellRole::Font:
        return toVariant(Theme::Font::MonoStrong);
    case CellRole::ElideMiddle:
        return true;
    case CellRole::Suffix:
        if (!entity)
            return tr("same");
        return entity->change == Change::Changed ? fieldCountWords(qint64(entity->fields.size()))
                                                 : tr("whole entry");
    case CellRole::Tag:
        return entity && !entity->isNameKnown ? tr("name unknown") : QString();
    case CellRole::TagColor:
        return toVariant(Theme::Color::Undetermined);
    default:
        return {};
    }
}

QVariant CompareCells::fieldData(const QModelIndex &source, int role) const
{
    switch (ComparisonColumn(source.column())) {
    case ComparisonColumn::Field:
        return {};
    case ComparisonColumn::Left:
    case ComparisonColumn::Right:
        return sideData(source, role);
    case ComparisonColumn::Change:
        return changeData(source, role);
    }
    return {};
}

/// A whole entity that this side lacks.
bool CompareCells::isMissing(const QModelIndex &source) const
{
    const auto column = ComparisonColumn(source.column());
    if (m_model->isEntity(source) || m_model->field(source)
        || (column != ComparisonColumn::Left && column != ComparisonColumn::Right))
        return false;
    const EntityDifference *entity = m_model->difference(source);
    return entity && !(column == ComparisonColumn::Left ? entity->left : entity->right).isValid();
}

bool CompareCells::isGateValue(const QModelIndex &source) const
{
    const EntityDifference *entity = m_model->difference(source);
    const FieldDifference *field = m_model->field(source);
    return entity && entity->kind == ComparedKind::Gate
        && m_model->comparison()->type == ComparedType::Initialize
        && (!field || (field->field == ComparedField::Value && field->depth == 0));
}

QVariant CompareCells::sideData(const QModelIndex &source, int role) const
{
    if (role == CellRole::Personal)
        return personalKind(source);
    if (isMissing(source))
        return role == CellRole::TextColor ? toVariant(Theme::Color::TextMuted) : QVariant();
    const QString text = source.data().toString();
    if (isGateValue(source)) {
        const EntityDifference *entity = m_model->difference(source);
        const FieldDifference *field = m_model->field(source);
        const bool isLeft = ComparisonColumn(source.column()) == ComparisonColumn::Left;
        const JsonValue whole = isLeft ? entity->left : entity->right;
        const JsonValue own = whole["value"].isValid() ? whole["value"] : whole["v"];
        const JsonValue value = field ? (isLeft ? field->left : field->right) : own;
        return markData(value.toBool() ? Marks::positive(text) : Marks::negative(text), role);
    }
    if (role != CellRole::Font)
        return {};
    const bool isJson = text.startsWith(u'{') || text.startsWith(u'[') || text.startsWith(u'"');
    return isJson ? toVariant(Theme::Font::Mono) : QVariant();
}

QVariant CompareCells::personalKind(const QModelIndex &source) const
{
    const FieldDifference *field = m_model->field(source);
    const bool isLeft = ComparisonColumn(source.column()) == ComparisonColumn::Left;
    const auto kind = field ? personalKindAt(isLeft ? field->left : field->right) : std::nullopt;
    return kind ? QVariant(int(*kind)) : QVariant();
}

QVariant CompareCells::changeData(const QModelIndex &source, int role) const
{
    const FieldDifference *field = m_model->field(source);
    const EntityDifference *entity = m_model->difference(source);
    if (!entity)
        return {};
    const Change change = field ? field->change : entity->change;
    const Theme::Color color = change == Change::Changed ? Theme::Color::Warning : Theme::Color::Accent;
    switch (role) {
    case CellRole::Icon:
        return toVariant(iconOf(change));
    case CellRole::IconColor:
    case CellRole::TextColor:
        return toVariant(color);
    default:
        return {};
    }
}

} // namespace Gatescope
