// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "initializecells.h"

#include <ui/widgets/cellroles.h>

#include <QCoreApplication>

namespace Gatescope {

namespace {

QString trCells(const char *text)
{
    return QCoreApplication::translate("Gatescope::InitializeCells", text);
}

bool isHoldout(const InitializeEntry &entry)
{
    return entry.spec && entry.spec->kind == EntityKind::Holdout;
}

} // namespace

Theme::Icon iconOf(const InitializeEntry &entry)
{
    switch (entry.kind) {
    case InitializeKind::Gate:
        if (entry.spec && entry.spec->kind == EntityKind::Segment)
            return Theme::Icon::Segment;
        return isHoldout(entry) ? Theme::Icon::Holdout : Theme::Icon::Gate;
    case InitializeKind::DynamicConfig:
        return entry.spec && entry.spec->kind == EntityKind::Autotune ? Theme::Icon::Autotune
                                                                      : Theme::Icon::DynamicConfig;
    case InitializeKind::Experiment:
        return Theme::Icon::Experiment;
    case InitializeKind::Layer:
        return Theme::Icon::Layer;
    case InitializeKind::ParamStore:
        return Theme::Icon::ParamStore;
    }
    Q_UNREACHABLE();
}

Mark inExperimentMark(bool in)
{
    return in ? Marks::positive(trCells("In")) : Marks::neutral(trCells("Not in"));
}

std::optional<Mark> markOf(const InitializeEntry &entry)
{
    switch (entry.kind) {
    case InitializeKind::Gate:
        if (isHoldout(entry))
            return entry.isOn ? Marks::positive(trCells("Held out"))
                              : Marks::neutral(trCells("Not held out"));
        return entry.isOn ? Marks::positive(trCells("On")) : Marks::negative(trCells("Off"));
    case InitializeKind::DynamicConfig:
        return entry.hasMatchingRule ? Marks::positive(trCells("Rule matched"))
                                     : Marks::neutral(trCells("Default"));
    case InitializeKind::Experiment:
    case InitializeKind::Layer:
        return inExperimentMark(entry.isInExperiment.value_or(false));
    case InitializeKind::ParamStore:
        return {};
    }
    Q_UNREACHABLE();
}

InitializeCells::InitializeCells(InitializeModel *model, QObject *parent)
    : FlatCells(parent)
    , m_model(model)
{
    setSourceModel(model);
}

void InitializeCells::setOld(bool old)
{
    m_isOld = old;
}

QVariant InitializeCells::data(const QModelIndex &index, int role) const
{
    if (role < CellRole::Icon)
        return FlatCells::data(index, role);
    const QModelIndex source = mapToSource(index);
    const InitializeEntry *entry = m_model->entry(source);
    if (!entry)
        return kindData(source, role);
    const bool isColor = role == CellRole::TextColor || role == CellRole::IconColor;
    if (m_isOld && isColor)
        return toVariant(Theme::Color::TextMuted);
    return entryData(*entry, InitializeColumn(index.column()), role);
}

QVariant InitializeCells::kindData(const QModelIndex &source, int role) const
{
    if (role == CellRole::GroupRow)
        return true;
    return role == CellRole::Suffix ? source.data(InitializeModel::TotalsRole) : QVariant();
}

QVariant InitializeCells::entryData(const InitializeEntry &entry, InitializeColumn column, int role) const
{
    switch (column) {
    case InitializeColumn::Name:
        return nameData(entry, role);
    case InitializeColumn::Value:
        return valueData(entry, role);
    case InitializeColumn::Rule:
        if (role == CellRole::TextColor && entry.ruleSource == InitializeEntry::RuleSource::Meaning)
            return toVariant(Theme::Color::TextMuted);
        if (role == CellRole::Font && entry.ruleSource == InitializeEntry::RuleSource::Id)
            return toVariant(Theme::Font::Mono);
        return {};
    case InitializeColumn::Group:
        return {};
    case InitializeColumn::IdType:
        return role == CellRole::Font ? toVariant(Theme::Font::Mono) : QVariant();
    case InitializeColumn::InExperiment:
        return entry.isInExperiment ? markData(inExperimentMark(*entry.isInExperiment), role) : QVariant();
    }
    return {};
}

QVariant InitializeCells::nameData(const InitializeEntry &entry, int role) const
{
    const bool collides = entry.names.size() > 1;
    switch (role) {
    case CellRole::Icon:
        return toVariant(entry.isNameKnown() ? iconOf(entry) : Theme::Icon::CannotTell);
    case CellRole::IconColor:
        return toVariant(entry.isNameKnown() ? Theme::Color::TextMuted : Theme::Color::Undetermined);
    case CellRole::Font:
        return toVariant(Theme::Font::Mono);
    case CellRole::ElideMiddle:
        return true;
    case CellRole::Suffix:
        return entry.isNameKnown() && entry.hash != entry.names.constFirst() ? entry.hash : QString();
    case CellRole::Tag:
        if (collides)
            return trCells("%1 names, one hash").arg(entry.names.size());
        return entry.isNameKnown() ? QString() : trCells("name unknown");
    case CellRole::TagColor:
        return toVariant(collides ? Theme::Color::Warning : Theme::Color::Undetermined);
    default:
        return {};
    }
}

QVariant InitializeCells::valueData(const InitializeEntry &entry, int role) const
{
    if (entry.kind == InitializeKind::Gate) {
        const bool ordinary = isHoldout(entry) && !entry.isOn;
        const QString word = initializeValueText(entry);
        const Mark mark = entry.isOn ? Marks::positive(word)
            : ordinary               ? Marks::neutral(word)
                                     : Marks::negative(word);
        return markData(mark, role);
    }
    return role == CellRole::Font ? toVariant(Theme::Font::Mono) : QVariant();
}

} // namespace Gatescope
