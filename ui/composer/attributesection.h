// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/lint/finding.h>
#include <models/json/jsonmember.h>

#include <QWidget>

class QVBoxLayout;

namespace Gatescope {

class AttributeModel;
class AttributeTable;
class ActionButton;
class LintList;
class TextLabel;

/// A table of members under a heading that folds it, with its count and a button to add a row. What is to be
/// said of its rows stands right below the table.
class AttributeSection : public QWidget
{
    Q_OBJECT
public:
    enum class Types { Shown, Hidden };

    /// `name` is the API's own, such as "custom".
    AttributeSection(const QString &name, Types types, QWidget *parent = nullptr);

    void setMembers(const JsonMembers &members);
    JsonMembers members() const;
    AttributeModel *model() const { return m_model; }

    void setPrivate(const QString &explanation); ///< a padlock with this tool tip
    void setKeyTitle(const QString &title);
    /// Findings about these members, with rows as in members(), beside those about the typing itself.
    void setFindings(const LintFindings &findings);
    /// All that are shown; rows are those of the table.
    const LintFindings &findings() const;
    LintList *lint() const { return m_lint; }
    void showFinding(const LintFinding &finding);

Q_SIGNALS:
    void edited(); ///< by the user: members() may be others now
    void findingsChanged();
    void mendRequested(const Gatescope::LintFinding &finding);
    void dismissed(const Gatescope::LintFinding &finding);
    void entityRequested(const Gatescope::EntityRef &entity);

private:
    /// Made when there is first a row: most users have few tables, and views are dear at start-up.
    AttributeTable *table();
    void refresh();
    void showFindings();
    LintFindings allFindings() const;
    void setOpen(bool open);
    QWidget *makeHeading(const QString &name);

    AttributeModel *m_model;
    AttributeTable *m_table = nullptr;
    QVBoxLayout *m_column;
    Types m_types;
    ActionButton *m_fold = nullptr;
    ActionButton *m_add = nullptr;
    TextLabel *m_count = nullptr;
    QWidget *m_lock = nullptr;
    LintList *m_lint = nullptr;
    LintFindings m_memberFindings; ///< with rows as in members()
    QString m_name;
    bool m_open = true;
};

} // namespace Gatescope
