// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "bodytext.h"

#include <models/json/jsondocument.h>

namespace Gatescope {

BodyText readableBody(const QByteArray &body)
{
    if (body.size() <= BodyText::maxIndentedBytes)
        if (const auto document = JsonDocument::parse(body))
            return {jsonIndented((*document)->root()), true};
    return {body, false};
}

} // namespace Gatescope
