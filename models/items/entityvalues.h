// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "entitydetails.h"

namespace Gatescope {

struct GroupValues
{
    QStringList groups;
    QList<ParameterRow> rows; ///< parameters in order of appearance
};

/// What each group of an experiment gets, parameter by parameter; empty for entities without groups.
GroupValues groupValues(const Spec &spec);
/// A value as compact JSON, cut where it is long.
QString valueText(const JsonValue &value);

} // namespace Gatescope
