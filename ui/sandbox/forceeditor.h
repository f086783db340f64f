// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/editing/editreading.h>
#include <models/statsig/statsiguser.h>

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace Gatescope {

class ActionButton;

/// Who gets a group whatever the rules say: the IDs so far, and a line for another. Made anew for each
/// entity.
class ForceEditor : public QWidget
{
    Q_OBJECT
public:
    /// `user` is the one in the composer, whose IDs are offered.
    ForceEditor(
        const ProjectPtr &project, std::uint32_t spec, const StatsigUser &user, QWidget *parent = nullptr);

    /// IDs are forced on and off at gates, and into the groups of experiments.
    static bool canForce(const Project &project, const Spec &spec);

Q_SIGNALS:
    void editRequested(const Gatescope::ProjectEdit &edit);

private:
    QWidget *makeForced(const ForcedId &forced);
    QWidget *makeLine();
    QString groupName(const QString &group) const;
    void offerUser();
    void force();

    ProjectPtr m_project;
    const Spec &m_spec;
    EntityRef m_entity;
    StatsigUser m_user;
    QComboBox *m_idType;
    QLineEdit *m_id;
    QComboBox *m_group;
};

} // namespace Gatescope
