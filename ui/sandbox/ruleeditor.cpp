// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "ruleeditor.h"

#include "targetseditor.h"
#include "valueeditor.h"

#include <ui/widgets/textlabel.h>

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace Gatescope {

namespace {

constexpr int mostTargetEditors = 12; ///< a rule of more conditions is read on the Specs page

} // namespace

RuleEditor::RuleEditor(const ProjectPtr &project, std::uint32_t spec, std::size_t rule, QWidget *parent)
    : QWidget(parent)
    , m_project(project)
    , m_spec(project->specs().at(spec))
    , m_rule(m_spec.rules.at(rule))
    , m_ref(ruleRef(m_spec, rule))
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(Theme::instance().scaled(12));
    addShare();
    addTiers();
    addTargets(rule);
    if (m_spec.table != SpecTable::FeatureGates && m_rule.delegate == Rule::noDelegate)
        addValue();
    reset();
}

void RuleEditor::reset()
{
    const QSignalBlocker quiet(m_share);
    m_share->setValue(m_rule.passPercentage);
    m_tiers->setText(ruleTiers(*m_project, m_rule).join(QStringLiteral(", ")));
}

void RuleEditor::addRow(const QString &name, QWidget *field, const QString &note)
{
    const Theme &theme = Theme::instance();
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.scaled(8));
    auto *label = new TextLabel(name, Theme::Font::Body);
    label->setMinimumWidth(theme.scaled(72));
    field->setAccessibleName(name);
    row->addWidget(label);
    row->addWidget(field);
    row->addWidget(new TextLabel(note, Theme::Font::Label, Theme::Color::TextMuted));
    row->addStretch(1);
    m_layout->addLayout(row);
}

void RuleEditor::addShare()
{
    m_share = new QDoubleSpinBox;
    m_share->setObjectName(QStringLiteral("ruleShare"));
    m_share->setRange(0, 100);
    m_share->setDecimals(2);
    m_share->setSingleStep(5);
    m_share->setSuffix(tr(" %"));
    m_share->setKeyboardTracking(false);
    addRow(tr("Passes"), m_share, tr("of those its conditions take"));
    connect(m_share, &QDoubleSpinBox::valueChanged, this,
        [this](double percent) { Q_EMIT editRequested(SetPassPercentage {m_ref, percent}); });
}

void RuleEditor::addTiers()
{
    m_tiers = new QLineEdit;
    m_tiers->setObjectName(QStringLiteral("ruleTiers"));
    m_tiers->setPlaceholderText(tr("every tier"));
    m_tiers->setMinimumWidth(Theme::instance().scaled(240));
    addRow(tr("Tiers"), m_tiers, tr("such as development, staging"));
    connect(m_tiers, &QLineEdit::editingFinished, this, [this] {
        if (!m_tiers->isModified())
            return;
        m_tiers->setModified(false);
        QStringList wanted;
        const QStringList parts = m_tiers->text().split(QLatin1Char(','), Qt::SkipEmptyParts);
        for (const QString &part : parts)
            wanted << part.trimmed();
        Q_EMIT editRequested(SetTiers {m_ref, wanted});
    });
}

void RuleEditor::addTargets(std::size_t rule)
{
    int shown = 0;
    const std::vector<std::uint32_t> &conditions = m_spec.rules.at(rule).conditions;
    for (std::size_t i = 0; i < conditions.size() && shown < mostTargetEditors; ++i) {
        if (!TargetsEditor::canEdit(m_project->conditions().at(conditions.at(i))))
            continue;
        ++shown;
        auto *targets = new TargetsEditor(m_project, m_spec, rule, int(i));
        m_layout->addWidget(targets);
        connect(targets, &TargetsEditor::editRequested, this, &RuleEditor::editRequested);
        connect(targets, &TargetsEditor::idListEditRequested, this, &RuleEditor::idListEditRequested);
    }
}

void RuleEditor::addValue()
{
    auto *value = new ValueEditor(tr("Gives"));
    value->setValue(m_rule.returnValue);
    m_layout->addWidget(value);
    connect(value, &ValueEditor::applied, this,
        [this](const QByteArray &json) { Q_EMIT editRequested(SetReturnValue {m_ref, json}); });
}

} // namespace Gatescope
