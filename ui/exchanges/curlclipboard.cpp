// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "curlclipboard.h"

#include <ui/presenter/presenter.h>

namespace Gatescope {

void copyAsCode(const Exchange &exchange, RequestLanguage language, bool withPrivate)
{
    const Exchange copied =
        Presenter::instance().exchange(withPrivate ? exchange : withPrivatePlaceholders(exchange));
    copyText(requestCode(copied, language));
}

} // namespace Gatescope
