// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "requestcode.h"

#include "coderequest.h"
#include "textliterals.h"

#include <models/privacy/privatemask.h>
#include <models/privacy/privatevalues.h>

#include <QStringList>

namespace Gatescope {

namespace {

const QLatin1String keyHeader("statsig-api-key");
const QLatin1String variable(keyVariable);

QString curlCode(const CodeRequest &request)
{
    // Without --globoff curl takes the brackets of an IPv6 address for a pattern.
    QStringList lines {QStringLiteral("curl --compressed --globoff ") + shLiteral(request.url)};
    for (const auto &[name, value] : request.headers)
        lines << QStringLiteral("--header ") + shLiteral(name + QStringLiteral(": ") + value);
    if (request.hasKey)
        lines << QStringLiteral("--header \"%1: $%2\"").arg(keyHeader, variable);
    // --data-raw, for --data would take a leading @ for the name of a file.
    if (request.body.isEmpty() || request.method != QLatin1String("POST"))
        lines << QStringLiteral("--request ") + shLiteral(request.method);
    if (!request.body.isEmpty())
        lines << QStringLiteral("--data-raw ") + shLiteral(request.body);
    return lines.join(QStringLiteral(" \\\n  "));
}

/// The type of content is a parameter of its own: 5.1 refuses it among the headers.
QString powerShellCode(const CodeRequest &request)
{
    QString code;
    if (!request.body.isEmpty())
        code += QStringLiteral("$body = %1\n").arg(powerShellLiteral(request.body));
    code += QStringLiteral("(Invoke-WebRequest -UseBasicParsing -Uri %1 -Method %2")
                .arg(powerShellLiteral(request.url), powerShellLiteral(request.method));
    QStringList headers;
    for (const auto &[name, value] : request.headers) {
        if (name.compare(QLatin1String("Content-Type"), Qt::CaseInsensitive) == 0)
            code += QStringLiteral(" -ContentType ") + powerShellLiteral(value);
        else
            headers << QStringLiteral("  %1 = %2\n").arg(powerShellLiteral(name), powerShellLiteral(value));
    }
    if (request.hasKey)
        headers << QStringLiteral("  '%1' = $env:%2\n").arg(keyHeader, variable);
    if (!headers.isEmpty())
        code += QStringLiteral(" -Headers @{\n%1}").arg(headers.join(QString()));
    if (!request.body.isEmpty())
        code += QStringLiteral(" -Body ([System.Text.Encoding]::UTF8.GetBytes($body))");
    return code + QStringLiteral(").Content\n");
}

QString pythonCode(const CodeRequest &request)
{
    QString code = QStringLiteral("import os\nimport urllib.error\nimport urllib.request\n\n");
    if (!request.body.isEmpty())
        code += QStringLiteral("body = %1\n").arg(pythonLiteral(request.body));
    code += QStringLiteral("request = urllib.request.Request(\n    %1,\n").arg(pythonLiteral(request.url));
    if (!request.body.isEmpty())
        code += QStringLiteral("    data=body.encode(),\n");
    code += QStringLiteral("    headers={\n");
    for (const auto &[name, value] : request.headers)
        code += QStringLiteral("        %1: %2,\n").arg(pythonLiteral(name), pythonLiteral(value));
    if (request.hasKey)
        code += QStringLiteral("        '%1': os.environ['%2'],\n").arg(keyHeader, variable);
    code += QStringLiteral("    },\n    method=%1,\n)\n").arg(pythonLiteral(request.method));
    return code
        + QStringLiteral("try:\n"
                         "    with urllib.request.urlopen(request) as response:\n"
                         "        print(response.read().decode())\n"
                         "except urllib.error.HTTPError as error:\n"
                         "    raise SystemExit(f'{error.code} {error.read().decode()}')\n");
}

/// Without await at the top, so that it runs as a module, as a script and in a browser's console.
QString javaScriptCode(const CodeRequest &request)
{
    QString code = QStringLiteral("fetch(%1, {\n  method: %2,\n  headers: {\n")
                       .arg(javaScriptLiteral(request.url), javaScriptLiteral(request.method));
    for (const auto &[name, value] : request.headers)
        code += QStringLiteral("    %1: %2,\n").arg(javaScriptLiteral(name), javaScriptLiteral(value));
    if (request.hasKey)
        code += QStringLiteral("    '%1': process.env.%2,\n").arg(keyHeader, variable);
    code += QStringLiteral("  },\n");
    if (!request.body.isEmpty())
        code += QStringLiteral("  body: %1,\n").arg(javaScriptLiteral(request.body));
    return code
        + QStringLiteral("}).then(async (response) => {\n"
                         "  console.log(response.status, await response.text());\n"
                         "});\n");
}

QString goHeaders(const CodeRequest &request)
{
    QString code;
    for (const auto &[name, value] : request.headers)
        code += QStringLiteral("\trequest.Header.Set(%1, %2)\n").arg(goLiteral(name), goLiteral(value));
    if (request.hasKey)
        code += QStringLiteral("\trequest.Header.Set(\"%1\", os.Getenv(\"%2\"))\n").arg(keyHeader, variable);
    return code;
}

QString goCode(const CodeRequest &request)
{
    const bool hasBody = !request.body.isEmpty();
    QString code = QStringLiteral("package main\n\nimport (\n\t\"fmt\"\n\t\"io\"\n\t\"net/http\"\n");
    code += request.hasKey ? QStringLiteral("\t\"os\"\n") : QString();
    code += hasBody ? QStringLiteral("\t\"strings\"\n") : QString();
    code += QStringLiteral(")\n\nfunc main() {\n");
    if (hasBody)
        code +=
            QStringLiteral("\tbody := strings.NewReader(") + goLiteral(request.body) + QStringLiteral(")\n");
    code += QStringLiteral("\trequest, err := http.NewRequest(") + goLiteral(request.method)
        + QStringLiteral(", ") + goLiteral(request.url)
        + (hasBody ? QStringLiteral(", body)\n") : QStringLiteral(", nil)\n"));
    const QString panics = QStringLiteral("\tif err != nil {\n\t\tpanic(err)\n\t}\n");
    return code + panics + goHeaders(request)
        + QStringLiteral("\tresponse, err := http.DefaultClient.Do(request)\n") + panics
        + QStringLiteral("\tdefer response.Body.Close()\n\tanswer, err := io.ReadAll(response.Body)\n")
        + panics + QStringLiteral("\tfmt.Println(response.Status)\n\tfmt.Println(string(answer))\n}\n");
}

} // namespace

QString requestCode(const Exchange &exchange, RequestLanguage language)
{
    const CodeRequest request = codeRequestOf(exchange);
    switch (language) {
    case RequestLanguage::Curl:
        return curlCode(request);
    case RequestLanguage::PowerShell:
        return powerShellCode(request);
    case RequestLanguage::Python:
        return pythonCode(request);
    case RequestLanguage::JavaScript:
        return javaScriptCode(request);
    case RequestLanguage::Go:
        return goCode(request);
    }
    Q_UNREACHABLE();
}

Exchange withPrivatePlaceholders(Exchange exchange)
{
    // The answer may repeat what was asked.
    const PrivateMask mask(exchange.requestBody);
    mask.cleanAnswer(exchange);
    exchange.responseBody = withoutPrivateValues(exchange.responseBody);
    const QByteArray named = withoutPrivateValues(exchange.requestBody);
    // What is no JSON has no names to go by: it is left out as a whole.
    exchange.requestBody = named == exchange.requestBody ? mask.request() : named;
    return exchange;
}

} // namespace Gatescope
