// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/exchangewords.h>

#include <QSortFilterProxyModel>

#include <optional>

namespace Gatescope {

/// The exchanges as the table shows them: filtered by words and by outcome, sorted, and with their look.
class ExchangesProxy : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit ExchangesProxy(QObject *parent = nullptr);

    /// Every word must be found, in any case and order.
    void setText(const QString &text);
    void setState(std::optional<ExchangeState> state);
    bool isFiltering() const { return !m_words.isEmpty() || m_state; }

    QVariant data(const QModelIndex &index, int role) const override;

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    QStringList m_words;
    std::optional<ExchangeState> m_state;
};

} // namespace Gatescope
