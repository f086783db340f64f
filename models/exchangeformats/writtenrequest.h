// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/exchange.h>

namespace Gatescope {

/// A request as it was written down in a command, before its keys are gone: never kept, and finished at once.
struct WrittenRequest
{
    QByteArray method; ///< empty: GET, or POST where there is a body
    QByteArray url;
    QList<HttpHeader> headers;
    QByteArray body;
    bool bodyInQuery = false; ///< curl's --get
};

/// The exchange that it describes, without any secret, its body decoded where a browser's SDK encoded it. The
/// error is a sentence: no address, or one that is none.
Result<Exchange> exchangeOf(WrittenRequest request);

} // namespace Gatescope
