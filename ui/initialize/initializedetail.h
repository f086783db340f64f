// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/specsplace.h>
#include <models/statsig/initializeview.h>
#include <ui/widgets/panel.h>

class QFormLayout;
class QGridLayout;
class QLabel;

namespace Gatescope {

class ActionButton;
class DataView;
class ExposuresModel;
class JsonTreePane;
class NameLink;
class Sentence;
class StatusText;
class TagFlow;
class TextLabel;
class VerdictTag;

/// Everything one entry of an initialize answer says.
class InitializeDetail : public Panel
{
    Q_OBJECT
public:
    explicit InitializeDetail(QWidget *parent = nullptr);

    void setEntry(const InitializeViewPtr &view, const InitializeEntry &entry);
    void clear();
    bool focusSearch(); ///< of the value, if the keyboard is there
    /// A column beside the table, else as many columns below it as fit.
    void setBeside(bool beside);

Q_SIGNALS:
    /// The user follows a link; by name, or hash where that is unknown.
    void entryRequested(Gatescope::InitializeKind kind, const QString &name);
    void specsRequested(const Gatescope::SpecsPlace &place);
    void whyRequested();
    void checkRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Arrangement { Column, TwoColumns, ThreeColumns };
    struct Fact
    {
        TextLabel *label;
        StatusText *value;
    };
    /// \name Building
    /// @{
    struct ExposuresBox
    {
        QWidget *box;
        DataView *table;
        ExposuresModel *model;
    };
    void arrange(Arrangement arrangement);
    ExposuresBox makeExposures(const QString &title, QWidget *parent);
    QWidget *makeParameters(QWidget *parent);
    QWidget *makeAbout();
    QLayout *makeTools(QWidget *parent);
    QWidget *makeHead();
    Panel *makeValue();
    Panel *makeMore();
    Fact addFact(QFormLayout *form, const QString &label);
    NameLink *addLink(QFormLayout *form, const QString &label);
    TextLabel *makeTitle(const QString &text);
    /// @}

    /// \name Showing
    /// @{
    void showHead();
    void showFacts();
    void showFact(const Fact &fact, const QString &text);
    void showValue();
    void showMore();
    void showExposures(const ExposuresBox &shown, std::vector<InitializeExposure> exposures);
    void showIcon();
    /// @}
    JsonValue shownValue() const;
    std::optional<SpecsPlace> specsPlace() const;
    void showActions();
    void copy(const QString &text) const;

    InitializeViewPtr m_view;
    const InitializeEntry *m_entry = nullptr; ///< of m_view
    QWidget *m_body;
    QGridLayout *m_grid;
    QWidget *m_about;
    Panel *m_value;
    Panel *m_more;
    bool m_isBeside = true;
    std::optional<Arrangement> m_arrangement;
    TextLabel *m_hint;
    QLabel *m_icon;
    StatusText *m_name;
    VerdictTag *m_verdict;
    StatusText *m_group;
    QFormLayout *m_facts;
    Fact m_hash;
    Fact m_ruleId;
    Fact m_rule;
    Fact m_idType;
    Fact m_state;
    NameLink *m_layer;
    NameLink *m_experiment;
    TextLabel *m_valueCount;
    JsonTreePane *m_valuePane;
    QWidget *m_parametersBox;
    TextLabel *m_parametersTitle;
    TagFlow *m_parameters;
    ExposuresBox m_secondary;
    ExposuresBox m_undelegated;
    Sentence *m_path;
    ActionButton *m_why;
    ActionButton *m_rules;
    ActionButton *m_check;
};

} // namespace Gatescope
