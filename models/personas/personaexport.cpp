// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "personaexport.h"

#include "personafile.h"
#include "personatablewriter.h"

#include <models/exchangeformats/requestcode.h>
#include <models/privacy/privatevalues.h>
#include <models/statsig/members.h>
#include <models/statsig/requests.h>

namespace Gatescope {

namespace {

QByteArray jsonArray(const QList<Persona> &personas)
{
    QByteArrayList objects;
    for (const Persona &persona : personas)
        objects.append(personaToJson(persona));
    const auto document = JsonDocument::parse('[' + objects.join(',') + ']');
    return document ? jsonIndented((*document)->root()) + '\n' : QByteArray();
}

QByteArray jsonLines(const QList<Persona> &personas)
{
    QByteArray lines;
    for (const Persona &persona : personas)
        lines += personaToJson(persona) + '\n';
    return lines;
}

QByteArray commandFor(const StatsigUser &user, const PersonaExportOptions &options)
{
    ApiRequest request = InitializeRequest {user};
    if (!options.gateNames.isEmpty())
        request = CheckGateRequest {user, options.gateNames};
    Exchange exchange;
    exchange.url = options.apiUrl;
    exchange.url.setPath(options.apiUrl.path() + u'/' + pathName(endpointOf(request)));
    exchange.requestHeaders = {{"Content-Type", "application/json"}, {"statsig-api-key", ""}};
    exchange.requestBody = requestBody(request, options.tier, {});
    return curlCommand(exchange).toUtf8();
}

QByteArray commands(const QList<Persona> &personas, const PersonaExportOptions &options)
{
    QByteArrayList all;
    for (const Persona &persona : personas)
        all.append(commandFor(persona.user, options) + '\n');
    return all.join('\n');
}

/// Wherever they are: others may have put a second user beside the persona's own.
void hidePrivateValues(Persona &persona)
{
    persona.user = withPrivatePlaceholders(persona.user);
    const auto others = JsonDocument::parse(withoutPrivateValues(membersToJson(persona.otherMembers)));
    persona.otherMembers = others ? membersOf((*others)->root()) : JsonMembers();
}

} // namespace

QByteArray exportPersonas(
    const QList<Persona> &personas, PersonaFormat format, const PersonaExportOptions &options)
{
    QList<Persona> told = personas;
    if (!options.withPrivateValues) {
        for (Persona &persona : told)
            hidePrivateValues(persona);
    }
    switch (format) {
    case PersonaFormat::Json:
        return jsonArray(told);
    case PersonaFormat::Lines:
        return jsonLines(told);
    case PersonaFormat::Csv:
        return csvOf(tableOf(told));
    case PersonaFormat::Command:
        return commands(told, options);
    }
    Q_UNREACHABLE();
}

StatsigUser withPrivatePlaceholders(const StatsigUser &user)
{
    // The table may stand there twice, and another within an unknown member.
    auto hidden = StatsigUser::fromJson(withoutPrivateValues(user.toJson()));
    return hidden ? std::move(*hidden) : StatsigUser();
}

} // namespace Gatescope
