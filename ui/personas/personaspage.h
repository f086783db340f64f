// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "personaedits.h"

#include <ui/page.h>

class QStackedLayout;

namespace Gatescope {

class ActionButton;
class FilterEdit;
class InlineBar;
class PageHeader;
class PersonaCells;
class PersonaDetail;
class PersonasModel;
class PersonaTableView;
class StatusText;
class Workspace;

/// All personas of the workspace: find, order, name, tag, annotate, duplicate, delete, and where they are on
/// disk. It has no place on the rail: the composer leads to it.
class PersonasPage : public Page
{
    Q_OBJECT
public:
    /// Only where the workspace has personas that can be saved.
    explicit PersonasPage(Workspace &workspace, QWidget *parent = nullptr);

    void runPrimaryAction() override; ///< the current persona goes into the composer
    bool stop() override { return false; }
    void focusFilter() override;
    bool leaveFilter() override;
    bool wantsComposer() const override { return false; }
    void showSubject(const QVariant &subject) override; ///< the id of a persona

protected:
    bool event(QEvent *event) override;

private:
    void makeHeader();
    QWidget *makeFilterBar();
    QWidget *makeEmpty();
    void makeActions();
    QAction *makeAction(const char *name, const QString &text, const QKeySequence &key, auto run);
    void makeRowActions();
    void connectParts();

    void refresh();
    void refreshChoice();
    void describe(const Persona &persona);
    void duplicate();
    void removeChosen();
    void moveChosen(int step);
    void undo();
    void openFolderMenu();
    void chooseFolder();
    void showFolder() const;

    Workspace &m_workspace;
    PersonaStore &m_store;
    PersonaEdits m_edits;
    PersonasModel *m_model;
    PersonaCells *m_cells;
    PageHeader *m_header;
    ActionButton *m_folder = nullptr;
    InlineBar *m_error;
    InlineBar *m_removed; ///< says what was deleted, and takes it back
    FilterEdit *m_filter = nullptr;
    StatusText *m_shown = nullptr;
    ActionButton *m_clear = nullptr;
    PersonaTableView *m_table;
    PersonaDetail *m_detail;
    QStackedLayout *m_stack;
    ActionButton *m_emptyButton = nullptr;
    QList<QAction *> m_rowActions; ///< need a chosen persona
};

} // namespace Gatescope
