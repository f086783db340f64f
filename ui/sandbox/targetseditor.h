// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/editing/editreading.h>
#include <models/editing/idlistedit.h>

#include <QWidget>

class QLineEdit;
class QListView;
class QStringListModel;

namespace Gatescope {

class ActionButton;
class PhraseText;

/// The list of one condition: its values, a line to add one, a button to remove the chosen one. For an ID
/// list, whose members are hashed, a unit ID is added or removed by its name.
class TargetsEditor : public QWidget
{
    Q_OBJECT
public:
    TargetsEditor(const ProjectPtr &project, const Spec &spec, std::size_t rule, int condition,
        QWidget *parent = nullptr);

    /// There is something to edit about that condition.
    static bool canEdit(const Condition &condition);

Q_SIGNALS:
    void editRequested(const Gatescope::ProjectEdit &edit);
    void idListEditRequested(const Gatescope::IdListEdit &edit);

private:
    void add();
    void remove();
    QByteArray jsonOf(const QString &text) const;

    RuleRef m_rule;
    int m_condition;
    QString m_idList; ///< empty: it is no ID list
    QList<QByteArray> m_values; ///< JSON, as written
    bool m_hasNumbers = false;
    QListView *m_view = nullptr;
    QLineEdit *m_text;
    ActionButton *m_add;
    ActionButton *m_remove;
};

} // namespace Gatescope
