// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "differencelist.h"

#include "memberindex.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace Gatescope {

namespace {

constexpr quint32 fewMembers = 16;

/// Members by name, without an index where there are few.
class ComparedMembers
{
public:
    explicit ComparedMembers(const JsonValue &object)
        : m_object(object)
        , m_index(object.size() > fewMembers ? MemberIndex(object) : MemberIndex())
    { }

    JsonValue find(std::string_view name) const
    {
        return m_object.size() > fewMembers ? m_index.find(name) : m_object.member(name);
    }

private:
    JsonValue m_object;
    MemberIndex m_index;
};

bool isSkipped(SkippedMembers skipped, std::string_view name)
{
    return std::ranges::find(skipped, name) != skipped.end();
}

bool isSameText(const JsonValue &left, const JsonValue &right)
{
    return left.rawText() == right.rawText() && left.isValid() == right.isValid();
}

/// Long values are not looked into, as each could be again and again.
bool isSameElement(const JsonValue &left, const JsonValue &right)
{
    constexpr std::size_t longest = 4096;
    return isSameText(left, right)
        || (left.rawText().size() <= longest && right.rawText().size() <= longest && jsonEquals(left, right));
}

/// What makes an element of a set the same as another: numbers by value, all others as text.
std::string setKey(const JsonValue &element)
{
    if (element.isString())
        return 's' + element.toUtf8();
    const double number = element.toDouble(std::nan(""));
    if (std::isfinite(number) && std::abs(number) < 1e15 && number == std::floor(number))
        return 'n' + std::to_string(qint64(number));
    const QByteArray text = jsonCompact(element);
    return 'j' + text.toStdString();
}

using KeyedElements = std::unordered_map<std::string, JsonValue>;

/// The elements of an array, or the keys of an object that stand for them (facts §2.4).
KeyedElements keyedElements(const JsonValue &list, bool keysAreNumbers)
{
    KeyedElements elements;
    elements.reserve(list.size());
    for (quint32 i = 0; i < list.size(); ++i) {
        const JsonValue element = list.at(i);
        const bool isKey = list.isObject();
        elements.emplace(isKey ? (keysAreNumbers ? 'n' : 's') + element.keyUtf8() : setKey(element), element);
    }
    return elements;
}

std::vector<JsonValue> missingElements(const KeyedElements &own, const KeyedElements &other)
{
    std::vector<JsonValue> missing;
    for (const auto &[key, element] : own)
        if (!other.contains(key))
            missing.push_back(element);
    std::ranges::sort(missing, {}, &JsonValue::id);
    return missing;
}

} // namespace

void DifferenceList::push(FieldDifference difference)
{
    if (isFull())
        return;
    if (!difference.left.isValid() && difference.right.isValid())
        difference.change = Change::Added;
    else if (difference.left.isValid() && !difference.right.isValid())
        difference.change = Change::Removed;
    if (!difference.detail && !m_subject.isEmpty()) {
        auto detail = std::make_shared<FieldDetail>();
        detail->subject = m_subject;
        difference.detail = std::move(detail);
    }
    m_fields.push_back(std::move(difference));
}

void DifferenceList::add(ComparedField field, const JsonValue &left, const JsonValue &right)
{
    push({left, right, nullptr, field, Change::Changed, 0});
}

void DifferenceList::addWithTexts(
    ComparedField field, const JsonValue &left, const JsonValue &right, QString leftText, QString rightText)
{
    auto detail = std::make_shared<FieldDetail>();
    detail->subject = m_subject;
    detail->left = std::move(leftText);
    detail->right = std::move(rightText);
    push({left, right, std::move(detail), field, Change::Changed, 0});
}

void DifferenceList::compare(ComparedField field, const JsonValue &left, const JsonValue &right)
{
    const std::size_t bottom = m_pending.size();
    m_pending.push_back({left, right, field, 0});
    comparePending(bottom);
}

void DifferenceList::compareMembers(
    const JsonValue &left, const JsonValue &right, SkippedMembers skipped, ComparedField field)
{
    if (!left.isObject() || !right.isObject())
        return compare(field, left, right);
    const std::size_t bottom = m_pending.size();
    compareObjects({left, right, field, 0}, skipped);
    comparePending(bottom);
}

void DifferenceList::comparePending(std::size_t bottom)
{
    while (m_pending.size() > bottom && !isStopped() && !isFull()) {
        const Pair next = m_pending.back();
        m_pending.pop_back();
        if (isSameText(next.left, next.right))
            continue;
        if (next.left.isObject() && next.right.isObject())
            compareObjects(next, {});
        else if (next.left.isArray() && next.right.isArray())
            compareArrays(next);
        else if (!jsonEquals(next.left, next.right))
            push({next.left, next.right, nullptr, next.field, Change::Changed, next.depth});
    }
    m_pending.resize(std::min(m_pending.size(), bottom));
}

void DifferenceList::compareObjects(const Pair &pair, SkippedMembers skipped)
{
    const ComparedMembers lefts(pair.left);
    const ComparedMembers rights(pair.right);
    const std::size_t first = m_pending.size();
    const auto put = [&](const JsonValue &left, const JsonValue &right) {
        if (!isSameText(left, right))
            m_pending.push_back({left, right, pair.field, quint16(pair.depth + 1)});
    };
    std::string scratch;
    for (quint32 i = 0; i < pair.left.size(); ++i) {
        const JsonValue left = pair.left.at(i);
        const std::string_view name = left.keyUtf8(scratch);
        if (!isSkipped(skipped, name) && lefts.find(name) == left) // of the same name the last counts
            put(left, rights.find(name));
    }
    for (quint32 i = 0; i < pair.right.size(); ++i) {
        const JsonValue right = pair.right.at(i);
        const std::string_view name = right.keyUtf8(scratch);
        if (!isSkipped(skipped, name) && rights.find(name) == right && !lefts.find(name).isValid())
            put({}, right);
    }
    std::reverse(m_pending.begin() + std::ptrdiff_t(first), m_pending.end());
}

/// Of lists that are not equally long equal beginnings and ends are passed over, so that an element that was
/// put in shows as itself.
void DifferenceList::compareArrays(const Pair &pair)
{
    const quint32 shorter = std::min(pair.left.size(), pair.right.size());
    quint32 start = 0;
    quint32 end = 0;
    if (pair.left.size() != pair.right.size()) {
        while (start < shorter && isSameElement(pair.left.at(start), pair.right.at(start)))
            ++start;
        while (end < shorter - start
            && isSameElement(
                pair.left.at(pair.left.size() - 1 - end), pair.right.at(pair.right.size() - 1 - end)))
            ++end;
    }
    const quint32 lefts = pair.left.size() - end;
    const quint32 rights = pair.right.size() - end;
    for (quint32 i = std::max(lefts, rights); i-- > start;) {
        const JsonValue left = i < lefts ? pair.left.at(i) : JsonValue();
        const JsonValue right = i < rights ? pair.right.at(i) : JsonValue();
        m_pending.push_back({left, right, pair.field, quint16(pair.depth + 1)});
    }
}

void DifferenceList::compareSets(ComparedField field, const JsonValue &left, const JsonValue &right)
{
    if (isSameText(left, right))
        return;
    if (!left.isContainer() || !right.isContainer())
        return compare(field, left, right);
    const bool isMixed = left.isObject() != right.isObject();
    const KeyedElements lefts = keyedElements(left, isMixed);
    const KeyedElements rights = keyedElements(right, isMixed);
    auto detail = std::make_shared<FieldDetail>();
    detail->subject = m_subject;
    detail->isSet = true;
    detail->removed = missingElements(lefts, rights);
    detail->added = missingElements(rights, lefts);
    detail->inBoth = qint64(lefts.size() - detail->removed.size());
    if (!detail->removed.empty() || !detail->added.empty())
        push({left, right, std::move(detail), field, Change::Changed, 0});
}

} // namespace Gatescope
