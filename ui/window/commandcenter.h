// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "commandlist.h"

#include <QHash>
#include <QPointer>

class QAction;
class QMenuBar;

namespace Gatescope {

class CommandField;
class CommandSearch;
class PageStack;
class Workspace;

/// Finds or runs anything: what is typed into the field, the list below it, and what choosing does. Its
/// window shows what is asked for. UI thread.
class CommandCenter : public QObject
{
    Q_OBJECT
public:
    CommandCenter(Workspace &workspace, const PageStack &pages, const QMenuBar &menus, CommandField *field,
        QWidget *window);

    void open();

Q_SIGNALS:
    /// As Page::pageRequested().
    void pageRequested(const QString &page, const QVariant &subject);
    void personaChosen(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectField();
    CommandIndexPtr gather();
    void gatherActions(const QList<QAction *> &actions, std::vector<Command> &commands);
    CommandLook lookOf(const Command &command) const;
    void search(const QString &text);
    void takeFound(const QList<FoundCommand> &found);
    void close(); ///< leaves the focus where it is
    void leave(); ///< closes, and gives the focus back
    void choose(bool other);
    void run(const Command &command, bool other);
    QStringList recent() const; ///< keys, newest first
    void remember(const QString &key);

    Workspace &m_workspace;
    const PageStack &m_pages;
    const QMenuBar &m_menus;
    CommandField *m_field;
    CommandList *m_list;
    CommandSearch *m_search;
    QHash<QString, QPointer<QAction>> m_actions; ///< by id, of the open list
    QPointer<QWidget> m_before; ///< had the focus
    bool m_isOpen = false;
    std::optional<bool> m_choosesWhenFound; ///< Enter came before the answer: `other`
};

} // namespace Gatescope
