// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "personalvalues.h"

#include "privatemask.h"

#include <models/evaluation/project.h>

#include <algorithm>
#include <array>
#include <string>

namespace Gatescope {

namespace {

using Kind = Pseudonyms::Kind;

struct PersonalKey
{
    std::string_view name; ///< in small letters, without "_"
    Kind kind;
};

constexpr std::array personalKeys {
    PersonalKey {"userid", Kind::Id},
    PersonalKey {"stableid", Kind::Id},
    PersonalKey {"customids", Kind::Id},
    PersonalKey {"email", Kind::Email},
    PersonalKey {"ip", Kind::Ip},
    PersonalKey {"ipaddress", Kind::Ip},
    PersonalKey {"custom", Kind::Text},
    PersonalKey {"privateattributes", Kind::Text},
};

/// What stands where a value was taken out already.
bool isPlaceholder(const QString &text)
{
    return text == QLatin1String(PrivateMask::mask) || text.startsWith(QLatin1String("<private"));
}

/// In small letters, without what parts its words.
std::string plainName(std::string_view name)
{
    std::string plain;
    for (const char c : name)
        if (c != '_' && c != '-')
            plain += char(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    return plain;
}

void takeAll(const JsonValue &root, Kind kind, PersonalValues &found)
{
    std::vector<JsonValue> open {root};
    while (!open.empty()) {
        const JsonValue value = open.back();
        open.pop_back();
        for (quint32 i = value.size(); i > 0; --i)
            open.push_back(value.at(i - 1));
        if (!value.isString() && !value.isNumber())
            continue;
        const std::string_view raw = value.rawText();
        const QString text =
            value.isString() ? value.toString() : QString::fromUtf8(raw.data(), qsizetype(raw.size()));
        if (!isPlaceholder(text))
            found.append({text, kindFor(kind, text)});
    }
}

/// The fields of a user that are nobody's alone (UserField), as conditions call them too.
bool isSharedField(std::string_view field)
{
    static constexpr std::array names {std::string_view("useragent"), std::string_view("country"),
        std::string_view("locale"), std::string_view("appversion"), std::string_view("osname"),
        std::string_view("osversion"), std::string_view("browsername"), std::string_view("browserversion")};
    return std::ranges::find(names, plainName(field)) != names.end();
}

std::optional<Kind> kindOfCondition(const Condition &condition)
{
    if (condition.op == Operator::InSegmentList || condition.op == Operator::NotInSegmentList)
        return std::nullopt; // it names a list
    if (condition.type == ConditionType::UnitId)
        return Kind::Id;
    if (condition.type != ConditionType::UserField || isSharedField(condition.field))
        return std::nullopt;
    return personalKindOf(condition.field).value_or(Kind::Text);
}

} // namespace

std::optional<Kind> personalKindOf(std::string_view key)
{
    constexpr std::size_t longest = 24; // most keys are asked for in vain
    if (key.size() > longest)
        return std::nullopt;
    const auto known = std::ranges::find(personalKeys, plainName(key), &PersonalKey::name);
    return known == personalKeys.end() ? std::nullopt : std::optional(known->kind);
}

std::optional<Kind> personalKindAt(const JsonValue &value)
{
    return value.isString() || value.isNumber() ? personalKindWithin(value) : std::nullopt;
}

std::optional<Kind> personalKindWithin(JsonValue value)
{
    constexpr int mostSteps = 6; // of what a user may hold; specs are deeper
    std::string scratch;
    for (int step = 0; step < mostSteps && value.isValid(); ++step, value = value.parent())
        if (const auto kind = value.hasKey() ? personalKindOf(value.keyUtf8(scratch)) : std::nullopt)
            return kind;
    return std::nullopt;
}

Kind kindFor(Kind kind, const QString &value)
{
    const Kind byLook = kindOfValue(value);
    return byLook == Kind::Text ? kind : byLook;
}

PersonalValues personalValuesIn(const JsonValue &root)
{
    PersonalValues found;
    std::vector<JsonValue> open {root};
    std::string scratch;
    while (!open.empty()) {
        const JsonValue value = open.back();
        open.pop_back();
        if (const auto kind = value.hasKey() ? personalKindOf(value.keyUtf8(scratch)) : std::nullopt) {
            takeAll(value, *kind, found);
            continue;
        }
        for (quint32 i = value.size(); i > 0; --i)
            open.push_back(value.at(i - 1));
    }
    return found;
}

PersonalValues personalValuesIn(const QByteArray &json)
{
    const auto document = JsonDocument::parse(json);
    return document ? personalValuesIn((*document)->root()) : PersonalValues();
}

PersonalValues personalValues(const StatsigUser &user)
{
    PersonalValues found = personalValuesIn(user.toJson());
    const JsonMembers others = user.otherMembers();
    for (const JsonMember &member : others)
        if (const auto document = JsonDocument::parse(member.json))
            takeAll((*document)->root(), Kind::Text, found);
    return found;
}

PersonalValues personalValues(const UserEdits &edits)
{
    return personalValues(edited(StatsigUser(), edits));
}

PersonalValues personalTargets(const Project &project)
{
    PersonalValues found;
    for (const Condition &condition : project.conditions())
        if (const auto kind = kindOfCondition(condition))
            takeAll(condition.target, *kind, found);
    return found;
}

} // namespace Gatescope
