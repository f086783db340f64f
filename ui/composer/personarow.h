// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QPointer>
#include <QWidget>

class QAction;
class QLineEdit;
class QStackedLayout;

namespace Gatescope {

class ActionButton;
class PersonaCombo;
class PersonaPicker;
class UserDocument;
class Workspace;

/// Whose user the composer holds: a list to choose another persona from, "edited" where it differs from the
/// saved one, Save. A new persona gets its name in the same place. UI thread.
class PersonaRow : public QWidget
{
    Q_OBJECT
public:
    PersonaRow(Workspace &workspace, UserDocument &document, QWidget *parent = nullptr);

    /// Choose, save, save as a new one, revert, manage: for menus.
    const QList<QAction *> &personaActions() const { return m_actions; }
    /// Opens the list beside a widget of the same window; null: under the row.
    void choose(const QWidget *place);

Q_SIGNALS:
    void chooseRequested(); ///< Ctrl+P, from anywhere
    void namingRequested(); ///< the row should be in sight
    void personaUsed(); ///< another persona's user is in the document
    void manageRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeActions();
    QAction *makeAction(const char *name, const QString &text, void (PersonaRow::*slot)());
    void use(const QString &id);
    void save();
    void startNaming();
    void takeName();
    void endNaming();
    void revert();
    bool isNaming() const;
    void refresh();

    Workspace &m_workspace;
    UserDocument &m_document;
    PersonaCombo *m_combo;
    QLineEdit *m_name;
    QStackedLayout *m_stack;
    ActionButton *m_saveButton;
    QPointer<PersonaPicker> m_picker;
    QList<QAction *> m_actions;
    QAction *m_save = nullptr;
    QAction *m_saveAs = nullptr;
    QAction *m_revert = nullptr;
    QPointer<QWidget> m_before; ///< had the focus before naming
};

} // namespace Gatescope
