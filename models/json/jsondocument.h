// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/result.h>

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Gatescope {

class JsonDocument;
class JsonValue;
using JsonDocumentPtr = std::shared_ptr<const JsonDocument>;

/// What a JSON document may be; both limits are errors with a sentence, never a crash.
struct JsonLimits
{
    int maxDepth = 1024; ///< nested containers
    qsizetype maxBytes = qsizetype(1) << 30;
};

/// An immutable JSON text as a flat arena of nodes, built once from bytes and shareable between threads.
///
/// Key order, duplicate keys and the exact text of numbers are kept; siblings are contiguous, so that
/// child(i), parent and row are O(1). Values are read in place from the source bytes.
class JsonDocument : public std::enable_shared_from_this<JsonDocument>
{
public:
    using Id = quint32;
    static constexpr Id noId = 0xffffffff;

    enum class Kind : quint8 { Null, False, True, Number, String, Array, Object };

    /// Parses the whole text, which others may share if makeRoomForJson() was called before. A leading BOM is
    /// tolerated, lone surrogates are kept and marked. Errors: InvalidUtf8, InvalidJson (message carries line
    /// and column, 1-based, in code points), Truncated (the text ends too early), TooLarge. Any thread.
    static Result<JsonDocumentPtr> parse(QByteArray bytes, const JsonLimits &limits = {});

    JsonValue root() const;
    /// The bytes as given (without a BOM).
    std::string_view source() const;
    Id nodeCount() const;
    bool hasLoneSurrogates() const;
    /// There is no white space between its tokens.
    bool isCompact() const { return m_isCompact; }

private:
    friend class JsonValue;
    friend class JsonArenaBuilder;
    struct Node
    {
        Id parent;
        quint32 valueOffset; ///< of the value's text, strings with their quotes
        quint32 extent; ///< scalars: the length of that text; containers: into m_containers
        quint32 keyLength : 24; ///< of the text inside the quotes; where it is, the value's place tells
        quint32 kind : 3;
        quint32 keyEscaped : 1; ///< key contains a backslash
        quint32 textEscaped : 1; ///< string contains a backslash
        quint32 loneSurrogate : 1;
        quint32 hasKey : 1;
    };
    static_assert(sizeof(Node) == 16);
    struct Container
    {
        Id firstChild; ///< the first of childCount contiguous nodes
        quint32 childCount;
        quint32 valueLength;
    };

    JsonDocument() = default;

    QByteArray m_bytes;
    qsizetype m_start = 0;
    qsizetype m_length = 0;
    std::vector<Node> m_nodes; ///< the root is node 0
    std::vector<Container> m_containers;
    bool m_hasLoneSurrogates = false;
    bool m_isCompact = false;
};

/// A cheap handle on one node: valid as long as its document lives. A default-made one is "missing":
/// every question about it has an answer (kind Null, no children, empty text) and isValid() is false.
class JsonValue
{
public:
    using Kind = JsonDocument::Kind;
    using Id = JsonDocument::Id;

    JsonValue() = default;
    JsonValue(const JsonDocument *document, Id id)
        : m_document(document)
        , m_id(id)
    { }

    bool isValid() const { return m_document != nullptr; }
    const JsonDocument *document() const { return m_document; }
    Id id() const { return m_id; }

    Kind kind() const;
    bool isNull() const { return isValid() && kind() == Kind::Null; }
    bool isBool() const { return kind() == Kind::True || kind() == Kind::False; }
    bool isNumber() const { return kind() == Kind::Number; }
    bool isString() const { return kind() == Kind::String; }
    bool isArray() const { return kind() == Kind::Array; }
    bool isObject() const { return kind() == Kind::Object; }
    bool isContainer() const { return isArray() || isObject(); }

    /// The value exactly as written (for containers: the subtree as sent).
    std::string_view rawText() const;

    /// \name Scalars. Wrong kinds give the fallback.
    /// @{
    bool toBool(bool fallback = false) const;
    double toDouble(double fallback = 0) const; ///< IEEE double; 1e400 is infinity
    std::optional<qint64> toInt64() const; ///< only if integral as written or in value, and in range
    std::string toUtf8() const; ///< strings unescaped (lone surrogates as WTF-8); others: empty
    /// String content without a copy where nothing is escaped, else unescaped into scratch.
    std::string_view utf8(std::string &scratch) const;
    QString toString() const; ///< strings unescaped (lone surrogates kept); others: empty
    bool hasLoneSurrogate() const; ///< in the string or in the key
    /// @}

    /// \name Structure, all O(1) but the look-ups by key
    /// @{
    quint32 size() const; ///< members or elements; 0 for scalars
    JsonValue at(quint32 index) const; ///< missing if out of range
    JsonValue parent() const; ///< missing for the root
    quint32 row() const; ///< position among the siblings
    bool hasKey() const; ///< is a member of an object
    std::string keyUtf8() const;
    std::string_view keyUtf8(std::string &scratch) const;
    QString key() const;
    /// The last member of that name, as JSON parsers commonly choose; missing if none. Linear.
    JsonValue member(std::string_view key) const;
    JsonValue operator[](std::string_view key) const { return member(key); }
    /// @}

    /// RFC 9535 normalized form: $['a'][0]; with dots where names allow it: $.a[0]
    QString jsonPath() const;
    QString jsonPointer() const; ///< RFC 6901

    /// The key with its quotes exactly as written; empty where there is none.
    std::string_view rawKey() const;

    bool operator==(const JsonValue &) const = default; ///< same node of the same document

private:
    const JsonDocument::Node &node() const;
    const JsonDocument::Container &container() const; ///< an empty one for scalars
    std::string_view stringContent() const;
    std::string_view keyContent() const;

    const JsonDocument *m_document = nullptr;
    Id m_id = JsonDocument::noId;
};

// What is asked of each node of a large document is inline.

inline std::string_view JsonDocument::source() const
{
    return {m_bytes.constData() + m_start, size_t(m_length)};
}

inline const JsonDocument::Node &JsonValue::node() const
{
    static constexpr JsonDocument::Node missing {JsonDocument::noId, 0, 0, 0, 0, 0, 0, 0, 0};
    return isValid() ? m_document->m_nodes[m_id] : missing;
}

inline JsonValue::Kind JsonValue::kind() const
{
    return Kind(node().kind);
}

inline const JsonDocument::Container &JsonValue::container() const
{
    static constexpr JsonDocument::Container none {0, 0, 0};
    return isContainer() ? m_document->m_containers[node().extent] : none;
}

inline std::string_view JsonValue::rawText() const
{
    const quint32 length = isContainer() ? container().valueLength : node().extent;
    return isValid() ? m_document->source().substr(node().valueOffset, length) : std::string_view();
}

inline std::string_view JsonValue::stringContent() const
{
    const std::string_view raw = rawText();
    return isString() ? raw.substr(1, raw.size() - 2) : std::string_view();
}

inline bool JsonValue::hasKey() const
{
    return node().hasKey;
}

/// Between a key's closing quote and its value stand a colon and white space, as the builder has checked.
inline std::string_view JsonValue::keyContent() const
{
    if (!hasKey())
        return {};
    const char *quote = m_document->source().data() + node().valueOffset - 2;
    while (*quote != '"')
        --quote;
    return {quote - node().keyLength, node().keyLength};
}

inline quint32 JsonValue::size() const
{
    return container().childCount;
}

inline JsonValue JsonValue::at(quint32 index) const
{
    return index < size() ? JsonValue(m_document, container().firstChild + index) : JsonValue();
}

/// Zeros behind the text, within the array's capacity: parsers read some bytes beyond the end. Copies the
/// text if there is no such room, or others share it.
void makeRoomForJson(QByteArray &bytes);

/// Structural equality: objects by key whatever the order (duplicates: the last), numbers by value where both
/// are finite doubles of equal value or by text, strings unescaped.
bool jsonEquals(const JsonValue &left, const JsonValue &right);

/// A JSON text of two-space indents with all tokens as in the source.
QByteArray jsonIndented(const JsonValue &value);
/// A JSON text without white space with all tokens as in the source.
QByteArray jsonCompact(const JsonValue &value);
/// A string as a JSON token with quotes; U+2028 and control characters escaped, other text as UTF-8.
QByteArray jsonQuoted(QStringView text);

} // namespace Gatescope
