// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "errorbar.h"

#include "page.h"

#include <ui/widgets/actionbutton.h>

namespace Gatescope {

namespace {

/// What Statsig publishes in place of an endpoint it does not (facts §0, 1).
std::optional<Endpoint> publishedInstead(Endpoint endpoint)
{
    switch (endpoint) {
    case Endpoint::CheckGateMultiple:
        return Endpoint::CheckGate;
    case Endpoint::GetExperiment:
        return Endpoint::GetConfig;
    default:
        return std::nullopt;
    }
}

bool mayHaveArrived(ErrorCode code)
{
    return code == ErrorCode::ClosedBeforeAnswer || code == ErrorCode::Timeout
        || code == ErrorCode::Truncated;
}

} // namespace

ErrorBar::ErrorBar(Page *page)
    : InlineBar(Kind::Error, Density::Normal, page)
    , m_page(page)
{
    setObjectName(QStringLiteral("errorBar"));
    setClosable(true);
    hide();
    connect(this, &InlineBar::closed, this, &QWidget::hide);
    connect(this, &ErrorBar::showExchangeRequested, page,
        [page](quint64 number) { Q_EMIT page->pageRequested(QStringLiteral("exchanges"), number); });
    connect(this, &ErrorBar::replaceKeyRequested, page,
        [page](const QString &id) { Q_EMIT page->pageRequested(QStringLiteral("key"), id); });
}

void ErrorBar::present(const Error &error, std::optional<Endpoint> endpoint, const ExchangePtr &exchange)
{
    clearActions();
    if (error.code == ErrorCode::Cancelled) {
        hide();
        return;
    }
    setError(error);
    if (endpoint)
        offerAlternative(error, *endpoint);
    offerSettings(error, exchange ? exchange->connectionId : QString());
    if (endpoint)
        offerRetry(error, *endpoint);
    if (exchange)
        connect(addLink(tr("Show the exchange")), &QAbstractButton::clicked, this,
            [this, number = exchange->number] { Q_EMIT showExchangeRequested(number); });
    show();
}

void ErrorBar::dismiss()
{
    hide();
    clearActions();
}

void ErrorBar::offerAlternative(const Error &error, Endpoint endpoint)
{
    const auto instead = publishedInstead(endpoint);
    if (!instead || (error.code != ErrorCode::NotFound && error.code != ErrorCode::MethodNotAllowed))
        return;
    connect(addAction(tr("Use %1").arg(pathName(*instead))), &QAbstractButton::clicked, this,
        [this, instead] { Q_EMIT alternativeRequested(*instead); });
}

void ErrorBar::offerSettings(const Error &error, const QString &connectionId)
{
    const auto offer = [this](const QString &text, const QString &page, const QVariant &subject) {
        connect(addAction(text), &QAbstractButton::clicked, this,
            [this, page, subject] { Q_EMIT m_page->pageRequested(page, subject); });
    };
    switch (error.code) {
    case ErrorCode::Unauthorized:
    case ErrorCode::Forbidden:
    case ErrorCode::KeyMissing:
    case ErrorCode::KeychainUnavailable:
    case ErrorCode::Unsupported:
        connect(addAction(error.code == ErrorCode::KeyMissing ? tr("Give the key") : tr("Replace the key")),
            &QAbstractButton::clicked, this,
            [this, connectionId] { Q_EMIT replaceKeyRequested(connectionId); });
        break;
    case ErrorCode::Offline:
    case ErrorCode::Tls:
    case ErrorCode::Redirected:
        offer(tr("Edit the connection"), QStringLiteral("connection"), connectionId);
        break;
    case ErrorCode::Timeout:
    case ErrorCode::TooLarge:
        offer(tr("Change the limits"), QStringLiteral("limits"), {});
        break;
    default:
        break;
    }
}

void ErrorBar::offerRetry(const Error &error, Endpoint endpoint)
{
    if (error.code == ErrorCode::Unsupported)
        return;
    const bool couldCountTwice = endpoint == Endpoint::LogEvent && mayHaveArrived(error.code);
    connect(addAction(couldCountTwice ? tr("Send again, may count twice") : tr("Try again")),
        &QAbstractButton::clicked, this, &ErrorBar::retryRequested);
}

} // namespace Gatescope
