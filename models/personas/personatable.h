// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "columntarget.h"
#include "csvtext.h"
#include "persona.h"

#include <models/statsig/typedtext.h>

namespace Gatescope {

/// A column of a table of users: what it is taken for, which the user may change.
struct TableColumn
{
    QString title;
    ColumnTarget target;
    /// Of members of custom and privateAttributes. Json: each cell that is JSON is that value, others are
    /// texts.
    ValueType type = ValueType::Text;
    bool operator==(const TableColumn &) const = default;
};

/// A table of users as it was read.
struct PersonaTable
{
    QChar delimiter = u',';
    QList<TableColumn> columns;
    QList<CsvRow> rows; ///< behind the titles; cells without the apostrophes that guard against formulas
    QStringList problems; ///< rows that were left out
};

struct TableDrafts
{
    QList<Persona> personas; ///< without ids
    QStringList problems; ///< sentences with the lines of the file
};

inline constexpr qsizetype maxImportedPersonas = 5000;
inline constexpr qsizetype maxColumnTitle = 1000;

/// The first row is the titles. Each column has its likeliest target and the type of its cells. Any thread.
PersonaTable readPersonaTable(const QByteArray &bytes);
/// Text, unless all cells that are not empty are numbers (of at most 15 digits, none with zeros before it),
/// all booleans, or all JSON.
ValueType guessedType(const QStringList &cells);
/// A cell as its column's type as JSON, for the preview; nothing: it is not of the type. Empty cells are left
/// out of a user.
std::optional<QByteArray> cellJson(const QString &cell, ValueType type);
/// One row by the columns; the error is a part of a sentence.
Result<Persona> personaOf(const QList<TableColumn> &columns, const CsvRow &row);
/// By the columns as they stand; of two for one target the first. What is left out so, and a row that cannot
/// be read, is told, rows with their line. Any thread.
TableDrafts personasOf(const PersonaTable &table);

} // namespace Gatescope
