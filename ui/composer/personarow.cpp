// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "personarow.h"

#include "personacombo.h"
#include "userdocument.h"

#include <ui/personas/personabook.h>
#include <ui/personas/personapicker.h>
#include <ui/theme/theme.h>
#include <ui/widgets/actionbutton.h>
#include <ui/workspace.h>

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedLayout>

namespace Gatescope {

PersonaRow::PersonaRow(Workspace &workspace, UserDocument &document, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_document(document)
    , m_combo(new PersonaCombo)
    , m_name(new QLineEdit)
    , m_stack(new QStackedLayout)
    , m_saveButton(new ActionButton(tr("Save")))
{
    m_name->setObjectName(QStringLiteral("personaNameLineEdit"));
    m_name->setAccessibleName(tr("Name of the new persona"));
    m_name->setPlaceholderText(tr("Name, then Enter"));
    m_name->installEventFilter(this);
    m_saveButton->setObjectName(QStringLiteral("savePersonaButton"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(Theme::instance().scaled(8));
    row->addLayout(m_stack, 1);
    m_stack->addWidget(m_combo); // before the button, for the order of Tab
    m_stack->addWidget(m_name);
    row->addWidget(m_saveButton);
    makeActions();

    connect(m_combo, &PersonaCombo::openRequested, this, [this] { choose(nullptr); });
    connect(m_name, &QLineEdit::returnPressed, this, &PersonaRow::takeName);
    connect(m_name, &QLineEdit::textChanged, this, &PersonaRow::refresh);
    connect(m_saveButton, &QAbstractButton::clicked, this, &PersonaRow::save);
    connect(&workspace, &Workspace::personaChanged, this, &PersonaRow::refresh);
    connect(&workspace, &Workspace::userChanged, this, &PersonaRow::refresh);
    refresh();
}

QAction *PersonaRow::makeAction(const char *name, const QString &text, void (PersonaRow::*slot)())
{
    auto *action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    connect(action, &QAction::triggered, this, slot);
    m_actions << action;
    return action;
}

void PersonaRow::makeActions()
{
    QAction *choose = makeAction("choosePersonaAction", tr("Choose a persona"), &PersonaRow::chooseRequested);
    choose->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_P));
    choose->setIcon(Theme::instance().icon(Theme::Icon::User));
    m_save = makeAction("savePersonaAction", tr("Save the persona"), &PersonaRow::save);
    m_save->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_S));
    m_saveAs = makeAction("savePersonaAsAction", tr("Save as a new persona…"), &PersonaRow::startNaming);
    m_revert = makeAction("revertPersonaAction", tr("Revert to the saved persona"), &PersonaRow::revert);
    m_revert->setIcon(Theme::instance().icon(Theme::Icon::Undo));
    QAction *manage =
        makeAction("managePersonasAction", tr("Manage personas…"), &PersonaRow::manageRequested);
    manage->setEnabled(m_workspace.personas() != nullptr);
}

void PersonaRow::choose(const QWidget *place)
{
    if (!m_picker) {
        m_picker = new PersonaPicker(m_workspace.personaBook(), m_workspace.personas() != nullptr, window());
        connect(m_picker, &PersonaPicker::picked, this, &PersonaRow::use);
        connect(m_picker, &PersonaPicker::manageRequested, this, &PersonaRow::manageRequested);
    }
    if (isNaming())
        endNaming();
    m_picker->openAt(place ? place : m_combo, m_document.personaId());
}

void PersonaRow::use(const QString &id)
{
    const Persona *persona = m_workspace.personaBook().find(id);
    if (!persona)
        return;
    m_document.endTyping();
    m_document.use(StatsigUser(persona->user), id, tr("Use %1").arg(persona->name));
    Q_EMIT personaUsed();
}

/// What has no persona yet gets one.
void PersonaRow::save()
{
    if (isNaming())
        return takeName();
    const Persona *persona = m_workspace.persona();
    if (!persona)
        return startNaming();
    m_document.endTyping();
    Persona saved = *persona;
    saved.user = m_document.user();
    if (m_workspace.personas() && saved != *persona)
        m_workspace.personas()->save(saved);
}

void PersonaRow::startNaming()
{
    if (!m_workspace.personas())
        return;
    Q_EMIT namingRequested();
    const QString name = m_workspace.userName();
    m_before = QApplication::focusWidget();
    m_name->setText(m_workspace.persona() ? tr("Copy of %1").arg(name) : name);
    m_name->selectAll();
    m_stack->setCurrentWidget(m_name);
    m_name->setFocus(Qt::OtherFocusReason);
    refresh();
}

void PersonaRow::takeName()
{
    Persona made;
    made.name = m_name->text().trimmed();
    if (made.name.isEmpty() || !m_workspace.personas() || !m_workspace.personas()->hasRoomFor(1))
        return;
    if (const Persona *origin = m_workspace.persona())
        made.tags = origin->tags;
    m_document.endTyping();
    made.user = m_document.user();
    const QStringList ids = m_workspace.personas()->insert({made});
    endNaming();
    if (!ids.isEmpty())
        m_document.use(StatsigUser(made.user), ids.first(), tr("Save as %1").arg(made.name));
}

void PersonaRow::endNaming()
{
    const bool hadFocus = m_name->hasFocus();
    m_stack->setCurrentWidget(m_combo);
    if (hadFocus && m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
    else if (hadFocus)
        m_combo->setFocus(Qt::OtherFocusReason);
    refresh();
}

void PersonaRow::revert()
{
    if (const Persona *persona = m_workspace.persona()) {
        m_document.endTyping();
        m_document.use(
            StatsigUser(persona->user), m_document.personaId(), tr("Revert to %1").arg(persona->name));
    }
}

bool PersonaRow::isNaming() const
{
    return m_stack->currentWidget() == m_name;
}

bool PersonaRow::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched == m_name && isKey && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // before the window's shortcut
        if (event->type() == QEvent::KeyPress)
            endNaming();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void PersonaRow::refresh()
{
    const Persona *persona = m_workspace.persona();
    const bool isEdited = m_workspace.isPersonaEdited();
    m_combo->showPersona(persona ? persona->name : QString(), isEdited);
    QString reason;
    if (!m_workspace.personas())
        reason = tr("Personas cannot be saved here.");
    else if ((isNaming() || !persona) && !m_workspace.personas()->hasRoomFor(1))
        reason = tr("The workspace is full: it has %1 personas. Delete one first.")
                     .arg(m_workspace.personas()->personas().size());
    else if (isNaming())
        reason = m_name->text().trimmed().isEmpty() ? tr("Enter a name first.") : QString();
    else if (persona && !isEdited)
        reason = tr("The persona is as it was saved.");
    else if (!persona && m_document.user().isEmpty())
        reason = tr("There is nothing to save: the user is empty.");
    m_saveButton->setDisabledReason(reason);
    m_save->setEnabled(reason.isEmpty());
    m_saveAs->setEnabled(m_workspace.personas() != nullptr);
    m_revert->setEnabled(isEdited);
}

} // namespace Gatescope
