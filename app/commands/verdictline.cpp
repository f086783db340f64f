// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "verdictline.h"

#include <models/evaluation/exposurelists.h>
#include <models/evaluation/jsonwriter.h>

namespace Gatescope {

namespace {

void writeOptional(JsonWriter &writer, std::string_view key, const std::optional<std::string> &text)
{
    writer.key(key);
    if (text)
        writer.text(*text);
    else
        writer.null();
}

void writeReason(JsonWriter &writer, const Verdict &verdict)
{
    if (verdict.reason == Reason::Recognized)
        return;
    writer.key("reason");
    if (verdict.reason == Reason::Undetermined)
        writer.text("undetermined: " + verdict.undetermined);
    else
        writer.text(verdict.reason == Reason::Unsupported ? "Unsupported" : "Unrecognized");
}

void writeVerdict(JsonWriter &writer, SpecTable table, const Verdict &verdict)
{
    writer.beginObject();
    writer.key("value");
    if (!verdict.isDetermined())
        writer.null();
    else if (table == SpecTable::FeatureGates)
        writer.boolean(verdict.value);
    else
        writer.raw(verdict.json);
    writeOptional(writer, "rule_id",
        verdict.isDetermined() ? std::optional(verdict.ruleId) : std::optional<std::string>());
    if (table != SpecTable::FeatureGates)
        writeOptional(writer, "group_name", verdict.groupName);
    if (table == SpecTable::LayerConfigs)
        writeOptional(writer, "allocated_experiment", verdict.allocatedExperiment);
    writer.key("secondary_exposures");
    writer.beginArray();
    for (const Exposure &exposure : distinctExposures(verdict.secondaryExposures))
        writeExposure(writer, exposure);
    writer.endArray();
    writeReason(writer, verdict);
    writer.endObject();
}

/// Those that have no config of their name.
void writeBandits(JsonWriter &writer, const Evaluator &evaluator, const EvaluationUser &user)
{
    const Project &project = *evaluator.project();
    for (const Bandit &bandit : project.bandits()) {
        if (project.bandit(bandit.name) != &bandit
            || project.find(SpecTable::DynamicConfigs, bandit.name) >= 0)
            continue;
        writer.key(bandit.name);
        writeVerdict(writer, SpecTable::DynamicConfigs, evaluator.experiment(bandit.name, user));
    }
}

} // namespace

QByteArray verdictLine(const Evaluator &evaluator, const EvaluationUser &user, qint64 number)
{
    const Project &project = *evaluator.project();
    JsonWriter writer;
    writer.beginObject();
    writer.key("user");
    writer.integer(number);
    for (const auto &[table, key] : {std::pair {SpecTable::FeatureGates, "gates"},
             {SpecTable::DynamicConfigs, "configs"}, {SpecTable::LayerConfigs, "layers"}}) {
        writer.key(key);
        writer.beginObject();
        for (std::uint32_t i = 0; i < project.specs().size(); ++i) {
            const Spec &spec = project.specs()[i];
            if (spec.table != table
                || project.find(table, spec.name) != int(i)) // the last of one name counts
                continue;
            writer.key(spec.name);
            writeVerdict(writer, table, evaluator.evaluate(i, user));
        }
        if (table == SpecTable::DynamicConfigs)
            writeBandits(writer, evaluator, user);
        writer.endObject();
    }
    writer.endObject();
    return writer.take();
}

} // namespace Gatescope
