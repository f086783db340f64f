// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/widgets/wordsproxy.h>

namespace Gatescope {

/// The exchanges as the table shows them: filtered, sorted, and with their look.
class ExchangesProxy : public WordsProxy
{
    Q_OBJECT
public:
    explicit ExchangesProxy(QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role) const override;
};

} // namespace Gatescope
