// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "sandboxfixture.h"

#include <models/evaluation/idlists.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace Gatescope::Test {

QByteArray sampleFile(const QString &name)
{
    QFile file(QStringLiteral(":/gatescope/sample/") + name);
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    return isOpen ? file.readAll() : QByteArray();
}

ProjectPtr sampleProject()
{
    const auto document = JsonDocument::parse(sampleFile(QStringLiteral("sample-project.json")));
    return Project::compile(document.value()).value();
}

std::shared_ptr<const IdLists> sampleIdLists()
{
    const auto document = JsonDocument::parse(sampleFile(QStringLiteral("sample-id-lists.json")));
    return std::make_shared<const IdLists>(IdLists::fromJson(document.value()->root()).value());
}

QJsonObject sampleUser(const QString &persona)
{
    const auto personas = QJsonDocument::fromJson(sampleFile(QStringLiteral("sample-users.json"))).array();
    for (const QJsonValue &entry : personas) {
        if (entry[QStringLiteral("name")].toString().startsWith(persona))
            return entry[QStringLiteral("user")].toObject();
    }
    return {};
}

RawAnswer post(const Sandbox &sandbox, const QByteArray &path, const QByteArray &body, const QByteArray &key,
    const QByteArray &moreHeaders)
{
    const QByteArray keyHeader = key.isEmpty() ? QByteArray() : "statsig-api-key: " + key + "\r\n";
    return exchange(sandbox.port(), httpRequest("POST", path, body, keyHeader + moreHeaders));
}

RawAnswer post(const Sandbox &sandbox, const QByteArray &path, const QJsonObject &body)
{
    return post(sandbox, path, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

RawAnswer get(const Sandbox &sandbox, const QByteArray &target, const QByteArray &moreHeaders)
{
    return exchange(sandbox.port(), httpRequest("GET", target, {}, moreHeaders));
}

QJsonValue json(const RawAnswer &answer)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    if (document.isArray())
        return document.array();
    return document.isObject() ? QJsonValue(document.object()) : QJsonValue(QJsonValue::Undefined);
}

QString messageOf(const RawAnswer &answer)
{
    return json(answer)[QStringLiteral("message")].toString();
}

} // namespace Gatescope::Test
