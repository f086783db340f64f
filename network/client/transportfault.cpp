// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "transportfault.h"

#include <QMetaEnum>

#include <algorithm>
#include <initializer_list>

namespace Gatescope {

namespace {

bool hasTlsError(const QList<QSslError> &errors, std::initializer_list<QSslError::SslError> kinds)
{
    return std::any_of(errors.begin(), errors.end(), [kinds](const QSslError &error) {
        return std::find(kinds.begin(), kinds.end(), error.error()) != kinds.end();
    });
}

/// Trust comes first: whose certificate it is and until when says nothing if anybody may have made it.
Situation situationOfTls(const QList<QSslError> &errors)
{
    using enum QSslError::SslError;
    if (hasTlsError(errors,
            {SelfSignedCertificate, SelfSignedCertificateInChain, UnableToGetIssuerCertificate,
                UnableToGetLocalIssuerCertificate, UnableToVerifyFirstCertificate, CertificateUntrusted,
                CertificateRevoked, CertificateRejected, CertificateSignatureFailed, InvalidCaCertificate,
                CertificateBlacklisted, NoPeerCertificate}))
        return Situation::TlsUntrusted;
    if (hasTlsError(errors, {HostNameMismatch}))
        return Situation::TlsWrongHost;
    if (hasTlsError(errors,
            {CertificateExpired, CertificateNotYetValid, InvalidNotBeforeField, InvalidNotAfterField}))
        return Situation::TlsExpired;
    return Situation::TlsFailed;
}

} // namespace

Situation situationOf(QNetworkReply::NetworkError error, const TransportProgress &progress)
{
    switch (error) {
    // Where a proxy stands in between, it is the proxy that is connected to.
    case QNetworkReply::ConnectionRefusedError:
        return progress.throughProxy ? Situation::ProxyFailed : Situation::Refused;
    case QNetworkReply::HostNotFoundError:
        return progress.throughProxy ? Situation::ProxyFailed : Situation::HostNotFound;
    case QNetworkReply::SslHandshakeFailedError:
        return situationOfTls(progress.tlsErrors);
    case QNetworkReply::TimeoutError:
        return progress.writing ? Situation::IdleTimeout : Situation::ConnectTimeout;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return progress.hasPassword ? Situation::ProxyRefusedPassword : Situation::ProxyWantsPassword;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return Situation::ProxyFailed;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return progress.answered ? Situation::Truncated : Situation::NotHttp;
    default:
        break;
    }
    if (progress.answered)
        return Situation::Truncated;
    if (progress.writing)
        return Situation::ClosedBeforeAnswer;
    return progress.throughProxy ? Situation::ProxyFailed : Situation::Unreachable;
}

QString faultDetail(
    QNetworkReply::NetworkError error, const QString &errorText, const QList<QSslError> &tlsErrors)
{
    const char *name = QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(error);
    QString detail =
        QStringLiteral("%1 (%2): %3").arg(QLatin1String(name), QString::number(error), errorText);
    for (const QSslError &tlsError : tlsErrors)
        detail += QLatin1Char('\n') + tlsError.errorString();
    return detail;
}

} // namespace Gatescope
