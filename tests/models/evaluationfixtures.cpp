// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationfixtures.h"

#include <QTest>

namespace Gatescope::Test {

JsonDocumentPtr parsedJson(const QByteArray &text)
{
    const auto document = JsonDocument::parse(text);
    if (!document)
        QTest::qFail(
            qPrintable(document.error().message + QLatin1Char(' ') + QString::fromUtf8(text.left(200))),
            __FILE__, __LINE__);
    return document.value_or(nullptr);
}

ProjectPtr compiledProject(const QByteArray &payload)
{
    const JsonDocumentPtr document = parsedJson(payload);
    if (!document)
        return nullptr;
    const auto project = Project::compile(document);
    if (!project)
        QTest::qFail(qPrintable(project.error().message), __FILE__, __LINE__);
    return project.value_or(nullptr);
}

ProjectPtr projectOfCondition(const QByteArray &condition)
{
    return compiledProject(
        R"({"has_updates":true,"time":1,"feature_gates":{"g":{"type":"feature_gate","salt":"s",
        "enabled":true,"defaultValue":false,"idType":"userID","entity":"feature_gate","rules":[{"id":"r","name":"r",
        "salt":"","passPercentage":100,"conditions":["c"],"returnValue":true,"idType":"userID"}]}},
        "dynamic_configs":{},"layer_configs":{},"experiment_to_layer":{},"condition_map":{"c":)"
        + condition + "}}");
}

EvaluationUser userOf(const QByteArray &json)
{
    return EvaluationUser(parsedJson(json));
}

std::string compact(const JsonValue &value)
{
    return jsonCompact(value).toStdString();
}

std::optional<std::string> FixedCountries::country(std::string_view ip) const
{
    const QByteArray found = m_countries.value(QByteArray(ip.data(), qsizetype(ip.size())));
    return found.isEmpty() ? std::nullopt : std::optional(found.toStdString());
}

std::shared_ptr<const CountryLookup> knownCountries()
{
    return std::make_shared<FixedCountries>(QMap<QByteArray, QByteArray> {{"1.0.0.0", "US"},
        {"8.8.8.8", "US"}, {"2.2.2.2", "FR"}, {"122.56.1.1", "NZ"}, {"123.45.67.8", "KR"},
        {"115.240.90.163", "IN"}, {"24.18.183.148", "US"}, {"102.102.102.102", "MA"}});
}

std::shared_ptr<const IdLists> idListsOf(const QByteArray &json)
{
    const JsonDocumentPtr document = parsedJson(json);
    auto lists = IdLists::fromJson(document->root());
    if (!lists)
        QTest::qFail(qPrintable(lists.error().message), __FILE__, __LINE__);
    return std::make_shared<const IdLists>(lists.value_or(IdLists()));
}

} // namespace Gatescope::Test
