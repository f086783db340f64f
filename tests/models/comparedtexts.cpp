// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "comparedtexts.h"

#include <models/compare/comparisonnames.h>
#include <models/compare/comparisonwords.h>

namespace Gatescope::Test {

ComparedDocument comparedDocument(const QByteArray &json, const ProjectPtr &names)
{
    const auto document = JsonDocument::parse(json);
    return {document ? *document : nullptr, names};
}

ComparedDocument comparedSpecs(const QByteArray &json)
{
    ComparedDocument specs = comparedDocument(json);
    const auto project = Project::compile(specs.document);
    specs.project = project ? *project : nullptr;
    return specs;
}

ComparisonPtr comparedTexts(
    const ComparedDocument &left, const ComparedDocument &right, const CompareOptions &options)
{
    if (!left.document || !right.document)
        return nullptr;
    const auto compared = compareDocuments(left, right, options);
    return compared ? *compared : nullptr;
}

QStringList printedComparison(const Comparison &comparison)
{
    QStringList lines;
    for (const EntityDifference &entity : comparison.differences) {
        const std::string_view change = jsonName(entity.change);
        lines << QStringLiteral("%1 %2: %3")
                     .arg(kindWords(entity.kind), entity.name,
                         QLatin1String(change.data(), qsizetype(change.size())));
        for (const FieldDifference &field : entity.fields)
            lines << QStringLiteral("  %1: %2 | %3")
                         .arg(fieldWords(field), sideText(entity, field, CompareSide::Left),
                             sideText(entity, field, CompareSide::Right));
    }
    return lines;
}

QString printedLines(const Comparison &comparison)
{
    return printedComparison(comparison).join(u'\n').replace(QChar::Nbsp, u' ');
}

} // namespace Gatescope::Test
