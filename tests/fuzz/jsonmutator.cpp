// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsonmutator.h"

namespace Gatescope::Fuzz {

namespace {

QByteArray bytes(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

JsonValue anyNode(const JsonDocumentPtr &document, Random &random)
{
    return {document.get(), JsonDocument::Id(random() % document->nodeCount())};
}

QByteArray quoted(const std::string &word)
{
    return '"' + QByteArray::fromStdString(word) + '"';
}

/// Rewrites the text with one node changed; everything else stays as it was written.
class Change
{
public:
    Change(JsonDocumentPtr document, JsonDocumentPtr donor, Random &random)
        : m_document(std::move(document))
        , m_donor(std::move(donor))
        , m_random(random)
        , m_node(anyNode(m_document, random))
    { }

    QByteArray text()
    {
        switch (below(m_random, 8)) {
        case 0:
            return replaced(m_node, oddValue(m_random));
        case 1:
            return replaced(m_node, quoted(payloadWord(m_random)));
        case 2:
            return replaced(m_node, bytes(anyNode(m_document, m_random).rawText()));
        case 3:
            return replaced(m_node, fromDonor());
        case 4:
            return without(m_node);
        case 5:
            return doubled(m_node);
        case 6:
            return withMember(quoted(payloadWord(m_random)), oddValue(m_random));
        default:
            return renamed(m_node);
        }
    }

private:
    qsizetype offsetOf(std::string_view part) const { return part.data() - m_document->source().data(); }

    QByteArray spliced(qsizetype from, qsizetype length, const QByteArray &with) const
    {
        return bytes(m_document->source()).replace(from, length, with);
    }

    QByteArray replaced(const JsonValue &value, const QByteArray &with) const
    {
        return spliced(offsetOf(value.rawText()), qsizetype(value.rawText().size()), with);
    }

    /// With its name, where it has one.
    std::pair<qsizetype, qsizetype> extent(const JsonValue &value) const
    {
        const qsizetype begin = value.hasKey() ? offsetOf(value.rawKey()) : offsetOf(value.rawText());
        return {begin, offsetOf(value.rawText()) + qsizetype(value.rawText().size()) - begin};
    }

    QByteArray without(const JsonValue &value) const
    {
        const JsonValue container = value.parent();
        if (!container.isValid())
            return "{}";
        const quint32 row = value.row();
        const auto [begin, length] = extent(value);
        if (row + 1 < container.size())
            return spliced(begin, extent(container.at(row + 1)).first - begin, {});
        if (row == 0)
            return spliced(begin, length, {});
        const auto [before, beforeLength] = extent(container.at(row - 1));
        return spliced(before + beforeLength, begin + length - before - beforeLength, {});
    }

    QByteArray doubled(const JsonValue &value) const
    {
        if (!value.parent().isValid())
            return bytes(m_document->source());
        const auto [begin, length] = extent(value);
        return spliced(
            begin, 0, bytes(m_document->source().substr(std::size_t(begin), std::size_t(length))) + ',');
    }

    QByteArray renamed(const JsonValue &value)
    {
        if (!value.hasKey())
            return doubled(value);
        const JsonValue other = anyNode(m_document, m_random);
        const QByteArray name =
            other.hasKey() && below(m_random, 2) == 0 ? bytes(other.rawKey()) : quoted(payloadWord(m_random));
        return spliced(offsetOf(value.rawKey()), qsizetype(value.rawKey().size()), name);
    }

    QByteArray withMember(const QByteArray &key, const QByteArray &value) const
    {
        if (!m_node.isObject())
            return replaced(m_node, value);
        const QByteArray member = key + ':' + value + (m_node.size() > 0 ? "," : "");
        return spliced(offsetOf(m_node.rawText()) + 1, 0, member);
    }

    /// A value of the same name, if a few tries find one.
    QByteArray fromDonor()
    {
        JsonValue found = anyNode(m_donor, m_random);
        for (int i = 0; i < 20 && found.rawKey() != m_node.rawKey(); ++i)
            found = anyNode(m_donor, m_random);
        return bytes(found.rawText());
    }

    JsonDocumentPtr m_document;
    JsonDocumentPtr m_donor;
    Random &m_random;
    JsonValue m_node;
};

} // namespace

QByteArray mutatedJson(const QByteArray &text, const QByteArray &donor, Random &random)
{
    const auto document = JsonDocument::parse(text);
    if (!document)
        return text;
    return Change(*document, JsonDocument::parse(donor).value_or(*document), random).text();
}

} // namespace Gatescope::Fuzz
