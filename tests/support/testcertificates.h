// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QSslConfiguration>
#include <QString>
#include <QTemporaryDir>

namespace Gatescope::Test {

/// A certificate authority of our own and certificates signed by it, made with the openssl command.
class TestCertificates
{
public:
    TestCertificates();

    bool isValid() const { return m_isValid; }
    QString caFile() const;
    /// A server's certificate for these names ("IP:127.0.0.1,DNS:localhost"), not valid before or after the
    /// days given.
    QSslConfiguration serverFor(const QString &names, int validDays = 2);
    QString path(const QString &name) const { return m_directory.filePath(name); }

private:
    bool openssl(const QStringList &arguments);

    QTemporaryDir m_directory;
    bool m_isValid = false;
};

} // namespace Gatescope::Test
