// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/exchange.h>
#include <ui/widgets/panel.h>

class QStackedWidget;
class QTabBar;

namespace Gatescope {

class BodyView;
class HeadersView;
class TimingBars;

/// Both sides of one exchange under four tabs. Keys are replaced already in what it is given.
class ExchangeView : public Panel
{
    Q_OBJECT
public:
    enum Tab { Request, Response, Headers, Timing };

    explicit ExchangeView(QWidget *parent = nullptr);

    /// Null shows nothing.
    void setExchange(const ExchangePtr &exchange);
    /// For the one who places it: beside the view's title or in a bar.
    QTabBar *tabBar() const { return m_tabs; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void teach() const;
    void showTab();

    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    BodyView *m_request;
    BodyView *m_response;
    HeadersView *m_headers;
    TimingBars *m_timing;
    ExchangePtr m_exchange;
};

} // namespace Gatescope
