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

const FieldName &userAgentName()
{
    static const FieldName name("userAgent");
    return name;
}

std::string_view textOf(const AttributeValue *value)
{
    return value && value->text ? std::string_view(*value->text) : std::string_view();
}

} // namespace

std::string_view memberName(BuiltInField field)
{
    return userMemberNames[std::size_t(field)];
}

FieldName::FieldName()
    : hash(attributeHash({}))
    , lowerHash(hash)
{ }

FieldName::FieldName(std::string_view asWritten)
    : hash(attributeHash(asWritten))
    , name(asWritten)
    , lower(lowerCased(asWritten))
{
    isLower = lower == name;
    lowerHash = attributeHash(lower);
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

const FieldName &FieldName::none()
{
    static const FieldName none;
    return none;
}

const FieldName *FieldNames::find(std::string_view asWritten)
{
    if (const auto found = m_index.find(asWritten); found != m_index.end())
        return found->second;
    const FieldName &name = m_names.emplace_back(asWritten);
    m_index.emplace(name.name, &name);
    return &name;
}

EvaluationUser::EvaluationUser(JsonDocumentPtr document, JsonValue user)
    : m_document(std::move(document))
    , m_user(user)
    , m_custom(user.member("custom"))
    , m_privateAttributes(user.member("privateAttributes"))
    , m_customIds(user.member("customIDs"))
    , m_environment(user.member("statsigEnvironment"))
{
    m_customIds.removeIf([](const AttributeValue &id) { return !id.text || id.boolean || id.elements; });
    for (std::size_t i = 0; i < builtInFieldCount; ++i) {
        const JsonValue value = user.member(userMemberNames[i]);
        if (value.isValid() && !value.isNull())
            m_fields[i] = AttributeValue::fromJson(value);
    }
    const AttributeValue *agentText = attribute(userAgentName()).value;
    if (agentText && agentText->text && agentText->text->size() <= longestUserAgent)
        m_userAgent = std::make_shared<const MadeOnce<AgentFields>>();
}

EvaluationUser::EvaluationUser(const JsonDocumentPtr &document)
    : EvaluationUser(document, document ? document->root() : JsonValue())
{ }

FoundValue EvaluationUser::environment(const FieldName &field) const
{
    const AttributeValue *value = m_environment.find(field.name, field.hash);
    return value ? FoundValue {value, ValueSource::Environment} : FoundValue();
}

const AttributeValue *EvaluationUser::userAgent(AgentField field) const
{
    if (!m_userAgent)
        return nullptr;
    const AgentFields &fields = m_userAgent->get([this] {
        UserAgent agent = parseUserAgent(textOf(attribute(userAgentName()).value));
        return std::make_unique<const AgentFields>(
            AgentFields {AttributeValue::fromText(std::move(agent.osName)),
                AttributeValue::fromText(std::move(agent.osVersion)),
                AttributeValue::fromText(std::move(agent.browserName)),
                AttributeValue::fromText(std::move(agent.browserVersion))});
    });
    return &fields[std::size_t(field)];
}

std::string_view EvaluationUser::ip() const
{
    static const FieldName ipName("ip");
    return textOf(attribute(ipName).value);
}

} // namespace Gatescope
