// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/evaluator.h>

#include <QCommandLineParser>

namespace Gatescope {

/// The options of every command that evaluates: specs, and what else than the user a verdict depends on.
class EvaluationFiles
{
public:
    EvaluationFiles();

    void addTo(QCommandLineParser &parser) const;
    /// Errors: BadInput if there are no specs.
    Result<> check(const QCommandLineParser &parser) const;
    /// Loads every file. Errors name the file; what was left out of the specs is added to `warnings`.
    Result<Evaluator> load(const QCommandLineParser &parser, QStringList &warnings) const;
    /// The lists and countries alone. Errors name the file.
    Result<EvaluationContext> loadContext(const QCommandLineParser &parser) const;
    QString specsFile(const QCommandLineParser &parser) const { return parser.value(m_specs); }

private:
    QCommandLineOption m_specs;
    QCommandLineOption m_idLists;
    QCommandLineOption m_countries;
};

/// Errors: BadInput with a sentence if the option has no value.
Result<> needFile(const QCommandLineParser &parser, const QCommandLineOption &option);
/// Says what went wrong; the answer is an exit code.
int commandFailed(QTextStream &err, const Error &error);
/// Says what was left out of the specs.
void tellWarnings(QTextStream &err, const QStringList &warnings);

} // namespace Gatescope
