// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "curl.h"

#include <QStringList>

namespace Gatescope {

namespace {

/// One word for sh, whatever it holds.
QString shellQuoted(const QString &text)
{
    QString quoted = text;
    quoted.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + quoted + QLatin1Char('\'');
}

bool isLeftToCurl(const QByteArray &headerName)
{
    for (const char *name : {"Content-Length", "Accept-Encoding", "User-Agent", "Host", "Connection"}) {
        if (headerName.compare(name, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

QString headerWord(const HttpHeader &header)
{
    if (header.name.compare("statsig-api-key", Qt::CaseInsensitive) == 0)
        return QStringLiteral("\"statsig-api-key: $STATSIG_API_KEY\"");
    return shellQuoted(QString::fromUtf8(header.name + ": " + header.value));
}

} // namespace

QString curlCommand(const Exchange &exchange)
{
    const QString url = QString::fromLatin1(exchange.url.toEncoded());
    // Without --globoff curl takes the brackets of an IPv6 address for a pattern.
    QStringList lines {QStringLiteral("curl --compressed --globoff ") + shellQuoted(url)};
    for (const HttpHeader &header : exchange.requestHeaders) {
        if (!isLeftToCurl(header.name))
            lines << QStringLiteral("--header ") + headerWord(header);
    }
    // --data-raw, for --data would take a leading @ for the name of a file.
    if (exchange.requestBody.isEmpty())
        lines << QStringLiteral("--request ") + shellQuoted(QString::fromLatin1(exchange.method));
    else
        lines << QStringLiteral("--data-raw ") + shellQuoted(QString::fromUtf8(exchange.requestBody));
    return lines.join(QStringLiteral(" \\\n  "));
}

} // namespace Gatescope
