// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "payloadwriter.h"

#include "payloadconversion.h"

#include <algorithm>

namespace Gatescope {

QByteArray payloadText(const Project &project, Project::Format format)
{
    const JsonValue payload = project.payload()->root();
    if (format == project.format())
        return jsonCompact(payload);
    return format == Project::Format::V1 ? payloadToV1(payload) : payloadToV2(payload);
}

void writeMembers(JsonWriter &writer, const JsonValue &object, std::span<const std::string_view> without)
{
    std::string scratch;
    for (quint32 i = 0; i < object.size(); ++i) {
        const JsonValue member = object.at(i);
        const std::string_view key = member.keyUtf8(scratch);
        if (std::ranges::find(without, key) != without.end())
            continue;
        writer.key(key);
        writer.raw(member.rawText());
    }
}

bool isBucketList(const JsonValue &condition)
{
    const QString type = condition["type"].toString().toLower();
    const QString op = condition["operator"].toString().toLower();
    return type == QLatin1String("user_bucket")
        && (op == QLatin1String("any") || op == QLatin1String("none"));
}

} // namespace Gatescope
