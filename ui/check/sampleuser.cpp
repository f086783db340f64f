// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "sampleuser.h"

#include <QFile>

namespace Gatescope {

std::optional<SampleUser> sampleUser()
{
    QFile file(QStringLiteral(":/gatescope/sample/sample-users.json"));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto document = JsonDocument::parse(file.readAll());
    if (!document)
        return std::nullopt;
    const JsonValue first = (*document)->root().at(0);
    const auto user = StatsigUser::fromJson(first.member("user"));
    if (!user)
        return std::nullopt;
    return SampleUser {first.member("name").toString(), *user};
}

} // namespace Gatescope
