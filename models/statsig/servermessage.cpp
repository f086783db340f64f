// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "servermessage.h"

namespace Gatescope {

QString boundedServerText(const QString &text)
{
    constexpr qsizetype maxLength = 300;
    QString line = text.left(4 * maxLength);
    for (QChar &c : line) {
        const auto category = c.category();
        // Format characters include the bidirectional overrides, which could make a sentence read otherwise.
        if (category == QChar::Other_Control || category == QChar::Other_Format)
            c = QChar::Space;
    }
    line = line.simplified();
    if (line.size() <= maxLength)
        return line;
    line.truncate(maxLength - 1);
    if (line.back().isHighSurrogate())
        line.chop(1);
    return line + QChar(0x2026);
}

QString serverMessage(const JsonValue &body)
{
    for (const char *key : {"message", "error", "reason", "errorMessage", "detail"}) {
        JsonValue said = body[key];
        if (said.isObject())
            said = said["message"];
        if (const QString text = boundedServerText(said.toString()); !text.isEmpty())
            return text;
    }
    return {};
}

} // namespace Gatescope
