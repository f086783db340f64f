// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/compare/comparison.h>
#include <models/statsig/exchange.h>
#include <models/statsig/statsiguser.h>

namespace Gatescope {

class PersonaBook;
class Workspace;

/// Something that can stand on one side of a comparison.
struct CompareSource
{
    enum class Kind {
        Exchange, ///< an answer
        Ask, ///< initialize for a user, still to be asked
        Specs, ///< those at hand
        File,
    };

    Kind kind = Kind::File;
    QString name; ///< for people: a user's, a file's
    QStringList remarks; ///< tell two of one name apart: "14:03", "exchange 12"
    ExchangePtr exchange;
    StatsigUser user; ///< Ask
    QString connectionId; ///< Ask: where
    ProjectPtr specs; ///< Specs
    QString fileName; ///< File

    QString text() const { return (QStringList(name) << remarks).join(QStringLiteral(", ")); }
    /// What it is called beside the other side: with what tells two of one name apart.
    QString nameBeside(const CompareSource &other) const;
    /// The same place, whatever stands there by now.
    bool isSamePlace(const CompareSource &other) const;
};
using CompareSources = QList<CompareSource>;

CompareSource fileSource(const QString &fileName);
/// An answer of this run or an earlier one; `text` names it and tells it from another by its moment.
CompareSource keptSource(const ExchangePtr &exchange, const PersonaBook &personas);
/// What the workspace has to compare two of, the likeliest first.
CompareSources sourcesOf(const Workspace &workspace, ComparedType type);

} // namespace Gatescope
