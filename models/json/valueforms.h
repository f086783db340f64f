// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "jsondocument.h"

#include <QByteArray>

#include <optional>

namespace Gatescope {

/// A moment that a value may stand for.
struct ValueMoment
{
    enum class Unit {
        Seconds, ///< since 1970
        Milliseconds, ///< since 1970
        Written, ///< as ISO 8601; without a time zone in UTC
    };
    qint64 milliseconds = 0; ///< since 1970
    Unit unit = Unit::Milliseconds;

    bool operator==(const ValueMoment &) const = default;
};

/// What Base64 stands for.
struct Base64Content
{
    QByteArray bytes;
    bool isText = false; ///< they are UTF-8 that can be read
    JsonDocumentPtr json; ///< which is an object or a list

    bool operator==(const Base64Content &) const = default;
};

/// All that a value can be read as.
struct ValueForms
{
    QByteArray text; ///< UTF-8: strings as they read, objects and lists indented, others as written
    JsonDocumentPtr json; ///< of a string that holds an object or a list
    std::optional<Base64Content> base64;
    std::optional<ValueMoment> moment;

    bool operator==(const ValueForms &) const = default;
};

/// Takes a time that grows with the value: for workers.
ValueForms valueForms(const JsonValue &value);

/// A number or a text of digits that is a time of this century in seconds or milliseconds, or a written one.
std::optional<ValueMoment> momentIn(const JsonValue &value);
/// Much that is no Base64 looks like it, as a word of eight letters does. It is taken for such where a data
/// URL says so, where it stands for a readable text or a known kind of file, or where its letters leave
/// little doubt.
std::optional<Base64Content> base64In(std::string_view text);

/// Sixteen bytes a line: where they are, each in hexadecimal digits, and the characters among them.
QByteArray hexDump(const QByteArray &bytes);

} // namespace Gatescope
