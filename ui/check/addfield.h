// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/namesmodel.h>

#include <QLineEdit>

class QCompleter;
class QMenu;

namespace Gatescope {

/// Takes names of things to check: completed from the specs, pasted as a list, or typed freely with a choice
/// of the kind.
class AddField : public QLineEdit
{
    Q_OBJECT
public:
    explicit AddField(QWidget *parent = nullptr);

    void setNames(const EntityNamesPtr &names); ///< null: not known
    /// Adds what is known; asks for the kind of the rest, all at once.
    void take(const QString &text);
    /// The kinds offered for names the specs do not know; null when none is asked for.
    QMenu *kindMenu() const { return m_kindMenu; }

Q_SIGNALS:
    void itemsAdded(const Gatescope::CheckItems &items);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void complete();
    void askKind(const QStringList &names);
    void pasteList();

    EntityNamesPtr m_names;
    NamesModel *m_model;
    QCompleter *m_completer;
    QMenu *m_kindMenu = nullptr;
};

/// The names in a text: separated by line breaks, commas, semicolons or tabs; quotes around them are dropped.
QStringList namesIn(const QString &text);

} // namespace Gatescope
