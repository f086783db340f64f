// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/widgets/wordsproxy.h>

namespace Gatescope {

/// The ledger as the table shows it.
class LedgerProxy : public WordsProxy
{
    Q_OBJECT
public:
    explicit LedgerProxy(QObject *parent = nullptr);
    QVariant data(const QModelIndex &index, int role) const override;
};

} // namespace Gatescope
