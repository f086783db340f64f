// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "specshistory.h"

#include <models/items/entitydetails.h>
#include <models/items/specsindex.h>
#include <models/items/checkanswer.h>
#include <ui/page.h>

#include <QDateTime>

class QSplitter;
class QStackedWidget;

namespace Gatescope {

class ActionButton;
class EmptyState;
class EntityUserWork;
class EntityView;
class ErrorBar;
class InlineBar;
class JsonTreePane;
class PageHeader;
class SpecsList;
class SpecsWorker;
class Workspace;

/// The project's specs: all entities and parameter stores by kind, one of them in words.
class SpecsPage : public Page
{
    Q_OBJECT
public:
    explicit SpecsPage(Workspace &workspace, QWidget *parent = nullptr);

    void runPrimaryAction() override;
    bool stop() override;
    void focusFilter() override;
    bool leaveFilter() override;
    bool wantsComposer() const override { return false; }
    /// An EntityRef or a StoreRef; waits for the specs if they are under way.
    void showSubject(const QVariant &subject) override;

private:
    void makeHeader();
    QWidget *makeContent();
    QWidget *makeWhole();
    EmptyState *makeEmpty();
    void addActions();
    void connectParts();

    void refresh();
    void showHeader();
    void showError();
    void showWarnings();
    void takeIndex(const SpecsIndexPtr &index);
    void takeEntity(const EntityDetailsPtr &details);
    void visit(const SpecsPlace &place); ///< and remembers the way
    bool open(const SpecsPlace &place);
    void openFirst();
    void goBack();
    void goForward();
    void showWhole();
    void openFile();
    void showSnapshots();
    void check(const EntityRef &ref);
    void explain(const EntityRef &ref);
    CheckItem itemOf(const EntityRef &ref) const;
    void updateNavigation();

    Workspace &m_workspace;
    SpecsWorker *m_worker;
    EntityUserWork *m_userWork;
    PageHeader *m_header;
    ActionButton *m_back;
    ActionButton *m_forward;
    ActionButton *m_snapshots;
    ErrorBar *m_error;
    InlineBar *m_warnings;
    QStackedWidget *m_stack; ///< empty state or the specs
    EmptyState *m_empty;
    ActionButton *m_emptyDownload;
    QSplitter *m_splitter;
    SpecsList *m_list;
    QStackedWidget *m_right; ///< entity or the whole payload
    EntityView *m_entity;
    JsonTreePane *m_whole;
    SpecsHistory m_history;
    std::optional<SpecsPlace> m_current;
    std::optional<SpecsPlace> m_wanted; ///< asked for before its specs were there
    ProjectPtr m_project; ///< shown, or being indexed
    bool m_wasLoading = false;
    QDateTime m_loadedUtc;
    std::optional<QDateTime> m_unchangedSince; ///< the last download brought nothing new
};

} // namespace Gatescope
