// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsonrewrite.h>

#include <map>
#include <string>

namespace Gatescope {

/// The condition_map of a v2 payload, which rules share, while rules get other conditions. A condition is
/// never changed under its key, which others may hold and clients may know: it gets a key of its own, and the
/// old one goes when no rule is left that names it.
class V2Conditions
{
public:
    explicit V2Conditions(const JsonDocumentPtr &payload);

    /// The key of a condition that is new or there already.
    std::string add(const QByteArray &json);
    /// One rule names it no more.
    void release(const std::string &key) { ++m_released[key]; }
    /// Once, at the end.
    void write(JsonRewrite &rewrite) const;

private:
    bool isFree(const std::string &key, const QByteArray &json) const;
    std::map<std::string, std::size_t> uses() const;

    JsonDocumentPtr m_payload;
    JsonValue m_map;
    std::map<std::string, QByteArray> m_added;
    std::map<std::string, std::size_t> m_released; ///< how often, by key
};

} // namespace Gatescope
