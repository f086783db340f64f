// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationuser.h"

#include "lowercase.h"
#include "useragent.h"

#include <algorithm>

namespace Gatescope {

namespace {

constexpr std::array<std::string_view, builtInFieldCount> userMemberNames {
    "userID", "email", "ip", "country", "locale", "appVersion", "userAgent"};
constexpr std::array<std::string_view, builtInFieldCount> lowerFieldNames {
    "userid", "email", "ip", "country", "locale", "appversion", "useragent"};
constexpr std::array<std::pair<std::string_view, BuiltInField>, 3> fieldAliases {
    std::pair {"user_id", BuiltInField::UserId},
    std::pair {"app_version", BuiltInField::AppVersion},
    std::pair {"user_agent", BuiltInField::UserAgent},
};
constexpr std::array<std::pair<std::string_view, AgentField>, 8> agentFieldNames {
    std::pair {"os_name", AgentField::OsName},
    std::pair {"osname", AgentField::OsName},
    std::pair {"os_version", AgentField::OsVersion},
    std::pair {"osversion", AgentField::OsVersion},
    std::pair {"browser_name", AgentField::BrowserName},
    std::pair {"browsername", AgentField::BrowserName},
    std::pair {"browser_version", AgentField::BrowserVersion},
    std::pair {"browserversion", AgentField::BrowserVersion},
};

std::string_view textOf(const AttributeValue *value)
{
    return value && value->text ? std::string_view(*value->text) : std::string_view();
}

} // namespace

FieldName::FieldName(std::string_view asWritten)
    : name(asWritten)
    , lower(lowerCased(asWritten))
{
    const auto found = std::ranges::find(lowerFieldNames, lower);
    if (found != lowerFieldNames.end())
        builtIn = BuiltInField(found - lowerFieldNames.begin());
    for (const auto &[text, field] : fieldAliases) {
        if (lower == text)
            alias = field;
    }
    for (const auto &[text, field] : agentFieldNames) {
        if (lower == text)
            agentField = field;
    }
}

EvaluationUser::EvaluationUser(JsonDocumentPtr document, JsonValue user)
    : m_document(std::move(document))
    , m_user(user)
    , m_custom(tableOf(user.member("custom")))
    , m_privateAttributes(tableOf(user.member("privateAttributes")))
    , m_customIds(tableOf(user.member("customIDs")))
    , m_environment(tableOf(user.member("statsigEnvironment")))
{
    for (std::size_t i = 0; i < builtInFieldCount; ++i) {
        const JsonValue value = user.member(userMemberNames[i]);
        if (value.isValid() && !value.isNull())
            m_fields[i] = AttributeValue::fromJson(value);
    }
    static const FieldName userAgentName("userAgent");
    const std::string_view agentText = textOf(attribute(userAgentName).value);
    if (!agentText.empty() && agentText.size() <= longestUserAgent) {
        UserAgent agent = parseUserAgent(agentText);
        m_userAgent = {AttributeValue::fromText(std::move(agent.osName)),
            AttributeValue::fromText(std::move(agent.osVersion)),
            AttributeValue::fromText(std::move(agent.browserName)),
            AttributeValue::fromText(std::move(agent.browserVersion))};
    }
}

EvaluationUser::EvaluationUser(const JsonDocumentPtr &document)
    : EvaluationUser(document, document ? document->root() : JsonValue())
{ }

FoundValue EvaluationUser::attribute(const FieldName &field) const
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

FoundValue EvaluationUser::unitId(const FieldName &idType) const
{
    if (idType.builtIn == BuiltInField::UserId) {
        const auto &value = m_fields[std::size_t(BuiltInField::UserId)];
        return value ? FoundValue {&*value, ValueSource::UserField} : FoundValue();
    }
    if (const AttributeValue *value = findAnyCase(m_customIds, idType))
        return {value, ValueSource::CustomIds};
    return {};
}

std::string_view EvaluationUser::unitIdText(const FieldName &idType) const
{
    return textOf(unitId(idType).value);
}

FoundValue EvaluationUser::environment(const FieldName &field) const
{
    const AttributeValue *value = find(m_environment, field.name);
    return value ? FoundValue {value, ValueSource::Environment} : FoundValue();
}

const AttributeValue *EvaluationUser::builtIn(BuiltInField field) const
{
    const auto &value = m_fields[std::size_t(field)];
    return value && !(value->text && value->text->empty()) ? &*value : nullptr;
}

const AttributeValue *EvaluationUser::userAgent(AgentField field) const
{
    return m_userAgent ? &(*m_userAgent)[std::size_t(field)] : nullptr;
}

std::string_view EvaluationUser::ip() const
{
    static const FieldName ipName("ip");
    return textOf(attribute(ipName).value);
}

EvaluationUser::Table EvaluationUser::tableOf(const JsonValue &object)
{
    Table table;
    if (!object.isObject())
        return table;
    table.reserve(object.size());
    for (quint32 i = 0; i < object.size(); ++i)
        table.emplace_back(object.at(i).keyUtf8(), AttributeValue::fromJson(object.at(i)));
    std::ranges::stable_sort(table, {}, &Table::value_type::first);
    return table;
}

const AttributeValue *EvaluationUser::find(const Table &table, std::string_view key)
{
    // upper_bound: of duplicates the last one counts
    const auto after = std::ranges::upper_bound(
        table, key, std::ranges::less {}, [](const auto &entry) { return std::string_view(entry.first); });
    return after != table.begin() && std::prev(after)->first == key ? &std::prev(after)->second : nullptr;
}

const AttributeValue *EvaluationUser::findAnyCase(const Table &table, const FieldName &field)
{
    if (table.empty())
        return nullptr;
    const AttributeValue *value = find(table, field.name);
    return value || field.lower == field.name ? value : find(table, field.lower);
}

} // namespace Gatescope
