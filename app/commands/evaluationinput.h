// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "evaluationfiles.h"

#include <functional>

namespace Gatescope {

/// What `evaluate` and `initialize` have in common: specs, users, and what else a verdict depends on.
class EvaluationInput
{
public:
    EvaluationInput();

    /// Options of the command's own go in before read().
    QCommandLineParser &parser() { return m_parser; }
    /// Errors: BadInput with a sentence naming the argument.
    Result<> read(const QStringList &arguments);

    bool wantsHelp() const { return m_parser.isSet(m_help); }
    QString usersFile() const { return m_parser.value(m_users); }
    QString outFile() const { return m_parser.value(m_out); }
    /// Answer as the SDK does where a verdict would be undetermined.
    void setSdkCompatible(bool compatible) { m_isSdkCompatible = compatible; }
    /// Loads every file but the users. Errors name the file; what was left out of the specs is added to
    /// `warnings`.
    Result<Evaluator> load(QStringList &warnings) const;

private:
    QCommandLineParser m_parser;
    EvaluationFiles m_files;
    QCommandLineOption m_help;
    QCommandLineOption m_users;
    QCommandLineOption m_out;
    bool m_isSdkCompatible = false;
};

/// Calls `line` for each user and writes what it returns; the answer is an exit code.
int writeLines(const EvaluationInput &input, QTextStream &out, QTextStream &err,
    const std::function<QByteArray(const Evaluator &evaluator, const EvaluationUser &user, qint64 number)>
        &line);

} // namespace Gatescope
