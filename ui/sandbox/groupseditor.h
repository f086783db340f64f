// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/editing/editreading.h>

#include <QWidget>

class QDoubleSpinBox;

namespace Gatescope {

class ActionButton;
class TextLabel;

/// The sizes of an experiment's groups, set together. Made anew for each experiment.
class GroupsEditor : public QWidget
{
    Q_OBJECT
public:
    GroupsEditor(const ProjectPtr &project, std::uint32_t spec, QWidget *parent = nullptr);

Q_SIGNALS:
    void editRequested(const Gatescope::ProjectEdit &edit);

private:
    void refresh();
    double sum() const;

    QString m_experiment;
    QList<GroupSize> m_groups;
    QList<QDoubleSpinBox *> m_fields;
    TextLabel *m_rest;
    ActionButton *m_apply;
};

} // namespace Gatescope
