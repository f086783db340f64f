// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "agentvalues.h"

#include "flipvalues.h"

#include <models/evaluation/useragent.h>
#include <models/statsig/devices.h>
#include <models/statsig/typedtext.h>

namespace Gatescope {

namespace {

QString said(const QString &userAgent, AgentField field)
{
    const UserAgent agent = parseUserAgent(userAgent.toStdString());
    switch (field) {
    case AgentField::OsName:
        return QString::fromStdString(agent.osName);
    case AgentField::OsVersion:
        return QString::fromStdString(agent.osVersion);
    case AgentField::BrowserName:
        return QString::fromStdString(agent.browserName);
    case AgentField::BrowserVersion:
        return QString::fromStdString(agent.browserVersion);
    }
    Q_UNREACHABLE();
}

/// The same agent in another version, written as it writes the present one.
QStringList inOtherVersions(const Condition &condition, const QString &current, AgentField field)
{
    const QString version = said(current, field);
    QStringList agents;
    for (const QByteArray &json : valuesToTry(condition, jsonQuoted(version))) {
        const QString wanted = typedTextFromJson(json).text;
        for (const char16_t separator : {u'.', u'_'}) {
            const QString written = QString(version).replace(u'.', separator);
            const qsizetype at = written.isEmpty() ? -1 : current.indexOf(written);
            if (at < 0)
                continue;
            const QString inPlace = QString(wanted).replace(u'.', separator);
            agents << QString(current).replace(at, written.size(), inPlace);
        }
    }
    return agents;
}

} // namespace

QStringList agentsToTry(const Condition &condition, const QString &current)
{
    const AgentField field = *condition.fieldName->agentField;
    const bool isVersion = field == AgentField::OsVersion || field == AgentField::BrowserVersion;
    QStringList agents = isVersion ? inOtherVersions(condition, current, field) : QStringList();
    const QString now = said(current, field);
    for (const Device &device : devices())
        if (current.isEmpty() || said(device.userAgent, field) != now)
            agents << device.userAgent;
    return agents;
}

} // namespace Gatescope
