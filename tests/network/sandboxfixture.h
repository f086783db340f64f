// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "rawhttp.h"

#include <network/sandbox/sandbox.h>

#include <QJsonObject>
#include <QJsonValue>

namespace Gatescope::Test {

/// A file of the sample below :/gatescope/sample/; asserts that it is there.
QByteArray sampleFile(const QString &name);
/// The sample project, compiled.
ProjectPtr sampleProject();
std::shared_ptr<const IdLists> sampleIdLists();
/// The user of a persona of the sample: "Mina", "Tom", "Guest".
QJsonObject sampleUser(const QString &persona);

/// A JSON request with the server key.
RawAnswer post(const Sandbox &sandbox, const QByteArray &path, const QByteArray &body,
    const QByteArray &key = "secret-sandbox", const QByteArray &moreHeaders = {});
RawAnswer post(const Sandbox &sandbox, const QByteArray &path, const QJsonObject &body);
RawAnswer get(const Sandbox &sandbox, const QByteArray &target, const QByteArray &moreHeaders = {});

/// The body as JSON; undefined if it is none.
QJsonValue json(const RawAnswer &answer);
QString messageOf(const RawAnswer &answer);

} // namespace Gatescope::Test
