// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/explain/explanation.h>
#include <models/statsig/useredit.h>
#include <ui/evidence/evidencefile.h>
#include <ui/witnesses/witnesswords.h>

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTabBar;

namespace Gatescope {

class ActionButton;
class BucketPane;
class CausesView;
class DataView;
class ExplanationWork;
class FlipPane;
class InlineBar;
class JsonTreePane;
class JsonTreeView;
class PageHeader;
class PhraseText;
class StatusText;
class TraceTree;
class VerdictExposures;
class VerdictTag;
class WitnessStrip;
class Workspace;
struct FlipFinding;

/// Why one user gets what one entity gives (design.md, "Why"): the sentence, both witnesses, the trace, the
/// bucket, and what would flip it.
class WhyView : public QWidget
{
    Q_OBJECT
public:
    explicit WhyView(Workspace &workspace, QWidget *parent = nullptr);

    /// A row that is shown the first time is explained anew; the same one again only where what it rests on
    /// changed.
    void setRow(const CheckRow &row, const CheckSurroundings &surroundings, const LocalWitnessPtr &witness);
    const CheckItem &item() const { return m_row.item; }
    void setBusy(const QString &text);
    void stop(); ///< what still searches in the background
    void focusTrace();
    /// What an opened evidence says of the same, shown until another row is; null: nothing.
    void setKept(const EvidencePtr &kept);
    /// What the button leads back to; empty: everything that is checked.
    void setBack(const QString &name);
    /// What the chosen row of the trace or of the exposures asked, if the specs have it.
    std::optional<CheckItem> currentAsked() const;

Q_SIGNALS:
    void backRequested();
    void checkRequested(const Gatescope::CheckItem &item);
    void stopRequested();
    void whyRequested(const Gatescope::CheckItem &item); ///< of something that was asked
    void rulesRequested(const Gatescope::EntityRef &ref);
    void remedyRequested(Gatescope::WitnessCause::Remedy remedy);
    void changeRequested(const Gatescope::UserEdits &edits); ///< of the user, to make both answer the same

private:
    struct Problem
    {
        std::optional<Error> error;
        MissingFact::Cause cause = MissingFact::Cause::Other; ///< only what can be chosen
        bool operator==(const Problem &) const = default;
    };

    QWidget *makeWhyPage();
    QWidget *makeEvidence();
    QWidget *makeHeadline();
    void makeHeader();
    void connectParts();

    void explain();
    void showUnexplained();
    void showProblem();
    void takeExplanation(const ExplanationPtr &explanation);
    void takeFinding(const FlipFinding &finding);
    void showName();
    void showWitnesses();
    void showValues();
    void showBucket(int bucket);
    void searchFlips();
    void searchOn();
    void apply(const UserEdits &edits);
    void copyText();
    void saveEvidence();
    void showKept();
    void requestWhy();
    QString serverSentence() const;
    void sayShown();

    Workspace &m_workspace;
    ExplanationWork *m_work;
    CheckRow m_row;
    CheckSurroundings m_surroundings;
    LocalWitnessPtr m_witness;
    ExplanationPtr m_explanation;
    Problem m_problem; ///< said in the bar
    StatsigUser m_searchedUser; ///< whose flips are shown or searched

    PageHeader *m_header;
    ActionButton *m_back;
    ActionButton *m_copy;
    ActionButton *m_evidence;
    InlineBar *m_keptBar;
    EvidencePtr m_kept; ///< of an opened file
    int m_effort = 0; ///< how often the search for flips was asked to go on
    StatusText *m_name;
    QLabel *m_icon;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    VerdictTag *m_verdict;
    PhraseText *m_headline;
    WitnessStrip *m_strip;
    CausesView *m_causes;
    InlineBar *m_bar;
    TraceTree *m_trace;
    BucketPane *m_bucket;
    FlipPane *m_flips;
    JsonTreeView *m_value;
    VerdictExposures *m_exposures;
    DataView *m_exposuresView;
    JsonTreePane *m_raw;
};

} // namespace Gatescope
