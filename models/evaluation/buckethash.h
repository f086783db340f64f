// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace Gatescope {

/// The beginning that many hashed texts have in common, taken in once: as much of it as fills blocks of
/// SHA-256. Of a text that is shorter than a block nothing is.
class HashedStart
{
public:
    /// What every text begins with: nothing.
    HashedStart();
    /// Of the texts that start with these parts, each followed by a dot.
    explicit HashedStart(std::initializer_list<std::string_view> parts);

private:
    friend std::uint64_t bucketHash(std::string_view utf8, const HashedStart &start);

    std::array<std::uint32_t, 8> m_state; ///< of SHA-256
    std::uint32_t m_taken = 0; ///< bytes
};

/// First eight bytes of the SHA-256, big endian: the number buckets are taken from.
std::uint64_t bucketHash(std::string_view utf8);
/// The same of a text that begins with what `start` was made of.
std::uint64_t bucketHash(std::string_view utf8, const HashedStart &start);

/// The text that places a unit: parts with dots between them. Without an allocation unless it is long.
class BucketText
{
public:
    explicit BucketText(std::initializer_list<std::string_view> parts);
    BucketText(const BucketText &) = delete;
    BucketText &operator=(const BucketText &) = delete;

    std::string_view view() const { return m_text; }

private:
    std::array<char, 240> m_short;
    std::string m_long;
    std::string_view m_text;
};

} // namespace Gatescope
