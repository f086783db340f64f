// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/entityforuser.h>
#include <ui/widgets/panel.h>

class QHBoxLayout;
class QScrollArea;
class QStackedWidget;
class QTabBar;

namespace Gatescope {

class ActionButton;
class EntityHeader;
class FitTable;
class GroupValuesModel;
class JsonTreePane;
class JsonTreeView;
class LinksModel;
class RulesModel;
class SplitBar;
class StoreParametersModel;
class TextLabel;

/// One entity of the specs: facts, split, rules in words, values of its groups, and what it hangs together
/// with. Or a parameter store: its parameters and what they read.
class EntityView : public Panel
{
    Q_OBJECT
public:
    explicit EntityView(QWidget *parent = nullptr);

    void setDetails(const EntityDetailsPtr &details);
    const EntityDetailsPtr &details() const { return m_details; }
    /// The search of the raw JSON, if that is what is shown and has the focus; else false.
    bool focusSearch();
    /// Whether it can be changed: it is the sandbox's. Not offered unless said.
    void setChangeable(bool changeable);
    /// Null while it is not known what the user gets.
    void setForUser(const EntityForUser *forUser);

Q_SIGNALS:
    void placeRequested(const Gatescope::SpecsPlace &place);
    void checkRequested(const Gatescope::EntityRef &ref);
    void whyRequested(const Gatescope::EntityRef &ref);
    void changeRequested(const Gatescope::EntityRef &ref);

private:
    struct Section
    {
        QWidget *box = nullptr;
        TextLabel *title = nullptr;
        TextLabel *note = nullptr;
    };

    void addTools(QHBoxLayout *layout);
    QWidget *makeOverview();
    Section makeSection(const QString &title, QWidget *content);
    FitTable *makeRules();
    FitTable *makeValues();
    FitTable *makeParameters();
    QWidget *makeLinks();
    QWidget *makeLinkColumn(const QString &title, LinksModel *model, TextLabel *&empty);
    void showTools();
    void showRules();
    void showParameters();
    void showLinks();
    void showSplit();
    void showValues();
    void showRaw();
    void copyJson() const;

    EntityDetailsPtr m_details; ///< null at first
    ActionButton *m_why;
    ActionButton *m_check;
    ActionButton *m_change;
    ActionButton *m_copy;
    EntityHeader *m_header;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    QScrollArea *m_scroll;
    SplitBar *m_splitBar;
    Section m_split;
    RulesModel *m_rulesModel;
    FitTable *m_rulesTable;
    Section m_rules;
    StoreParametersModel *m_parametersModel;
    FitTable *m_parametersTable;
    Section m_parameters;
    GroupValuesModel *m_valuesModel;
    FitTable *m_valuesTable;
    Section m_values;
    JsonTreeView *m_defaultTree;
    Section m_default;
    LinksModel *m_dependsModel;
    LinksModel *m_usesModel;
    TextLabel *m_noDepends;
    TextLabel *m_noUses;
    QWidget *m_uses;
    JsonTreePane *m_rawTree;
};

} // namespace Gatescope
