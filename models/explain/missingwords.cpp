// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "missingwords.h"

#include <models/json/utf8text.h>
#include <models/evaluation/compiledtarget.h>
#include <models/evaluation/searchpattern.h>

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Gatescope {

namespace {

using MissingCause = MissingFact::Cause;

/// %1 stands for the subject.
struct MissingSentence
{
    MissingCause cause;
    const char *words;
    const char *advice;
    const char *adviceHere; ///< of what the HTTP API does not answer for
};

// clang-format off
#define WORDS(text) QT_TRANSLATE_NOOP("Gatescope::MissingFact", text)
constexpr std::array missingSentences {
    MissingSentence {MissingCause::IdList, WORDS("the ID list %1 is not loaded"),
        WORDS("Ask the server, or load the list."), WORDS("Load the list.")},
    MissingSentence {MissingCause::Country, WORDS("the country of the IP address %1 is not known here"),
        WORDS("Ask the server, set country for this user, or choose a table of countries."),
        WORDS("Set country for this user, or choose a table of countries.")},
    MissingSentence {MissingCause::Pattern, WORDS("the pattern %1 took too many steps"),
        WORDS("Ask the server; a simpler pattern would be safer for every SDK."),
        WORDS("A simpler pattern would be safer for every SDK.")},
    MissingSentence {MissingCause::ConditionType, WORDS("the condition type %1 is not known here"),
        WORDS("Ask the server."), WORDS("A newer Gatescope may know it.")},
    MissingSentence {MissingCause::Operator, WORDS("the operator %1 is not known here"),
        WORDS("Ask the server."), WORDS("A newer Gatescope may know it.")},
    MissingSentence {MissingCause::Condition, WORDS("a condition is missing from the specs or cannot be read"),
        WORDS("Get fresh specs, or ask the server."), WORDS("Get fresh specs.")},
    MissingSentence {MissingCause::Draw, WORDS("the autotune %1 draws a group at random"),
        WORDS("Ask the server: its answer holds for that one call."),
        WORDS("The server's answer would hold for one call only.")},
    MissingSentence {MissingCause::Circle, WORDS("what %1 asks leads back to itself, or is nested too deeply"),
        WORDS("Look at its rules on the Specs page: SDKs cannot answer either."),
        WORDS("Look at its rules on the Specs page: SDKs cannot answer either.")},
    MissingSentence {MissingCause::Other, WORDS("it depends on something that is not here"),
        WORDS("Ask the server."), WORDS("Get fresh specs.")},
};
#undef WORDS
// clang-format on

QString targetName(const Condition &condition)
{
    return QString::fromStdString(condition.target.isString() ? condition.target.toUtf8() : std::string());
}

std::pair<MissingCause, QString> unsupportedCause(const Condition &condition)
{
    if (condition.typeName.empty())
        return {MissingCause::Condition, {}};
    if (condition.type == ConditionType::Other)
        return {MissingCause::ConditionType, utf8Text(condition.typeName)};
    const bool needsOperator = condition.op == Operator::None || condition.op == Operator::Other;
    if (!needsOperator)
        return {MissingCause::Condition, {}};
    const std::string_view name = condition.operatorName;
    return {MissingCause::Operator, name.empty() ? QStringLiteral("“”") : utf8Text(name)};
}

std::pair<MissingCause, QString> conditionCause(const TraceView &view, std::uint32_t node)
{
    const Condition &condition = view.condition(node);
    if (!condition.problem.empty())
        return unsupportedCause(condition);
    if (condition.op == Operator::InSegmentList || condition.op == Operator::NotInSegmentList)
        return {MissingCause::IdList, targetName(condition)};
    if (view.node(node).source == ValueSource::IpAddress) {
        const std::string_view ip = view.user().ip();
        return {MissingCause::Country, QString::fromUtf8(ip.data(), qsizetype(ip.size()))};
    }
    if (condition.type == ConditionType::PassGate || condition.type == ConditionType::FailGate)
        return {MissingCause::Circle, targetName(condition)};
    if (condition.type == ConditionType::ExperimentGroup)
        return {MissingCause::Circle, utf8Text(condition.field)};
    if (condition.compiled->pattern)
        return {MissingCause::Pattern, targetName(condition)};
    return {MissingCause::Other, {}};
}

std::pair<MissingCause, QString> entityCause(const TraceView &view, std::uint32_t node)
{
    const QString name = QString::fromStdString(view.node(node).name);
    return {view.node(node).choice ? MissingCause::Draw : MissingCause::Circle, name};
}

} // namespace

MissingFact missingFactOf(const TraceView &view, std::uint32_t entity)
{
    return missingFactAt(view, view.undecided(entity));
}

MissingFact missingFactAt(const TraceView &view, std::uint32_t node)
{
    const bool isCondition = view.node(node).kind == Trace::Kind::Condition;
    const auto [cause, subject] = isCondition ? conditionCause(view, node) : entityCause(view, node);
    const auto *sentence = std::ranges::find(missingSentences, cause, &MissingSentence::cause);
    const auto translated = [](const char *text) {
        return QCoreApplication::translate("Gatescope::MissingFact", text);
    };
    const EntityKind asked = view.spec(0).kind;
    const bool isLocal = asked == EntityKind::Segment || asked == EntityKind::Holdout;
    Phrase named = codePhrase(subject);
    named.isPrivate = cause == MissingCause::Country
        && view.user().attribute(FieldName("ip")).source == ValueSource::PrivateAttributes;
    return {cause, subject, fillPhrases(translated(sentence->words), {{named}}),
        translated(isLocal ? sentence->adviceHere : sentence->advice)};
}

} // namespace Gatescope
