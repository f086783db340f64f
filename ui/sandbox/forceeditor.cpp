// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "forceeditor.h"

#include "rulenames.h"

#include <models/json/utf8text.h>
#include <models/statsig/members.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/textlabel.h>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace Gatescope {

namespace {

constexpr qsizetype mostForced = 20; ///< each has a line of its own
const QString userIdType = QStringLiteral("userID");

QString idOf(const StatsigUser &user, const QString &idType)
{
    if (idType.compare(userIdType, Qt::CaseInsensitive) == 0)
        return user.text(UserField::UserId);
    for (const JsonMember &member : user.table(UserTable::CustomIds)) {
        if (member.key == idType)
            return textOfJson(member.json);
    }
    return {};
}

} // namespace

bool ForceEditor::canForce(const Project &project, const Spec &spec)
{
    return spec.table == SpecTable::FeatureGates || !groupSizes(project, spec).isEmpty();
}

ForceEditor::ForceEditor(
    const ProjectPtr &project, std::uint32_t spec, const StatsigUser &user, QWidget *parent)
    : QWidget(parent)
    , m_project(project)
    , m_spec(project->specs().at(spec))
    , m_entity {m_spec.table, utf8Text(m_spec.name)}
    , m_user(user)
    , m_idType(new QComboBox)
    , m_id(new QLineEdit)
    , m_group(new QComboBox)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::instance().scaled(4));
    const QList<ForcedId> forced = forcedIds(*project, m_spec);
    for (const ForcedId &each : forced.first(std::min(forced.size(), mostForced)))
        layout->addWidget(makeForced(each));
    if (forced.size() > mostForced)
        layout->addWidget(
            new TextLabel(tr("and %1 more, among the rules’ values").arg(forced.size() - mostForced),
                Theme::Font::Label, Theme::Color::TextMuted));
    layout->addWidget(makeLine());
}

QString ForceEditor::groupName(const QString &group) const
{
    if (m_spec.table == SpecTable::FeatureGates)
        return group == QLatin1String("pass") ? tr("On") : tr("Off");
    return ruleNameIn(m_spec, group);
}

QWidget *ForceEditor::makeForced(const ForcedId &forced)
{
    const Theme &theme = Theme::instance();
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->setSpacing(theme.scaled(8));
    row->addWidget(
        new TextLabel(forced.idType + QLatin1Char(' ') + forced.id, Theme::Font::Mono, Theme::Color::Text));
    row->addWidget(new TextLabel(
        tr("gets %1").arg(groupName(forced.group)), Theme::Font::Body, Theme::Color::TextMuted));
    auto *remove = new ActionButton(Theme::Icon::Close, tr("No longer force %1").arg(forced.id));
    row->addWidget(remove);
    row->addStretch(1);
    connect(remove, &QAbstractButton::clicked, this,
        [this, forced] { Q_EMIT editRequested(Unforce {m_entity, forced.idType, forced.id}); });
    return line;
}

QWidget *ForceEditor::makeLine()
{
    const Theme &theme = Theme::instance();
    m_idType->setAccessibleName(tr("ID type"));
    m_idType->setEditable(true);
    QStringList types {utf8Text(m_spec.idType), userIdType, QStringLiteral("stableID")};
    for (const JsonMember &member : m_user.table(UserTable::CustomIds))
        types << member.key;
    types.removeDuplicates();
    types.removeAll(QString());
    m_idType->addItems(types);
    m_id->setObjectName(QStringLiteral("forceId"));
    m_id->setAccessibleName(tr("ID"));
    m_id->setPlaceholderText(tr("an ID"));
    m_group->setObjectName(QStringLiteral("forceGroup"));
    m_group->setAccessibleName(tr("Group"));
    if (m_spec.table == SpecTable::FeatureGates) {
        m_group->addItem(tr("On"), QStringLiteral("pass"));
        m_group->addItem(tr("Off"), QStringLiteral("fail"));
    }
    const QList<GroupSize> groups = groupSizes(*m_project, m_spec);
    for (const GroupSize &group : groups)
        m_group->addItem(ruleNameIn(m_spec, group.ruleId), group.ruleId);
    auto *force = new ActionButton(tr("Force"));
    force->setObjectName(QStringLiteral("forceButton"));
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->setSpacing(theme.scaled(8));
    row->addWidget(m_idType);
    row->addWidget(m_id, 1);
    row->addWidget(new TextLabel(tr("into"), Theme::Font::Body, Theme::Color::TextMuted));
    row->addWidget(m_group);
    row->addWidget(force);
    row->addStretch(1);
    connect(m_idType, &QComboBox::currentTextChanged, this, &ForceEditor::offerUser);
    connect(m_id, &QLineEdit::returnPressed, this, &ForceEditor::force);
    connect(force, &QAbstractButton::clicked, this, &ForceEditor::force);
    offerUser();
    return line;
}

/// The ID of the user in the composer, unless it is forced already.
void ForceEditor::offerUser()
{
    const QString id = idOf(m_user, m_idType->currentText());
    const QList<ForcedId> forced = forcedIds(*m_project, m_spec);
    const bool isForced = std::ranges::any_of(forced, [&](const ForcedId &each) { return each.id == id; });
    m_id->setText(isForced ? QString() : id);
}

void ForceEditor::force()
{
    if (m_id->text().trimmed().isEmpty())
        return m_id->setFocus();
    Q_EMIT editRequested(ForceIntoGroup {
        m_entity, m_idType->currentText(), m_id->text().trimmed(), m_group->currentData().toString()});
}

} // namespace Gatescope
