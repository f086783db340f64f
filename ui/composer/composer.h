// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "userdocument.h"

#include <models/evaluation/lint/finding.h>
#include <ui/widgets/panel.h>

class QAction;
class QStackedWidget;

namespace Gatescope {

class ActionButton;
class InlineBar;
class PersonaRow;
class Segmented;
class UserForm;
class UserJson;
class UserLinter;
class Workspace;

/// Where the user is composed that every page asks about: as a form or as JSON, two views of the Workspace's
/// user.
class Composer : public Panel
{
    Q_OBJECT
public:
    explicit Composer(Workspace &workspace, QWidget *parent = nullptr);

    /// \name For the window's Edit and User menus
    /// @{
    QAction *undoAction() const { return m_undo; }
    QAction *redoAction() const { return m_redo; }
    QList<QAction *> userActions() const; ///< of personas; null; clear, copy, paste, open
    /// @}

    int warningCount() const { return m_warningCount; }
    /// Goes to the next (1) or previous (−1) warning; to hints if there is no warning.
    void showNextWarning(int step);
    void focusFirst(); ///< Ctrl+U
    void focusField(const QString &name); ///< of the form: "country", "environment"
    /// Opens the list of personas beside a widget of the window; null: under the composer's own field.
    void choosePersona(const QWidget *place);
    /// Replaces the user in one undo step.
    void useUser(const StatsigUser &user, const QString &what);
    void openFile(const QString &fileName);
    void paste();

Q_SIGNALS:
    void warningCountChanged(int count);
    void choosePersonaRequested(); ///< from anywhere; the composer may be collapsed
    void namingRequested(); ///< a persona gets its name in the composer, which should be open
    void manageRequested(); ///< of the personas
    void entityRequested(const Gatescope::EntityRef &entity); ///< a link to it was followed

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    enum View { Form, Json };

    QWidget *makeTitle();
    QWidget *makePersonaRow();
    QWidget *makeViewRow();
    void makeUndoActions();
    void makeUserActions();
    QAction *makeAction(const QString &text, Theme::Icon icon, void (Composer::*slot)());
    void showReplaced();
    void clear();
    void copy();
    void chooseFile();
    void take(const Result<StatsigUser> &user, const QString &what);
    void showView(View view);
    UserJson *json();
    bool hasJsonError() const;
    void showWarnings();
    void showJsonError();
    void mend(const LintFinding &finding);
    void takeWorkspaceUser();

    Workspace &m_workspace;
    UserDocument m_document;
    UserLinter *m_linter = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    PersonaRow *m_persona = nullptr;
    QList<QAction *> m_actions;
    Segmented *m_view = nullptr;
    ActionButton *m_warningMark = nullptr;
    InlineBar *m_message; ///< what could not be taken
    InlineBar *m_jsonError; ///< over the form, while the JSON is invalid
    QStackedWidget *m_stack;
    UserForm *m_form;
    UserJson *m_json = nullptr; ///< made when it is first looked at
    int m_warningCount = 0;
};

} // namespace Gatescope
