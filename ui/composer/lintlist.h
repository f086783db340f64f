// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/lint/finding.h>

#include <QWidget>

class QVBoxLayout;

namespace Gatescope {

class ActionButton;
class LintBar;

/// The findings about one field or table, one below the other; of many the first few until somebody asks for
/// the rest. Findings that stay keep their bar.
class LintList : public QWidget
{
    Q_OBJECT
public:
    /// Tab comes here from `tabAnchor`, which must have the same parent window whenever findings are set.
    explicit LintList(QWidget *tabAnchor, QWidget *parent = nullptr);

    void setTabAnchor(QWidget *anchor) { m_tabAnchor = anchor; }
    void setFindings(const LintFindings &findings);
    const LintFindings &findings() const { return m_findings; }
    /// The bar of a finding; null if it is not in sight.
    QWidget *barOf(const LintFinding &finding) const;

Q_SIGNALS:
    void mendRequested(const Gatescope::LintFinding &finding);
    void dismissed(const Gatescope::LintFinding &finding);
    void entityRequested(const Gatescope::EntityRef &entity);

private:
    void rebuild();
    LintBar *makeBar(const LintFinding &finding);
    LintBar *takeBar(const LintFinding &finding);
    void showMore(bool shown);
    void orderTabs();

    QWidget *m_tabAnchor;
    QVBoxLayout *m_column;
    LintFindings m_findings;
    QList<LintBar *> m_bars;
    ActionButton *m_more = nullptr; ///< made when there are first too many
    bool m_showsAll = false;
};

/// How many of them are of that severity.
int countOf(const LintFindings &findings, LintFinding::Severity severity);

} // namespace Gatescope
