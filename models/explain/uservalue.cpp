// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "uservalue.h"

#include <models/evaluation/compiledtarget.h>
#include <models/evaluation/buckethash.h>
#include <models/evaluation/targetwords.h>
#include <models/statsig/typedtext.h>

#include <QCoreApplication>

#include <array>
#include <chrono>

namespace Gatescope {

namespace {

struct UserValueText
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::UserValue)
};

QString cutValueText(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

bool comesFromPrivate(const EvaluationUser &user, BuiltInField field)
{
    return user.attribute(FieldName(memberName(field))).source == ValueSource::PrivateAttributes;
}

JsonValue memberAnyCase(const JsonValue &object, const FieldName &field)
{
    const JsonValue exact = object.member(field.name);
    return exact.isValid() ? exact : object.member(field.lower);
}

/// Where a value that was found stands in the user.
JsonValue writtenAt(const JsonValue &user, ValueSource source, const FieldName &field)
{
    switch (source) {
    case ValueSource::UserField:
        return user.member(memberName(field.builtIn ? *field.builtIn : *field.alias));
    case ValueSource::Custom:
        return memberAnyCase(user.member("custom"), field);
    case ValueSource::PrivateAttributes:
        return memberAnyCase(user.member("privateAttributes"), field);
    case ValueSource::CustomIds:
        return memberAnyCase(user.member("customIDs"), field);
    case ValueSource::Environment:
        return user.member("statsigEnvironment").member(field.name);
    default:
        return {};
    }
}

UserValue foundIn(const EvaluationUser &user, const FoundValue &found, const FieldName &field)
{
    UserValue value;
    value.source = found.source;
    value.value = found.value;
    if (found.value)
        value.written = writtenAt(user.json(), found.source, field);
    value.isPrivate = found.source == ValueSource::PrivateAttributes;
    return value;
}

UserValue computed(ValueSource source, const QString &text, bool isPrivate = false)
{
    UserValue value;
    value.source = text.isEmpty() ? ValueSource::Nowhere : source;
    value.derived = text;
    value.isPrivate = isPrivate;
    return value;
}

QString attributeText(const AttributeValue *value)
{
    return value && value->text ? QString::fromStdString(*value->text) : QString();
}

UserValue agentValue(const EvaluationUser &user, AgentField field)
{
    return computed(ValueSource::UserAgent, attributeText(user.userAgent(field)),
        comesFromPrivate(user, BuiltInField::UserAgent));
}

/// The country of an address is known only where it was looked up.
UserValue countryValue(const TraceView &view, std::uint32_t node)
{
    const std::optional<std::string> found = node == Trace::none ? std::nullopt : view.node(node).userValue;
    return computed(ValueSource::IpAddress, QString::fromStdString(found.value_or("")),
        comesFromPrivate(view.user(), BuiltInField::Ip));
}

qint64 nowOf(const TraceView &view)
{
    const auto time = std::chrono::system_clock::now().time_since_epoch();
    return view.context().now.value_or(std::chrono::duration_cast<std::chrono::milliseconds>(time).count());
}

UserValue timeValue(const TraceView &view, std::uint32_t node)
{
    const std::optional<std::string> traced = node == Trace::none ? std::nullopt : view.node(node).userValue;
    const qint64 now = traced ? QString::fromStdString(*traced).toLongLong() : nowOf(view);
    return computed(ValueSource::Clock, momentText(now));
}

UserValue appValue(const TraceView &view)
{
    if (view.context().withoutApp)
        return computed(ValueSource::TargetApp, {});
    const std::optional<std::string> &selected = view.context().appId;
    return computed(ValueSource::TargetApp,
        selected ? QString::fromStdString(*selected) : attributeText(view.project().appId()));
}

UserValue environmentValue(const TraceView &view, const Condition &condition)
{
    const UserValue own =
        foundIn(view.user(), view.user().environment(*condition.fieldName), *condition.fieldName);
    if (own.value || condition.fieldName->lower != "tier")
        return own;
    return computed(ValueSource::DefaultEnvironment, attributeText(view.project().defaultEnvironment()));
}

UserValue groupValue(const TraceView &view, std::uint32_t node)
{
    const std::optional<std::string> group = node == Trace::none ? std::nullopt : view.node(node).userValue;
    return computed(ValueSource::ExperimentGroup, QString::fromStdString(group.value_or("")));
}

Trace::Bucket hashedBucket(std::initializer_list<std::string_view> parts, int modulus)
{
    Trace::Bucket bucket;
    bucket.hashedText = bucketText(parts);
    bucket.hash = bucketHash(bucket.hashedText);
    bucket.modulus = modulus;
    bucket.bucket = int(bucket.hash % std::uint64_t(modulus));
    return bucket;
}

ValueType jsonType(const UserValue &value)
{
    switch (value.written.kind()) {
    case JsonValue::Kind::True:
    case JsonValue::Kind::False:
        return ValueType::Boolean;
    case JsonValue::Kind::Number:
        return ValueType::Number;
    case JsonValue::Kind::Array:
        return ValueType::List;
    case JsonValue::Kind::Object:
        return ValueType::Json;
    default:
        return ValueType::Text;
    }
}

/// The type a comparison is made for; none where any will do.
std::optional<ValueType> comparedType(const Condition &condition)
{
    using Target = CompiledTarget::Kind;
    switch (condition.op) {
    case Operator::Gt:
    case Operator::Gte:
    case Operator::Lt:
    case Operator::Lte:
        return ValueType::Number;
    case Operator::ArrayContainsAny:
    case Operator::ArrayContainsNone:
    case Operator::ArrayContainsAll:
    case Operator::NotArrayContainsAll:
        return ValueType::List;
    case Operator::Eq:
    case Operator::Neq:
        break;
    default:
        return std::nullopt;
    }
    switch (condition.compiled->kind) {
    case Target::Bool:
        return ValueType::Boolean;
    case Target::Number:
        return ValueType::Number;
    case Target::String:
        return ValueType::Text;
    case Target::Array:
        return ValueType::List;
    default:
        return std::nullopt;
    }
}

} // namespace

bool UserValue::isSet() const
{
    return value ? !value->isNull : !derived.isEmpty();
}

UserValue userValueOf(const TraceView &view, const Condition &condition, std::uint32_t node)
{
    const EvaluationUser &user = view.user();
    const FieldName &field = *condition.fieldName;
    switch (condition.type) {
    case ConditionType::UserField:
        return foundIn(user, user.attribute(field), field);
    case ConditionType::UnitId:
        return foundIn(user, user.unitId(*condition.idTypeName), *condition.idTypeName);
    case ConditionType::UaBased:
        if (user.attribute(field).value || !field.agentField)
            return foundIn(user, user.attribute(field), field);
        return agentValue(user, *field.agentField);
    case ConditionType::IpBased:
        return user.attribute(field).value ? foundIn(user, user.attribute(field), field)
                                           : countryValue(view, node);
    case ConditionType::EnvironmentField:
        return environmentValue(view, condition);
    case ConditionType::CurrentTime:
        return timeValue(view, node);
    case ConditionType::TargetApp:
        return appValue(view);
    case ConditionType::ExperimentGroup:
        return groupValue(view, node);
    default:
        return {};
    }
}

Phrases valueWords(const UserValue &value, qsizetype longest)
{
    if (!value.isSet())
        return {mutedPhrase(UserValueText::tr("not set"))};
    QString text = value.derived;
    if (value.written.isString())
        text = value.written.toString();
    else if (value.written.isValid())
        text = cutValueText(value.written.rawText().substr(0, size_t(longest) * 4));
    if (text.size() > longest)
        text = text.left(longest - 1) + u'…';
    if (text.trimmed().size() != text.size() || text.isEmpty())
        text = u'“' + text + u'”';
    Phrase phrase = codePhrase(text);
    phrase.isPrivate = value.isPrivate;
    return {phrase};
}

QString valueRemark(const UserValue &value, const Condition &condition)
{
    if (!value.isSet())
        return {};
    if (value.source == ValueSource::UserAgent || value.source == ValueSource::IpAddress
        || value.source == ValueSource::DefaultEnvironment)
        return whereWords(value.source);
    if (!value.written.isValid())
        return {};
    const ValueType type = jsonType(value);
    const std::optional<ValueType> compared = comparedType(condition);
    return compared && *compared != type ? valueTypeName(type) : QString();
}

QString whereWords(ValueSource source)
{
    switch (source) {
    case ValueSource::Nowhere:
        return {};
    case ValueSource::UserField:
        return UserValueText::tr("user field");
    case ValueSource::Custom:
        return QStringLiteral("custom");
    case ValueSource::PrivateAttributes:
        return QStringLiteral("privateAttributes");
    case ValueSource::CustomIds:
        return QStringLiteral("customIDs");
    case ValueSource::Environment:
        return QStringLiteral("statsigEnvironment");
    case ValueSource::DefaultEnvironment:
        return UserValueText::tr("the project's default");
    case ValueSource::UserAgent:
        return UserValueText::tr("from the user agent");
    case ValueSource::IpAddress:
        return UserValueText::tr("from the IP address");
    case ValueSource::Clock:
        return UserValueText::tr("the clock");
    case ValueSource::Bucket:
        return UserValueText::tr("computed from the ID");
    case ValueSource::TargetApp:
        return UserValueText::tr("the selected app");
    case ValueSource::ExperimentGroup:
        return UserValueText::tr("the experiment's answer");
    }
    return {};
}

Trace::Bucket conditionBucket(const TraceView &view, const Condition &condition, std::uint32_t node)
{
    if (node != Trace::none && view.node(node).bucket)
        return *view.node(node).bucket;
    return hashedBucket({condition.salt, view.user().unitIdText(*condition.idTypeName)}, 1000);
}

Trace::Bucket ruleBucket(const TraceView &view, const Spec &spec, const Rule &rule, std::uint32_t node)
{
    if (node != Trace::none && view.node(node).bucket)
        return *view.node(node).bucket;
    Trace::Bucket bucket =
        hashedBucket({spec.salt, rule.salt, view.user().unitIdText(*rule.idTypeName)}, 10'000);
    bucket.limit = rule.passPercentage * 100;
    return bucket;
}

} // namespace Gatescope
