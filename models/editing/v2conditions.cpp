// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "v2conditions.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace Gatescope {

V2Conditions::V2Conditions(const JsonDocumentPtr &payload)
    : m_payload(payload)
    , m_map(payload->root()["condition_map"])
{ }

/// A decimal number as Statsig's are (facts §2.1), made of the text, so that the same condition has the same.
std::string V2Conditions::add(const QByteArray &json)
{
    const QByteArray digest = QCryptographicHash::hash(json, QCryptographicHash::Sha256);
    auto number = qFromBigEndian<quint64>(digest.constData());
    std::string key = std::to_string(number);
    while (!isFree(key, json))
        key = std::to_string(++number);
    if (!m_map[key].isValid())
        m_added.insert_or_assign(key, json);
    else
        m_added.try_emplace(key); // which keeps it
    return key;
}

bool V2Conditions::isFree(const std::string &key, const QByteArray &json) const
{
    const JsonValue present = m_map[key];
    return !present.isValid()
        || present.rawText() == std::string_view(json.constData(), std::size_t(json.size()));
}

void V2Conditions::write(JsonRewrite &rewrite) const
{
    const std::map<std::string, std::size_t> uses = m_released.empty() ? m_released : this->uses();
    for (const auto &[key, released] : m_released) {
        const auto used = uses.find(key);
        if (used != uses.end() && used->second <= released && !m_added.contains(key))
            rewrite.removeMember(m_map, key);
    }
    for (const auto &[key, json] : m_added)
        if (!json.isEmpty())
            rewrite.insertMember(m_map, m_map.size(), key, json);
}

/// How often rules name each of the conditions that were released, those of entities that are off included.
std::map<std::string, std::size_t> V2Conditions::uses() const
{
    std::map<std::string, std::size_t> uses;
    std::string scratch;
    for (JsonValue::Id id = 0; id < m_payload->nodeCount(); ++id) {
        const JsonValue value(m_payload.get(), id);
        if (!value.isString() || value.hasKey() || value.parent().rawKey() != R"("conditions")")
            continue;
        if (const auto released = m_released.find(std::string(value.utf8(scratch)));
            released != m_released.end())
            ++uses[released->first];
    }
    return uses;
}

} // namespace Gatescope
