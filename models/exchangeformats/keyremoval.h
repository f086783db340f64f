// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/exchange.h>

namespace Gatescope {

/// Whether a header, a part of an address or a member is called as what lets somebody in.
bool namesCredential(const QString &name);
/// A text without what looks like an SDK key; all else byte for byte.
QByteArray withoutKeys(QByteArray bytes);

/// The exchange as it may be kept: every key and credential that another program wrote down with it is gone.
///
/// Of the SDK key (header, query, path, or anywhere in a text that looks like one) its keyHint() stays, of
/// cookies, passwords and tokens in headers and address nothing. A secret found in one place is taken out of
/// all the others too.
Exchange withoutSecrets(Exchange exchange);

} // namespace Gatescope
