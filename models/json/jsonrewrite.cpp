// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsonrewrite.h"

#include "utf8text.h"

#include <algorithm>

namespace Gatescope {

namespace {

const char *endOf(std::string_view text)
{
    return text.data() + text.size();
}

std::string_view between(const char *from, const char *to)
{
    return {from, std::size_t(to - from)};
}

/// Where a child begins: at its key if it has one.
const char *startOf(const JsonValue &child)
{
    return child.hasKey() ? child.rawKey().data() : child.rawText().data();
}

/// From the bracket to the first child.
std::string_view headOf(const JsonValue &container)
{
    const char *bracket = container.rawText().data() + 1;
    return container.size() > 0 ? between(bracket, startOf(container.at(0))) : std::string_view();
}

/// From the last child to the bracket.
std::string_view tailOf(const JsonValue &container)
{
    if (container.size() == 0)
        return {};
    return between(endOf(container.at(container.size() - 1).rawText()), endOf(container.rawText()) - 1);
}

/// With the comma, from the child before; not for the first.
std::string_view separatorBefore(const JsonValue &container, quint32 child)
{
    return between(endOf(container.at(child - 1).rawText()), startOf(container.at(child)));
}

/// From the key's closing quote to the value.
std::string_view colonOf(const JsonValue &member)
{
    return between(endOf(member.rawKey()), member.rawText().data());
}

} // namespace

/// Goes down only where something is changed.
class JsonRewriteWriter
{
public:
    explicit JsonRewriteWriter(const JsonRewrite &rewrite)
        : m_rewrite(rewrite)
    { }

    QByteArray write(const JsonValue &value);

private:
    using Change = JsonRewrite::Change;
    using Insertion = JsonRewrite::Insertion;

    /// A container on the way down, and what stands between its children.
    struct Level
    {
        JsonValue container;
        std::vector<const Insertion *> insertions; ///< in the order of their places
        std::size_t nextInsertion = 0;
        quint32 next = 0;
        bool isFirst = true;
    };

    void append(std::string_view text) { m_out.append(text.data(), qsizetype(text.size())); }
    /// A comma and what stands before the first child, where no separator is there to be taken after.
    void appendSeparatorLikeHead(const JsonValue &container)
    {
        append(",");
        append(headOf(container));
    }
    void begin(const JsonValue &value);
    void open(const JsonValue &container, const Change &change);
    void close();
    void step(Level &level);
    void separate(Level &level, const JsonValue &child);
    void writeInsertion(Level &level, const Insertion &insertion);

    const JsonRewrite &m_rewrite;
    std::vector<Level> m_levels;
    QByteArray m_out;
};

QByteArray JsonRewriteWriter::write(const JsonValue &value)
{
    m_out.reserve(qsizetype(value.rawText().size()));
    begin(value);
    while (!m_levels.empty())
        step(m_levels.back());
    return std::move(m_out);
}

void JsonRewriteWriter::begin(const JsonValue &value)
{
    const Change *change = m_rewrite.find(value);
    if (!change)
        append(value.rawText());
    else if (change->isReplaced)
        m_out += change->json;
    else
        open(value, *change);
}

void JsonRewriteWriter::open(const JsonValue &container, const Change &change)
{
    m_out += container.isObject() ? '{' : '[';
    Level &level = m_levels.emplace_back(container);
    for (const Insertion &insertion : change.insertions)
        level.insertions.push_back(&insertion);
    std::ranges::stable_sort(level.insertions, {}, &Insertion::index);
}

void JsonRewriteWriter::close()
{
    const Level level = std::move(m_levels.back());
    m_levels.pop_back();
    if (!level.isFirst)
        append(tailOf(level.container));
    m_out += level.container.isObject() ? '}' : ']';
}

/// The next child, or what is put before it.
void JsonRewriteWriter::step(Level &level)
{
    if (level.nextInsertion < level.insertions.size()) {
        const Insertion &insertion = *level.insertions[level.nextInsertion];
        if (insertion.index <= level.next || level.next == level.container.size()) {
            ++level.nextInsertion;
            return writeInsertion(level, insertion);
        }
    }
    if (level.next == level.container.size())
        return close();
    const JsonValue child = level.container.at(level.next++);
    const Change *change = m_rewrite.find(child);
    if (change && change->isRemoved)
        return;
    separate(level, child);
    if (child.hasKey()) {
        append(child.rawKey());
        append(colonOf(child));
    }
    begin(child); // last: it may move the level
}

/// A child keeps what stood before it, unless it was behind the first and is now the first, or the reverse.
void JsonRewriteWriter::separate(Level &level, const JsonValue &child)
{
    const bool wasFirst = child.row() == 0;
    if (level.isFirst)
        append(headOf(level.container));
    else if (!wasFirst)
        append(separatorBefore(level.container, child.row()));
    else if (level.container.size() > 1)
        append(separatorBefore(level.container, 1));
    else
        appendSeparatorLikeHead(level.container);
    level.isFirst = false;
}

/// Stands apart from its neighbours as they do from each other.
void JsonRewriteWriter::writeInsertion(Level &level, const Insertion &insertion)
{
    const JsonValue &container = level.container;
    if (level.isFirst)
        append(headOf(container));
    else if (container.size() > 1)
        append(separatorBefore(container, 1));
    else
        appendSeparatorLikeHead(container);
    level.isFirst = false;
    if (container.isObject()) {
        m_out += insertion.key;
        append(container.size() > 0 ? colonOf(container.at(0)) : ":");
    }
    m_out += insertion.json;
}

JsonRewrite::JsonRewrite(JsonDocumentPtr document)
    : m_document(std::move(document))
{ }

void JsonRewrite::replace(const JsonValue &value, QByteArray json)
{
    Change &change = changeOf(value);
    change.isReplaced = true;
    change.json = std::move(json);
}

void JsonRewrite::remove(const JsonValue &value)
{
    Q_ASSERT(value.parent().isValid());
    changeOf(value).isRemoved = true;
}

void JsonRewrite::insert(const JsonValue &array, quint32 index, QByteArray json)
{
    Q_ASSERT(array.isArray());
    insertInto(array, {index, {}, std::move(json)});
}

void JsonRewrite::insertMember(const JsonValue &object, quint32 index, std::string_view key, QByteArray json)
{
    Q_ASSERT(object.isObject());
    insertInto(object, {index, jsonQuoted(utf8Text(key)), std::move(json)});
}

void JsonRewrite::setMember(const JsonValue &object, std::string_view key, QByteArray json)
{
    if (const JsonValue member = object.member(key); member.isValid())
        replace(member, std::move(json));
    else
        insertMember(object, object.size(), key, std::move(json));
}

void JsonRewrite::removeMember(const JsonValue &object, std::string_view key)
{
    std::string scratch;
    for (quint32 i = 0; i < object.size(); ++i)
        if (object.at(i).keyUtf8(scratch) == key)
            remove(object.at(i));
}

QByteArray JsonRewrite::text() const
{
    const std::string_view source = m_document->source();
    const std::string_view root = m_document->root().rawText();
    QByteArray text = this->text(m_document->root());
    const std::string_view before = between(source.data(), root.data());
    const std::string_view after = between(endOf(root), endOf(source));
    text.prepend(before.data(), qsizetype(before.size()));
    text.append(after.data(), qsizetype(after.size()));
    return text;
}

QByteArray JsonRewrite::text(const JsonValue &value) const
{
    Q_ASSERT(value.document() == m_document.get());
    return JsonRewriteWriter(*this).write(value);
}

void JsonRewrite::insertInto(const JsonValue &container, Insertion insertion)
{
    changeOf(container).insertions.push_back(std::move(insertion));
}

/// Marks also what is around it, up to what is marked already.
JsonRewrite::Change &JsonRewrite::changeOf(const JsonValue &value)
{
    Q_ASSERT(value.document() == m_document.get());
    Change &change = m_changes[value.id()];
    for (JsonValue outer = value.parent(); outer.isValid(); outer = outer.parent()) {
        if (!m_changes.try_emplace(outer.id()).second)
            break;
    }
    return change;
}

const JsonRewrite::Change *JsonRewrite::find(const JsonValue &value) const
{
    const auto found = m_changes.find(value.id());
    return found == m_changes.end() ? nullptr : &found->second;
}

} // namespace Gatescope
