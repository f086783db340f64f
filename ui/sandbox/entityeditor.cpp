// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "entityeditor.h"

#include "forceeditor.h"
#include "groupseditor.h"
#include "ruleeditor.h"
#include "valueeditor.h"

#include <ui/entityicons.h>
#include <ui/specs/fittable.h>
#include <ui/specs/phrasedelegate.h>
#include <ui/specs/rulesmodel.h>
#include <ui/widgets/sentence.h>
#include <ui/widgets/statustext.h>
#include <ui/widgets/textlabel.h>
#include <ui/widgets/toggle.h>

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace Gatescope {

EntityEditor::EntityEditor(QWidget *parent)
    : Panel(Theme::Color::Surface, {}, parent)
    , m_scroll(new QScrollArea)
{
    const Theme &theme = Theme::instance();
    auto *page = new Panel(Theme::Color::Surface);
    m_layout = new QVBoxLayout(page);
    m_layout->setContentsMargins(theme.scaled(20), theme.scaled(12), theme.scaled(20), theme.scaled(20));
    m_layout->setSpacing(theme.scaled(20));
    m_layout->addWidget(makeHead());
    m_off = new Sentence;
    m_off->setText(tr("It is switched off:"),
        tr("everyone gets the default, by the rule ID disabled. Its rules are kept, and can be changed when "
           "it "
           "is enabled again."));
    m_layout->addWidget(m_off);
    m_forced = addSection(tr("Forced"), tr("get it whatever the rules say"));
    m_groups = addSection(tr("Groups"), tr("shares of the experiment’s users"));
    m_rulesSection = addSection(tr("Rules, in order"), tr("choose one to change it"));
    m_rulesSection.body->addWidget(makeRules());
    m_rule = addSection(QString(), QString());
    m_default = addSection(tr("Default value"), tr("for users whom no rule takes"));
    m_layout->addStretch(1);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("What can be changed"));
    m_scroll->setWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_scroll);
}

QWidget *EntityEditor::makeHead()
{
    const Theme &theme = Theme::instance();
    auto *head = new QWidget;
    m_icon = new QLabel;
    m_name = new StatusText(Theme::Font::Headline, Theme::Color::Text);
    m_kind = new TextLabel(Theme::Font::Label, Theme::Color::TextMuted);
    m_enabledWord = new TextLabel(Theme::Font::BodyStrong);
    m_enabled = new Toggle(tr("Enabled"));
    m_enabled->setObjectName(QStringLiteral("entityEnabled"));
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins({});
    row->setSpacing(theme.scaled(8));
    row->addWidget(m_icon);
    row->addWidget(m_name);
    row->addWidget(m_kind);
    row->addStretch(1);
    row->addWidget(m_enabledWord);
    row->addWidget(m_enabled);
    connect(m_enabled, &Toggle::clicked, this,
        [this](bool on) { Q_EMIT editRequested(SetEnabled {*m_details->entity(), on}); });
    return head;
}

EntityEditor::Section EntityEditor::addSection(const QString &title, const QString &note)
{
    const Theme &theme = Theme::instance();
    Section section {new QWidget, new QVBoxLayout, {}};
    auto *layout = new QVBoxLayout(section.box);
    layout->setContentsMargins({});
    layout->setSpacing(theme.scaled(8));
    auto *head = new QHBoxLayout;
    head->setSpacing(theme.scaled(8));
    auto *name = new TextLabel(title, Theme::Font::BodyStrong);
    if (title.isEmpty())
        m_ruleTitle = name;
    head->addWidget(name);
    head->addWidget(new TextLabel(note, Theme::Font::Label, Theme::Color::TextMuted));
    head->addStretch(1);
    layout->addLayout(head);
    layout->addLayout(section.body);
    m_layout->addWidget(section.box);
    return section;
}

QWidget *EntityEditor::makeRules()
{
    m_rulesModel = new RulesModel(this);
    m_rules = new FitTable(tr("Rules, in order"));
    m_rules->setObjectName(QStringLiteral("editedRules"));
    auto *phrases = new PhraseDelegate(m_rules);
    for (const int column : {RulesModel::RuleColumn, RulesModel::WordsColumn, RulesModel::OutcomeColumn})
        m_rules->setItemDelegateForColumn(column, phrases);
    m_rules->setModel(m_rulesModel);
    m_rules->setStretched(RulesModel::WordsColumn, 34);
    connect(m_rules->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current, const QModelIndex &previous) {
            if (current.row() != previous.row())
                showRule();
        });
    return m_rules;
}

void EntityEditor::put(const Section &section, QWidget *content)
{
    while (QLayoutItem *item = section.body->takeAt(0)) {
        if (QWidget *old = item->widget()) {
            old->hide();
            old->deleteLater(); // it may be the one whose signal leads here
        }
        delete item;
    }
    section.box->setVisible(content != nullptr);
    if (!content)
        return;
    section.body->addWidget(content);
    content->show();
}

void EntityEditor::setDetails(const EntityDetailsPtr &details)
{
    const bool isSame = m_details && m_details->place == details->place;
    const int row = isSame ? m_rules->currentIndex().row() : 0;
    const int scrolled = isSame ? m_scroll->verticalScrollBar()->value() : 0;
    if (!isSame) {
        for (Section *section : {&m_groups, &m_rule, &m_default, &m_forced})
            section->shown.clear();
    }
    m_details = details;
    m_rulesModel->setDetails(details);
    m_rulesSection.box->setVisible(m_rulesModel->rowCount() > 0);
    m_rules->setCurrentIndex(
        m_rulesModel->index(std::min(std::max(0, row), m_rulesModel->rowCount() - 1), 0));
    showHead();
    showGroups();
    showRule();
    showDefault();
    showForced();
    m_scroll->verticalScrollBar()->setValue(scrolled);
}

void EntityEditor::setUser(const StatsigUser &user)
{
    m_user = user;
    if (m_details)
        showForced();
}

void EntityEditor::reset()
{
    if (!m_details)
        return;
    showHead();
    if (m_ruleEditor)
        m_ruleEditor->reset();
}

bool EntityEditor::turnsInto(Section &section, const QByteArray &shown) const
{
    // Never empty: a section without content has been shown too.
    const QByteArray key = '=' + shown;
    return std::exchange(section.shown, key) != key;
}

void EntityEditor::showHead()
{
    const Theme &theme = Theme::instance();
    const int side = theme.scaled(20);
    m_icon->setPixmap(theme.icon(iconOf(m_details->kind), Theme::Color::Text).pixmap(QSize(side, side)));
    m_name->setText(m_details->name);
    m_kind->setText(listedWords(m_details->kind));
    m_enabled->setChecked(spec().enabled);
    m_off->setVisible(!spec().enabled);
    m_enabledWord->setText(spec().enabled ? tr("Enabled") : tr("Disabled"));
}

void EntityEditor::showGroups()
{
    QByteArray shown;
    const QList<GroupSize> sizes = groupSizes(*m_details->project, spec());
    for (const GroupSize &size : sizes)
        shown += size.ruleId.toUtf8() + ' ' + QByteArray::number(size.percent) + '\n';
    if (!turnsInto(m_groups, shown))
        return;
    if (sizes.isEmpty())
        return put(m_groups, nullptr);
    auto *groups = new GroupsEditor(m_details->project, m_details->spec);
    connect(groups, &GroupsEditor::editRequested, this, &EntityEditor::editRequested);
    put(m_groups, groups);
}

/// The rule as the payload has it: conditions of v2 are named by what they say.
QByteArray EntityEditor::ruleSource(int row) const
{
    const std::string_view text = spec().source["rules"].at(quint32(row)).rawText();
    return QByteArray::number(row) + ' ' + QByteArray(text.data(), qsizetype(text.size()));
}

void EntityEditor::showRule()
{
    const int row = m_rules->currentIndex().row();
    const bool hasRule = m_details && row >= 0 && row < int(spec().rules.size());
    if (!m_details || !turnsInto(m_rule, hasRule ? ruleSource(row) : QByteArray()))
        return;
    m_ruleEditor = nullptr;
    if (!hasRule)
        return put(m_rule, nullptr);
    m_ruleTitle->setText(tr("Rule %1: %2").arg(row + 1).arg(m_details->rules.at(row).title));
    m_ruleEditor = new RuleEditor(m_details->project, m_details->spec, std::size_t(row));
    connect(m_ruleEditor, &RuleEditor::editRequested, this, &EntityEditor::editRequested);
    connect(m_ruleEditor, &RuleEditor::idListEditRequested, this, &EntityEditor::idListEditRequested);
    put(m_rule, m_ruleEditor);
}

void EntityEditor::showDefault()
{
    const bool hasValue = spec().table != SpecTable::FeatureGates;
    const std::string_view text = hasValue ? spec().defaultValue.rawText() : std::string_view();
    if (!turnsInto(m_default, QByteArray(text.data(), qsizetype(text.size()))))
        return;
    if (!hasValue)
        return put(m_default, nullptr);
    auto *value = new ValueEditor(tr("As JSON"));
    value->setValue(spec().defaultValue);
    connect(value, &ValueEditor::applied, this, [this](const QByteArray &json) {
        Q_EMIT editRequested(SetReturnValue {{*m_details->entity(), {}, 0}, json});
    });
    put(m_default, value);
}

void EntityEditor::showForced()
{
    const bool canForce = spec().enabled && ForceEditor::canForce(*m_details->project, spec());
    QByteArray shown;
    if (canForce) {
        shown = m_user.toJson();
        const QList<ForcedId> forced = forcedIds(*m_details->project, spec());
        for (const ForcedId &each : forced)
            shown +=
                QString(each.idType + QLatin1Char(' ') + each.id + QLatin1Char(' ') + each.group).toUtf8()
                + '\n';
    }
    if (!turnsInto(m_forced, shown))
        return;
    if (!canForce)
        return put(m_forced, nullptr);
    auto *forced = new ForceEditor(m_details->project, m_details->spec, m_user);
    connect(forced, &ForceEditor::editRequested, this, &EntityEditor::editRequested);
    put(m_forced, forced);
}

} // namespace Gatescope
