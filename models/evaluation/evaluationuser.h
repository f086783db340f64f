// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "attributelist.h"
#include "attributevalue.h"
#include "madeonce.h"

#include <models/json/jsondocument.h>

#include <array>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace Gatescope {

/// The fields of a user that have a name of their own.
enum class BuiltInField { UserId, Email, Ip, Country, Locale, AppVersion, UserAgent };
inline constexpr std::size_t builtInFieldCount = 7;
/// What the field is called in a user's JSON: "userID".
std::string_view memberName(BuiltInField field);

/// The fields that are parsed from a user agent (facts §6.1).
enum class AgentField { OsName, OsVersion, BrowserName, BrowserVersion };
inline constexpr std::size_t agentFieldCount = 4;

/// A field a condition asks for, looked up once when a project is compiled.
struct FieldName
{
    FieldName();
    explicit FieldName(std::string_view asWritten);
    /// The one of the empty name.
    static const FieldName &none();

    std::optional<BuiltInField> builtIn; ///< such as "userID", in any case
    std::optional<BuiltInField> alias; ///< such as "user_id": asked last
    std::optional<AgentField> agentField; ///< such as "os_name"
    bool isLower = true; ///< name is lower already
    std::uint32_t hash = 0; ///< of name
    std::uint32_t lowerHash = 0;
    std::string name;
    std::string lower;
};

/// One of each, for as long as this lives.
class FieldNames
{
public:
    const FieldName *find(std::string_view asWritten);

private:
    std::unordered_map<std::string_view, const FieldName *> m_index;
    std::deque<FieldName> m_names;
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
    using AgentFields = std::array<AttributeValue, agentFieldCount>;
    static const AttributeValue *findAnyCase(const AttributeList &table, const FieldName &field);

    JsonDocumentPtr m_document;
    JsonValue m_user;
    std::array<std::optional<AttributeValue>, builtInFieldCount> m_fields;
    AttributeList m_custom;
    AttributeList m_privateAttributes;
    AttributeList m_customIds;
    AttributeList m_environment;
    std::shared_ptr<const MadeOnce<AgentFields>>
        m_userAgent; ///< null without one to look at; shared by copies
};

// What conditions ask for is inline.

inline const AttributeValue *EvaluationUser::findAnyCase(const AttributeList &table, const FieldName &field)
{
    const AttributeValue *value = table.find(field.name, field.hash);
    return value || field.isLower ? value : table.find(field.lower, field.lowerHash);
}

inline const AttributeValue *EvaluationUser::builtIn(BuiltInField field) const
{
    const auto &value = m_fields[std::size_t(field)];
    return value && !(value->text && value->text->empty()) ? &*value : nullptr;
}

inline FoundValue EvaluationUser::attribute(const FieldName &field) const
{
    if (field.builtIn) {
        if (const AttributeValue *value = builtIn(*field.builtIn))
            return {value, ValueSource::UserField};
    }
    if (const AttributeValue *value = findAnyCase(m_custom, field))
        return {value, ValueSource::Custom};
    if (const AttributeValue *value = findAnyCase(m_privateAttributes, field))
        return {value, ValueSource::PrivateAttributes};
    if (field.alias) {
        if (const auto &value = m_fields[std::size_t(*field.alias)]) // by this name an empty text counts
            return {&*value, ValueSource::UserField};
    }
    return {};
}

inline FoundValue EvaluationUser::unitId(const FieldName &idType) const
{
    if (idType.builtIn == BuiltInField::UserId) {
        const auto &value = m_fields[std::size_t(BuiltInField::UserId)];
        return value ? FoundValue {&*value, ValueSource::UserField} : FoundValue();
    }
    if (const AttributeValue *value = findAnyCase(m_customIds, idType))
        return {value, ValueSource::CustomIds};
    return {};
}

inline std::string_view EvaluationUser::unitIdText(const FieldName &idType) const
{
    const AttributeValue *value = unitId(idType).value;
    return value && value->text ? std::string_view(*value->text) : std::string_view();
}

} // namespace Gatescope
