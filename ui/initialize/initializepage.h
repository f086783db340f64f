// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "initializework.h"

#include <models/ports/statsigapi.h>
#include <ui/page.h>

#include <QPointer>

class QComboBox;
class QModelIndex;
class QStackedWidget;

namespace Gatescope {

class ActionButton;
class DetailSplitter;
class ErrorBar;
class InitializeDetail;
class InitializeFilterBar;
class InitializeModel;
class InitializeTable;
class InlineBar;
class JsonTreePane;
class PageHeader;
class TableExportButton;
class UnknownNamesBar;
class Workspace;

/// One user's whole answer: every gate, config, experiment, layer and parameter store of an initialize call.
class InitializePage : public Page
{
    Q_OBJECT
public:
    explicit InitializePage(Workspace &workspace, QWidget *parent = nullptr);

    void runPrimaryAction() override;
    bool stop() override;
    void focusFilter() override;
    bool leaveFilter() override;

private:
    /// What was asked, for the words about the answer.
    struct Asked
    {
        QString userLabel;
        qint64 bytes = 0;
        bool isOld = false; ///< the user was changed since
    };
    struct Chosen
    {
        InitializeKind kind = InitializeKind::Gate;
        QString hash;
    };

    /// \name Building
    /// @{
    void makeHeader();
    QWidget *makeAnswer();
    QWidget *makeTablePane();
    QWidget *makeRaw();
    QWidget *makeEmpty();
    void connectWorkspace();
    /// @}

    /// \name Asking
    /// @{
    void explainCurrent();
    void checkCurrent();
    void initialize();
    void takeOutcome(const ApiOutcome &outcome);
    void takeResponse(const ApiResponse &response);
    void takeView(const InitializeViewPtr &view, const InitializeRows &rows, bool isFiltered);
    void takeFailure(const Error &error);
    void finishCall();
    void forgetAnswer();
    /// @}

    /// \name Showing
    /// @{
    void applyFilter();
    void readBody();
    void readAgain(); ///< the answer with the names of other specs
    void showHeader();
    void showOld();
    void showRaw(const QString &note);
    void showShownBar();
    void showDetail();
    void restoreSelection();
    void select(InitializeKind kind, const QString &name);
    InitializeFilter currentFilter() const;
    /// @}

    void takeNames(const Result<NameListPtr> &names);

    Workspace &m_workspace;
    InitializeWork m_work;
    QPointer<ApiCall> m_call;
    Asked m_asking;
    Asked m_asked;
    JsonDocumentPtr m_body;
    ProjectPtr m_project; ///< whose names were put back
    std::optional<Chosen> m_chosen;

    PageHeader *m_header;
    TableExportButton *m_export = nullptr;
    ActionButton *m_emptyRun = nullptr;
    QComboBox *m_hash;
    ErrorBar *m_error;
    InlineBar *m_note;
    InitializeFilterBar *m_filterBar;
    QStackedWidget *m_stack;
    QWidget *m_empty;
    QWidget *m_answer;
    JsonTreePane *m_raw;
    InitializeModel *m_model;
    InitializeTable *m_table;
    InlineBar *m_shownBar;
    UnknownNamesBar *m_unknownBar;
    DetailSplitter *m_splitter;
    InitializeDetail *m_detail;
};

} // namespace Gatescope
