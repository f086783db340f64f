// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "searchpattern.h"

#include "patterndialect.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

namespace Gatescope {

namespace {

constexpr std::uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C
    | PCRE2_ALT_CIRCUMFLEX | PCRE2_DUPNAMES;
constexpr std::uint32_t heapLimitKib = 20'000;
/// The library counts steps anew for every place a match could begin at, and one step may run over the whole
/// rest: the longer the text, the fewer steps for each, and a text longer than this gets none.
constexpr std::size_t longestBacktracked = 8'192;
constexpr std::size_t mostSteps = 20'000'000;
constexpr std::size_t mostStepsFromOnePlace = 1'000'000;
/// Breadth first each character costs up to the square of the states that are open.
constexpr double mostStateSteps = 1e9;
constexpr std::size_t mostStates = 680;

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
        pcre2_set_heap_limit(context.get(), heapLimitKib);
    }

    MatchData data;
    MatchContext context;
};

MatchState &matchState(std::size_t limit)
{
    thread_local MatchState state;
    pcre2_set_match_limit(state.context.get(), std::uint32_t(limit));
    return state;
}

PCRE2_SPTR units(std::string_view text)
{
    return reinterpret_cast<PCRE2_SPTR>(text.data());
}

pcre2_code *compiled(std::string_view pattern, std::uint32_t more = 0)
{
    int error = 0;
    PCRE2_SIZE offset = 0;
    return pcre2_compile(units(pattern), pattern.size(), options | more, &error, &offset, nullptr);
}

/// Found, not found (or not to be found, as in a broken text), or given up.
std::optional<bool> found(int result)
{
    switch (result) {
    case PCRE2_ERROR_MATCHLIMIT:
    case PCRE2_ERROR_DEPTHLIMIT:
    case PCRE2_ERROR_HEAPLIMIT:
    case PCRE2_ERROR_NOMEMORY:
    case PCRE2_ERROR_DFA_WSSIZE:
    case PCRE2_ERROR_DFA_RECURSE:
    case PCRE2_ERROR_DFA_UITEM:
    case PCRE2_ERROR_DFA_UFUNC:
    case PCRE2_ERROR_DFA_UCOND:
        return std::nullopt;
    default:
        return result >= 0;
    }
}

} // namespace

void SearchPattern::FreeCode::operator()(pcre2_real_code_8 *code) const
{
    pcre2_code_free(code);
}

SearchPattern::SearchPattern(std::string_view pattern)
{
    std::optional<std::string> translated = translatedPattern(pattern);
    if (!translated)
        return;
    m_pattern = std::move(*translated);
    m_code.reset(compiled(m_pattern));
}

std::optional<bool> SearchPattern::matches(std::string_view text) const
{
    if (!m_code)
        return false;
    if (text.size() <= longestBacktracked) {
        MatchState &state = matchState(std::min(mostStepsFromOnePlace, mostSteps / (text.size() + 1)));
        const int result =
            pcre2_match(m_code.get(), units(text), text.size(), 0, 0, state.data.get(), state.context.get());
        if (const std::optional<bool> decided = found(result))
            return decided;
    }
    return matchesBreadthFirst(text);
}

/// All places to begin at in one run over the text, so that it takes time by the text's length alone. It
/// knows no back-references, and a long run of one repeated part opens too many states.
std::optional<bool> SearchPattern::matchesBreadthFirst(std::string_view text) const
{
    const std::unique_ptr<pcre2_real_code_8, FreeCode> code(
        compiled("(?s:.*?)(?:" + m_pattern + ')', PCRE2_ANCHORED));
    if (!code)
        return std::nullopt;
    const double length = double(text.size() + 1);
    const auto states =
        std::clamp(std::size_t(std::sqrt(mostStateSteps / length)), std::size_t(8), mostStates);
    std::array<int, mostStates * 6 + 20> workspace {}; // two lists of states, three numbers each
    MatchState &state = matchState(std::max(std::size_t(mostSteps / length), std::size_t(10)));
    return found(pcre2_dfa_match(code.get(), units(text), text.size(), 0, PCRE2_DFA_SHORTEST,
        state.data.get(), state.context.get(), workspace.data(), states * 6 + 20));
}

} // namespace Gatescope
