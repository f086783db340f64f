// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "apikey.h"

#include "sandbox.h"

namespace Gatescope {

QByteArray keyTextOf(const HttpRequest &request)
{
    if (const QByteArray key = request.header("statsig-api-key"); !key.isEmpty())
        return key;
    if (const QByteArray key = request.queryItem("k"); !key.isEmpty())
        return key;
    const QByteArrayView path = request.path();
    const QByteArrayView file = path.sliced(path.lastIndexOf('/') + 1);
    return file.endsWith(".json") ? file.chopped(5).toByteArray() : QByteArray();
}

KeyKind keyOf(const HttpRequest &request)
{
    const QByteArray key = keyTextOf(request);
    if (key.isEmpty())
        return KeyKind::None;
    if (key == sandboxServerKey)
        return KeyKind::Server;
    if (key == sandboxClientKey)
        return KeyKind::Client;
    return key.startsWith("console-") ? KeyKind::Console : KeyKind::Unknown;
}

std::optional<HttpResponse> refuseKey(KeyKind key, KeyNeed need)
{
    if (need == KeyNeed::None)
        return std::nullopt;
    switch (key) {
    case KeyKind::None:
        return refusal(401, "No API key: send one in the header statsig-api-key.");
    case KeyKind::Unknown:
        return refusal(401, "Unknown API key: the sandbox's keys are secret-sandbox and client-sandbox.");
    case KeyKind::Console:
        return refusal(403, "A Console API key cannot call this endpoint: use a server or client key.");
    case KeyKind::Client:
        if (need == KeyNeed::ServerKey)
            return refusal(403, "A client key cannot read this: use a server key.");
        break;
    case KeyKind::Server:
        break;
    }
    return std::nullopt;
}

} // namespace Gatescope
