// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/lint/finding.h>

#include <QMap>
#include <QScrollArea>

#include <functional>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace Gatescope {

class ActionButton;
class AttributeSection;
class LintList;
class UserDocument;
class UserFieldRow;

/// The user as a form: every known field, the tier, the tables. What it does not know it counts and leaves
/// alone.
class UserForm : public QScrollArea
{
    Q_OBJECT
public:
    explicit UserForm(UserDocument &document, QWidget *parent = nullptr);

    /// The tier in force where the user names none, for the Environment field's placeholder.
    void setConnectionTier(const QString &tier);
    /// Shows each under what it is about.
    void setFindings(const LintFindings &findings);
    int count(LintFinding::Severity severity) const; ///< of what is shown, the typing's own included
    /// Goes to the next (1) or previous (−1) of that severity, from the last back to the first.
    void showNext(LintFinding::Severity severity, int step);
    void focusFirst();
    void focusField(const QString &name); ///< "country", "environment"
    void mend(const LintFinding &finding);

Q_SIGNALS:
    void jsonRequested();
    void findingsChanged(); ///< of what is shown
    void mendRequested(const Gatescope::LintFinding &finding);
    void dismissed(const Gatescope::LintFinding &finding);
    void entityRequested(const Gatescope::EntityRef &entity);

private:
    void addFields();
    void addEnvironment();
    void addTables();
    void addLinks();
    AttributeSection *addTable(UserTable table);
    void offerDevices(QLineEdit *edit);
    void showUser();
    void showOthers();
    void showFieldFindings(UserFieldRow *row, const LintFindings &findings);
    template<class Widget>
    void follow(Widget *widget);
    void focusMended(LintFinding finding);
    /// Somewhere to go to: what is to be focused, and what is to be in sight.
    struct Stop
    {
        LintFinding::Severity severity = LintFinding::Severity::Warning;
        std::function<void()> focus;
        QWidget *bar = nullptr;
    };
    QList<Stop> stops() const;
    void addStops(
        QList<Stop> &stops, LintList *list, const std::function<void(const LintFinding &)> &focus) const;
    void editField(UserField field, const QString &text);
    void editTier(const QString &tier);
    void applyTheme();

    UserDocument &m_document;
    QWidget *m_content;
    QVBoxLayout *m_layout;
    QMap<UserField, UserFieldRow *> m_fields;
    UserFieldRow *m_environment = nullptr;
    QComboBox *m_tier = nullptr;
    QMap<UserTable, AttributeSection *> m_tables;
    ActionButton *m_others = nullptr;
    LintList *m_othersLint = nullptr;
    int m_stop = -1; ///< where showNext() last went
};

} // namespace Gatescope
