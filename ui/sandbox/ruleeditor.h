// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/editing/editreading.h>
#include <models/editing/idlistedit.h>

#include <QWidget>

class QDoubleSpinBox;
class QLineEdit;
class QVBoxLayout;

namespace Gatescope {

/// What can be changed about one rule: the share it passes, its tiers, the values its conditions list, what
/// it gives. Made anew for each rule.
class RuleEditor : public QWidget
{
    Q_OBJECT
public:
    RuleEditor(const ProjectPtr &project, std::uint32_t spec, std::size_t rule, QWidget *parent = nullptr);

    /// The share and the tiers as they stand.
    void reset();

Q_SIGNALS:
    void editRequested(const Gatescope::ProjectEdit &edit);
    void idListEditRequested(const Gatescope::IdListEdit &edit);

private:
    void addShare();
    void addTiers();
    void addTargets(std::size_t rule);
    void addValue();
    void addRow(const QString &name, QWidget *field, const QString &note);

    ProjectPtr m_project;
    const Spec &m_spec;
    const Rule &m_rule;
    RuleRef m_ref;
    QDoubleSpinBox *m_share = nullptr;
    QLineEdit *m_tiers = nullptr;
    QVBoxLayout *m_layout;
};

} // namespace Gatescope
