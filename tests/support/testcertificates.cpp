// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "testcertificates.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>

namespace Gatescope::Test {

namespace {

QStringList newKeyArguments()
{
    return {QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
        QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes")};
}

} // namespace

TestCertificates::TestCertificates()
{
    m_isValid = m_directory.isValid()
        && openssl(
            QStringList {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-days"),
                QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=Gatescope test CA"),
                QStringLiteral("-keyout"), path(QStringLiteral("ca.key")), QStringLiteral("-out"), caFile()}
            + newKeyArguments());
}

QString TestCertificates::caFile() const
{
    return path(QStringLiteral("ca.pem"));
}

QSslConfiguration TestCertificates::serverFor(const QString &names, int validDays)
{
    const QString key = path(QStringLiteral("server.key"));
    const QString request = path(QStringLiteral("server.csr"));
    const QString certificate = path(QStringLiteral("server.pem"));
    const QString extensions = path(QStringLiteral("server.ext"));
    QFile file(extensions);
    m_isValid = m_isValid && file.open(QIODevice::WriteOnly)
        && file.write("subjectAltName=" + names.toLatin1() + "\nextendedKeyUsage=serverAuth\n") > 0;
    file.close();
    m_isValid = m_isValid
        && openssl(QStringList {QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-subj"),
                       QStringLiteral("/CN=Gatescope test server"), QStringLiteral("-keyout"), key,
                       QStringLiteral("-out"), request}
            + newKeyArguments())
        && openssl({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), request,
            QStringLiteral("-CA"), caFile(), QStringLiteral("-CAkey"), path(QStringLiteral("ca.key")),
            QStringLiteral("-CAcreateserial"), QStringLiteral("-days"), QString::number(validDays),
            QStringLiteral("-extfile"), extensions, QStringLiteral("-out"), certificate});

    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    QFile keyFile(key);
    if (keyFile.open(QIODevice::ReadOnly))
        configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Ec));
    configuration.setLocalCertificateChain(QSslCertificate::fromPath(certificate));
    return configuration;
}

bool TestCertificates::openssl(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral("openssl"), arguments);
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0;
}

} // namespace Gatescope::Test
