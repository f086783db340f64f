// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "composer.h"

#include "personarow.h"
#include "userform.h"
#include "userimport.h"
#include "userjson.h"
#include "userlinter.h"

#include <ui/presenter/presenter.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/plaintooltip.h>
#include <ui/widgets/segmented.h>
#include <ui/widgets/textlabel.h>
#include <ui/workspace.h>

#include <QAction>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Gatescope {

namespace {

/// Margins at 100 %, kept in proportion to the text.
void keepMargins(QHBoxLayout *layout, const QMargins &margins)
{
    const auto apply = [layout, margins] {
        const Theme &theme = Theme::instance();
        layout->setContentsMargins(theme.scaled(margins.left()), theme.scaled(margins.top()),
            theme.scaled(margins.right()), theme.scaled(margins.bottom()));
        layout->setSpacing(theme.scaled(2));
    };
    apply();
    QObject::connect(&Theme::instance(), &Theme::changed, layout, apply);
}

} // namespace

Composer::Composer(Workspace &workspace, QWidget *parent)
    : Panel(Theme::Color::Background, {}, parent)
    , m_workspace(workspace)
    , m_message(new InlineBar(InlineBar::Kind::Error, InlineBar::Density::Compact))
    , m_jsonError(new InlineBar(InlineBar::Kind::Warning, InlineBar::Density::Compact))
    , m_stack(new QStackedWidget)
{
    setObjectName(QStringLiteral("composer"));
    setAccessibleName(tr("User"));
    setAcceptDrops(true);
    m_document.restore(workspace.user(), workspace.personaId());
    m_form = new UserForm(m_document);
    m_stack->addWidget(m_form);
    m_message->setClosable(true);
    m_message->hide();
    m_jsonError->hide();
    connect(
        m_jsonError->addLink(tr("Show the JSON")), &QPushButton::clicked, this, [this] { showView(Json); });
    makeUndoActions();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTitle());
    column->addWidget(makePersonaRow());
    makeUserActions();
    column->addWidget(makeViewRow());
    column->addWidget(m_message);
    column->addWidget(m_jsonError);
    column->addWidget(m_stack, 1);

    connect(&m_document, &UserDocument::userChanged, this,
        [this] { m_workspace.compose(m_document.user(), m_document.personaId()); });
    connect(&workspace, &Workspace::userChanged, this, &Composer::takeWorkspaceUser);
    if (workspace.drafts()) {
        connect(workspace.drafts(), &DraftStore::failed, m_message, [this](const Error &error) {
            m_message->setError(error);
            m_message->show();
        });
    }
    connect(&workspace, &Workspace::personaChanged, this, &Composer::takeWorkspaceUser);
    connect(m_form, &UserForm::jsonRequested, this, [this] { showView(Json); });
    m_linter = new UserLinter(workspace, m_document, this); // after the form, which shows the user first
    const auto showFindings = [this] { m_form->setFindings(m_linter->findings()); };
    connect(m_linter, &UserLinter::findingsChanged, m_form, showFindings);
    connect(m_form, &UserForm::findingsChanged, this, &Composer::showWarnings);
    connect(m_form, &UserForm::mendRequested, this, &Composer::mend);
    connect(m_form, &UserForm::dismissed, m_linter, &UserLinter::dismissPrivacy);
    connect(m_form, &UserForm::entityRequested, this, &Composer::entityRequested);
    showFindings();
    const auto showTier = [this] { m_form->setConnectionTier(m_workspace.connection().tier); };
    connect(&workspace, &Workspace::connectionChanged, this, showTier);
    showTier();
    showWarnings();
}

QWidget *Composer::makeTitle()
{
    auto *title = new QWidget;
    auto *row = new QHBoxLayout(title);
    keepMargins(row, {12, 8, 6, 4});
    row->addWidget(new TextLabel(tr("User"), Theme::Font::Title), 1);
    const auto addButton = [row](Theme::Icon icon, QAction *action, const QString &nothing) {
        auto *button = new ActionButton(icon, action->text());
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
        const auto follow = [button, action, nothing] {
            button->setDisabledReason({});
            button->setToolTip(plainToolTip(action->text()));
            button->setDisabledReason(action->isEnabled() ? QString() : nothing);
        };
        follow();
        connect(action, &QAction::changed, button, follow);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        row->addWidget(button);
    };
    addButton(Theme::Icon::Undo, m_undo, tr("The user was not changed yet."));
    addButton(Theme::Icon::Redo, m_redo, tr("There is no change to redo."));
    auto *more = new ActionButton(Theme::Icon::More, tr("More for the user"));
    more->setObjectName(QStringLiteral("moreButton"));
    connect(more, &QPushButton::clicked, this, [this, more] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (QAction *action : std::as_const(m_actions))
            action ? menu->addAction(action) : void(menu->addSeparator());
        menu->popup(more->mapToGlobal(QPoint(0, more->height())));
    });
    row->addWidget(more);
    return title;
}

QWidget *Composer::makePersonaRow()
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    keepMargins(row, {12, 0, 12, 8});
    m_persona = new PersonaRow(m_workspace, m_document);
    row->addWidget(m_persona);
    connect(m_persona, &PersonaRow::chooseRequested, this, &Composer::choosePersonaRequested);
    connect(m_persona, &PersonaRow::namingRequested, this, &Composer::namingRequested);
    connect(m_persona, &PersonaRow::manageRequested, this, &Composer::manageRequested);
    connect(m_persona, &PersonaRow::personaUsed, this, &Composer::showReplaced);
    return line;
}

QWidget *Composer::makeViewRow()
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    keepMargins(row, {12, 0, 12, 8});
    m_view = new Segmented(tr("View of the user"));
    m_view->addSegment(tr("Form"));
    m_view->addSegment(tr("JSON"));
    connect(m_view, &Segmented::chosen, this, [this](int index) { showView(View(index)); });
    m_warningMark = new ActionButton(QString(), ActionButton::Look::Flat);
    m_warningMark->setObjectName(QStringLiteral("warningMark"));
    m_warningMark->setSmall(true);
    m_warningMark->hide();
    m_warningMark->setToolTip(plainToolTip(tr("Go to the next one (F8)")));
    connect(m_warningMark, &QPushButton::clicked, this, [this] { showNextWarning(1); });
    row->addWidget(m_view);
    row->addStretch(1);
    row->addWidget(m_warningMark);
    return line;
}

QAction *Composer::makeAction(const QString &text, Theme::Icon icon, void (Composer::*slot)())
{
    auto *action = new QAction(Theme::instance().icon(icon), text, this);
    connect(action, &QAction::triggered, this, slot);
    m_actions << action;
    return action;
}

void Composer::makeUndoActions()
{
    m_undo = m_document.undoStack().createUndoAction(this, tr("Undo"));
    m_undo->setObjectName(QStringLiteral("undo"));
    m_undo->setShortcuts(QKeySequence::Undo);
    m_undo->setWhatsThis(tr("Undo"));
    m_redo = m_document.undoStack().createRedoAction(this, tr("Redo"));
    m_redo->setObjectName(QStringLiteral("redo"));
    m_redo->setShortcuts(QKeySequence::Redo);
    m_redo->setWhatsThis(tr("Redo"));
    // Text edits take these keys before; what is left is ours, wherever the focus is in the window.
    addActions({m_undo, m_redo});
}

void Composer::makeUserActions()
{
    m_actions << m_persona->personaActions() << nullptr;
    makeAction(tr("Clear the user"), Theme::Icon::Clear, &Composer::clear);
    makeAction(tr("Copy as JSON"), Theme::Icon::Copy, &Composer::copy)
        ->setObjectName(QStringLiteral("copyUserAction"));
    makeAction(tr("Paste a user"), Theme::Icon::Paste, &Composer::paste)
        ->setObjectName(QStringLiteral("pasteUserAction"));
    makeAction(tr("Open a JSON file…"), Theme::Icon::OpenFile, &Composer::chooseFile);
}

QList<QAction *> Composer::userActions() const
{
    return m_actions;
}

void Composer::focusFirst()
{
    m_view->current() == Form ? m_form->focusFirst() : json()->focusText();
}

void Composer::focusField(const QString &name)
{
    showView(Form);
    m_form->focusField(name);
}

void Composer::useUser(const StatsigUser &user, const QString &what)
{
    m_document.use(user, {}, what); // another user, which Save must not put into the persona
    showReplaced();
}

void Composer::showReplaced()
{
    m_message->hide();
    if (hasJsonError())
        m_json->discard();
}

void Composer::choosePersona(const QWidget *place)
{
    m_persona->choose(place);
}

void Composer::clear()
{
    useUser({}, tr("Clear the user"));
}

void Composer::copy()
{
    copyText(m_document.user().toIndentedJson());
}

void Composer::paste()
{
    const QMimeData *mime = QGuiApplication::clipboard()->mimeData();
    if (mime == nullptr || !mayHoldUser(*mime)) {
        take(failure(ErrorCode::BadInput, tr("The clipboard holds no text. Copy a user as JSON first.")), {});
        return;
    }
    take(userFromMime(*mime), tr("Paste a user"));
}

void Composer::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a user"), QString(), tr("JSON (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &Composer::openFile);
    dialog->open();
}

void Composer::openFile(const QString &fileName)
{
    take(userFromFile(fileName), tr("Open a file"));
}

void Composer::take(const Result<StatsigUser> &user, const QString &what)
{
    const bool isNobody =
        user && Presenter::instance().disguise().hasPseudonyms(QString::fromUtf8(user->toJson()));
    if (user && !isNobody) {
        useUser(*user, what);
        return;
    }
    m_message->setError(!isNobody
            ? user.error()
            : Error {ErrorCode::BadInput,
                  tr("This user has pseudonyms of presenter mode in place of values, which "
                     "no server knows. Leave presenter mode, and copy the user again."),
                  {}});
    m_message->show();
}

void Composer::dragEnterEvent(QDragEnterEvent *event)
{
    if (mayHoldUser(*event->mimeData()))
        event->acceptProposedAction();
}

void Composer::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    take(userFromMime(*event->mimeData()), tr("Drop a user"));
}

void Composer::showView(View view)
{
    m_view->setCurrent(view);
    m_stack->setCurrentWidget(view == Json ? static_cast<QWidget *>(json()) : m_form);
    showJsonError();
    if (view == Json)
        m_json->focusText();
}

UserJson *Composer::json()
{
    if (m_json == nullptr) {
        m_json = new UserJson(m_document);
        m_stack->addWidget(m_json);
        connect(m_json, &UserJson::errorChanged, this, &Composer::showJsonError);
    }
    return m_json;
}

bool Composer::hasJsonError() const
{
    return m_json != nullptr && m_json->error().has_value();
}

void Composer::showJsonError()
{
    const bool onForm = m_stack->currentWidget() == m_form;
    if (hasJsonError())
        m_jsonError->setText(
            tr("The JSON is not valid; this is the last valid user. Editing here replaces it."));
    m_jsonError->setVisible(hasJsonError() && onForm);
    showWarnings();
}

void Composer::showWarnings()
{
    const int count = m_form->count(LintFinding::Severity::Warning) + (hasJsonError() ? 1 : 0);
    const int hints = m_form->count(LintFinding::Severity::Hint);
    if (count > 0) {
        m_warningMark->setText(count == 1 ? tr("1 warning") : tr("%1 warnings").arg(count));
        m_warningMark->setThemeIcon(Theme::Icon::Warning, Theme::Color::Warning);
        m_warningMark->setInk(Theme::Color::Warning);
    } else {
        m_warningMark->setText(hints == 1 ? tr("1 hint") : tr("%1 hints").arg(hints));
        m_warningMark->setThemeIcon(Theme::Icon::Info, Theme::Color::TextMuted);
        m_warningMark->setInk(Theme::Color::TextMuted);
    }
    m_warningMark->setVisible(count + hints > 0);
    if (count != m_warningCount) {
        m_warningCount = count;
        Q_EMIT warningCountChanged(count);
    }
}

void Composer::showNextWarning(int step)
{
    if (hasJsonError()) {
        showView(Json);
        return;
    }
    showView(Form);
    m_form->showNext(m_warningCount > 0 ? LintFinding::Severity::Warning : LintFinding::Severity::Hint, step);
}

/// What was found of another user must not change this one; what is found of this one comes in a moment.
void Composer::mend(const LintFinding &finding)
{
    m_document.endTyping();
    if (m_linter->isCurrent())
        m_form->mend(finding);
}

void Composer::takeWorkspaceUser()
{
    if (m_workspace.user() == m_document.user() && m_workspace.personaId() == m_document.personaId())
        return;
    if (m_workspace.isRestoringPersona())
        return m_document.restore(m_workspace.user(), m_workspace.personaId());
    // The top bar set the tier, or a page a whole user; a step that can be undone like those made here.
    m_document.endTyping();
    m_document.use(m_workspace.user(), m_workspace.personaId(), tr("Change the user"));
}

} // namespace Gatescope
