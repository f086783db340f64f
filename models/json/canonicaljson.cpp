// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "canonicaljson.h"

#include <map>

namespace Gatescope {

namespace {

/// What cannot be decoded without a loss stays as it was written.
QByteArray canonicalString(const JsonValue &value)
{
    if (!value.hasLoneSurrogate())
        return jsonQuoted(value.toString());
    const std::string_view raw = value.rawText();
    return {raw.data(), qsizetype(raw.size())};
}

// As deep as a document may be nested, which JsonLimits bounds.
void appendCanonical(QByteArray &text, const JsonValue &value);

void appendMembers(QByteArray &text, const JsonValue &object)
{
    std::map<std::string, JsonValue> members;
    for (quint32 i = 0; i < object.size(); ++i)
        members[object.at(i).keyUtf8()] = object.at(i);
    bool isFirst = true;
    for (const auto &[name, member] : members) {
        text += isFirst ? "" : ",";
        isFirst = false;
        text += member.hasLoneSurrogate()
            ? QByteArray(member.rawKey().data(), qsizetype(member.rawKey().size()))
            : jsonQuoted(member.key());
        text += ':';
        appendCanonical(text, member);
    }
}

void appendCanonical(QByteArray &text, const JsonValue &value)
{
    if (value.isObject()) {
        text += '{';
        appendMembers(text, value);
        text += '}';
    } else if (value.isArray()) {
        for (quint32 i = 0; i < value.size(); ++i) {
            text += i == 0 ? '[' : ',';
            appendCanonical(text, value.at(i));
        }
        text += value.size() == 0 ? "[]" : "]";
    } else if (value.isString()) {
        text += canonicalString(value);
    } else {
        text.append(value.rawText().data(), qsizetype(value.rawText().size()));
    }
}

} // namespace

QByteArray canonicalJson(const JsonValue &value)
{
    QByteArray text;
    appendCanonical(text, value);
    return text;
}

} // namespace Gatescope
