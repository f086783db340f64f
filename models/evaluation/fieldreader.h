// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "payloadtexts.h"

#include <QCoreApplication>

#include <string>
#include <string_view>
#include <vector>

namespace Gatescope {

/// Reads typed members of one JSON object and remembers the first that is missing or of the wrong type.
class FieldReader
{
    Q_DECLARE_TR_FUNCTIONS(FieldReader)

public:
    FieldReader(const JsonValue &object, PayloadTexts &texts);

    /// A required field is missing when it is absent; null counts as absent for optional ones.
    enum class Need { Optional, Required };

    JsonValue any(std::string_view key, Need need);
    JsonValue array(std::string_view key, Need need);
    std::string_view text(std::string_view key, Need need);
    bool boolean(std::string_view key, Need need);
    double number(std::string_view key, Need need);
    std::vector<std::string> texts(std::string_view key, Need need);

    bool has(std::string_view key) const; ///< present and not null
    bool isOk() const { return m_problem.isEmpty(); }
    /// A sentence part such as "salt is missing" or "rules is not an array"; empty if all was well.
    const QString &problem() const { return m_problem; }
    void setProblem(const QString &problem);

private:
    /// `type` is translated only where it is told.
    bool wanted(const JsonValue &value, std::string_view key, Need need, bool fits, const char *type);

    JsonValue m_object;
    PayloadTexts &m_texts;
    QString m_problem;
};

} // namespace Gatescope
