// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "userform.h"

#include "attributesection.h"
#include "lintlist.h"
#include "userdocument.h"
#include "userfield.h"

#include <models/statsig/devices.h>
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

int lastRowOf(const JsonMembers &members, const QString &key)
{
    int row = int(members.size()) - 1;
    while (row >= 0 && members[row].key != key)
        --row;
    return row;
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
    });
    connect(section, &AttributeSection::findingsChanged, this, &UserForm::findingsChanged);
    follow(section);
    return section;
}

void UserForm::addLinks()
{
    m_others = new ActionButton(QString(), ActionButton::Look::Link);
    m_others->setObjectName(QStringLiteral("otherFieldsLink"));
    m_layout->addWidget(m_others);
    connect(m_others, &QPushButton::clicked, this, &UserForm::jsonRequested);
    m_othersLint = new LintList(m_others);
    m_layout->addWidget(m_othersLint);
    follow(m_othersLint);
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
}

void UserForm::showOthers()
{
    const StatsigUser &user = m_document.user();
    const int others = int(user.otherMembers().size() + environmentOthers(user));
    m_others->setText(
        others == 1 ? tr("1 other field, see JSON") : tr("%1 other fields, see JSON").arg(others));
    m_others->setVisible(others > 0);
}

template<class Widget>
void UserForm::follow(Widget *widget)
{
    connect(widget, &Widget::mendRequested, this, &UserForm::mendRequested);
    connect(widget, &Widget::dismissed, this, &UserForm::dismissed);
    connect(widget, &Widget::entityRequested, this, &UserForm::entityRequested);
}

void UserForm::setFindings(const LintFindings &findings)
{
    QMap<UserField, LintFindings> ofFields;
    QMap<UserTable, LintFindings> ofTables;
    LintFindings ofOthers;
    for (const LintFinding &finding : findings) {
        if (const auto *field = std::get_if<UserField>(&finding.subject.place))
            ofFields[*field] << finding;
        else if (const auto *table = std::get_if<UserTable>(&finding.subject.place))
            ofTables[*table] << finding;
        else
            ofOthers << finding;
    }
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field)
        showFieldFindings(field.value(), ofFields.value(field.key()));
    showFieldFindings(m_environment, ofTables.value(UserTable::StatsigEnvironment));
    for (auto table = m_tables.cbegin(); table != m_tables.cend(); ++table)
        table.value()->setFindings(ofTables.value(table.key()));
    m_othersLint->setFindings(ofOthers);
    m_stop = -1;
    Q_EMIT findingsChanged();
}

void UserForm::showFieldFindings(UserFieldRow *row, const LintFindings &findings)
{
    if (row->lint() == nullptr && findings.isEmpty())
        return;
    if (row->lint() == nullptr) {
        row->setLint(new LintList(row->editor()));
        follow(row->lint());
    }
    row->lint()->setFindings(findings);
    row->describe(findings);
}

void UserForm::mend(const LintFinding &finding)
{
    m_document.endTyping();
    m_document.edit(mended(m_document.user(), *finding.mend), finding.mend->label);
    focusMended(finding);
}

/// What was clicked is gone: the keyboard goes on at what was mended.
void UserForm::focusMended(LintFinding finding)
{
    if (!finding.mend->generatedId.isEmpty())
        finding.subject.row =
            lastRowOf(m_document.user().table(UserTable::CustomIds), finding.mend->generatedId);
    if (const auto *field = std::get_if<UserField>(&finding.subject.place))
        m_fields[*field]->editor()->setFocus(Qt::OtherFocusReason);
    else if (const auto *table = std::get_if<UserTable>(&finding.subject.place);
        table && m_tables.contains(*table))
        m_tables[*table]->showFinding(finding);
    else if (table)
        m_tier->setFocus(Qt::OtherFocusReason);
}

void UserForm::addStops(
    QList<Stop> &stops, LintList *list, const std::function<void(const LintFinding &)> &focus) const
{
    if (list == nullptr)
        return;
    for (const LintFinding &finding : list->findings())
        stops << Stop {finding.severity, [focus, finding] { focus(finding); }, list->barOf(finding)};
}

QList<UserForm::Stop> UserForm::stops() const
{
    QList<Stop> stops;
    const auto addRow = [this, &stops](const UserFieldRow *row) {
        addStops(stops, row->lint(),
            [row](const LintFinding &) { row->editor()->setFocus(Qt::OtherFocusReason); });
    };
    for (const UserFieldRow *row : m_fields)
        addRow(row);
    addRow(m_environment);
    for (AttributeSection *section : m_tables)
        addStops(
            stops, section->lint(), [section](const LintFinding &finding) { section->showFinding(finding); });
    addStops(stops, m_othersLint, [this](const LintFinding &) { m_others->setFocus(Qt::OtherFocusReason); });
    return stops;
}

int UserForm::count(LintFinding::Severity severity) const
{
    const QList<Stop> all = stops();
    return int(std::ranges::count(all, severity, &Stop::severity));
}

void UserForm::showNext(LintFinding::Severity severity, int step)
{
    QList<Stop> all = stops();
    all.removeIf([severity](const Stop &stop) { return stop.severity != severity; });
    if (all.isEmpty())
        return;
    const int count = int(all.size());
    m_stop = m_stop < 0 ? (step > 0 ? 0 : count - 1) : (m_stop + step + count) % count;
    const Stop &stop = all[m_stop];
    stop.focus();
    if (stop.bar != nullptr)
        ensureWidgetVisible(stop.bar);
}

void UserForm::focusFirst()
{
    m_fields[UserField::UserId]->editor()->setFocus(Qt::ShortcutFocusReason);
}

void UserForm::focusField(const QString &name)
{
    auto *field = m_content->findChild<QWidget *>(name + QLatin1String("Field"));
    if (field == nullptr)
        return;
    field->setFocus(Qt::ShortcutFocusReason);
    ensureWidgetVisible(field);
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
