// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "textset.h"

#include "attributevalue.h"
#include "lowercase.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <memory>

namespace Gatescope {

namespace {

constexpr quint32 shortList = 16;
constexpr int mostScans = 2;

std::size_t hashOf(std::string_view text)
{
    return std::hash<std::string_view> {}(text);
}

std::size_t emptyHash()
{
    static const std::size_t hash = hashOf({});
    return hash;
}

/// One text of a list after the other, without a copy where none is needed, which is nearly always.
class ListReader
{
public:
    explicit ListReader(const JsonValue &list)
        : m_list(list)
    { }

    std::string_view written(quint32 position)
    {
        const JsonValue element = m_list.at(position);
        if (m_list.isObject())
            return element.keyUtf8(m_written);
        if (element.isString())
            return element.utf8(m_written);
        return m_written = normalizedJson(element);
    }

    /// What it is found by. As in CORE keys are taken as they are.
    std::string_view folded(quint32 position)
    {
        const std::string_view text = written(position);
        return m_list.isObject() ? text : lowerCased(text, m_folded);
    }

private:
    const JsonValue &m_list;
    std::string m_written;
    std::string m_folded;
};

} // namespace

FoldedText::FoldedText()
    : hash(emptyHash())
{ }

FoldedText::FoldedText(std::string lowerCase)
    : text(std::move(lowerCase))
    , hash(hashOf(text))
{ }

std::string listedText(const JsonValue &element)
{
    return element.isString() ? element.toUtf8() : normalizedJson(element);
}

/// Positions by hash, with linear probing.
class TextSet::Index
{
public:
    explicit Index(const JsonValue &list)
        : m_slots(std::bit_ceil(std::size_t(list.size()) * 4 / 3 + 1))
    {
        ListReader reader(list);
        for (quint32 i = 0; i < list.size(); ++i) {
            const std::string text(reader.folded(i));
            const std::size_t hash = hashOf(text);
            m_slots[place(reader, text, hash)] = {quint32(hash), i + 1}; // of equal ones the last
        }
    }

    std::optional<quint32> find(const JsonValue &list, const FoldedText &text) const
    {
        ListReader reader(list);
        const Slot &slot = m_slots[place(reader, text.text, text.hash)];
        return slot.next == 0 ? std::nullopt : std::optional(slot.next - 1);
    }

private:
    struct Slot
    {
        quint32 hash = 0;
        quint32 next = 0; ///< one after the position; 0 in a free slot
    };

    /// The slot that has the text or would get it.
    std::size_t place(ListReader &reader, std::string_view text, std::size_t hash) const
    {
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = hash & mask;
        while (m_slots[at].next != 0
            && (m_slots[at].hash != quint32(hash) || reader.folded(m_slots[at].next - 1) != text))
            at = (at + 1) & mask;
        return at;
    }

    std::vector<Slot> m_slots;
};

TextSet::TextSet(const JsonValue &list)
    : m_list(list)
    , m_isShort(list.size() <= shortList)
{
    if (!m_isShort)
        return;
    ListReader reader(m_list);
    m_entries.reserve(list.size());
    for (quint32 i = 0; i < list.size(); ++i)
        addEntry(reader.folded(i), i);
}

/// Of equal ones the last counts.
void TextSet::addEntry(std::string_view folded, quint32 position)
{
    const auto hash = quint32(hashOf(folded));
    for (Entry &entry : m_entries) {
        if (entry.hash == hash && std::string_view(m_folded).substr(entry.begin, entry.length) == folded) {
            entry.position = position;
            return;
        }
    }
    m_entries.push_back({hash, position, quint32(m_folded.size()), quint32(folded.size())});
    m_folded += folded;
}

TextSet::~TextSet()
{
    delete m_index.load();
}

bool TextSet::containsExactly(std::string_view text, const FoldedText &folded) const
{
    const std::optional<quint32> found = find(folded);
    return found && ListReader(m_list).written(*found) == text;
}

std::vector<std::string> TextSet::texts() const
{
    std::vector<std::string> texts;
    ListReader reader(m_list);
    for (quint32 i = 0; i < m_list.size(); ++i) {
        if (find(FoldedText(std::string(reader.folded(i)))) == i)
            texts.emplace_back(reader.written(i));
    }
    return texts;
}

std::optional<quint32> TextSet::findInLong(const FoldedText &text) const
{
    if (!m_index.load(std::memory_order_acquire)
        && m_timesScanned.fetch_add(1, std::memory_order_relaxed) < mostScans)
        return scan(text.text);
    return index().find(m_list, text);
}

std::optional<quint32> TextSet::scan(std::string_view folded) const
{
    ListReader reader(m_list);
    for (quint32 i = m_list.size(); i-- > 0;) {
        if (reader.folded(i) == folded)
            return i;
    }
    return std::nullopt;
}

/// Two threads may both make one; the first that is done is kept.
const TextSet::Index &TextSet::index() const
{
    const Index *current = m_index.load(std::memory_order_acquire);
    if (!current) {
        auto made = std::make_unique<const Index>(m_list);
        if (m_index.compare_exchange_strong(current, made.get(), std::memory_order_acq_rel))
            current = made.release();
    }
    return *current;
}

} // namespace Gatescope
