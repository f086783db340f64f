// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace Gatescope {

/// Lines that point an SDK at the sandbox.
struct SdkSnippet
{
    QString sdk; ///< "Node.js"
    QString note; ///< the package, in a few words
    QString code;
};

/// For each SDK that was tried (facts §8), and cURL, asking for a gate. `apiUrl` ends in /v1.
QList<SdkSnippet> sdkSnippets(
    const QUrl &apiUrl, const QString &serverKey, const QString &clientKey, const QString &gate);

} // namespace Gatescope
