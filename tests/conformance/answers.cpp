// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <app/commands/command.h>
#include <app/inputfile.h>
#include <models/evaluation/payloadwriter.h>
#include <models/evaluation/useragent.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Gatescope;

namespace {

/// Specs written in the other form.
int convert(const QStringList &arguments, CommandStreams streams)
{
    const auto project = readSpecsFile(arguments.value(1));
    if (!project) {
        streams.err << project.error().message;
        return ExitBadInput;
    }
    const bool isV1 = arguments.value(0) == QLatin1String("v1");
    streams.out << QString::fromUtf8(
        payloadText(**project, isV1 ? Project::Format::V1 : Project::Format::V2));
    return ExitSuccess;
}

/// A line of JSON, the four fields, for each user agent: a text as JSON a line.
int parseAgents(const QStringList &arguments, CommandStreams streams)
{
    QFile file(arguments.value(0));
    if (!file.open(QIODevice::ReadOnly))
        return ExitBadInput;
    const auto text = [](const std::string &field) { return QString::fromStdString(field); };
    for (const QByteArray &line : file.readAll().trimmed().split('\n')) {
        const QString agent = QJsonDocument::fromJson('[' + line + ']').array().first().toString();
        const UserAgent found = parseUserAgent(agent.toStdString());
        const QJsonArray fields {
            text(found.osName), text(found.osVersion), text(found.browserName), text(found.browserVersion)};
        streams.out << QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact)) << '\n';
    }
    return ExitSuccess;
}

int answer(const QStringList &request, CommandStreams streams)
{
    const QString command = request.value(0);
    if (command == QLatin1String("evaluate"))
        return runEvaluate(request.mid(1), streams);
    if (command == QLatin1String("initialize"))
        return runInitialize(request.mid(1), streams);
    if (command == QLatin1String("agents"))
        return parseAgents(request.mid(1), streams);
    return convert(request.mid(1), streams);
}

} // namespace

/// The command line's answers without a process for each: a JSON array of arguments a line on standard input,
/// and for each a line {"exit":N,"err":TEXT,"bytes":N} and so many bytes of output.
int main()
{
    QTextStream in(stdin);
    QTextStream toParent(stdout);
    for (QString line = in.readLine(); !line.isNull(); line = in.readLine()) {
        QStringList request;
        for (const QJsonValue &argument : QJsonDocument::fromJson(line.toUtf8()).array())
            request << argument.toString();
        QString out;
        QString err;
        QTextStream outStream(&out);
        QTextStream errStream(&err);
        const int code = answer(request, {outStream, errStream});
        const QJsonObject header {{QStringLiteral("exit"), code}, {QStringLiteral("err"), err},
            {QStringLiteral("bytes"), out.toUtf8().size()}};
        toParent << QString::fromUtf8(QJsonDocument(header).toJson(QJsonDocument::Compact)) << '\n'
                 << out << Qt::flush;
    }
    return 0;
}
