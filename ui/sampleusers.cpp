// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "sampleusers.h"

#include <QFile>

namespace Gatescope {

namespace {

QList<SampleUser> readSampleUsers()
{
    QFile file(QStringLiteral(":/gatescope/sample/sample-users.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto document = JsonDocument::parse(file.readAll());
    if (!document)
        return {};
    QList<SampleUser> samples;
    const JsonValue root = (*document)->root();
    for (quint32 i = 0; i < root.size(); ++i) {
        if (auto user = StatsigUser::fromJson(root.at(i)["user"]))
            samples << SampleUser {root.at(i)["name"].toString(), std::move(*user)};
    }
    return samples;
}

} // namespace

const QList<SampleUser> &sampleUsers()
{
    static const QList<SampleUser> samples = readSampleUsers();
    return samples;
}

} // namespace Gatescope
