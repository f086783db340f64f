// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsondocument.h>

#include <atomic>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Gatescope {

/// A text in lower case with the hash that TextSet looks for, so that a user's value is hashed once.
struct FoldedText
{
    FoldedText();
    explicit FoldedText(std::string lowerCase);

    std::string text;
    std::size_t hash;
};

/// Which texts a target lists: an array's elements or an object's keys, in any case (facts §4.2). Read in
/// place from the JSON document, which must outlive it. Any thread.
///
/// Short lists are kept folded, side by side. Projects may list a million IDs and be asked about one user, so
/// a long list is looked through at first and gets an index when it is asked again and again.
class TextSet
{
public:
    explicit TextSet(const JsonValue &list);
    ~TextSet();
    TextSet(const TextSet &) = delete;
    TextSet &operator=(const TextSet &) = delete;

    bool contains(const FoldedText &text) const { return find(text).has_value(); }
    /// As written: of elements that differ in case alone the last one counts, as in CORE.
    bool containsExactly(std::string_view text, const FoldedText &folded) const;
    bool isEmpty() const { return m_list.size() == 0; }
    /// As written; of those that differ in case alone the last one.
    std::vector<std::string> texts() const;

private:
    class Index;
    /// Of a short list: where its folded text is in m_folded.
    struct Entry
    {
        quint32 hash = 0;
        quint32 position = 0; ///< in the list
        quint32 begin = 0;
        quint32 length = 0;
    };
    void addEntry(std::string_view folded, quint32 position);
    std::optional<quint32> findInShort(const FoldedText &text) const;
    std::optional<quint32> findInLong(const FoldedText &text) const;
    std::optional<quint32> find(const FoldedText &text) const
    {
        return m_isShort ? findInShort(text) : findInLong(text);
    }
    std::optional<quint32> scan(std::string_view folded) const;
    const Index &index() const;

    JsonValue m_list;
    bool m_isShort = false;
    std::vector<Entry> m_entries;
    std::string m_folded;
    mutable std::atomic<int> m_timesScanned = 0;
    mutable std::atomic<const Index *> m_index = nullptr; ///< owned
};

inline std::optional<quint32> TextSet::findInShort(const FoldedText &text) const
{
    const auto hash = quint32(text.hash);
    for (const Entry &entry : m_entries) {
        if (entry.hash == hash && std::string_view(m_folded).substr(entry.begin, entry.length) == text.text)
            return entry.position;
    }
    return std::nullopt;
}

/// An element of a target as text: strings as they are, others as JSON.
std::string listedText(const JsonValue &element);

} // namespace Gatescope
