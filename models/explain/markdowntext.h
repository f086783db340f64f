// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/phrase.h>

namespace Gatescope {

/// \name Text in Markdown, as GitHub, GitLab and CommonMark read it. Whatever it holds it stays text on one
/// line: no markup, no HTML, no links, no mentions; what cannot be seen (control and direction characters) is
/// shown by its number.
/// @{

/// Words in the flow of a sentence; those that look like an address or a mention become a code span.
QString markdownWords(const QString &text);
QString markdownBold(const QString &text);
/// A code span; “” for an empty text.
QString markdownCode(const QString &text);
/// A sentence with its faces. Values of privateAttributes are replaced by "(private)".
QString markdownPhrases(const Phrases &phrases);
/// A fenced block that its content cannot end; the content keeps its lines.
QString markdownBlock(const QString &language, const QString &content);
/// @}

/// The text of a sentence with "(private)" for values of privateAttributes.
QString publicText(const Phrases &phrases);
/// "(private)".
QString privateMark();

} // namespace Gatescope
