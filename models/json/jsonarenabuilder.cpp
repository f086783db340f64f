// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsonarenabuilder.h"

#include "jsonescapes.h"
#include "jsonfault.h"
#include "jsonnumber.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>

namespace Gatescope {

namespace ondemand = simdjson::ondemand;

namespace {

/// What is reserved but not used costs no memory, growing step by step costs a third of the whole time.
constexpr size_t usualBytesPerNode = 14;
constexpr size_t mostReservedNodes = 16'000'000;

} // namespace

/// Depth-first with an explicit stack. Children collect on m_pending until their container ends, then move to
/// the arena together: that is what makes siblings contiguous.
class JsonArenaBuilder::Walk
{
public:
    using Node = JsonDocument::Node;
    using Id = JsonDocument::Id;
    using Kind = JsonDocument::Kind;

    Walk(JsonDocument &document, const JsonLimits &limits)
        : m_document(document)
        , m_limits(limits)
        , m_begin(document.m_bytes.constData() + document.m_start)
        , m_length(size_t(document.m_length))
    { }

    bool run()
    {
        ondemand::parser parser;
        const auto depth = size_t(std::max(0, m_limits.maxDepth)) + 4;
        if (parser.allocate(m_length, depth) != simdjson::SUCCESS)
            return false;
        ondemand::document json;
        if (parser.iterate(m_begin, m_length, m_length + simdjson::SIMDJSON_PADDING).get(json)
            != simdjson::SUCCESS)
            return false;
        m_document.m_nodes.reserve(std::min(m_length / usualBytesPerNode, mostReservedNodes) + 1);
        m_document.m_nodes.push_back({});
        if (!takeRoot(json))
            return false;
        m_document.m_isCompact = !m_hasSpace;
        return skipSpace(m_done) == m_length;
    }

private:
    struct Frame
    {
        ondemand::array_iterator elements;
        ondemand::object_iterator members;
        size_t firstPending;
        Node node; ///< the container itself
        bool fresh = true;
    };

    bool takeRoot(ondemand::document &json)
    {
        ondemand::json_type type {};
        if (json.type().get(type) != simdjson::SUCCESS)
            return false;
        Node root {};
        root.parent = JsonDocument::noId;
        if (type != ondemand::json_type::array && type != ondemand::json_type::object) {
            std::string_view token;
            if (json.raw_json_token().get(token) != simdjson::SUCCESS || !takeScalar(token, root))
                return false;
            m_document.m_nodes[0] = root;
            return true;
        }
        root.valueOffset = quint32(skipSpace(0));
        m_hasSpace = false; // around the whole it does not count
        if (!openContainer(json, type == ondemand::json_type::object, root))
            return false;
        while (!m_frames.empty()) {
            if (!step())
                return false;
        }
        return true;
    }

    /// One member or element more, or the end of the innermost container.
    bool step()
    {
        Frame &frame = m_frames.back();
        const bool isObject = frame.node.kind == quint32(Kind::Object);
        const bool isFirst = frame.fresh;
        frame.fresh = false;
        if (!isFirst && isObject)
            ++frame.members;
        else if (!isFirst)
            ++frame.elements;
        // These iterators ask the document whether their container is still open, whatever they are compared
        // with.
        const bool more = isObject ? frame.members != ondemand::object_iterator()
                                   : frame.elements != ondemand::array_iterator();
        if (!more)
            return closeContainer();
        if (!isFirst && !takeComma())
            return false;
        return isObject ? takeMember(frame) : takeElement(frame);
    }

    bool takeElement(Frame &frame)
    {
        ondemand::value value;
        if ((*frame.elements).get(value) != simdjson::SUCCESS)
            return false;
        const std::string_view token = value.raw_json_token();
        return skipSpace(m_done) == offsetOf(token) && takeValue(value, token, Node {});
    }

    bool takeMember(Frame &frame)
    {
        ondemand::field field;
        if ((*frame.members).get(field) != simdjson::SUCCESS)
            return false;
        const std::string_view token = field.value().raw_json_token();
        const size_t key = size_t(field.key().raw() - m_begin);
        Node node {};
        return skipSpace(m_done) + 1 == key && takeKey(key, offsetOf(token), node)
            && takeValue(field.value(), token, node);
    }

    /// The key begins after its quote at \p key; between its other quote and the value stands a colon.
    bool takeKey(size_t key, size_t value, Node &node)
    {
        size_t end = lastSolid(value);
        if (end <= key || m_begin[end] != ':')
            return false;
        end = lastSolid(end);
        if (end < key || m_begin[end] != '"' || end - key > size_t(maxJsonKeyLength))
            return false;
        const std::string_view text(m_begin + key, end - key);
        const auto escapes = escapesOf(text);
        node.hasKey = 1;
        node.keyLength = quint32(text.size()) & 0xffffffU;
        node.keyEscaped = escapes.first;
        node.loneSurrogate = escapes.second == JsonEscapes::LoneSurrogate;
        return escapes.second != JsonEscapes::Invalid;
    }

    bool takeValue(ondemand::value &value, std::string_view token, Node node)
    {
        if (token.empty())
            return false;
        if (token[0] == '{' || token[0] == '[') {
            node.valueOffset = quint32(offsetOf(token));
            return openContainer(value, token[0] == '{', node);
        }
        if (!takeScalar(token, node))
            return false;
        m_pending.push_back(node);
        return true;
    }

    template<class Value>
    bool openContainer(Value &value, bool isObject, Node node)
    {
        if (m_frames.size() >= size_t(std::max(0, m_limits.maxDepth)))
            return false;
        node.kind = quint32(isObject ? Kind::Object : Kind::Array) & 7U;
        Frame frame {{}, {}, m_pending.size(), node};
        m_done = node.valueOffset + 1;
        if (isObject) {
            ondemand::object object;
            if (value.get_object().get(object) != simdjson::SUCCESS
                || object.begin().get(frame.members) != simdjson::SUCCESS)
                return false;
        } else {
            ondemand::array array;
            if (value.get_array().get(array) != simdjson::SUCCESS
                || array.begin().get(frame.elements) != simdjson::SUCCESS)
                return false;
        }
        m_frames.push_back(frame);
        return true;
    }

    bool closeContainer()
    {
        const Frame frame = m_frames.back();
        m_frames.pop_back();
        Node node = frame.node;
        const size_t end = skipSpace(m_done);
        if (end >= m_length || m_begin[end] != (node.kind == quint32(Kind::Object) ? '}' : ']'))
            return false;
        m_done = end + 1;
        moveChildren(frame.firstPending, node);
        if (!m_frames.empty()) {
            m_pending.push_back(node);
            return true;
        }
        m_document.m_nodes[0] = node;
        adoptChildren(0);
        return true;
    }

    void moveChildren(size_t firstPending, Node &node)
    {
        auto &nodes = m_document.m_nodes;
        const auto firstChild = Id(nodes.size());
        node.extent = quint32(m_document.m_containers.size());
        m_document.m_containers.push_back(
            {firstChild, quint32(m_pending.size() - firstPending), quint32(m_done) - node.valueOffset});
        nodes.insert(nodes.end(), m_pending.begin() + std::ptrdiff_t(firstPending), m_pending.end());
        for (Id child = firstChild; child < nodes.size(); ++child)
            adoptChildren(child);
        m_pending.resize(firstPending);
    }

    /// A node gets its id only now, so its children learn it only now.
    void adoptChildren(Id id)
    {
        Node *nodes = m_document.m_nodes.data();
        if (nodes[id].kind < quint32(Kind::Array))
            return;
        const JsonDocument::Container &container = m_document.m_containers[nodes[id].extent];
        Node *child = nodes + container.firstChild;
        for (Node *const end = child + container.childCount; child != end; ++child)
            child->parent = id;
    }

    bool takeScalar(std::string_view token, Node &node)
    {
        token = trimmed(token);
        if (token.empty())
            return false;
        node.valueOffset = quint32(offsetOf(token));
        node.extent = quint32(token.size());
        m_done = node.valueOffset + token.size();
        switch (token[0]) {
        case '"':
            return takeString(token, node);
        case 't':
            return takeLiteral(token, "true", Kind::True, node);
        case 'f':
            return takeLiteral(token, "false", Kind::False, node);
        case 'n':
            return takeLiteral(token, "null", Kind::Null, node);
        default:
            node.kind = quint32(Kind::Number);
            return isJsonNumber(token);
        }
    }

    static bool takeLiteral(std::string_view token, std::string_view word, Kind kind, Node &node)
    {
        node.kind = quint32(kind) & 7U;
        return token == word;
    }

    bool takeString(std::string_view token, Node &node)
    {
        if (token.size() < 2 || token.back() != '"')
            return false;
        const auto escapes = escapesOf(token.substr(1, token.size() - 2));
        node.kind = quint32(Kind::String);
        node.textEscaped = escapes.first;
        if (escapes.second == JsonEscapes::LoneSurrogate)
            node.loneSurrogate = 1;
        return escapes.second != JsonEscapes::Invalid;
    }

    /// Whether there are any, and what they are.
    std::pair<bool, JsonEscapes> escapesOf(std::string_view content)
    {
        if (content.empty() || !std::memchr(content.data(), '\\', content.size()))
            return {false, JsonEscapes::Sound};
        const JsonEscapes found = checkJsonEscapes(content);
        m_document.m_hasLoneSurrogates |= found == JsonEscapes::LoneSurrogate;
        return {true, found};
    }

    bool takeComma()
    {
        const size_t at = skipSpace(m_done);
        m_done = at + 1;
        return at < m_length && m_begin[at] == ',';
    }

    static bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

    size_t skipSpace(size_t at)
    {
        for (; at < m_length && isSpace(m_begin[at]); ++at)
            m_hasSpace = true;
        return at;
    }

    /// The last place before \p at that is not white space; every caller knows there is one.
    size_t lastSolid(size_t at)
    {
        for (--at; at > 0 && isSpace(m_begin[at]); --at)
            m_hasSpace = true;
        return at;
    }

    /// What it cuts off is skipped again as space before the next token.
    static std::string_view trimmed(std::string_view token)
    {
        while (!token.empty() && isSpace(token.back()))
            token.remove_suffix(1);
        return token;
    }

    size_t offsetOf(std::string_view token) const { return size_t(token.data() - m_begin); }

    JsonDocument &m_document;
    const JsonLimits &m_limits;
    const char *m_begin;
    size_t m_length;
    size_t m_done = 0; ///< everything before this is accounted for
    bool m_hasSpace = false; ///< between tokens
    std::vector<Frame> m_frames;
    std::vector<Node> m_pending;
};

JsonArenaBuilder::JsonArenaBuilder(JsonDocument &document, const JsonLimits &limits)
    : m_document(document)
    , m_limits(limits)
{ }

JsonArenaBuilder::~JsonArenaBuilder() = default;

bool JsonArenaBuilder::build()
{
    makeRoomForJson(m_document.m_bytes);
    return Walk(m_document, m_limits).run();
}

// Zeros, so that a token read past the end can never look like JSON.
void makeRoomForJson(QByteArray &bytes)
{
    constexpr auto room = qsizetype(simdjson::SIMDJSON_PADDING);
    const qsizetype used = bytes.size();
    const auto isZero = [](char c) { return c == 0; };
    if (bytes.data_ptr().freeSpaceAtEnd() >= room
        && std::all_of(bytes.constData() + used, bytes.constData() + used + room, isZero))
        return;
    bytes.resize(used + room);
    std::memset(bytes.data() + used, 0, size_t(room));
    bytes.resize(used);
}

} // namespace Gatescope
