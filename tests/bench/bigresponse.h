// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

/// An initialize response of about 50 MB: 120,000 entries, half of them gates. With `changed`, every tenth
/// has another value.
inline QByteArray generatedResponse(bool changed = false)
{
    constexpr int entries = 120'000;
    QByteArray json = R"({"feature_gates":{)";
    json.reserve(60'000'000);
    quint32 state = 12345;
    const auto random = [&state] { return state = state * 1664525 + 1013904223; };
    for (int i = 0; i < entries; ++i) {
        if (i == entries / 2)
            json += R"(},"dynamic_configs":{)";
        else if (i > 0)
            json += ',';
        const bool isChanged = changed && i % 10 == 0;
        const QByteArray number = QByteArray::number(random());
        json += '"' + number + R"(":{"name":")" + number + R"(","value":)";
        if (i < entries / 2)
            json += (random() % 2 == 0) == isChanged ? "true" : "false";
        else
            json += R"({"title":"checkout_)" + QByteArray::number(i) + R"(","limit":)"
                + QByteArray::number(i % 97 + (isChanged ? 100 : 0))
                + R"(,"colors":["red","green","caf\u00e9"],"nested":{"on":true,"ratio":0.25}})";
        json += R"(,"rule_id":")" + QByteArray::number(random(), 36) + R"(","group":")"
            + QByteArray::number(random(), 36)
            + R"(","id_type":"userID","is_device_based":false,"secondary_exposures":[{"gate":")" + number
            + R"(","gateValue":"true","ruleID":"7w9rbTSffLT89pxqpyhuqK"},{"gate":"holdout","gateValue":"false","ruleID":"default"}],)"
              R"("undelegated_secondary_exposures":[]})";
    }
    return json + R"(},"layer_configs":{},"has_updates":true,"time":1767225600000})";
}
