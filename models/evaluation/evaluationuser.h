// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsondocument.h>

namespace Gatescope {

/// A user prepared for evaluation: the JSON of a StatsigUser with its fields found once. Anything may be of
/// any JSON type; what an SDK could not hold is read as absent. Immutable, any thread.
class EvaluationUser
{
public:
    /// Keeps the document alive. A value that is no object gives an empty user.
    explicit EvaluationUser(JsonDocumentPtr document, JsonValue user);
    explicit EvaluationUser(const JsonDocumentPtr &document);

    const JsonValue &json() const { return m_user; }

private:
    JsonDocumentPtr m_document;
    JsonValue m_user;
};

} // namespace Gatescope
