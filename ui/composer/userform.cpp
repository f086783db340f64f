// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "userform.h"

#include "attributesection.h"
#include "sampleusers.h"
#include "userdocument.h"
#include "userfield.h"

#include <models/statsig/userchecks.h>
#include <ui/theme/theme.h>
#include <ui/widgets/actionbutton.h>

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace Gatescope {

namespace {

QString fieldHint(UserField field)
{
    switch (field) {
    case UserField::UserId:
        return UserForm::tr("for example u_48213");
    case UserField::Email:
        return UserForm::tr("name@example.com");
    case UserField::Ip:
        return UserForm::tr("203.0.113.24");
    case UserField::UserAgent:
        return UserForm::tr("Paste, or pick a device");
    case UserField::Country:
        return UserForm::tr("Two letters: DE");
    case UserField::Locale:
        return UserForm::tr("de-DE");
    case UserField::AppVersion:
        return UserForm::tr("4.12.0");
    }
    Q_UNREACHABLE();
}

/// Members of statsigEnvironment beside the tier.
qsizetype environmentOthers(const StatsigUser &user)
{
    const JsonMembers members = user.table(UserTable::StatsigEnvironment);
    return std::count_if(members.begin(), members.end(),
        [](const JsonMember &member) { return member.key != QLatin1String("tier"); });
}

} // namespace

UserForm::UserForm(UserDocument &document, QWidget *parent)
    : QScrollArea(parent)
    , m_document(document)
    , m_content(new QWidget)
    , m_layout(new QVBoxLayout(m_content))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setBackgroundRole(QPalette::Window);
    addFields();
    addEnvironment();
    addTables();
    addLinks();
    m_layout->addStretch(1);
    setWidget(m_content);
    connect(&document, &UserDocument::userChanged, this, &UserForm::showUser);
    applyTheme();
    connect(&Theme::instance(), &Theme::changed, this, &UserForm::applyTheme);
    showUser();
}

void UserForm::addFields()
{
    for (const UserField field : userFields) {
        auto *edit = new QLineEdit;
        edit->setPlaceholderText(fieldHint(field));
        useValueFont(edit);
        if (field == UserField::UserAgent)
            offerDevices(edit);
        m_fields[field] = new UserFieldRow(apiName(field), edit);
        m_layout->addWidget(m_fields[field]);
        connect(edit, &QLineEdit::textEdited, this,
            [this, field](const QString &text) { editField(field, text); });
        connect(edit, &QLineEdit::editingFinished, &m_document, &UserDocument::endTyping);
    }
}

void UserForm::offerDevices(QLineEdit *edit)
{
    QAction *pick =
        edit->addAction(Theme::instance().icon(Theme::Icon::ChevronDown), QLineEdit::TrailingPosition);
    pick->setText(tr("Pick a device"));
    pick->setToolTip(tr("Pick a device"));
    connect(pick, &QAction::triggered, this, [this, edit] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (const Device &device : devices()) {
            connect(menu->addAction(device.name), &QAction::triggered, this, [this, device] {
                m_document.endTyping();
                editField(UserField::UserAgent, device.userAgent);
            });
        }
        menu->popup(edit->mapToGlobal(QPoint(0, edit->height())));
    });
}

void UserForm::addEnvironment()
{
    m_tier = new QComboBox;
    m_tier->setEditable(true);
    m_tier->setInsertPolicy(QComboBox::NoInsert);
    m_tier->addItems(
        {QStringLiteral("production"), QStringLiteral("staging"), QStringLiteral("development")});
    m_tier->setCurrentIndex(-1);
    useValueFont(m_tier->lineEdit());
    m_environment = new UserFieldRow(tr("Environment"), m_tier);
    m_tier->setObjectName(QStringLiteral("environmentField"));
    m_tier->lineEdit()->setAccessibleName(tr("Environment"));
    m_layout->addWidget(m_environment);
    connect(m_tier->lineEdit(), &QLineEdit::textEdited, this, &UserForm::editTier);
    connect(m_tier->lineEdit(), &QLineEdit::editingFinished, &m_document, &UserDocument::endTyping);
    connect(m_tier, &QComboBox::textActivated, this, [this](const QString &tier) {
        m_document.endTyping();
        editTier(tier);
    });
    setConnectionTier({});
}

void UserForm::addTables()
{
    m_layout->addSpacing(4);
    addTable(UserTable::Custom);
    addTable(UserTable::PrivateAttributes)->setPrivate(tr("Used to decide, never sent with events."));
    addTable(UserTable::CustomIds)->setKeyTitle(tr("ID type"));
}

AttributeSection *UserForm::addTable(UserTable table)
{
    const auto types =
        table == UserTable::CustomIds ? AttributeSection::Types::Hidden : AttributeSection::Types::Shown;
    auto *section = new AttributeSection(apiName(table), types);
    m_tables[table] = section;
    m_layout->addWidget(section);
    connect(section, &AttributeSection::edited, this, [this, table, section] {
        StatsigUser user = m_document.user();
        user.setTable(table, section->members());
        m_document.edit(user, tr("Edit %1").arg(apiName(table)));
        showChecks();
    });
    connect(section, &AttributeSection::warningsChanged, this, &UserForm::warningsChanged);
    return section;
}

void UserForm::addLinks()
{
    m_others = new ActionButton(QString(), ActionButton::Look::Link);
    m_others->setObjectName(QStringLiteral("otherFieldsLink"));
    m_layout->addWidget(m_others);
    connect(m_others, &QPushButton::clicked, this, &UserForm::jsonRequested);
}

void UserForm::setConnectionTier(const QString &tier)
{
    m_tier->lineEdit()->setPlaceholderText(
        tier.isEmpty() ? tr("From the connection") : tr("%1 by default").arg(tier));
}

void UserForm::editField(UserField field, const QString &text)
{
    StatsigUser user = m_document.user();
    user.setText(field, text);
    m_document.edit(user, tr("Edit %1").arg(apiName(field)), apiName(field));
}

void UserForm::editTier(const QString &tier)
{
    StatsigUser user = m_document.user();
    user.setTier(tier);
    m_document.edit(user, tr("Edit the environment"), QStringLiteral("tier"));
}

void UserForm::showUser()
{
    const StatsigUser &user = m_document.user();
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field)
        showText(static_cast<QLineEdit *>(field.value()->editor()), user.text(field.key()));
    if (m_tier->currentText() != user.tier()) {
        m_tier->setCurrentIndex(m_tier->findText(user.tier()));
        m_tier->setEditText(user.tier());
    }
    for (auto table = m_tables.cbegin(); table != m_tables.cend(); ++table)
        table.value()->setMembers(user.table(table.key()));
    showOthers();
    showChecks();
}

void UserForm::showOthers()
{
    const StatsigUser &user = m_document.user();
    const int others = int(user.otherMembers().size() + environmentOthers(user));
    m_others->setText(
        others == 1 ? tr("1 other field, see JSON") : tr("%1 other fields, see JSON").arg(others));
    m_others->setVisible(others > 0);
}

void UserForm::showChecks()
{
    QMap<UserField, QString> messages;
    QString environment;
    for (const UserWarning &warning : checkUser(m_document.user())) {
        if (const auto *field = std::get_if<UserField>(&warning.subject))
            messages[*field] = warning.message;
        else if (std::get<UserTable>(warning.subject) == UserTable::StatsigEnvironment)
            environment = warning.message;
    }
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field)
        field.value()->setWarning(messages.value(field.key()));
    m_environment->setWarning(environment);
    Q_EMIT warningsChanged();
}

int UserForm::warningCount() const
{
    int count = m_environment->hasWarning();
    for (const UserFieldRow *row : m_fields)
        count += row->hasWarning();
    for (const AttributeSection *section : m_tables)
        count += section->warningCount();
    return count;
}

void UserForm::showFirstWarning()
{
    QList<UserFieldRow *> rows = m_fields.values();
    rows << m_environment;
    for (UserFieldRow *row : std::as_const(rows)) {
        if (row->hasWarning()) {
            row->editor()->setFocus(Qt::OtherFocusReason);
            ensureWidgetVisible(row);
            return;
        }
    }
    for (AttributeSection *section : std::as_const(m_tables)) {
        if (section->warningCount() > 0) {
            section->showFirstWarning();
            ensureWidgetVisible(section);
            return;
        }
    }
}

void UserForm::focusFirst()
{
    m_fields[UserField::UserId]->editor()->setFocus(Qt::ShortcutFocusReason);
}

void UserForm::applyTheme()
{
    const Theme &theme = Theme::instance();
    m_layout->setContentsMargins(theme.scaled(12), theme.scaled(4), theme.scaled(12), theme.scaled(12));
    m_layout->setSpacing(theme.scaled(4));
    QList<UserFieldRow *> rows = m_fields.values();
    rows << m_environment;
    int width = 0;
    for (const UserFieldRow *row : std::as_const(rows))
        width = qMax(width, row->labelWidthHint());
    for (UserFieldRow *row : std::as_const(rows))
        row->setLabelWidth(width);
}

} // namespace Gatescope
