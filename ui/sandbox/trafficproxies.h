// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/widgets/wordsproxy.h>

namespace Gatescope {

/// The sandbox's requests as the table shows them.
class SandboxRequestsProxy : public WordsProxy
{
    Q_OBJECT
public:
    explicit SandboxRequestsProxy(QObject *parent = nullptr);
    QVariant data(const QModelIndex &index, int role) const override;
};

/// The received events as the table shows them.
class ReceivedEventsProxy : public WordsProxy
{
    Q_OBJECT
public:
    explicit ReceivedEventsProxy(QObject *parent = nullptr);
    QVariant data(const QModelIndex &index, int role) const override;
};

} // namespace Gatescope
