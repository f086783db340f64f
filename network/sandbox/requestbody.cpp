// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "requestbody.h"

#include "bodydecoder.h"

#include <models/statsig/statsigencoding.h>

namespace Gatescope {

namespace {

constexpr qsizetype maxDecodedBytes = 64 * 1024 * 1024;

HttpResponse decodeRefusal(DecodeFailure failure)
{
    switch (failure) {
    case DecodeFailure::UnknownEncoding:
        return refusal(415, "Content-Encoding must be gzip, zstd or identity.");
    case DecodeFailure::TooLarge:
        return refusal(413, "The body is larger than this server takes when unpacked.");
    case DecodeFailure::Corrupt:
        break;
    }
    return refusal(400, "The body is not what its encoding says: it is broken or cut short.");
}

Asked<QByteArray> decodedBody(const HttpRequest &request)
{
    QByteArray encoding = request.header("Content-Encoding");
    if (encoding.isEmpty() && request.queryItem("gz") == "1" && request.body.startsWith("\x1f\x8b"))
        encoding = "gzip";
    auto decoded = decodeBody(request.body, encoding, maxDecodedBytes);
    if (!decoded)
        return std::unexpected(decodeRefusal(decoded.error()));
    return request.queryItem("se") == "1" ? withoutStatsigEncoding(std::move(*decoded)) : std::move(*decoded);
}

const char *typeName(const JsonValue &value)
{
    switch (value.kind()) {
    case JsonDocument::Kind::Null:
        return "null";
    case JsonDocument::Kind::False:
    case JsonDocument::Kind::True:
        return "a boolean";
    case JsonDocument::Kind::Number:
        return "a number";
    case JsonDocument::Kind::String:
        return "a string";
    case JsonDocument::Kind::Array:
        return "an array";
    case JsonDocument::Kind::Object:
        break;
    }
    return "an object";
}

bool isAbsent(const JsonValue &value)
{
    return !value.isValid() || value.isNull();
}

bool isScalarId(const JsonValue &value)
{
    return isAbsent(value) || value.isString() || value.isNumber();
}

std::optional<HttpResponse> refuseUserTables(const JsonValue &user, const std::string &field)
{
    for (const char *table : {"custom", "privateAttributes", "customIDs", "statsigEnvironment"}) {
        const JsonValue value = user[table];
        if (!isAbsent(value) && !value.isObject())
            return wrongType(field + '.' + table, "an object", value);
    }
    const JsonValue ids = user["customIDs"];
    for (quint32 i = 0; i < ids.size(); ++i) {
        if (!isScalarId(ids.at(i)))
            return wrongType(field + ".customIDs." + ids.at(i).keyUtf8(), "a string", ids.at(i));
    }
    return std::nullopt;
}

} // namespace

HttpResponse wrongType(const std::string &field, const char *expected, const JsonValue &found)
{
    const std::string text = '"' + field + "\" must be " + expected + ", but is " + typeName(found) + '.';
    return refusal(400, QByteArray::fromStdString(text));
}

HttpResponse missingField(const std::string &field, const char *hint)
{
    return refusal(400, QByteArray::fromStdString('"' + field + "\" is missing: " + hint + '.'));
}

std::optional<HttpResponse> refuseUser(const JsonValue &user, const std::string &field)
{
    if (!user.isObject())
        return wrongType(field, "an object", user);
    for (const char *name : {"userID", "email", "ip", "userAgent", "country", "locale", "appVersion"}) {
        if (!isScalarId(user[name]))
            return wrongType(field + '.' + name, "a string", user[name]);
    }
    return refuseUserTables(user, field);
}

RequestBody::RequestBody(JsonDocumentPtr document)
    : m_document(std::move(document))
    , m_object(m_document->root())
{ }

Asked<RequestBody> RequestBody::read(const HttpRequest &request)
{
    auto decoded = decodedBody(request);
    if (!decoded)
        return std::unexpected(std::move(decoded.error()));
    if (decoded->trimmed().isEmpty())
        return std::unexpected(refusal(400, "The body is empty: send a JSON object."));
    const Result<JsonDocumentPtr> document = JsonDocument::parse(std::move(*decoded));
    if (!document)
        return std::unexpected(refusal(400,
            "The body is not JSON. " + document.error().message.toUtf8()
                + (document.error().message.endsWith(u'.') ? "" : ".")));
    if (!(*document)->root().isObject())
        return std::unexpected(refusal(400,
            QByteArray("The body must be a JSON object, but is ") + typeName((*document)->root()) + '.'));
    return RequestBody(*document);
}

bool RequestBody::has(std::string_view key) const
{
    return !isAbsent(m_object[key]);
}

Asked<std::string> RequestBody::text(std::string_view key) const
{
    const JsonValue value = m_object[key];
    const std::string field(key);
    if (isAbsent(value))
        return std::unexpected(missingField(field, "send a name"));
    if (!value.isString())
        return std::unexpected(wrongType(field, "a string", value));
    std::string text = value.toUtf8();
    if (text.empty())
        return std::unexpected(
            refusal(400, QByteArray::fromStdString('"' + field + "\" is empty: send a name.")));
    return text;
}

Asked<std::vector<std::string>> RequestBody::texts(std::string_view key) const
{
    const JsonValue list = m_object[key];
    const std::string field(key);
    if (isAbsent(list))
        return std::unexpected(missingField(field, "send an array of names"));
    if (!list.isArray())
        return std::unexpected(wrongType(field, "an array of strings", list));
    if (list.size() == 0)
        return std::unexpected(
            refusal(400, QByteArray::fromStdString('"' + field + "\" is empty: send names.")));
    std::vector<std::string> texts;
    for (quint32 i = 0; i < list.size(); ++i) {
        if (!list.at(i).isString())
            return std::unexpected(wrongType(field + '[' + std::to_string(i) + ']', "a string", list.at(i)));
        texts.push_back(list.at(i).toUtf8());
    }
    return texts;
}

Asked<qint64> RequestBody::time(std::string_view key) const
{
    const JsonValue value = m_object[key];
    if (isAbsent(value))
        return 0;
    const std::optional<qint64> time = value.toInt64();
    if (!value.isNumber() || !time)
        return std::unexpected(wrongType(std::string(key), "a whole number of milliseconds", value));
    return *time;
}

Asked<EvaluationUser> RequestBody::user() const
{
    if (!has("user"))
        return std::unexpected(missingField("user", "send a StatsigUser object"));
    if (auto refused = refuseUser(m_object["user"], "user"))
        return std::unexpected(std::move(*refused));
    return Asked<EvaluationUser>(std::in_place, m_document, m_object["user"]);
}

} // namespace Gatescope
