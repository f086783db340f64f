// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/editing/editreading.h>
#include <models/editing/idlistedit.h>
#include <models/items/entitydetails.h>
#include <models/statsig/statsiguser.h>
#include <ui/widgets/panel.h>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace Gatescope {

class FitTable;
class RulesModel;
class Sentence;
class StatusText;
class TextLabel;
class Toggle;

/// What can be changed about one entity: on or off, its groups, its rules one by one, its default value, who
/// gets what whatever the rules say.
class EntityEditor : public Panel
{
    Q_OBJECT
public:
    explicit EntityEditor(QWidget *parent = nullptr);

    /// An entity, as it stands now; the rule that was chosen stays so. `user` is the one in the composer.
    void setDetails(const EntityDetailsPtr &details, const StatsigUser &user);
    /// Shows it as it stands again: what was entered has been refused.
    void reset();

Q_SIGNALS:
    void editRequested(const Gatescope::ProjectEdit &edit);
    void idListEditRequested(const Gatescope::IdListEdit &edit);

private:
    struct Section
    {
        QWidget *box;
        QVBoxLayout *body; ///< what is in it is made anew
    };

    QWidget *makeHead();
    Section addSection(const QString &title, const QString &note);
    QWidget *makeRules();
    void showHead();
    void showGroups();
    void showRule();
    void showDefault();
    void showForced();
    static void put(const Section &section, QWidget *content);
    const Spec &spec() const { return m_details->project->specs().at(m_details->spec); }

    EntityDetailsPtr m_details;
    StatsigUser m_user;
    QScrollArea *m_scroll;
    QVBoxLayout *m_layout;
    QLabel *m_icon;
    StatusText *m_name;
    TextLabel *m_kind;
    Toggle *m_enabled;
    TextLabel *m_enabledWord;
    Sentence *m_off; ///< what being disabled means
    RulesModel *m_rulesModel;
    FitTable *m_rules;
    Section m_groups;
    Section m_rulesSection;
    Section m_rule;
    Section m_default;
    Section m_forced;
    TextLabel *m_ruleTitle = nullptr;
};

} // namespace Gatescope
