// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsonpersonas.h"

#include "personafile.h"
#include "personatable.h"

#include <models/exchangeformats/keyremoval.h>
#include <models/statsig/members.h>

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Gatescope {

namespace {

/// Keys of js-client's local storage begin so; their values are JSON texts.
constexpr std::string_view cachedPrefix = "statsig.cached.evaluations.";
constexpr qsizetype mostProblems = 100;

QString trJson(const char *text)
{
    return QCoreApplication::translate("Gatescope::JsonPersonas", text);
}

bool isUserLike(const JsonValue &object)
{
    return std::ranges::any_of(userFields,
               [&](UserField field) { return object.member(apiName(field).toStdString()).isValid(); })
        || std::ranges::any_of(userTables,
            [&](UserTable table) { return object.member(apiName(table).toStdString()).isValid(); });
}

/// As its file is, whatever others have added to it; a key is not taken for that.
bool isNamed(const JsonValue &object)
{
    return object.member("name").isString() && object.member("user").isObject()
        && !object.member("sdkKey").isValid();
}

/// What a program was asked, answered or holds: its user is at a known place, and the rest is none of ours.
bool isDump(const JsonValue &object)
{
    constexpr std::array signs {"sdkKey", "values", "userValues", "gates", "configs", "layers", "evalReason",
        "feature_gates", "dynamic_configs", "layer_configs", "statsigMetadata", "gateName", "gateNames",
        "configName", "experimentName", "layerName", "events", "evaluated_keys", "sinceTime", "eventName"};
    return std::ranges::any_of(signs, [&](const char *sign) { return object.member(sign).isValid(); });
}

/// What others added to a persona is kept, but never a key.
bool holdsKey(const JsonMember &member)
{
    return namesCredential(member.key) || member.key.endsWith(QLatin1String("key"), Qt::CaseInsensitive)
        || withoutKeys(member.json) != member.json;
}

} // namespace

bool JsonPersonas::isFull() const
{
    return m_personas.size() >= maxImportedPersonas;
}

void JsonPersonas::take(const JsonValue &value, const QString &where)
{
    if (value.isArray()) {
        takeElements(value, where);
        return;
    }
    if (!value.isObject()) {
        takeProblem(where + trJson("a user is a JSON object, such as {\"userID\": \"u-1\"}."));
        return;
    }
    for (const Found found : {takeStorage(value), takeCached(value)}) {
        if (found == Found::Something)
            return;
    }
    const Found found = isDump(value) && !isNamed(value) ? takeDump(value) : takePersona(value, where);
    if (found == Found::Nothing && takePlainUser(value, where) == Found::Nothing)
        takeProblem(where + trJson("there is no user in it."));
}

void JsonPersonas::takeElements(const JsonValue &list, const QString &where)
{
    for (quint32 i = 0; i < list.size(); ++i) {
        if (isFull()) {
            if (!m_isOverfull)
                takeProblem(where + trJson("only the first %1 are read.").arg(maxImportedPersonas));
            m_isOverfull = true;
            return;
        }
        if (m_problems.size() >= mostProblems) {
            takeProblem(where + trJson("there is more like this; the rest is not read."));
            return;
        }
        const QString place = where + trJson("Entry %1: ").arg(i + 1);
        if (list.at(i).isArray())
            takeProblem(place + trJson("a user is a JSON object, such as {\"userID\": \"u-1\"}."));
        else
            take(list.at(i), place);
    }
}

/// A persona's file, or {name, user}.
JsonPersonas::Found JsonPersonas::takePersona(const JsonValue &object, const QString &where)
{
    if (!object.member("user").isValid())
        return Found::Nothing;
    auto persona = personaFromJson(object);
    if (persona) {
        persona->otherMembers.removeIf(&holdsKey);
        add(std::move(*persona));
    } else
        takeProblem(where + persona.error().message);
    return Found::Something;
}

/// The body of a request, an answer of initialize, what a client's getContext() gives, what Statsig's
/// debugger and the debug views of its mobile SDKs are handed.
JsonPersonas::Found JsonPersonas::takeDump(const JsonValue &object)
{
    if (takeUserOf(object) == Found::Something)
        return Found::Something;
    if (takeEvents(object) == Found::Something)
        return Found::Something;
    for (const char *values : {"values", "userValues"}) {
        if (takeUserOf(object.member(values)) == Found::Something)
            return Found::Something;
    }
    return Found::Nothing;
}

JsonPersonas::Found JsonPersonas::takeUserOf(const JsonValue &object)
{
    for (const char *key : {"user", "evaluated_keys"}) {
        const JsonValue user = object.member(key);
        if (user.isObject() && user.size() > 0) {
            takeReadable(user);
            return Found::Something;
        }
    }
    return Found::Nothing;
}

JsonPersonas::Found JsonPersonas::takeEvents(const JsonValue &object)
{
    const JsonValue events = object.member("events");
    Found found = Found::Nothing;
    for (quint32 i = 0; events.isArray() && i < events.size(); ++i) {
        const JsonValue user = events.at(i).member("user");
        if (!user.isObject() || user.size() == 0)
            continue;
        takeReadable(user);
        found = Found::Something;
    }
    return found;
}

/// A copy of js-client's local storage.
JsonPersonas::Found JsonPersonas::takeStorage(const JsonValue &object)
{
    Found found = Found::Nothing;
    for (quint32 i = 0; i < object.size(); ++i) {
        const JsonValue entry = object.at(i);
        if (!entry.keyUtf8().starts_with(cachedPrefix) || !entry.isString())
            continue;
        const auto document = JsonDocument::parse(QByteArray::fromStdString(entry.toUtf8()));
        if (document && takeCached((*document)->root()) == Found::Something)
            found = Found::Something;
    }
    return found;
}

/// One entry of it: the answer of initialize as a text beside "receivedAt".
JsonPersonas::Found JsonPersonas::takeCached(const JsonValue &entry)
{
    const JsonValue data = entry.member("data");
    if (!data.isString() || !entry.member("receivedAt").isValid())
        return Found::Nothing;
    const auto document = JsonDocument::parse(QByteArray::fromStdString(data.toUtf8()));
    return document ? takeUserOf((*document)->root()) : Found::Nothing;
}

JsonPersonas::Found JsonPersonas::takePlainUser(const JsonValue &object, const QString &where)
{
    if (!isUserLike(object))
        return Found::Nothing;
    auto user = StatsigUser::fromJson(object);
    if (user)
        add({{}, user->label(), {}, {}, *user, {}});
    else
        takeProblem(where + user.error().message);
    return Found::Something;
}

void JsonPersonas::takeDistinct(const StatsigUser &user)
{
    const QByteArray json = user.toJson();
    if (m_isOverfull || m_seen.contains(json))
        return;
    if (isFull()) {
        m_isOverfull = true;
        takeProblem(trJson("Only the first %1 users are read.").arg(maxImportedPersonas));
        return;
    }
    m_seen.insert(json);
    add({{}, user.label(), {}, {}, user, {}});
}

void JsonPersonas::takeReadable(const JsonValue &user)
{
    if (const auto read = StatsigUser::fromJson(user))
        takeDistinct(*read);
    else if (m_problems.size() < mostProblems)
        takeProblem(read.error().message);
}

void JsonPersonas::add(Persona persona)
{
    if (persona.name.isEmpty())
        persona.name = persona.user.label();
    if (persona.name.isEmpty())
        persona.name = trJson("User %1").arg(m_personas.size() + 1);
    m_personas.append(std::move(persona));
}

} // namespace Gatescope
