// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "jsondocument.h"

#include <QString>

#include <string>
#include <string_view>

namespace Gatescope {

/// A text that is looked for in decoded texts, whatever the case if not said otherwise: é finds \u00e9. Any
/// thread.
class TextNeedle
{
public:
    explicit TextNeedle(const QString &text, Qt::CaseSensitivity sensitivity = Qt::CaseInsensitive);

    bool isEmpty() const { return m_text.isEmpty(); }
    bool isIn(const QString &text) const { return text.contains(m_text, m_sensitivity); }
    bool isIn(std::string_view utf8) const;
    /// In a key or a scalar of the value or of anything inside it; numbers and literals as written.
    bool isIn(const JsonValue &value) const;

private:
    bool isInScalar(const JsonValue &value, std::string &scratch) const;

    QString m_text;
    Qt::CaseSensitivity m_sensitivity;
    std::string m_folded; ///< UTF-8, ASCII letters in lower case unless the case matters
    bool m_isAscii;
};

} // namespace Gatescope
