// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct pcre2_real_code_8;

namespace Gatescope {

/// A regular expression of str_matches, compiled once (facts §4.2): a case-sensitive search anywhere in the
/// text with look-around, `$` only at the very end, Unicode classes. Any thread.
class SearchPattern
{
public:
    explicit SearchPattern(std::string_view pattern);

    bool isValid() const { return m_code != nullptr; }
    /// Nothing when the search was given up: the work is limited, whatever the pattern and the text. An
    /// invalid pattern matches nothing.
    std::optional<bool> matches(std::string_view text) const;

private:
    std::optional<bool> matchesBreadthFirst(std::string_view text) const;

    struct FreeCode
    {
        void operator()(pcre2_real_code_8 *code) const;
    };
    std::string m_pattern; ///< as the library takes it
    std::unique_ptr<pcre2_real_code_8, FreeCode> m_code;
};

} // namespace Gatescope
