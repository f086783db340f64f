// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "jsondocument.h"

#include <unordered_map>
#include <vector>

namespace Gatescope {

/// The text of a JSON document with some of its values changed and everything else byte for byte as written,
/// white space included.
///
/// Places are those of the document as it stands: changes neither see nor move each other. Of two values
/// given to one place the later counts, and what is changed inside a value that is replaced or removed counts
/// for nothing. Texts that are put in must be complete JSON values; they are not looked into.
class JsonRewrite
{
public:
    /// Keeps the document.
    explicit JsonRewrite(JsonDocumentPtr document);

    bool isEmpty() const { return m_changes.empty(); }

    void replace(const JsonValue &value, QByteArray json);
    /// A member with its key, or an element. The root cannot be removed.
    void remove(const JsonValue &value);
    /// Into an array, before the element that stands at `index`; at its end if there is none.
    /// Of several at one place the earlier inserted comes first.
    void insert(const JsonValue &array, quint32 index, QByteArray json);
    /// Into an object; the key is not looked for.
    void insertMember(const JsonValue &object, quint32 index, std::string_view key, QByteArray json);
    void append(const JsonValue &array, QByteArray json) { insert(array, array.size(), std::move(json)); }
    /// Replaces the member of that name (of several the last, which is the one that counts) or appends it.
    void setMember(const JsonValue &object, std::string_view key, QByteArray json);
    /// All of that name.
    void removeMember(const JsonValue &object, std::string_view key);

    /// The whole document, in time linear in what is written.
    QByteArray text() const;
    /// One value of it.
    QByteArray text(const JsonValue &value) const;

private:
    friend class JsonRewriteWriter;
    struct Insertion
    {
        quint32 index;
        QByteArray key; ///< quoted; empty for elements
        QByteArray json;
    };
    struct Change
    {
        bool isRemoved = false;
        bool isReplaced = false;
        QByteArray json; ///< of what is replaced
        std::vector<Insertion> insertions;
    };

    Change &changeOf(const JsonValue &value);
    void insertInto(const JsonValue &container, Insertion insertion);
    const Change *find(const JsonValue &value) const;

    JsonDocumentPtr m_document;
    std::unordered_map<JsonValue::Id, Change> m_changes; ///< of nodes and of all that are around them
};

} // namespace Gatescope
