// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/exchange.h>
#include <ui/widgets/dataview.h>

class QStandardItemModel;

namespace Gatescope {

/// The headers of both sides of an exchange. The key header holds a hint only, as the exchange does.
class HeadersView : public DataView
{
    Q_OBJECT
public:
    explicit HeadersView(QWidget *parent = nullptr);

    void setExchange(const ExchangePtr &exchange);

private:
    void addGroup(const QString &title, const QList<HttpHeader> &headers);

    QStandardItemModel *m_headers;
};

} // namespace Gatescope
