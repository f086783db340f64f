// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace Gatescope {

/// A JSON text with a placeholder for each value within an object "privateAttributes", wherever one is: of
/// "plan" it is "<private: plan>"; of what else has that name "<private>". What is not JSON is returned as it
/// is, and all else byte for byte.
QByteArray withoutPrivateValues(const QByteArray &json);
/// Whether there is such a value.
bool hasPrivateValues(const QByteArray &json);

} // namespace Gatescope
