// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "tracecells.h"

#include <models/explain/conditiontargets.h>
#include <models/explain/explanationmodel.h>
#include <ui/entityicons.h>
#include <ui/presenter/presenter.h>
#include <ui/widgets/cellroles.h>

#include <QLocale>

namespace Gatescope {

Mark markOf(const ExplanationRow &row)
{
    using Result = ExplanationRow::Result;
    switch (row.result) {
    case Result::Pass:
    case Result::MatchedOn:
        return Marks::positive(row.resultText);
    case Result::Fail:
    case Result::MatchedOff:
        return Marks::negative(row.resultText);
    case Result::NoMatch:
        return {Theme::Icon::Off, Theme::Color::TextMuted, row.resultText};
    case Result::CannotTell:
        return Marks::cannotTell(row.resultText);
    case Result::NotReached:
        return {Theme::Icon::NotReached, Theme::Color::TextDisabled, row.resultText};
    }
    Q_UNREACHABLE();
}

namespace {

/// Where the value was found; what is computed says so in its words, and user fields are where one looks.
QVariant placeOf(const ExplanationRow &row)
{
    switch (row.source) {
    case ValueSource::Custom:
    case ValueSource::PrivateAttributes:
    case ValueSource::CustomIds:
    case ValueSource::Environment:
        return row.where;
    default:
        return {};
    }
}

} // namespace

const ExplanationRow *TraceCells::row(const QModelIndex &index) const
{
    return static_cast<const ExplanationModel *>(sourceModel())->row(mapToSource(index));
}

QVariant TraceCells::data(const QModelIndex &index, int role) const
{
    if (Presenter::instance().isOn() && (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole))
        return presented(index, role);
    if (role == Qt::ToolTipRole && index.column() == ExplanationModel::TargetColumn)
        return targetsToolTip(index);
    if (role < CellRole::Icon)
        return SpokenCells::data(index, role);
    const ExplanationRow *shown = row(index);
    if (!shown)
        return {};
    if (index.column() == ExplanationModel::ResultColumn) {
        const bool isQuiet = shown->result == ExplanationRow::Result::NoMatch
            || shown->result == ExplanationRow::Result::NotReached;
        return isQuiet && role == CellRole::Font ? QVariant() : markData(markOf(*shown), role);
    }
    switch (role) {
    case CellRole::Words:
        return SpokenCells::data(index, ExplanationModel::PhrasesRole);
    case CellRole::TextColor:
        return shown->result == ExplanationRow::Result::NotReached ? toVariant(Theme::Color::TextDisabled)
                                                                   : QVariant();
    case CellRole::Suffix:
        return index.column() == ExplanationModel::UserColumn ? placeOf(*shown) : QVariant();
    case CellRole::NoDash:
        return true;
    default:
        break;
    }
    const bool decides = index.data(ExplanationModel::DecidesRole).toBool();
    return index.column() == ExplanationModel::RuleColumn ? ruleData(*shown, role, decides) : QVariant();
}

/// In presenter mode, word for word, as the cell shows it: what is somebody's cannot be told from a sentence.
QVariant TraceCells::presented(const QModelIndex &index, int role) const
{
    constexpr qsizetype mostTargets = 30;
    const ExplanationRow *found = row(index);
    if (!found)
        return {};
    const Presenter &presenter = Presenter::instance();
    if (role == Qt::AccessibleTextRole && index.column() == ExplanationModel::RuleColumn) {
        ExplanationRow row = *found;
        for (Phrases *each : {&row.title, &row.user, &row.target, &row.note})
            *each = presenter.phrases(*each);
        return rowSentence(row);
    }
    const QStringList targets = role == Qt::ToolTipRole && index.column() == ExplanationModel::TargetColumn
        ? index.data(ExplanationModel::TargetsRole).toStringList()
        : QStringList();
    if (targets.size() > 1 && targets.size() <= mostTargets) {
        QStringList shown;
        for (const QString &target : targets)
            shown << presenter.value(target);
        return shown.join(QStringLiteral(", "));
    }
    return presenter.words(index.data(ExplanationModel::PhrasesRole).value<Phrases>());
}

QString TraceCells::targetsToolTip(const QModelIndex &index) const
{
    const QString text = SpokenCells::data(index, Qt::ToolTipRole).toString();
    const ExplanationPtr &explanation = static_cast<const ExplanationModel *>(sourceModel())->explanation();
    const ExplanationRow *shown = row(index);
    const quint32 count = shown ? ConditionTargets::count(*explanation->project, *shown) : 0;
    return count > 1
        ? tr("%1\nEnter or a double click lists all %2 targets.").arg(text, QLocale().toString(count))
        : text;
}

QVariant TraceCells::ruleData(const ExplanationRow &row, int role, bool decides)
{
    switch (role) {
    case CellRole::Icon:
        return row.asks ? toVariant(iconOf(row.asksKind)) : QVariant();
    case CellRole::Tag:
        return decides ? tr("decides") : QVariant();
    case CellRole::TagColor:
        return toVariant(Theme::Color::Accent);
    default:
        return {};
    }
}

} // namespace Gatescope
