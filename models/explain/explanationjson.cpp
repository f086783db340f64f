// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "explanationjson.h"
#include "explanationnames.h"
#include "explanationuser.h"
#include "markdowntext.h"

#include <models/evaluation/jsonwriter.h>
#include <models/evaluation/numbertext.h>

#include <algorithm>

#include <cmath>

namespace Gatescope {

namespace {

constexpr quint32 mostTargets = 100;

using RowKind = ExplanationRow::Kind;

/// A percentage of 1e400 has no number in JSON.
QByteArray decimalJson(double number)
{
    return std::isfinite(number) ? QByteArray::fromStdString(plainDecimal(number))
                                 : QByteArrayLiteral("null");
}

class ExplanationWriter
{
public:
    explicit ExplanationWriter(const Explanation &explanation)
        : m_explanation(explanation)
    { }

    QByteArray write(const QString &program);

private:
    std::string_view idType() const;
    void writeVerdict();
    void writeMissing();
    void writeRow(const ExplanationRow &row);
    void writeUserValue(const ExplanationRow &row);
    void writeTarget(const ExplanationRow &row);
    void writeLinks(const ExplanationRow &row);
    void writeBucket(const BucketFact &fact);
    void writeRanges(const BucketFact &fact);
    void writeSpecs();

    void text(std::string_view key, const QString &value);
    void name(std::string_view key, std::string_view value);
    void number(std::string_view key, qint64 value);
    void boolean(std::string_view key, bool value);
    void optional(std::string_view key, const std::optional<std::string> &value);

    const Explanation &m_explanation;
    JsonWriter m_json;
};

void ExplanationWriter::text(std::string_view key, const QString &value)
{
    m_json.key(key);
    m_json.raw(jsonQuoted(value));
}

void ExplanationWriter::name(std::string_view key, std::string_view value)
{
    m_json.key(key);
    m_json.text(value);
}

void ExplanationWriter::number(std::string_view key, qint64 value)
{
    m_json.key(key);
    m_json.integer(value);
}

void ExplanationWriter::boolean(std::string_view key, bool value)
{
    m_json.key(key);
    m_json.boolean(value);
}

void ExplanationWriter::optional(std::string_view key, const std::optional<std::string> &value)
{
    m_json.key(key);
    if (value)
        m_json.text(*value);
    else
        m_json.null();
}

QByteArray ExplanationWriter::write(const QString &program)
{
    m_json.beginObject();
    text("name", m_explanation.ref.name);
    name("kind", jsonName(m_explanation.kind));
    name("id_type", idType());
    writeVerdict();
    name("cause", jsonName(m_explanation.cause));
    text("headline", publicText(m_explanation.headline));
    text("summary", m_explanation.summary);
    writeMissing();
    m_json.key("rows");
    m_json.beginArray();
    for (const ExplanationRow &row : m_explanation.rows)
        writeRow(row);
    m_json.endArray();
    m_json.key("buckets");
    m_json.beginArray();
    for (const BucketFact &fact : m_explanation.buckets)
        writeBucket(fact);
    m_json.endArray();
    m_json.key("user");
    m_json.raw(userWithoutPrivate(m_explanation.user->json()));
    writeSpecs();
    text("program", program);
    m_json.endObject();
    return m_json.take();
}

/// Of whoever answered; nobody did if it cannot be told.
std::string_view ExplanationWriter::idType() const
{
    const std::string &answered = m_explanation.verdict.idType;
    return answered.empty() && m_explanation.spec
        ? std::string_view(m_explanation.project->specs()[*m_explanation.spec].idType)
        : std::string_view(answered);
}

void ExplanationWriter::writeVerdict()
{
    const Verdict &verdict = m_explanation.verdict;
    m_json.key("verdict");
    m_json.beginObject();
    text("word", verdictWords(m_explanation.reading.verdict));
    m_json.key("value");
    if (!verdict.isDetermined())
        m_json.null();
    else if (m_explanation.ref.table == SpecTable::FeatureGates)
        m_json.boolean(verdict.value);
    else
        m_json.raw(verdict.json);
    const bool hasRule = verdict.isDetermined();
    optional("rule_id", hasRule ? std::optional(verdict.ruleId) : std::optional<std::string>());
    optional("group_name", verdict.groupName);
    optional("allocated_experiment", verdict.allocatedExperiment);
    name("reason", jsonName(verdict.reason));
    m_json.endObject();
}

void ExplanationWriter::writeMissing()
{
    m_json.key("missing");
    if (!m_explanation.missing) {
        m_json.null();
        return;
    }
    const MissingFact &missing = *m_explanation.missing;
    const bool isPrivate = std::ranges::any_of(missing.words, &Phrase::isPrivate);
    m_json.beginObject();
    name("cause", jsonName(missing.cause));
    text("subject", isPrivate ? privateMark() : missing.subject);
    text("text", publicText(missing.words));
    text("advice", missing.advice);
    m_json.endObject();
}

void ExplanationWriter::writeRow(const ExplanationRow &row)
{
    m_json.beginObject();
    number("depth", row.depth);
    m_json.key("parent");
    if (row.parent == ExplanationRow::none)
        m_json.null();
    else
        m_json.integer(row.parent);
    name("type", jsonName(row.kind));
    if (row.number > 0)
        number("number", row.number);
    if (!row.id.isEmpty())
        text("id", row.id);
    text("text", publicText(row.title));
    writeUserValue(row);
    writeTarget(row);
    name("result", jsonName(row.result));
    text("result_text", row.resultText);
    if (row.kind == RowKind::Rule || row.kind == RowKind::Group)
        boolean("decides", row.decides);
    writeLinks(row);
    m_json.endObject();
}

void ExplanationWriter::writeUserValue(const ExplanationRow &row)
{
    if (!row.user.isEmpty())
        text("user_text", publicText(row.user));
    if (row.source == ValueSource::Nowhere)
        return;
    if (row.isPrivate)
        text("user", privateMark());
    else if (row.written.isValid()) {
        m_json.key("user");
        m_json.raw(jsonCompact(row.written));
    } else if (row.source == ValueSource::Bucket) {
        number("user", row.derived.toLongLong());
    } else {
        text("user", row.derived);
    }
    name("found_in", jsonName(row.source));
}

void ExplanationWriter::writeTarget(const ExplanationRow &row)
{
    if (!row.target.isEmpty())
        text("target_text", publicText(row.target));
    if (row.kind == RowKind::Percentage) {
        m_json.key("target");
        m_json.raw(decimalJson(m_explanation.buckets[row.bucket].limit.value_or(0)));
    }
    if (row.condition == ExplanationRow::none)
        return;
    const JsonValue target = m_explanation.project->conditions()[row.condition].target;
    if (!target.isValid() || target.isNull())
        return;
    m_json.key("target");
    if (!target.isContainer()) {
        m_json.raw(jsonCompact(target));
        return;
    }
    m_json.beginArray();
    for (quint32 i = 0; i < std::min(target.size(), mostTargets); ++i)
        m_json.raw(target.isObject() ? jsonQuoted(target.at(i).key()) : jsonCompact(target.at(i)));
    m_json.endArray();
    number("target_count", target.size());
}

void ExplanationWriter::writeLinks(const ExplanationRow &row)
{
    if (row.asks) {
        m_json.key("asks");
        m_json.beginObject();
        name("table", jsonName(row.asks->table));
        text("name", row.asks->name);
        m_json.endObject();
    }
    if (row.shownAt != ExplanationRow::none)
        number("same_as", row.shownAt);
    if (row.bucket >= 0)
        number("bucket", row.bucket);
    if (!row.note.isEmpty())
        text("note", publicText(row.note));
}

void ExplanationWriter::writeBucket(const BucketFact &fact)
{
    m_json.beginObject();
    text("title", fact.title);
    text("id_type", fact.idType);
    text("unit_id", fact.unitId);
    text("salt", fact.salt);
    text("hashed_text", fact.hashedText);
    text("hash", QString::number(fact.hash));
    number("modulus", fact.modulus);
    number("bucket", fact.bucket);
    if (fact.limit) {
        m_json.key("limit");
        m_json.raw(decimalJson(*fact.limit));
    }
    writeRanges(fact);
    boolean("decides", fact.decides);
    text("text", fact.sentence);
    m_json.endObject();
}

void ExplanationWriter::writeRanges(const BucketFact &fact)
{
    m_json.key("ranges");
    m_json.beginArray();
    for (const BucketRange &range : fact.ranges) {
        m_json.beginObject();
        number("first", range.first);
        number("last", range.last);
        text("name", range.name);
        boolean("positive", range.isPositive);
        m_json.endObject();
    }
    m_json.endArray();
}

void ExplanationWriter::writeSpecs()
{
    const Project &project = *m_explanation.project;
    m_json.key("specs");
    m_json.beginObject();
    number("time", project.time());
    name("format", project.format() == Project::Format::V1 ? "dcs-v1" : "dcs-v2");
    const JsonValue version =
        m_explanation.spec ? project.specs()[*m_explanation.spec].source.member("version") : JsonValue();
    if (version.isNumber()) {
        m_json.key("version");
        m_json.raw(jsonCompact(version));
    }
    m_json.endObject();
}

} // namespace

QByteArray explanationJson(const Explanation &explanation, const QString &program)
{
    return ExplanationWriter(explanation).write(program);
}

} // namespace Gatescope
