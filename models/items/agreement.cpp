// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "agreement.h"

#include <QCoreApplication>

namespace Gatescope {

namespace {

struct AgreementText
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::Agreement)
};

void compareText(const QString &live, const QString &local, Difference difference, Differences &differences)
{
    differences.setFlag(difference, !live.isNull() && live != local);
}

Differences compareGates(const GateResult &live, const GateResult &local)
{
    Differences differences;
    differences.setFlag(Difference::Value, live.value != local.value);
    compareText(live.ruleId, local.ruleId, Difference::Rule, differences);
    compareText(live.groupName, local.groupName, Difference::Group, differences);
    return differences;
}

JsonValue valueInBody(const CheckAnswer &live)
{
    return live.body ? live.body->root().member("value") : JsonValue();
}

/// The live value as parsed with its answer, else from its text.
bool isSameValue(const CheckAnswer &live, const ConfigResult &config, const LocalAnswer &local)
{
    if (!local.value)
        return false;
    if (const JsonValue value = valueInBody(live); value.isValid())
        return jsonEquals(value, local.value->root());
    const auto document = JsonDocument::parse(config.value);
    return document && jsonEquals((*document)->root(), local.value->root());
}

JsonDocument::Id firstDifference(JsonValue live, JsonValue local)
{
    while (live.isContainer() && live.kind() == local.kind()) {
        quint32 i = 0;
        JsonValue other;
        for (; i < live.size(); ++i) {
            other = live.isObject() ? local.member(live.at(i).keyUtf8()) : local.at(i);
            if (!jsonEquals(live.at(i), other))
                break;
        }
        if (i == live.size())
            break;
        live = live.at(i);
        local = other;
    }
    return live.id();
}

Differences compareConfigs(const CheckAnswer &answer, const ConfigResult &live, const LocalAnswer &local)
{
    const auto &own = std::get<ConfigResult>(local.content);
    Differences differences;
    differences.setFlag(Difference::Value, !isSameValue(answer, live, local));
    compareText(live.ruleId, own.ruleId, Difference::Rule, differences);
    compareText(live.groupName, own.groupName, Difference::Group, differences);
    compareText(
        live.allocatedExperimentName, own.allocatedExperimentName, Difference::Experiment, differences);
    return differences;
}

} // namespace

std::optional<Differences> differencesOf(const CheckAnswer &live, const LocalAnswer &local)
{
    if (live.error || live.content.index() != local.content.index())
        return std::nullopt;
    if (const auto *gate = std::get_if<GateResult>(&live.content))
        return compareGates(*gate, std::get<GateResult>(local.content));
    if (const auto *config = std::get_if<ConfigResult>(&live.content))
        return compareConfigs(live, *config, local);
    return std::nullopt;
}

Agreement compareAnswers(
    const CheckItem &item, const CheckAnswer &live, const LocalAnswer &local, const LocalWitness &witness)
{
    const std::optional<Differences> differences = differencesOf(live, local);
    if (!differences)
        return {};
    if (!*differences)
        return {Agreement::State::Agrees, {}, JsonDocument::noId, nullptr};
    Agreement agreement {Agreement::State::Differs, *differences, JsonDocument::noId,
        std::make_shared<const WitnessTouches>(touchesOf(item, live, witness))};
    const JsonValue value = valueInBody(live);
    if (differences->testFlag(Difference::Value) && value.isContainer() && local.value)
        agreement.firstDifference = firstDifference(value, local.value->root());
    return agreement;
}

QString agreementWords(const Agreement &agreement)
{
    if (agreement.state == Agreement::State::None)
        return {};
    if (agreement.state == Agreement::State::Agrees)
        return AgreementText::tr("agrees");
    switch (agreement.differences.toInt()) {
    case int(Difference::Rule):
        return AgreementText::tr("rule differs");
    case int(Difference::Group):
        return AgreementText::tr("group differs");
    case int(Difference::Experiment):
        return AgreementText::tr("experiment differs");
    default:
        return AgreementText::tr("differs");
    }
}

QString differenceWords(Differences differences)
{
    QStringList words;
    const auto add = [&](Difference difference, const QString &word) {
        if (differences.testFlag(difference))
            words.append(word);
    };
    add(Difference::Value, AgreementText::tr("value"));
    add(Difference::Rule, AgreementText::tr("rule"));
    add(Difference::Group, AgreementText::tr("group"));
    add(Difference::Experiment, AgreementText::tr("experiment"));
    if (words.size() < 2)
        return words.join(QString());
    const QString last = words.takeLast();
    return AgreementText::tr("%1 and %2", "value, rule and group")
        .arg(words.join(QStringLiteral(", ")), last);
}

} // namespace Gatescope
