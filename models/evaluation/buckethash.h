// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace Gatescope {

/// First eight bytes of the SHA-256, big endian: the number buckets are taken from.
std::uint64_t bucketHash(std::string_view utf8);

/// The parts with dots between them: the text that places a unit.
std::string bucketText(std::initializer_list<std::string_view> parts);

/// The hash of the texts that place units by the same salts. What they begin with is taken in once.
class SaltedHash
{
public:
    explicit SaltedHash(std::initializer_list<std::string_view> salts);

    /// bucketHash() of the salts and the unit ID with dots between them.
    std::uint64_t of(std::string_view unitId) const;

private:
    static constexpr std::size_t blockSize = 64;

    std::uint64_t ofLong(std::string_view unitId) const;

    std::array<std::uint32_t, 8> m_state; ///< of SHA-256, after the blocks that the salts fill
    std::array<char, blockSize> m_rest {}; ///< of the salts
    std::uint32_t m_restSize = 0;
    std::uint32_t m_taken = 0; ///< bytes
};

} // namespace Gatescope
