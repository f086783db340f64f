// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/checkmodel.h>
#include <ui/widgets/panel.h>
#include <ui/witnesses/witnesswords.h>

class QLabel;
class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace Gatescope {

class ActionButton;
class CausesView;
class DataView;
class FactsModel;
class InlineBar;
class JsonTreePane;
class Preferences;
class Segmented;
class StatusText;
class TextLabel;
class VerdictTag;
class WitnessStrip;

/// The answers for one item: who says what, the value as a tree, every other field beside it; a failure, a
/// verdict that cannot be told, and why two answers may differ, in words.
class CheckDetail : public Panel
{
    Q_OBJECT
public:
    explicit CheckDetail(Preferences &preferences, QWidget *parent = nullptr);

    void setRow(const CheckModel::Row &row, const CheckSurroundings &surroundings);
    void clear();
    bool focusSearch(); ///< of the value, if the keyboard is there

Q_SIGNALS:
    void rulesRequested();
    void whyRequested();
    void exchangeRequested(quint64 number);
    void remedyRequested(Gatescope::WitnessCause::Remedy remedy);
    void changeRequested(const Gatescope::UserEdits &edits); ///< of the user, to make both answer the same

private:
    QWidget *makeHeader();
    QWidget *makeSide();
    void showHead();
    void showWitnesses();
    void showCauses();
    void showState();
    void showMissing();
    void showValue();
    void showTree();
    void showFacts();
    void showDifference();
    void showIcon();
    bool hasTwoValues() const;

    CheckModel::Row m_row;
    CheckSurroundings m_surroundings;
    QLabel *m_icon;
    TextLabel *m_name;
    VerdictTag *m_verdict;
    StatusText *m_group;
    Segmented *m_values; ///< whose value, where there are two
    ActionButton *m_why;
    ActionButton *m_rules;
    ActionButton *m_exchange;
    WitnessStrip *m_strip;
    InlineBar *m_bar;
    QStackedWidget *m_body; ///< the answer or a hint that there is none
    QSplitter *m_splitter;
    TextLabel *m_hint;
    JsonTreePane *m_value;
    TextLabel *m_noTree; ///< in its place
    QStackedWidget *m_left;
    QScrollArea *m_side;
    CausesView *m_causes;
    DataView *m_facts;
    FactsModel *m_factsModel;
};

} // namespace Gatescope
