// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/exchange.h>
#include <models/statsig/statsiguser.h>

#include <QDialog>

namespace Gatescope {

class ActionButton;
class DataView;
class ExchangesModel;
class ExchangeView;
class InlineBar;
class StatusText;

/// What a HAR file or a copied command holds, in a window of its own: its exchanges, both sides of the chosen
/// one, and its user for the composer. Nothing is sent, and nothing of it is kept. UI thread.
class OpenedExchanges : public QDialog
{
    Q_OBJECT
public:
    explicit OpenedExchanges(QWidget *parent = nullptr);

    void openFile(const QString &fileName); ///< read on a worker

Q_SIGNALS:
    void read(); ///< or failed to
    void userChosen(const Gatescope::StatsigUser &user);

private:
    struct Contents;
    static Result<Contents> contentsOf(const QString &fileName);
    static Result<Contents> contentsOfCommands(const QByteArray &bytes);

    void take(const Result<Contents> &contents);
    void showCurrent();
    void useUser();

    ExchangesModel *m_model;
    StatusText *m_source;
    InlineBar *m_bar;
    DataView *m_table;
    ExchangeView *m_view;
    ActionButton *m_use;
    QString m_fileName;
    QList<Result<StatsigUser>> m_users; ///< by the number of their exchange, the first of 1
    std::optional<StatsigUser> m_user;
};

} // namespace Gatescope
