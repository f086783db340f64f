// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/exchange.h>

#include <QList>

namespace Gatescope {

inline constexpr qsizetype maxHarBytes = qsizetype(256) * 1024 * 1024;

/// What a HAR file has of Statsig.
struct HarFile
{
    QString creator; ///< the program that wrote it, as it says: "Firefox 130.0"; may be empty
    QList<Exchange> exchanges; ///< in the file's order, numbered from 1, without any secret
    qsizetype otherEntries = 0; ///< of other requests: pages, pictures
    qsizetype brokenEntries = 0; ///< that have no readable request

    bool operator==(const HarFile &) const = default;
};

/// Whether a text may be a HAR file: worth trying. Cheap.
bool looksLikeHar(const QByteArray &text);

/// Reads HTTP Archive 1.2. An entry is of Statsig if its address ends in an endpoint's name or its body is
/// one of an SDK (it has statsigMetadata); its bodies are decoded (Base64; the encoding of browsers' SDKs).
/// The error is a sentence. Takes a time that grows with the file: for workers.
Result<HarFile> readHar(QByteArray text);

} // namespace Gatescope
