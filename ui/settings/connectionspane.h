// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "connectionform.h"
#include "connectionreport.h"
#include "secretschange.h"

#include <ui/widgets/inlinebar.h>

#include <QMap>

#include <optional>

class QListWidget;
class QScrollArea;

namespace Gatescope {

class ActionButton;
class ConnectionReportView;
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
    void keepDraft();
    void refreshButtons();
    void describeFixed(const Connection &connection);
    void discard();
    /// Forgets what was typed, and hands it out.
    std::optional<ConnectionDraft> takeDraft(const QString &id);
    void bringBack(const ConnectionDraft &draft);
    QString nameOf(const ConnectionDraft &draft) const;
    void remove();
    void undoRemove(const QString &id);
    void test();
    void stopTest();
    void showReport(const ConnectionReport &report);
    void save();
    /// What is being saved while the keychain answers; more may be typed meanwhile.
    struct Saving
    {
        ConnectionDraft draft;
        Connection connection;
        QList<SecretChange> secrets;
        bool forgetsPassword = false;
    };
    QList<SecretChange> secretsOf(const ConnectionDraft &draft, const Connection &connection) const;
    void storeSecrets(const Saving &saving, SecretStore::Keep keep);
    void offerAnotherWay(const Error &error, const Saving &saving);
    void offerMemory(const Error &error, const Saving &saving);
    void finishSave(const Saving &saving);
    void keepWhatWasTypedMeanwhile(const Saving &saving);
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
    ConnectionReportView *m_report = nullptr;
    ActionButton *m_testButton = nullptr;
    ActionButton *m_discard = nullptr;
    ActionButton *m_save = nullptr;
    QMap<QString, ConnectionDraft> m_drafts; ///< edited and not saved
    QStringList m_removed; ///< ids, hidden here and deleted by commitRemovals()
    bool m_refilling = false;
    bool m_isSaving = false; ///< the keychain has not answered yet
};

} // namespace Gatescope
