// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "eventdelivery.h"

#include <QCoreApplication>

namespace Gatescope {

namespace {

QString deliveryText(const char *text)
{
    return QCoreApplication::translate("Gatescope::EventDelivery", text);
}

/// No answer: what matters is whether the request was on the wire.
EventDelivery withoutAnswer(const Exchange &exchange, const Error &error)
{
    const bool written = error.code == ErrorCode::ClosedBeforeAnswer || exchange.sent.count() >= 0;
    if (!written)
        return {};
    switch (error.code) {
    case ErrorCode::Cancelled:
        return {EventState::Unknown,
            deliveryText(
                QT_TRANSLATE_NOOP("Gatescope::EventDelivery", "May have arrived: stopped after sending")),
            {}, 0};
    case ErrorCode::Timeout:
        return {EventState::Unknown,
            deliveryText(
                QT_TRANSLATE_NOOP("Gatescope::EventDelivery", "May have arrived: no answer in time")),
            {}, 0};
    default:
        return {EventState::Unknown,
            deliveryText(QT_TRANSLATE_NOOP(
                "Gatescope::EventDelivery", "May have arrived: the connection broke after sending")),
            {}, 0};
    }
}

EventDelivery withAnswer(int status, const Error &error)
{
    const bool isRefusal =
        (status >= 300 && status < 500) || status == 503 || error.code == ErrorCode::Rejected;
    if (isRefusal)
        return {EventState::Refused, error.message, {}, 0};
    return {EventState::Unknown,
        deliveryText(
            QT_TRANSLATE_NOOP("Gatescope::EventDelivery", "May have arrived: the answer (%1) does not say"))
            .arg(status),
        {}, 0};
}

} // namespace

EventDelivery deliveryOf(const ApiOutcome &outcome)
{
    EventDelivery delivery {EventState::Accepted, {}, {}, 0};
    if (!outcome.response) {
        const Error &error = outcome.response.error();
        const int status = outcome.exchange->status;
        delivery = status == 0 ? withoutAnswer(*outcome.exchange, error) : withAnswer(status, error);
    } else if (const auto *odd = std::get_if<UnknownShape>(&outcome.response->content)) {
        delivery = {EventState::Unknown, odd->note, {}, 0};
    }
    if (delivery.state == EventState::NotSent)
        return delivery;
    delivery.sentUtc = outcome.exchange->startedUtc;
    delivery.exchange = outcome.exchange->number;
    return delivery;
}

} // namespace Gatescope
