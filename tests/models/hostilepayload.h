// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace Gatescope::Test {

/// \name Pieces of a v2 payload, each a member "NAME":{…}; lists are joined by the caller with commas.
/// @{
QByteArray gateMember(const QByteArray &name, const QByteArray &rules);
QByteArray experimentMember(const QByteArray &name, const QByteArray &rules);
QByteArray layerMember(const QByteArray &name, const QByteArray &rules);
QByteArray conditionMember(
    const QByteArray &hash, const QByteArray &type, const QByteArray &target, const QByteArray &more = {});
QByteArray gateCondition(const QByteArray &hash, const QByteArray &gate); ///< passes where the gate does
QByteArray groupCondition(const QByteArray &hash, const QByteArray &experiment); ///< passes in its group G
QByteArray listCondition(const QByteArray &hash); ///< passes in the ID list "list"
/// @}

QByteArray decimal(int number);
/// The parts of these numbers with commas between.
template<class Part>
QByteArray joined(int from, int to, const Part &part)
{
    QByteArray text;
    for (int i = from; i <= to; ++i) {
        if (i > from)
            text += ',';
        text += part(i);
    }
    return text;
}

/// One rule; `conditions` are hashes without quotes, parted by spaces. `more` begins with a comma.
QByteArray ruleText(const QByteArray &conditions, const QByteArray &more = {});

struct PayloadParts
{
    QByteArray gates {};
    QByteArray configs {};
    QByteArray layers {};
    QByteArray conditions {};
    QByteArray more {}; ///< begins with a comma
};
QByteArray payloadOfParts(const PayloadParts &parts);

} // namespace Gatescope::Test
