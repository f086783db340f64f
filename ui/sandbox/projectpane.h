// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/entitydetails.h>

#include <QWidget>

class QStackedWidget;

namespace Gatescope {

class ActionButton;
class EntityEditor;
class IdLists;
class InlineBar;
class SpecsList;
class SpecsLoader;
class SpecsWorker;
class StatusText;
class Workbench;
class Workspace;

/// The project that the sandbox serves, to be changed: what clients get at their next sync.
class ProjectPane : public QWidget
{
    Q_OBJECT
public:
    explicit ProjectPane(Workspace &workspace, QWidget *parent = nullptr);

    void focusFilter();
    bool leaveFilter();
    /// Shows an entity; false if the project lacks it.
    bool select(const EntityRef &entity);

protected:
    /// Undo and redo belong to the project while the focus is in it, unless a field takes the keys.
    bool event(QEvent *event) override;

private:
    QWidget *makeBar();
    void makeTakenUp();
    QWidget *makeLoadButton();
    void addUndoActions();
    void connectParts();
    void refresh();
    void showEntity();
    void loadFile();
    void loadSample();
    void loadConnection();
    void take(const Result<ProjectPtr> &project);
    void save();
    void showError(const Error &error);

    Workspace &m_workspace;
    Workbench &m_workbench;
    SpecsWorker *m_worker;
    SpecsLoader *m_loader;
    QString m_loadingName;
    std::shared_ptr<const IdLists> m_loadingLists;
    ProjectPtr m_shown; ///< indexed, or being indexed
    std::optional<SpecsPlace> m_place;
    StatusText *m_state;
    ActionButton *m_undo;
    ActionButton *m_redo;
    ActionButton *m_load;
    ActionButton *m_save;
    InlineBar *m_error;
    InlineBar *m_takenUp; ///< changes of the last run are back
    SpecsList *m_list;
    EntityEditor *m_editor;
    QStackedWidget *m_stack; ///< a hint, or the editor
};

} // namespace Gatescope
