// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "conditionsentences.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace Gatescope {

namespace {

/// What holds and what fails, for many targets and for one.
struct OperatorSentences
{
    Operator op;
    const char *holdsMany;
    const char *failsMany;
    const char *holdsOne;
    const char *failsOne;
};

constexpr OperatorSentences operatorPair(Operator op, const char *holds, const char *fails)
{
    return {op, holds, fails, holds, fails};
}

// clang-format off
#define WORDS(text) QT_TRANSLATE_NOOP("Gatescope::ConditionWords", text)
constexpr std::array operatorSentences {
    operatorPair(Operator::Gt, WORDS("%1 is more than %2"), WORDS("%1 is not more than %2")),
    operatorPair(Operator::Gte, WORDS("%1 is at least %2"), WORDS("%1 is not at least %2")),
    operatorPair(Operator::Lt, WORDS("%1 is less than %2"), WORDS("%1 is not less than %2")),
    operatorPair(Operator::Lte, WORDS("%1 is at most %2"), WORDS("%1 is not at most %2")),
    operatorPair(Operator::VersionGt, WORDS("%1 is newer than %2"), WORDS("%1 is not newer than %2")),
    operatorPair(Operator::VersionGte, WORDS("%1 is at least %2"), WORDS("%1 is not at least %2")),
    operatorPair(Operator::VersionLt, WORDS("%1 is older than %2"), WORDS("%1 is not older than %2")),
    operatorPair(Operator::VersionLte, WORDS("%1 is at most %2"), WORDS("%1 is not at most %2")),
    operatorPair(Operator::VersionEq, WORDS("%1 is version %2"), WORDS("%1 is not version %2")),
    operatorPair(Operator::VersionNeq, WORDS("%1 is not version %2"), WORDS("%1 is version %2")),
    operatorPair(Operator::Before, WORDS("%1 is before %2"), WORDS("%1 is not before %2")),
    operatorPair(Operator::After, WORDS("%1 is after %2"), WORDS("%1 is not after %2")),
    operatorPair(Operator::On,
        WORDS("%1 is on the day (UTC) of %2"), WORDS("%1 is not on the day (UTC) of %2")),
    OperatorSentences {Operator::Any,
        WORDS("%1 is one of %2"), WORDS("%1 is not one of %2"), WORDS("%1 is %2"), WORDS("%1 is not %2")},
    OperatorSentences {Operator::NoneOf,
        WORDS("%1 is none of %2"), WORDS("%1 is one of %2"), WORDS("%1 is not %2"), WORDS("%1 is %2")},
    OperatorSentences {Operator::AnyCaseSensitive,
        WORDS("%1 is exactly one of %2"), WORDS("%1 is not exactly one of %2"),
        WORDS("%1 is exactly %2"), WORDS("%1 is not exactly %2")},
    OperatorSentences {Operator::NoneCaseSensitive,
        WORDS("%1 is not exactly one of %2"), WORDS("%1 is exactly one of %2"),
        WORDS("%1 is not exactly %2"), WORDS("%1 is exactly %2")},
    OperatorSentences {Operator::StrStartsWithAny,
        WORDS("%1 starts with one of %2"), WORDS("%1 starts with none of %2"),
        WORDS("%1 starts with %2"), WORDS("%1 does not start with %2")},
    OperatorSentences {Operator::StrEndsWithAny,
        WORDS("%1 ends with one of %2"), WORDS("%1 ends with none of %2"),
        WORDS("%1 ends with %2"), WORDS("%1 does not end with %2")},
    OperatorSentences {Operator::StrContainsAny,
        WORDS("%1 contains one of %2"), WORDS("%1 contains none of %2"),
        WORDS("%1 contains %2"), WORDS("%1 does not contain %2")},
    OperatorSentences {Operator::StrContainsNone,
        WORDS("%1 contains none of %2"), WORDS("%1 contains one of %2"),
        WORDS("%1 does not contain %2"), WORDS("%1 contains %2")},
    OperatorSentences {Operator::StrMatches,
        WORDS("%1 matches one of %2"), WORDS("%1 matches none of %2"),
        WORDS("%1 matches the pattern %2"), WORDS("%1 does not match the pattern %2")},
    OperatorSentences {Operator::InSegmentList,
        WORDS("%1 is in the ID lists %2"), WORDS("%1 is not in the ID lists %2"),
        WORDS("%1 is in the ID list %2"), WORDS("%1 is not in the ID list %2")},
    OperatorSentences {Operator::NotInSegmentList,
        WORDS("%1 is not in the ID lists %2"), WORDS("%1 is in the ID lists %2"),
        WORDS("%1 is not in the ID list %2"), WORDS("%1 is in the ID list %2")},
    OperatorSentences {Operator::ArrayContainsAny,
        WORDS("%1 has one of %2"), WORDS("%1 has none of %2"),
        WORDS("%1 has %2"), WORDS("%1 does not have %2")},
    OperatorSentences {Operator::ArrayContainsNone,
        WORDS("%1 has none of %2"), WORDS("%1 has one of %2"),
        WORDS("%1 does not have %2"), WORDS("%1 has %2")},
    OperatorSentences {Operator::ArrayContainsAll,
        WORDS("%1 has all of %2"), WORDS("%1 does not have all of %2"),
        WORDS("%1 has %2"), WORDS("%1 does not have %2")},
    OperatorSentences {Operator::NotArrayContainsAll,
        WORDS("%1 does not have all of %2"), WORDS("%1 has all of %2"),
        WORDS("%1 does not have %2"), WORDS("%1 has %2")},
};
#undef WORDS
// clang-format on

} // namespace

OperatorWords operatorWords(Operator op, bool one)
{
    const auto found = std::ranges::find(operatorSentences, op, &OperatorSentences::op);
    if (found == operatorSentences.end())
        return {};
    const auto translated = [](const char *text) {
        return QCoreApplication::translate("Gatescope::ConditionWords", text);
    };
    return {translated(one ? found->holdsOne : found->holdsMany),
        translated(one ? found->failsOne : found->failsMany)};
}

} // namespace Gatescope
