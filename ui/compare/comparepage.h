// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "comparesubject.h"
#include "comparework.h"

#include <models/items/specsplace.h>
#include <models/ports/statsigapi.h>
#include <ui/page.h>

#include <QPointer>

class QModelIndex;
class QSplitter;
class QStackedWidget;

namespace Gatescope {

class ActionButton;
class CompareCells;
class CompareCounts;
class CompareExport;
class CompareFilterBar;
class ComparisonModel;
class DataView;
class EmptyState;
class ErrorBar;
class ImpactPane;
class InlineBar;
class PageHeader;
class Panel;
class SourceChoice;
class StatusText;
class Workspace;
struct ComparisonReport;

/// Two initialize answers, or two specs, side by side: what is different, how the users differ, and for specs
/// which users a change reaches.
class ComparePage : public Page
{
    Q_OBJECT
public:
    explicit ComparePage(Workspace &workspace, QWidget *parent = nullptr);

    void runPrimaryAction() override;
    bool stop() override;
    void focusFilter() override;
    bool leaveFilter() override;
    bool wantsComposer() const override { return false; }
    /// A CompareSubject: what to compare two of, or which two. Compares the likeliest two where nothing has
    /// to be asked.
    void showSubject(const QVariant &subject) override;
    /// Puts a file on a side and compares if both sides are there.
    void chooseFile(bool left, const QString &fileName);
    /// A JSONL file of users for the impact.
    void useUsers(const QString &fileName);

protected:
    void showEvent(QShowEvent *event) override;

private:
    /// \name Building
    /// @{
    void makeHeader();
    void makeExport();
    EmptyState *makeEmpty();
    QWidget *makeAnswer();
    void makeTable();
    QWidget *makeSelectedBar();
    void connectParts();
    /// @}

    /// \name Comparing
    /// @{
    bool setType(ComparedType type); ///< true if it was another
    void showPair(const ExchangePtr &left, const ExchangePtr &right);
    void refreshSources();
    void chooseDefaults();
    void compareIfReady();
    void takeNames();
    bool askNext();
    QString askRefusal(const SourceChoice *side) const; ///< empty: it may be asked, or need not
    void takeAnswer(SourceChoice *side, const ApiOutcome &outcome);
    void startWork();
    void teachPresenter() const;
    void startWorkWithHistory(const ImpactHistory &history);
    void takeOutcome(const CompareOutcomePtr &outcome);
    void takeRows(const ComparisonRows &rows);
    void takeFailure(const Error &error);
    void finish();
    CompareOrder order() const;
    /// @}

    /// \name Showing
    /// @{
    void showHeader();
    QString sideName(bool left) const; ///< of what is shown
    void showShownBar();
    void showSelected();
    void unfold();
    void moveToDifference(int step);
    void explain(bool left);
    QString whyRefusal(bool left) const;
    void showRules();
    std::optional<SpecsPlace> specsPlace() const; ///< of the selected row, in the specs at hand
    std::optional<StatsigUser> userOn(bool left) const;
    ComparisonReport report() const;
    void swapSides();
    void wantFile(SourceChoice *side);
    void wantUsers();
    void saveAs(bool json);
    void setOld(bool old);
    /// @}

    Workspace &m_workspace;
    CompareWork m_work;
    ImpactHistoryReader m_historyReader;
    CompareOrder m_waitingOrder; ///< for the users of the history
    CompareExport *m_export;
    ComparedType m_type = ComparedType::Initialize;
    bool m_isOfExchanges = false; ///< two of that page are compared
    QPointer<ApiCall> m_call;
    CompareOutcomePtr m_outcome;
    CompareSource m_leftSource; ///< of the outcome
    CompareSource m_rightSource;
    ComparisonFilter m_orderedFilter; ///< of what is being compared
    QString m_usersFile;

    PageHeader *m_header;
    ActionButton *m_back;
    SourceChoice *m_left;
    SourceChoice *m_right;
    ActionButton *m_exportButton;
    ErrorBar *m_error;
    InlineBar *m_note;
    CompareCounts *m_counts;
    CompareFilterBar *m_filterBar;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QWidget *m_answer;
    QSplitter *m_splitter;
    ComparisonModel *m_model;
    CompareCells *m_cells;
    DataView *m_table;
    InlineBar *m_shownBar;
    ImpactPane *m_impact;
    StatusText *m_selected;
    ActionButton *m_rules;
    ActionButton *m_whyLeft;
    ActionButton *m_whyRight;
};

} // namespace Gatescope
