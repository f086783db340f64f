// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "errorsentences.h"

#include <QNetworkReply>
#include <QSslError>

namespace Gatescope {

/// How far a reply had come when it failed.
struct TransportProgress
{
    bool writing = false; ///< the request was being written
    bool answered = false; ///< a status line and headers had arrived
    bool throughProxy = false;
    bool hasPassword = false; ///< for the proxy
    QList<QSslError> tlsErrors;
};

/// What a network error means for the user.
Situation situationOf(QNetworkReply::NetworkError error, const TransportProgress &progress);
/// For engineers: the error's name, number and text, and what TLS found.
QString faultDetail(
    QNetworkReply::NetworkError error, const QString &errorText, const QList<QSslError> &tlsErrors);

} // namespace Gatescope
