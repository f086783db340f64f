// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "personafile.h"

#include <models/statsig/members.h>

#include <QCoreApplication>

#include <algorithm>

namespace Gatescope {

namespace {

const QString personaNameKey = QStringLiteral("name");
const QString personaTagsKey = QStringLiteral("tags");
const QString personaNotesKey = QStringLiteral("notes");
const QString personaUserKey = QStringLiteral("user");
const QString fileEnding = QStringLiteral(".json");

QString trPersona(const char *text)
{
    return QCoreApplication::translate("Gatescope::PersonaFile", text);
}

std::unexpected<Error> wrongMember(const QString &what)
{
    return failure(ErrorCode::BadInput, what);
}

Result<QString> textMember(const JsonValue &object, const QString &key)
{
    const JsonValue value = object.member(key.toStdString());
    if (value.isValid() && !value.isNull() && !value.isString())
        return wrongMember(trPersona("“%1” must be a text.").arg(key));
    return value.toString();
}

Result<QStringList> tagsOf(const JsonValue &object)
{
    const JsonValue value = object.member("tags");
    if (!value.isValid() || value.isNull())
        return QStringList();
    if (!value.isArray())
        return wrongMember(trPersona("“tags” must be a list of texts, such as [\"gold\", \"berlin\"]."));
    QStringList tags;
    for (quint32 i = 0; i < value.size(); ++i) {
        if (!value.at(i).isString())
            return wrongMember(trPersona("“tags[%1]” must be a text.").arg(i));
        tags << value.at(i).toString();
    }
    return tags;
}

QByteArray jsonOf(const QStringList &texts)
{
    QByteArrayList quoted;
    for (const QString &text : texts)
        quoted << jsonQuoted(text);
    return '[' + quoted.join(',') + ']';
}

JsonMembers membersOf(const Persona &persona)
{
    JsonMembers members {{personaNameKey, jsonQuoted(persona.name)}};
    if (!persona.tags.isEmpty())
        members.append({personaTagsKey, jsonOf(persona.tags)});
    if (!persona.notes.isEmpty())
        members.append({personaNotesKey, jsonQuoted(persona.notes)});
    members.append({personaUserKey, persona.user.toJson()});
    return members + persona.otherMembers;
}

/// Of a compact JSON text once it is indented, without making that: deep nesting swells it a thousandfold.
qsizetype indentedSize(const QByteArray &compact)
{
    constexpr qsizetype indent = 2;
    qsizetype size = compact.size();
    qsizetype depth = 0;
    bool isInString = false;
    char before = 0;
    for (qsizetype i = 0; i < compact.size(); ++i) {
        const char c = compact[i];
        const bool isEmpty = before == '{' || before == '[';
        before = c;
        if (isInString) {
            i += c == '\\' ? 1 : 0;
            isInString = c != '"';
            continue;
        }
        isInString = c == '"';
        const bool closes = c == '}' || c == ']';
        depth -= closes ? 1 : 0;
        if ((isEmpty || c == ',' || closes) && !(isEmpty && closes))
            size += 1 + indent * depth;
        size += c == ':' ? 1 : 0;
        depth += c == '{' || c == '[' ? 1 : 0;
    }
    return size;
}

} // namespace

Result<Persona> personaFromJson(const JsonValue &object)
{
    if (!object.isObject())
        return wrongMember(trPersona("this is not a persona: a JSON object such as {\"name\": \"Mina\", "
                                     "\"user\": {\"userID\": \"u-1\"}} "
                                     "is expected."));
    const auto name = textMember(object, personaNameKey);
    if (!name)
        return std::unexpected(name.error());
    const auto tags = tagsOf(object);
    if (!tags)
        return std::unexpected(tags.error());
    const auto notes = textMember(object, personaNotesKey);
    if (!notes)
        return std::unexpected(notes.error());
    const JsonValue userValue = object.member("user");
    if (!userValue.isObject())
        return wrongMember(trPersona("“user” must be a JSON object, such as {\"userID\": \"u-1\"}."));
    auto user = StatsigUser::fromJson(userValue);
    if (!user)
        return wrongMember(trPersona("in “user”, %1").arg(user.error().message));
    JsonMembers others = membersOf(object);
    others.removeIf([](const JsonMember &member) {
        return member.key == personaNameKey || member.key == personaTagsKey || member.key == personaNotesKey
            || member.key == personaUserKey;
    });
    return Persona {{}, *name, *tags, *notes, std::move(*user), others};
}

Result<Persona> readPersonaFile(const QString &fileName, const QByteArray &bytes)
{
    const auto inFile = [&fileName](const Error &error) {
        return std::unexpected(
            Error {error.code, trPersona("%1: %2").arg(fileName, error.message), error.detail});
    };
    if (bytes.size() > maxPersonaFileBytes)
        return failure(
            ErrorCode::TooLarge, trPersona("%1 is larger than 4 MB: that is no persona.").arg(fileName));
    const auto document = JsonDocument::parse(bytes);
    if (!document)
        return inFile(document.error());
    auto persona = personaFromJson((*document)->root());
    if (!persona)
        return inFile(persona.error());
    persona->id = fileName.section(u'/', -1);
    if (persona->id.endsWith(fileEnding, Qt::CaseInsensitive))
        persona->id.chop(fileEnding.size());
    if (persona->name.isEmpty())
        persona->name = persona->id;
    return persona;
}

Result<> checkPersonaSize(const Persona &persona)
{
    // Lines and indents make at most its square of a text.
    constexpr qsizetype surelySmall = 2000;
    const QByteArray json = personaToJson(persona);
    if (json.size() < surelySmall)
        return {};
    const auto document = JsonDocument::parse(json);
    const QByteArray compact = document ? jsonCompact((*document)->root()) : json;
    if (indentedSize(compact) < maxPersonaFileBytes) // with the last line's end
        return {};
    return failure(ErrorCode::TooLarge,
        trPersona(
            "“%1” would be a file of more than 4 MB, which is not read again. Shorten its user or its notes.")
            .arg(persona.name));
}

QByteArray personaToJson(const Persona &persona)
{
    return membersToJson(membersOf(persona));
}

QByteArray writePersonaFile(const Persona &persona)
{
    const QByteArray compact = personaToJson(persona);
    const auto document = JsonDocument::parse(compact);
    return (document ? jsonIndented((*document)->root()) : compact) + '\n';
}

} // namespace Gatescope
