// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace Gatescope::Test {

/// Real payloads beside the checkout (../shared/fixtures), used when they are there; GATESCOPE_FIXTURES names
/// another place. Empty if there are none: such a test returns early after checking the project's own data.
QString sharedFixtures();
/// A file's bytes; empty if it cannot be read.
QByteArray readFile(const QString &path);

} // namespace Gatescope::Test
