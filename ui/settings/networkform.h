// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/result.h>
#include <models/statsig/connection.h>

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace Gatescope {

class ActionButton;
class InlineBar;

/// What is typed about a connection's way through the network, valid or not.
struct NetworkDraft
{
    explicit NetworkDraft(const Connection &source = {});

    ConnectionProxy::Kind proxyKind = ConnectionProxy::Kind::System;
    QString proxyAddress; ///< "host:port"
    QString proxyUser;
    QString proxyPassword; ///< empty: the stored one stays
    int connectSeconds = 0; ///< 0: as in the settings
    int idleSeconds = 0; ///< likewise

    bool operator==(const NetworkDraft &) const = default;
};

/// Whether the password that is stored for a proxy must not be sent to the other: it is somewhere else, or
/// spoken to in another way.
bool isAnotherProxy(const ConnectionProxy &one, const ConnectionProxy &other);

/// Sets what a draft says on a connection. Errors: BadInput with the first thing to correct.
Result<> applyNetwork(const NetworkDraft &draft, Connection &connection);

/// The part of a connection's form that is rarely needed: folded, it says in one line what is set.
class NetworkForm : public QWidget
{
    Q_OBJECT
public:
    explicit NetworkForm(QWidget *parent = nullptr);

    /// Unfolds where anything is set. `saved` is the proxy whose password is stored, if it wants one.
    void setDraft(const NetworkDraft &draft, const ConnectionProxy &saved);
    const NetworkDraft &draft() const { return m_draft; }
    const ConnectionProxy &saved() const { return m_saved; }

Q_SIGNALS:
    void edited(); ///< by the user

private:
    void addProxy();
    QLineEdit *addLine(const QString &label, const char *objectName, QString NetworkDraft::*field);
    QSpinBox *addSeconds(const QString &label, const char *objectName, int NetworkDraft::*field, int most);
    void setOpen(bool open);
    void refresh();
    void showPasswordHint();
    QString summary() const;

    NetworkDraft m_draft;
    ConnectionProxy m_saved;
    ActionButton *m_fold;
    QWidget *m_fields;
    QFormLayout *m_layout;
    QComboBox *m_proxy = nullptr;
    InlineBar *m_note = nullptr;
    QList<std::pair<QLineEdit *, QString NetworkDraft::*>> m_lines;
    QList<std::pair<QSpinBox *, int NetworkDraft::*>> m_seconds;
    QLineEdit *m_password = nullptr;
};

} // namespace Gatescope
