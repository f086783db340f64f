// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/exchange.h>
#include <ui/widgets/inlinebar.h>

namespace Gatescope {

class Page;

/// A failure at the top of a page's content, with the next steps it leaves. Hidden until there is one; stays
/// until it is solved or closed.
class ErrorBar : public InlineBar
{
    Q_OBJECT
public:
    /// Carries replaceKeyRequested, showExchangeRequested and the ways into the settings to the page's
    /// pageRequested().
    explicit ErrorBar(Page *page);

    /// Replaces what was shown. A cancelled call is no error and hides the bar. Without an endpoint (specs
    /// from a file) only the steps that need none are offered.
    void present(const Error &error, std::optional<Endpoint> endpoint = {}, const ExchangePtr &exchange = {});
    void dismiss();

Q_SIGNALS:
    void retryRequested();
    /// 404 of an unpublished endpoint: ask this one instead.
    void alternativeRequested(Gatescope::Endpoint instead);
    void showExchangeRequested(quint64 number);
    void replaceKeyRequested(const QString &connectionId);

private:
    void offerAlternative(const Error &error, Endpoint endpoint);
    void offerSettings(const Error &error, const QString &connectionId);
    void offerRetry(const Error &error, Endpoint endpoint);

    Page *m_page;
};

} // namespace Gatescope
