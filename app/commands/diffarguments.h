// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "evaluationfiles.h"

namespace Gatescope {

/// What `gatescope diff` is asked on the command line.
class DiffArguments
{
public:
    DiffArguments();

    /// Errors: BadInput with a sentence naming the argument.
    Result<> read(const QStringList &arguments);

    bool wantsHelp() const { return m_parser.isSet(m_help); }
    bool wantsJson() const { return m_parser.isSet(m_json); }
    bool wantsAll() const { return m_parser.isSet(m_all); }
    QString leftFile() const { return m_parser.positionalArguments().value(0); }
    QString rightFile() const { return m_parser.positionalArguments().value(1); }
    QString specsFile() const { return m_files.specsFile(m_parser); }
    QString usersFile() const { return m_parser.value(m_users); }
    /// The lists and countries. Errors name the file.
    Result<EvaluationContext> loadContext() const { return m_files.loadContext(m_parser); }

private:
    QCommandLineParser m_parser;
    EvaluationFiles m_files;
    QCommandLineOption m_help;
    QCommandLineOption m_users;
    QCommandLineOption m_all;
    QCommandLineOption m_json;
};

} // namespace Gatescope
