// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "connectionform.h"

#include <models/ports/secretstore.h>
#include <ui/widgets/inlinebar.h>

#include <QMap>

class QListWidget;
class QScrollArea;

namespace Gatescope {

class ActionButton;
class ConnectionTest;
class Sentence;
class Workspace;

/// Adds, edits, tests and removes connections. What is typed is kept per connection until it is saved; a
/// removal can be undone until commitRemovals().
class ConnectionsPane : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionsPane(Workspace &workspace, QWidget *parent = nullptr);

    void addConnection();
    /// An empty or unknown id shows the chosen connection.
    void showConnection(const QString &id, bool focusKey);
    /// False, with a bar that says so, while something typed is neither saved nor discarded.
    bool mayClose();
    void commitRemovals();

Q_SIGNALS:
    void exchangeRequested(quint64 number);

private:
    QWidget *makeList();
    QWidget *makeEditor();
    void refill();
    void showSelected();
    QString selectedId() const;
    bool isNew(const QString &id) const;
    bool isUntouched(const ConnectionDraft &draft) const;
    void keepDraft();
    void refreshButtons();
    void discard();
    void remove();
    void undoRemove(const QString &id);
    void test();
    void showTestResult(bool works, const QString &message, quint64 exchangeNumber);
    void save();
    void storeKey(const Connection &connection, const QString &key, SecretStore::Keep keep);
    void offerThisRunOnly(const Error &error, const Connection &connection, const QString &key);
    void finishSave(const Connection &connection);
    void tell(InlineBar::Kind kind, const QString &text);
    QList<Connection> shownConnections() const;

    Workspace &m_workspace;
    ConnectionTest *m_test;
    QListWidget *m_list = nullptr;
    ActionButton *m_remove = nullptr;
    ConnectionForm *m_form = nullptr;
    QScrollArea *m_formArea = nullptr;
    Sentence *m_builtInText = nullptr;
    InlineBar *m_bar = nullptr;
    ActionButton *m_testButton = nullptr;
    ActionButton *m_discard = nullptr;
    ActionButton *m_save = nullptr;
    QMap<QString, ConnectionDraft> m_drafts; ///< edited and not saved
    QStringList m_removed; ///< ids, hidden here and deleted by commitRemovals()
    bool m_refilling = false;
};

} // namespace Gatescope
