// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "comparison.h"

#include <span>

namespace Gatescope {

/// The names of members that a comparison passes over.
using SkippedMembers = std::span<const std::string_view>;

/// Collects how two values of a field differ. The subject and the texts for people are set before, and hold
/// until they are set again.
class DifferenceList
{
public:
    explicit DifferenceList(std::stop_token stop, qint64 room)
        : m_stop(std::move(stop))
        , m_room(room)
    { }

    void setSubject(QStringList subject) { m_subject = std::move(subject); }
    const QStringList &subject() const { return m_subject; }

    /// Adds one difference as it is; the change follows from which side is missing.
    void add(ComparedField field, const JsonValue &left, const JsonValue &right);
    void addWithTexts(ComparedField field, const JsonValue &left, const JsonValue &right, QString leftText,
        QString rightText);
    /// Adds the innermost values that differ.
    void compare(ComparedField field, const JsonValue &left, const JsonValue &right);
    /// Adds the members of two objects that differ, each a field by its own name.
    void compareMembers(const JsonValue &left, const JsonValue &right, SkippedMembers skipped = {},
        ComparedField field = ComparedField::Member);
    /// Adds one difference if the lists do not hold the same, whatever their order; keys count for objects.
    void compareSets(ComparedField field, const JsonValue &left, const JsonValue &right);

    bool isStopped() const { return m_stop.stop_requested(); }
    bool isFull() const { return qint64(m_fields.size()) >= m_room; }
    std::vector<FieldDifference> take() { return std::exchange(m_fields, {}); }

private:
    struct Pair
    {
        JsonValue left;
        JsonValue right;
        ComparedField field;
        quint16 depth;
    };
    void push(FieldDifference difference);
    void addPair(const Pair &pair);
    void comparePending(std::size_t bottom);
    void compareObjects(const Pair &pair, SkippedMembers skipped);
    void compareArrays(const Pair &pair);

    std::stop_token m_stop;
    qint64 m_room;
    QStringList m_subject;
    std::vector<FieldDifference> m_fields;
    std::vector<Pair> m_pending; ///< the next one last
};

} // namespace Gatescope
