// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evidence.h"

#include "evidencenames.h"
#include "hiddenvalues.h"

#include <models/exchangeformats/keyremoval.h>
#include <models/json/jsonrewrite.h>
#include <models/statsig/members.h>

#include <QCoreApplication>

namespace Gatescope {

namespace {

struct EvidenceWords
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::Evidence)
};

constexpr qint64 formatVersion = 1;
constexpr QByteArrayView scriptStart = "<script type=\"application/json\" id=\"gatescope-evidence\">";

QString evidenceKey(const char *name)
{
    return QLatin1String(name);
}

QByteArray answerJson(const std::optional<EvidenceAnswer> &answer)
{
    if (!answer)
        return "null";
    return membersToJson({{evidenceKey("verdict"), jsonQuoted(answer->verdict)},
        {evidenceKey("rule"), jsonQuoted(answer->rule)}, {evidenceKey("source"), jsonQuoted(answer->source)},
        {evidenceKey("value"), answer->value.isEmpty() ? QByteArrayLiteral("null") : answer->value}});
}

std::optional<EvidenceAnswer> answerOf(const JsonValue &value)
{
    if (!value.isObject())
        return std::nullopt;
    const JsonValue content = value["value"];
    return EvidenceAnswer {value["verdict"].toString(), value["rule"].toString(), value["source"].toString(),
        !content.isValid() || content.isNull() ? QByteArray() : jsonCompact(content)};
}

void redactAnswer(std::optional<EvidenceAnswer> &answer, const Redaction &redaction)
{
    if (!answer)
        return;
    for (QString *text : {&answer->verdict, &answer->rule, &answer->source})
        *text = redaction.text(*text);
    if (!answer->value.isEmpty())
        answer->value = redaction.json(answer->value);
}

/// The hash of a unit that is hidden, and the text that was hashed but for its salt.
QByteArray withoutTellingHashes(const QByteArray &explanation, const Redaction &redaction)
{
    const auto document = JsonDocument::parse(explanation);
    if (!document)
        return {};
    JsonRewrite rewrite(*document);
    const JsonValue buckets = (*document)->root()["buckets"];
    for (quint32 i = 0; i < buckets.size(); ++i) {
        if (redaction.changes(buckets.at(i)["unit_id"].toString()) && buckets.at(i)["hash"].isValid())
            rewrite.replace(buckets.at(i)["hash"], "null");
    }
    return rewrite.text();
}

QByteArray jsonInside(const QByteArray &file)
{
    const qsizetype start = file.indexOf(scriptStart);
    if (start < 0)
        return file.trimmed().startsWith('{') ? file : QByteArray();
    const qsizetype from = start + scriptStart.size();
    const qsizetype end = file.indexOf("</script>", from);
    return file.mid(from, end < 0 ? 0 : end - from);
}

Evidence evidenceOf(const JsonValue &root, const StatsigUser &user)
{
    Evidence evidence;
    evidence.item = {entityKindOf(root["entity"]["kind"].toString()).value_or(EntityKind::Gate),
        root["entity"]["name"].toString()};
    evidence.user = user;
    evidence.live = answerOf(root["live"]);
    evidence.local = answerOf(root["local"]);
    evidence.agreement = root["agreement"].toString();
    if (root["explanation"].isObject())
        evidence.explanation = jsonCompact(root["explanation"]);
    evidence.connection = root["connection"].toString();
    evidence.address = root["address"].toString();
    evidence.tier = root["tier"].toString();
    evidence.specsTime = root["specs"]["time"].toInt64().value_or(0);
    evidence.specsSource = root["specs"]["source"].toString();
    evidence.madeUtc = QDateTime::fromString(root["made"].toString(), Qt::ISODateWithMs).toUTC();
    evidence.program = root["program"].toString();
    return evidence;
}

} // namespace

Evidence redacted(Evidence evidence, const Redaction &redaction)
{
    evidence.user = redaction.user();
    redactAnswer(evidence.live, redaction);
    redactAnswer(evidence.local, redaction);
    if (!evidence.explanation.isEmpty())
        evidence.explanation = redaction.json(
            withoutTellingHashes(withoutHiddenValues(evidence.explanation, redaction), redaction),
            Redaction::Names::Explanation);
    for (QString *text :
        {&evidence.agreement, &evidence.connection, &evidence.address, &evidence.specsSource})
        *text = redaction.text(*text);
    return evidence;
}

QByteArray evidenceJson(const Evidence &evidence)
{
    const QByteArray entity =
        membersToJson({{evidenceKey("kind"), jsonQuoted(evidenceName(evidence.item.kind))},
            {evidenceKey("name"), jsonQuoted(evidence.item.name)}});
    const QByteArray specs = membersToJson({{evidenceKey("time"), QByteArray::number(evidence.specsTime)},
        {evidenceKey("source"), jsonQuoted(evidence.specsSource)}});
    return withoutKeys(membersToJson({{evidenceKey("gatescope_evidence"), QByteArray::number(formatVersion)},
        {evidenceKey("made"), jsonQuoted(evidence.madeUtc.toUTC().toString(Qt::ISODateWithMs))},
        {evidenceKey("program"), jsonQuoted(evidence.program)}, {evidenceKey("entity"), entity},
        {evidenceKey("user"), evidence.user.toJson()}, {evidenceKey("live"), answerJson(evidence.live)},
        {evidenceKey("local"), answerJson(evidence.local)},
        {evidenceKey("agreement"), jsonQuoted(evidence.agreement)},
        {evidenceKey("connection"), jsonQuoted(evidence.connection)},
        {evidenceKey("address"), jsonQuoted(evidence.address)},
        {evidenceKey("tier"), jsonQuoted(evidence.tier)}, {evidenceKey("specs"), specs},
        {evidenceKey("explanation"),
            evidence.explanation.isEmpty() ? QByteArrayLiteral("null") : evidence.explanation}}));
}

Result<Evidence> readEvidence(const QByteArray &file)
{
    const QByteArray json = jsonInside(file);
    if (json.isEmpty())
        return failure(ErrorCode::WrongShape,
            EvidenceWords::tr("This is no evidence file of Gatescope: it has no data inside."));
    const auto document = JsonDocument::parse(json);
    if (!document)
        return failure(ErrorCode::BadInput,
            EvidenceWords::tr("The evidence file is damaged: %1").arg(document.error().message));
    const JsonValue root = (*document)->root();
    const auto version = root["gatescope_evidence"].toInt64();
    if (!version)
        return failure(ErrorCode::WrongShape,
            EvidenceWords::tr("This is no evidence file of Gatescope: its data are of another kind."));
    if (*version > formatVersion)
        return failure(ErrorCode::Unsupported,
            EvidenceWords::tr(
                "This evidence file was made by a newer version of Gatescope (%1). Update to open it.")
                .arg(root["program"].toString()));
    const auto user = StatsigUser::fromJson(root["user"]);
    if (!user)
        return failure(ErrorCode::BadInput,
            EvidenceWords::tr("The evidence file is damaged: %1").arg(user.error().message));
    return evidenceOf(root, *user);
}

} // namespace Gatescope
