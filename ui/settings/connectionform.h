// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "networkform.h"

#include <models/result.h>
#include <models/statsig/connection.h>

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace Gatescope {

class InlineBar;

/// What is typed about one connection, valid or not.
struct ConnectionDraft
{
    explicit ConnectionDraft(const Connection &source = {});

    Connection connection; ///< as stored; the fields below replace its own
    QString name;
    QString apiUrl;
    QString eventsUrl;
    QString tier;
    QString caFile;
    ConnectionColor color = ConnectionColor::Automatic;
    NetworkDraft network;
    QString key; ///< empty: the stored one stays

    bool operator==(const ConnectionDraft &) const = default;
};

/// The connection a draft describes. Errors: BadInput with the first thing to correct.
Result<Connection> connectionOf(const ConnectionDraft &draft, const QList<Connection> &others);

/// The fields of one connection. Advice stands under its field while it is typed.
class ConnectionForm : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionForm(QWidget *parent = nullptr);

    void setDraft(const ConnectionDraft &draft);
    const ConnectionDraft &draft() const { return m_draft; }
    void focusName();
    void focusKey();

Q_SIGNALS:
    void edited(); ///< by the user

private:
    QLineEdit *addLine(const QString &label, const QString &objectName, QString ConnectionDraft::*field);
    InlineBar *addNote();
    void addTier();
    void addColor();
    void addNetwork();
    void addCaFile();
    void addKey();
    void chooseCaFile();
    void refreshAdvice();

    ConnectionDraft m_draft;
    QFormLayout *m_layout;
    QList<std::pair<QLineEdit *, QString ConnectionDraft::*>> m_lines;
    QComboBox *m_tier = nullptr;
    QComboBox *m_color = nullptr;
    NetworkForm *m_network = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_caFile = nullptr;
    QLineEdit *m_key = nullptr;
    InlineBar *m_apiNote = nullptr;
    InlineBar *m_eventsNote = nullptr;
    InlineBar *m_keyNote = nullptr;
};

} // namespace Gatescope
