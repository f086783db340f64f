// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace Gatescope {

/// A body as a text to read: JSON indented with its tokens as sent, anything else as it came.
struct BodyText
{
    /// Indenting makes a second, larger copy; beyond this size a body is shown as it came.
    static constexpr qsizetype maxIndentedBytes = qsizetype(64) << 20;

    QByteArray text;
    bool isJson = false;
    bool operator==(const BodyText &) const = default;
};

/// Any thread.
BodyText readableBody(const QByteArray &body);

} // namespace Gatescope
