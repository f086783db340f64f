// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "eventuserfield.h"

#include <ui/personas/personabook.h>
#include <ui/theme/theme.h>
#include <ui/widgets/codeview.h>
#include <ui/widgets/inlinebar.h>

#include <QComboBox>
#include <QVBoxLayout>

#include <algorithm>

namespace Gatescope {

namespace {

/// What an entry of the list stands for beside personas, which are there by their ids.
enum UserChoice { ComposerChoice = -3, OwnChoice = -2, CopyChoice = -1 };

constexpr qsizetype mostOffered = 50;

} // namespace

EventUserField::EventUserField(const PersonaBook &personas, QWidget *parent)
    : QWidget(parent)
    , m_personas(personas)
    , m_choice(new QComboBox)
    , m_json(new CodeText)
    , m_error(new InlineBar(InlineBar::Kind::Warning, InlineBar::Density::Compact))
{
    m_choice->setObjectName(QStringLiteral("userComboBox"));
    m_choice->setAccessibleName(tr("User"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(12);
    m_json->setObjectName(QStringLiteral("userJsonEdit"));
    m_json->setAccessibleName(tr("The event's own user as JSON"));
    m_json->setTabChangesFocus(true);
    m_json->setMinimumHeight(Theme::instance().scaled(140));
    m_json->setEditable();
    m_error->hide();
    setFocusProxy(m_choice);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::instance().scaled(4));
    layout->addWidget(m_choice);
    layout->addWidget(m_json);
    layout->addWidget(m_error);

    connect(m_choice, &QComboBox::activated, this, &EventUserField::choose);
    connect(m_json, &CodeText::textChanged, this, &EventUserField::takeJson);
    connect(&personas, &PersonaBook::changed, this, &EventUserField::fillChoices);
    fillChoices();
    showJson();
}

QString EventUserField::textOf(const StatsigUser &user, const PersonaBook &personas)
{
    const QString name = personas.nameOf(user);
    return name.isEmpty() ? tr("user without ID") : name;
}

void EventUserField::setUser(const std::optional<StatsigUser> &user, const StatsigUser &composerUser)
{
    const bool sameUser = user == m_user;
    m_user = user;
    m_composerUser = composerUser;
    fillChoices();
    if (!sameUser)
        showJson();
}

void EventUserField::startEditing()
{
    if (!m_user) {
        change(m_composerUser);
        showJson();
    }
    m_json->setFocus();
}

void EventUserField::fillChoices()
{
    const QSignalBlocker blocker(m_choice);
    m_choice->clear();
    m_choice->addItem(tr("The composer's user: %1").arg(textOf(m_composerUser, m_personas)), ComposerChoice);
    if (m_user) {
        m_choice->addItem(tr("Own user: %1").arg(textOf(*m_user, m_personas)), OwnChoice);
        m_choice->setCurrentIndex(1);
    }
    m_choice->insertSeparator(m_choice->count());
    m_choice->addItem(tr("A copy of the composer's user, to edit"), CopyChoice);
    for (const Persona &persona : m_personas.personas().mid(0, mostOffered))
        m_choice->addItem(persona.name, persona.id);
}

void EventUserField::choose(int index)
{
    const QVariant choice = m_choice->itemData(index);
    if (choice.typeId() == QMetaType::QString) {
        if (const Persona *persona = m_personas.find(choice.toString()))
            change(StatsigUser(persona->user));
    } else if (choice.toInt() == OwnChoice) {
        return;
    } else {
        change(choice.toInt() == CopyChoice ? std::optional(m_composerUser) : std::nullopt);
    }
    showJson();
}

void EventUserField::takeJson()
{
    const Result<StatsigUser> user = StatsigUser::fromJson(m_json->toPlainText().toUtf8());
    m_error->setVisible(!user);
    if (user)
        change(*user);
    else
        m_error->setText(tr("The last valid user stays in force. %1").arg(user.error().message));
}

void EventUserField::change(const std::optional<StatsigUser> &user)
{
    if (user == m_user)
        return;
    m_user = user;
    fillChoices();
    Q_EMIT edited();
}

void EventUserField::showJson()
{
    const QSignalBlocker blocker(m_json);
    m_json->setVisible(m_user.has_value());
    m_json->setPlainText(m_user ? QString::fromUtf8(m_user->toIndentedJson()) : QString());
    m_error->hide();
}

} // namespace Gatescope
