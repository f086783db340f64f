// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "keptuser.h"

#include "privatemask.h"

#include <models/json/canonicaljson.h>
#include <models/json/jsonrewrite.h>

#include <vector>

namespace Gatescope {

namespace {

bool isMask(const JsonValue &value)
{
    std::string scratch;
    return value.isString() && value.utf8(scratch) == PrivateMask::mask;
}

/// The table goes too where nothing is left of it: the user reads then as one that never had it.
void takeMasksOut(JsonRewrite &rewrite, const JsonValue &table)
{
    std::vector<JsonValue> masks;
    for (quint32 i = 0; i < table.size(); ++i) {
        if (isMask(table.at(i)))
            masks.push_back(table.at(i));
    }
    if (isMask(table) || (!masks.empty() && masks.size() == table.size()))
        rewrite.remove(table);
    else
        for (const JsonValue &mask : masks)
            rewrite.remove(mask);
}

/// Wherever one is, as they were masked.
void takeMasksOutWithin(JsonRewrite &rewrite, const JsonValue &value)
{
    for (quint32 i = 0; i < value.size(); ++i) {
        const JsonValue child = value.at(i);
        std::string scratch;
        if (child.hasKey() && child.keyUtf8(scratch) == "privateAttributes")
            takeMasksOut(rewrite, child);
        takeMasksOutWithin(rewrite, child);
    }
}

} // namespace

KeptUser keptUser(const JsonValue &user)
{
    JsonRewrite rewrite(user.document()->shared_from_this());
    takeMasksOutWithin(rewrite, user);
    if (rewrite.isEmpty())
        return {canonicalJson(user), false};
    const auto rest = JsonDocument::parse(rewrite.text(user));
    return {rest ? canonicalJson((*rest)->root()) : QByteArrayLiteral("{}"), true};
}

} // namespace Gatescope
