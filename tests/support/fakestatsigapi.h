// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/ports/statsigapi.h>

#include <QList>
#include <QPointer>

#include <map>

namespace Gatescope::Test {

/// The Statsig API by script: each endpoint has a standing answer, finished on the next turn of the event
/// loop or, while held, when release() is called. An endpoint without an answer fails with Offline.
class FakeStatsigApi : public StatsigApi
{
public:
    struct Call
    {
        Connection connection;
        ApiRequest request;
        bool operator==(const Call &) const = default;
    };

    void setAnswer(Endpoint endpoint, const QByteArray &body, int status = 200);
    void setFailure(Endpoint endpoint, const Error &error, int status = 0, const QByteArray &body = {});
    void hold() { m_held = true; }
    void release();

    const QList<Call> &calls() const { return m_calls; }
    QList<Call> callsTo(Endpoint endpoint) const;

    ApiCall *start(const Connection &connection, const ApiRequest &request) override;

private:
    class PendingCall;
    struct Answer
    {
        int status = 0;
        QByteArray body;
        std::optional<Error> error;
    };
    void finish(PendingCall *call, const Answer &answer);
    Answer answerTo(Endpoint endpoint) const;

    std::map<Endpoint, Answer> m_answers;
    QList<Call> m_calls;
    QList<QPointer<PendingCall>> m_pending;
    quint64 m_lastNumber = 0;
    bool m_held = false;
};

} // namespace Gatescope::Test
