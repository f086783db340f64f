// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QVarLengthArray>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>

namespace Gatescope {

/// Buckets of one user that were asked for already, by Project::placings(): those of an experiment and its
/// layer, or of a gate that many ask, are asked for again and again. Of two with the same place the later is
/// known.
class KnownBuckets
{
public:
    static constexpr int unknown = -1;

    KnownBuckets()
        : m_entries(few)
    { }

    /// Room for all: for who asks about many entities.
    void reserve(std::size_t placings)
    {
        m_entries.resize(qsizetype(std::bit_ceil(std::max(placings, std::size_t(few)))));
    }
    int find(std::uint32_t placing) const
    {
        const Entry &entry = m_entries[place(placing)];
        return entry.placing == placing ? entry.bucket : unknown;
    }
    void add(std::uint32_t placing, int bucket) { m_entries[place(placing)] = {placing, bucket}; }

private:
    static constexpr qsizetype few = 4;

    struct Entry
    {
        std::uint32_t placing = std::numeric_limits<std::uint32_t>::max();
        int bucket = unknown;
    };

    qsizetype place(std::uint32_t placing) const { return placing & std::uint32_t(m_entries.size() - 1); }

    QVarLengthArray<Entry, few> m_entries; ///< a power of two
};

} // namespace Gatescope
