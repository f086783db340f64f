// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/compare/comparison.h>

#include <QMetaType>

namespace Gatescope {

/// What the Compare page is asked to compare two of, of Page::pageRequested().
struct CompareSubject
{
    ComparedType type = ComparedType::Initialize;
};

} // namespace Gatescope

Q_DECLARE_METATYPE(Gatescope::CompareSubject)
