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
class RuleEditor;
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

    /// An entity, as it stands now. What has not changed stays as it is, with whatever is being entered.
    void setDetails(const EntityDetailsPtr &details);
    /// The one in the composer, whose IDs are offered.
    void setUser(const StatsigUser &user);
    /// What takes effect at once shows again what holds: it has been refused. What was typed stays.
    void reset();

Q_SIGNALS:
    void editRequested(const Gatescope::ProjectEdit &edit);
    void idListEditRequested(const Gatescope::IdListEdit &edit);

private:
    struct Section
    {
        QWidget *box;
        QVBoxLayout *body; ///< what is in it is made anew when what it shows has changed
        QByteArray shown; ///< what that is
    };

    QWidget *makeHead();
    Section addSection(const QString &title, const QString &note);
    QWidget *makeRules();
    void showHead();
    void showGroups();
    void showRule();
    void showDefault();
    void showForced();
    /// True: what is shown is another, and content has to be put.
    bool turnsInto(Section &section, const QByteArray &shown) const;
    static void put(const Section &section, QWidget *content);
    QByteArray ruleSource(int row) const;
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
    RuleEditor *m_ruleEditor = nullptr;
};

} // namespace Gatescope
