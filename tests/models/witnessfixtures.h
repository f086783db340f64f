// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "evaluationfixtures.h"

#include <models/items/localwitness.h>
#include <tests/support/smallproject.h>

#include <QTest>

namespace Gatescope::Test {

inline StatsigUser witnessUser(const QByteArray &json)
{
    const auto user = StatsigUser::fromJson(json);
    if (!user)
        QTest::qFail(qPrintable(user.error().message), __FILE__, __LINE__);
    return user.value_or(StatsigUser());
}

inline EvaluationContext withStaff(const QByteArray &hashes = "[]")
{
    EvaluationContext context;
    context.idLists = idListsOf(R"({"staff_ids":)" + hashes + '}');
    return context;
}

/// u_1 is outside the layer (bucket 682); u_810 is in it with bucket 2, and has bucket 630 of the experiment.
inline LocalWitness smallWitness(const QByteArray &user = R"({"userID":"u_1"})")
{
    return {smallProject(), withStaff(), witnessUser(user)};
}

inline CheckAnswer liveAnswer(const CheckItem &item, const QByteArray &body)
{
    const Endpoint endpoint = tableOf(item.kind) == SpecTable::FeatureGates ? Endpoint::CheckGate
        : item.kind == EntityKind::Layer                                    ? Endpoint::GetLayer
                                                                            : Endpoint::GetConfig;
    return answerFor(item, endpoint, {nullptr, readResponse(endpoint, 200, parsedJson(body))});
}

inline const CheckItem checkoutGate {EntityKind::Gate, QStringLiteral("checkout_v2")};
inline const CheckItem rankingConfig {EntityKind::DynamicConfig, QStringLiteral("search_ranking")};
inline const CheckItem buttonExperiment {EntityKind::Experiment, QStringLiteral("button_copy")};
inline const CheckItem flowLayer {EntityKind::Layer, QStringLiteral("checkout_flow")};
inline const CheckItem staffSegment {EntityKind::Segment, QStringLiteral("segment:staff")};

} // namespace Gatescope::Test
