// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "eventuserfield.h"

#include <ui/sampleusers.h>
#include <ui/theme/theme.h>
#include <ui/widgets/codeview.h>
#include <ui/widgets/inlinebar.h>

#include <QComboBox>
#include <QVBoxLayout>

#include <algorithm>

namespace Gatescope {

namespace {

/// What an entry of the list stands for; 0 and up are sample users.
enum UserChoice { ComposerChoice = -3, OwnChoice = -2, CopyChoice = -1 };

const QList<SampleUser> &knownUsers()
{
    const QList<SampleUser> &users = sampleUsers();
    return users;
}

} // namespace

EventUserField::EventUserField(QWidget *parent)
    : QWidget(parent)
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
    fillChoices();
    showJson();
}

QString EventUserField::textOf(const StatsigUser &user)
{
    const QString name = nameOf(user);
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
    m_choice->addItem(tr("The composer's user: %1").arg(textOf(m_composerUser)), ComposerChoice);
    if (m_user) {
        m_choice->addItem(tr("Own user: %1").arg(textOf(*m_user)), OwnChoice);
        m_choice->setCurrentIndex(1);
    }
    m_choice->insertSeparator(m_choice->count());
    m_choice->addItem(tr("A copy of the composer's user, to edit"), CopyChoice);
    const auto &samples = knownUsers();
    for (int i = 0; i < samples.size(); ++i)
        m_choice->addItem(samples.at(i).name, i);
}

void EventUserField::choose(int index)
{
    const int choice = m_choice->itemData(index).toInt();
    if (choice == OwnChoice)
        return;
    if (choice == ComposerChoice)
        change(std::nullopt);
    else
        change(choice == CopyChoice ? m_composerUser : knownUsers().at(choice).user);
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
