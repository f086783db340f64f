// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/project.h>

namespace Gatescope::Test {

/// A gate checkout_v2 with a rule "Gold tier" over each condition; the rule passes everybody that meets it.
ProjectPtr checkoutOver(const QByteArrayList &conditions);
/// Members of a condition on an attribute: `conditionOn("level", "gte", "3")`.
QByteArray conditionOn(const QByteArray &field, const QByteArray &op, const QByteArray &target,
    const QByteArray &type = "user_field");

} // namespace Gatescope::Test
