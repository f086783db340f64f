// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "project.h"

#include <QList>

namespace Gatescope {

/// An entity as a link's target: valid also after the project was replaced.
struct EntityRef
{
    SpecTable table = SpecTable::FeatureGates;
    QString name;
    bool operator==(const EntityRef &) const = default;
};

/// A piece of a sentence about a project, drawn in the face its meaning has.
struct Phrase
{
    enum class Style {
        Plain,
        Code, ///< an identifier or a value
        Link, ///< an entity
        Muted, ///< a side remark
        Strong, ///< what a rule or a group is called
    };

    QString text;
    Style style = Style::Plain;
    EntityRef link;
    bool isPrivate = false; ///< a value of privateAttributes: left out of what leaves the program
    bool operator==(const Phrase &) const = default;
};
using Phrases = QList<Phrase>;

Phrase plainPhrase(const QString &text);
Phrase codePhrase(const QString &text);
Phrase mutedPhrase(const QString &text);
Phrase strongPhrase(const QString &text);

/// A translated sentence whose %1 … %9 are replaced by phrases; a placeholder without one is left out.
Phrases fillPhrases(const QString &sentence, const QList<Phrases> &arguments);
/// The sentence without its faces, for tool tips, the clipboard and screen readers.
QString plainText(const Phrases &phrases);

/// The name people know: a segment without its "segment:".
QString displayName(const Spec &spec);
QString displayName(EntityKind kind, const QString &name);
/// A link to an entity under its display name; plain code where the project lacks it.
Phrase entityPhrase(const Project &project, SpecTable table, std::string_view name);

} // namespace Gatescope
