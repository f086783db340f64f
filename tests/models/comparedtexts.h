// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/compare/comparison.h>

namespace Gatescope::Test {

ComparedDocument comparedDocument(const QByteArray &json, const ProjectPtr &names = nullptr);
/// Specs with what is compiled of them.
ComparedDocument comparedSpecs(const QByteArray &json);
/// Null if they cannot be compared.
ComparisonPtr comparedTexts(
    const ComparedDocument &left, const ComparedDocument &right, const CompareOptions &options = {});
/// One line for each entity, one below it for each field: "gate checkout_v2: changed", "  value: Off | On".
QStringList printedComparison(const Comparison &comparison);
/// The same as printed lines of text.
QString printedLines(const Comparison &comparison);

} // namespace Gatescope::Test
