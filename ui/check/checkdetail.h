// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/checkmodel.h>
#include <ui/widgets/panel.h>

class QLabel;
class QSplitter;
class QStackedWidget;

namespace Gatescope {

class ActionButton;
class DataView;
class FactsModel;
class InlineBar;
class JsonTreeView;
class Preferences;
class StatusText;
class TextLabel;
class VerdictTag;

/// The answer for one item: its value as a tree, every other field beside it; a failure in words.
class CheckDetail : public Panel
{
    Q_OBJECT
public:
    explicit CheckDetail(Preferences &preferences, QWidget *parent = nullptr);

    void setRow(const CheckModel::Row &row, bool inSpecs);
    void clear();

Q_SIGNALS:
    void rulesRequested();
    void exchangeRequested(quint64 number);

private:
    QWidget *makeHeader();
    void showHead();
    void showState();
    void showValue();
    void showIcon();

    CheckModel::Row m_row;
    QLabel *m_icon;
    TextLabel *m_name;
    VerdictTag *m_verdict;
    StatusText *m_group;
    ActionButton *m_rules;
    ActionButton *m_exchange;
    InlineBar *m_bar;
    QStackedWidget *m_body; ///< the answer or a hint that there is none
    QSplitter *m_splitter;
    TextLabel *m_hint;
    JsonTreeView *m_tree;
    DataView *m_facts;
    FactsModel *m_factsModel;
};

} // namespace Gatescope
