// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/compare/comparison.h>
#include <models/statsig/exchange.h>

#include <QMetaType>

namespace Gatescope {

/// What the Compare page is asked to compare two of, of Page::pageRequested().
struct CompareSubject
{
    ComparedType type = ComparedType::Initialize;
    ExchangePtr left = nullptr; ///< whose answers; null: the likeliest two
    ExchangePtr right = nullptr;
};

} // namespace Gatescope

Q_DECLARE_METATYPE(Gatescope::CompareSubject)
