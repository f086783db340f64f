// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "persona.h"

#include <QUrl>

namespace Gatescope {

enum class PersonaFormat {
    Json, ///< an array, pretty-printed
    Lines, ///< one JSON object a line
    Csv, ///< RFC 4180 in UTF-8; what a spreadsheet would run as a formula stands behind an apostrophe
    Command, ///< a request for each user as a command of curl, with $STATSIG_API_KEY
};

struct PersonaExportOptions
{
    bool withPrivateValues = false; ///< else each value of private attributes is "<private: name>"
    /// \name Of PersonaFormat::Command
    /// @{
    QUrl apiUrl = QUrl(QStringLiteral("https://api.statsig.com/v1"));
    QString tier; ///< of users without one
    QStringList gateNames; ///< to check; none: initialize
    /// @}
};

/// Personas as they leave the program. With private values readPersonas() reads the same personas from JSON
/// and lines, from a table all but members of their files that Gatescope does not know, from commands the
/// users. Any thread.
QByteArray exportPersonas(
    const QList<Persona> &personas, PersonaFormat format, const PersonaExportOptions &options = {});

/// The user with a placeholder for each value of its private attributes, wherever in it they are.
StatsigUser withPrivatePlaceholders(const StatsigUser &user);

} // namespace Gatescope
