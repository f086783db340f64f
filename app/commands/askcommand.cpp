// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "askarguments.h"
#include "command.h"

#include <app/environmentkey.h>
#include <app/inputfile.h>
#include <app/storage/memorysecretstore.h>
#include <models/evaluation/jsonwriter.h>
#include <network/client/statsigclient.h>
#include <ui/settings/connectionadvice.h>

#include <QCoreApplication>
#include <QEventLoop>

namespace Gatescope {

namespace {

QString trAskCommand(const char *text)
{
    return QCoreApplication::translate("AskCommand", text);
}

int refused(const Error &error, CommandStreams streams)
{
    streams.err << QStringLiteral("gatescope ask: ") << error.message
                << trAskCommand(" See gatescope ask --help.") << Qt::endl;
    return ExitBadInput;
}

Result<StatsigUser> readUser(const QString &fileName)
{
    if (fileName.isEmpty())
        return StatsigUser();
    const auto document = readJsonFile(fileName);
    if (!document)
        return std::unexpected(document.error());
    auto user = StatsigUser::fromJson((*document)->root());
    if (!user)
        return failure(ErrorCode::BadInput, QStringLiteral("%1: %2").arg(fileName, user.error().message));
    return user;
}

/// Runs one call to its end; the program has nothing else to do meanwhile.
ApiOutcome outcomeOf(StatsigClient &client, const Connection &connection, const ApiRequest &request)
{
    QEventLoop loop;
    std::optional<ApiOutcome> outcome;
    QObject::connect(client.start(connection, request), &ApiCall::finished, &loop,
        [&outcome, &loop](const ApiOutcome &ended) {
            outcome = ended;
            loop.quit();
        });
    loop.exec();
    return *outcome;
}

QByteArray jsonLine(const ApiOutcome &outcome)
{
    JsonWriter writer;
    writer.beginObject();
    writer.key("name");
    writer.text(outcome.exchange->subject.toStdString());
    writer.key("status");
    writer.integer(outcome.exchange->status);
    if (outcome.response) {
        writer.key("answer");
        if (outcome.response->body)
            writer.raw(jsonCompact(outcome.response->body->root()));
        else
            writer.null();
    } else {
        writer.key("error");
        writer.text(outcome.response.error().message.toStdString());
    }
    writer.endObject();
    return writer.take();
}

void tell(const ApiOutcome &outcome, bool json, CommandStreams streams)
{
    if (!outcome.response)
        streams.err << QStringLiteral("gatescope ask: ") << outcome.response.error().message << Qt::endl;
    if (json)
        streams.out << QString::fromUtf8(jsonLine(outcome)) << Qt::endl;
    else if (outcome.response && outcome.response->body)
        streams.out << QString::fromUtf8(jsonIndented(outcome.response->body->root())) << Qt::endl;
}

} // namespace

int runAsk(const QStringList &arguments, const QString &key, CommandStreams streams)
{
    const auto ask = AskArguments::read(arguments);
    if (!ask)
        return refused(ask.error(), streams);
    if (ask->wantsHelp) {
        streams.out << askHelp() << Qt::flush;
        return ExitSuccess;
    }
    if (key.isEmpty())
        return refused({ErrorCode::KeyMissing,
                           trAskCommand("There is no key. Put it into the environment as %1.")
                               .arg(QLatin1String(environmentKeyName)),
                           {}},
            streams);
    const auto user = readUser(ask->userFile);
    if (!user)
        return refused(user.error(), streams);
    if (const QString advice = urlAdvice(ask->apiUrl); !advice.isEmpty())
        streams.err << QStringLiteral("gatescope ask: ") << advice << Qt::endl;

    Connection connection = environmentConnection(key);
    connection.apiUrl = ask->apiUrl;
    connection.tier = ask->tier;
    MemorySecretStore secrets;
    secrets.write(connection.id, key, SecretStore::Keep::ThisRunOnly, &secrets, [](const auto &) { });
    StatsigClient client(secrets);
    int code = ExitSuccess;
    for (const ApiRequest &request : ask->requests(*user)) {
        const ApiOutcome outcome = outcomeOf(client, connection, request);
        tell(outcome, ask->json, streams);
        if (!outcome.response)
            code = ExitFailed;
    }
    return code;
}

} // namespace Gatescope
