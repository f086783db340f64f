// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "groupseditor.h"

#include "rulenames.h"

#include <models/evaluation/rulewords.h>
#include <models/json/utf8text.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/textlabel.h>

#include <QDoubleSpinBox>
#include <QGridLayout>

namespace Gatescope {

namespace {

constexpr double smallestStep = 0.1; ///< of 1,000 buckets

} // namespace

GroupsEditor::GroupsEditor(const ProjectPtr &project, std::uint32_t spec, QWidget *parent)
    : QWidget(parent)
    , m_experiment(utf8Text(project->specs().at(spec).name))
    , m_groups(groupSizes(*project, project->specs().at(spec)))
    , m_rest(new TextLabel(Theme::Font::Label, Theme::Color::TextMuted))
    , m_apply(new ActionButton(tr("Set the sizes")))
{
    const Theme &theme = Theme::instance();
    m_apply->setObjectName(QStringLiteral("setGroupSizesButton"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(theme.scaled(16));
    grid->setVerticalSpacing(theme.scaled(4));
    for (const GroupSize &group : std::as_const(m_groups)) {
        const QString name = ruleNameIn(project->specs().at(spec), group.ruleId);
        auto *size = new QDoubleSpinBox;
        size->setObjectName(QStringLiteral("groupSize/") + name);
        size->setAccessibleName(tr("Size of the group %1").arg(name));
        size->setRange(0, 100);
        size->setDecimals(1);
        size->setSingleStep(1);
        size->setSuffix(tr(" %"));
        size->setValue(group.percent);
        const int row = grid->rowCount();
        grid->addWidget(new TextLabel(name, Theme::Font::Body), row, 0);
        grid->addWidget(size, row, 1);
        m_fields << size;
        connect(size, &QDoubleSpinBox::valueChanged, this, &GroupsEditor::refresh);
    }
    const int row = grid->rowCount();
    grid->addWidget(m_rest, row, 0);
    grid->addWidget(m_apply, row, 1);
    grid->setColumnStretch(2, 1);
    connect(m_apply, &QAbstractButton::clicked, this, [this] {
        SetGroupSizes edit {m_experiment, m_groups};
        for (qsizetype i = 0; i < m_fields.size(); ++i)
            edit.sizes[i].percent = m_fields.at(i)->value();
        Q_EMIT editRequested(edit);
    });
    refresh();
}

double GroupsEditor::sum() const
{
    double sum = 0;
    for (const QDoubleSpinBox *field : m_fields)
        sum += field->value();
    return sum;
}

void GroupsEditor::refresh()
{
    const double rest = 100 - sum();
    bool isChanged = false;
    for (qsizetype i = 0; i < m_fields.size(); ++i)
        isChanged = isChanged || qAbs(m_fields.at(i)->value() - m_groups.at(i).percent) > smallestStep / 2;
    const bool isTooMuch = rest < -smallestStep / 2;
    m_rest->setColorRole(isTooMuch ? Theme::Color::Error : Theme::Color::TextMuted);
    m_rest->setText(isTooMuch ? tr("%1 too much").arg(percentWords(-rest))
                              : tr("%1 in no group").arg(percentWords(qMax(0.0, rest))));
    m_apply->setDisabledReason(isTooMuch ? tr("The groups add up to more than 100 %.")
            : isChanged                  ? QString()
                                         : tr("The sizes have not been changed."));
}

} // namespace Gatescope
