// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "personaedits.h"

#include <ui/page.h>

class QMenu;
class QStackedLayout;

namespace Gatescope {

class ActionButton;
class FilterEdit;
class ImportPane;
class InlineBar;
class PageHeader;
class PersonaCells;
class PersonaDetail;
class PersonaExporter;
class PersonasModel;
class PersonaTableView;
class StatusText;
class Workspace;

/// All personas of the workspace: find, order, name, tag, annotate, duplicate, delete, import, export, and
/// where they are on disk. It has no place on the rail: the composer leads to it.
class PersonasPage : public Page
{
    Q_OBJECT
public:
    /// Only where the workspace has personas that can be saved.
    explicit PersonasPage(Workspace &workspace, QWidget *parent = nullptr);

    void runPrimaryAction() override; ///< imports what is shown, else uses the persona in the composer
    bool stop() override { return false; }
    void focusFilter() override;
    bool leaveFilter() override;
    bool wantsComposer() const override { return false; }
    void showSubject(const QVariant &subject) override; ///< the id of a persona
    void importFile(const QString &fileName);
    void importClipboard();

protected:
    bool event(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeHeader();
    QWidget *makeFilterBar();
    QWidget *makeEmpty();
    void makeActions();
    QAction *makeAction(const char *name, const QString &text, const QKeySequence &key, auto run);
    void makeRowActions();
    void connectParts();
    void connectTransfers();

    void refresh();
    void refreshChoice();
    void describe(const Persona &persona);
    void duplicate();
    void removeChosen();
    void moveChosen(int step);
    void undo();
    void showDone(const QString &text);
    void popUp(QMenu *menu, const QWidget *button);
    void openExportMenu();
    void openImportMenu();
    void chooseImportFile();
    bool isImporting() const;
    void showImport(bool shown);
    void refreshImport();
    void takeImport();
    QString fullReason(qsizetype count) const;
    void openFolderMenu();
    void chooseFolder();
    void showFolder() const;

    Workspace &m_workspace;
    PersonaStore &m_store;
    PersonaEdits m_edits;
    PersonasModel *m_model;
    PersonaCells *m_cells;
    PageHeader *m_header;
    ActionButton *m_importButton = nullptr;
    ActionButton *m_exportButton = nullptr;
    ActionButton *m_folder = nullptr;
    ActionButton *m_cancel = nullptr; ///< leaves the import
    InlineBar *m_error;
    InlineBar *m_done; ///< says what was deleted or imported, and takes it back
    FilterEdit *m_filter = nullptr;
    StatusText *m_shown = nullptr;
    ActionButton *m_clear = nullptr;
    PersonaTableView *m_table;
    PersonaDetail *m_detail;
    ImportPane *m_import;
    PersonaExporter *m_exporter;
    QStackedLayout *m_stack;
    ActionButton *m_emptyButton = nullptr;
    QList<QAction *> m_rowActions; ///< need a chosen persona
};

} // namespace Gatescope
