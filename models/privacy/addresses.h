// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "pseudonyms.h"

#include <QList>

namespace Gatescope {

/// An e-mail or IP address within a text.
struct FoundAddress
{
    qsizetype start = 0;
    qsizetype length = 0;
    Pseudonyms::Kind kind = Pseudonyms::Kind::Email;
    bool operator==(const FoundAddress &) const = default;
};

/// Those that may be somebody's, in their order: not the ones for examples (RFC 2606, 5737, 3849) that
/// pseudonyms are made of, and not the machine's own.
QList<FoundAddress> addressesIn(const QString &text);
/// Whether an address, which the text must be, is one of those that are left out there.
bool isNobodysAddress(const QString &address);

} // namespace Gatescope
