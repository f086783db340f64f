// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "searchpattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <array>

namespace Gatescope {

namespace {

constexpr std::uint32_t matchLimit = 1'000'000;
constexpr std::uint32_t heapLimitKib = 20'000;

struct FreePcre2
{
    void operator()(pcre2_match_data *data) const { pcre2_match_data_free(data); }
    void operator()(pcre2_match_context *context) const { pcre2_match_context_free(context); }
};
using MatchData = std::unique_ptr<pcre2_match_data, FreePcre2>;
using MatchContext = std::unique_ptr<pcre2_match_context, FreePcre2>;

struct MatchState
{
    MatchState()
        : data(pcre2_match_data_create(1, nullptr))
        , context(pcre2_match_context_create(nullptr))
    {
        pcre2_set_match_limit(context.get(), matchLimit);
        pcre2_set_heap_limit(context.get(), heapLimitKib);
    }

    MatchData data;
    MatchContext context;
};

PCRE2_SPTR units(std::string_view text)
{
    return reinterpret_cast<PCRE2_SPTR>(text.data());
}

bool isGivenUp(int code)
{
    return code == PCRE2_ERROR_MATCHLIMIT || code == PCRE2_ERROR_DEPTHLIMIT || code == PCRE2_ERROR_HEAPLIMIT
        || code == PCRE2_ERROR_NOMEMORY || code == PCRE2_ERROR_DFA_WSSIZE;
}

} // namespace

void SearchPattern::FreeCode::operator()(pcre2_real_code_8 *code) const
{
    pcre2_code_free(code);
}

SearchPattern::SearchPattern(std::string_view pattern)
{
    if (pattern.starts_with("(*")) // settings of this library's own, no expression to other engines
        return;
    int error = 0;
    PCRE2_SIZE offset = 0;
    m_code.reset(pcre2_compile(units(pattern), pattern.size(),
        PCRE2_UTF | PCRE2_UCP | PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C, &error, &offset, nullptr));
}

std::optional<bool> SearchPattern::matches(std::string_view text) const
{
    if (!m_code)
        return false;
    thread_local MatchState state;
    int result =
        pcre2_match(m_code.get(), units(text), text.size(), 0, 0, state.data.get(), state.context.get());
    if (isGivenUp(result)) { // a breadth-first search has no such limit, but no back-references either
        std::array<int, 4096> workspace {};
        result = pcre2_dfa_match(m_code.get(), units(text), text.size(), 0, PCRE2_DFA_SHORTEST,
            state.data.get(), state.context.get(), workspace.data(), workspace.size());
        if (isGivenUp(result) || result == PCRE2_ERROR_DFA_UITEM || result == PCRE2_ERROR_DFA_UFUNC
            || result == PCRE2_ERROR_DFA_UCOND)
            return std::nullopt;
    }
    return result >= 0;
}

} // namespace Gatescope
