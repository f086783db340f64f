// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "curlclipboard.h"

#include <QClipboard>
#include <QGuiApplication>

namespace Gatescope {

namespace {

/// One word of a POSIX shell, whatever it contains.
QByteArray shellWord(const QByteArray &text)
{
    QByteArray quoted = text;
    return '\'' + quoted.replace('\'', "'\\''") + '\'';
}

QByteArray curlHeader(const HttpHeader &header)
{
    if (header.name.compare("statsig-api-key", Qt::CaseInsensitive) == 0)
        return "\"" + header.name + ": $STATSIG_KEY\"";
    return shellWord(header.name + ": " + header.value);
}

} // namespace

void copyAsCurl(const Exchange &exchange)
{
    QByteArray command = "curl -X " + shellWord(exchange.method) + ' ' + shellWord(exchange.url.toEncoded());
    for (const HttpHeader &header : exchange.requestHeaders)
        command += " \\\n  -H " + curlHeader(header);
    if (!exchange.requestBody.isEmpty())
        command += " \\\n  --data-binary " + shellWord(exchange.requestBody);
    QGuiApplication::clipboard()->setText(QString::fromUtf8(command));
}

} // namespace Gatescope
