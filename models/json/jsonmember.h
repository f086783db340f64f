// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace Gatescope {

/// One member of a JSON object by value, its text exactly as written: the currency of forms and tables.
struct JsonMember
{
    QString key;
    QByteArray json; ///< a complete JSON value

    bool operator==(const JsonMember &) const = default;
};
using JsonMembers = QList<JsonMember>;

} // namespace Gatescope
