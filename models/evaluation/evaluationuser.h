// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "attributevalue.h"

#include <models/json/jsondocument.h>

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace Gatescope {

/// The fields of a user that have a name of their own.
enum class BuiltInField { UserId, Email, Ip, Country, Locale, AppVersion, UserAgent };
inline constexpr std::size_t builtInFieldCount = 7;

/// The fields that are parsed from a user agent (facts §6.1).
enum class AgentField { OsName, OsVersion, BrowserName, BrowserVersion };
inline constexpr std::size_t agentFieldCount = 4;

/// A field a condition asks for, looked up once when a project is compiled.
struct FieldName
{
    FieldName() = default;
    explicit FieldName(std::string_view asWritten);

    std::string name;
    std::string lower;
    std::optional<BuiltInField> builtIn; ///< such as "userID", in any case
    std::optional<BuiltInField> alias; ///< such as "user_id": asked last
    std::optional<AgentField> agentField; ///< such as "os_name"
};

/// Where a value was found.
enum class ValueSource {
    Nowhere,
    UserField,
    Custom,
    PrivateAttributes,
    CustomIds,
    Environment,
    DefaultEnvironment, ///< the project's default_environment
    UserAgent, ///< parsed from it
    IpAddress, ///< the country of it
    Clock,
    Bucket,
    TargetApp,
    ExperimentGroup,
};

struct FoundValue
{
    const AttributeValue *value = nullptr;
    ValueSource source = ValueSource::Nowhere;
};

/// A user prepared for evaluation: the JSON of a StatsigUser with its fields found once. Anything may be of
/// any JSON type; what an SDK could not hold is read as absent. Immutable, any thread.
class EvaluationUser
{
public:
    /// Keeps the document alive. A value that is no object gives an empty user.
    explicit EvaluationUser(JsonDocumentPtr document, JsonValue user);
    explicit EvaluationUser(const JsonDocumentPtr &document);

    const JsonValue &json() const { return m_user; }

    /// Facts §3.7: the built-in fields if not empty, custom, private attributes, then the aliases.
    FoundValue attribute(const FieldName &field) const;
    /// userID or a custom ID.
    FoundValue unitId(const FieldName &idType) const;
    /// The text that is hashed for buckets: empty when there is no such ID.
    std::string_view unitIdText(const FieldName &idType) const;
    FoundValue environment(const FieldName &field) const;
    const AttributeValue *builtIn(BuiltInField field) const; ///< null if absent or empty
    /// What the user agent says; null without one, or if it is too long to be looked at.
    const AttributeValue *userAgent(AgentField field) const;
    /// The text of the IP address; empty if there is none.
    std::string_view ip() const;

private:
    using Table = std::vector<std::pair<std::string, AttributeValue>>; ///< sorted by key
    static Table tableOf(const JsonValue &object);
    static const AttributeValue *find(const Table &table, std::string_view key);
    static const AttributeValue *findAnyCase(const Table &table, const FieldName &field);

    JsonDocumentPtr m_document;
    JsonValue m_user;
    std::array<std::optional<AttributeValue>, builtInFieldCount> m_fields;
    Table m_custom;
    Table m_privateAttributes;
    Table m_customIds;
    Table m_environment;
    std::optional<std::array<AttributeValue, agentFieldCount>> m_userAgent;
};

} // namespace Gatescope
