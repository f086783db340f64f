// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/evidence/evidencefile.h>

#include <QMetaType>

namespace Gatescope {

/// What the Check page is asked to explain, of Page::pageRequested(). Nothing is sent for it.
struct WhySubject
{
    CheckItem item;
    EvidencePtr kept {}; ///< what was said before, to be shown beside; may be null
};

} // namespace Gatescope

Q_DECLARE_METATYPE(Gatescope::WhySubject)
