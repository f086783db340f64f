// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "buckethash.h"

#include <openssl/sha.h>

#include <QtEndian>

#include <algorithm>
#include <cstring>

namespace Gatescope {

namespace {

constexpr std::size_t blockSize = SHA256_CBLOCK;
constexpr std::size_t endSize = 1 + sizeof(std::uint64_t); ///< what SHA-256 adds at least
using State = std::array<std::uint32_t, 8>;

/// FIPS 180-4, 5.3.3.
constexpr State initialState {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

/// Block by block with OpenSSL's own rounds. Its whole interface copies more than it hashes for texts as
/// short as ours (CMakeLists.txt silences the advice to use EVP, which does so even more). Of the context the
/// rounds know the state alone, so nothing else is set.
class Sha256Blocks
{
public:
    explicit Sha256Blocks(const State &state) { std::ranges::copy(state, std::begin(m_context.h)); }

    /// Gives back what does not fill a block.
    std::string_view takeBlocks(std::string_view text)
    {
        for (; text.size() >= blockSize; text.remove_prefix(blockSize))
            take(text.data());
        return text;
    }

    /// `last`: the rest of a text of `length` bytes, and zeros up to two blocks.
    void finish(std::array<char, 2 * blockSize> &last, std::size_t rest, std::uint64_t length)
    {
        last[rest] = char(0x80);
        const std::size_t size = rest + endSize <= blockSize ? blockSize : 2 * blockSize;
        qToBigEndian(quint64(length * 8), last.data() + size - sizeof(quint64));
        take(last.data());
        if (size > blockSize)
            take(last.data() + blockSize);
    }

    State state() const
    {
        State state {};
        std::ranges::copy(m_context.h, state.begin());
        return state;
    }

    std::uint64_t firstBytes() const { return std::uint64_t(m_context.h[0]) << 32 | m_context.h[1]; }

private:
    void take(const char *block)
    {
        SHA256_Transform(&m_context, reinterpret_cast<const unsigned char *>(block));
    }

    SHA256_CTX m_context;
};

} // namespace

std::uint64_t bucketHash(std::string_view utf8)
{
    Sha256Blocks blocks(initialState);
    const std::string_view rest = blocks.takeBlocks(utf8);
    std::array<char, 2 * blockSize> last {};
    std::ranges::copy(rest, last.begin());
    blocks.finish(last, rest.size(), utf8.size());
    return blocks.firstBytes();
}

std::string bucketText(std::initializer_list<std::string_view> parts)
{
    std::string text;
    for (const std::string_view part : parts)
        text.append(part).append(1, '.');
    text.pop_back();
    return text;
}

SaltedHash::SaltedHash(std::initializer_list<std::string_view> salts)
{
    const std::string text = bucketText(salts) + '.';
    Sha256Blocks blocks(initialState);
    const std::string_view rest = blocks.takeBlocks(text);
    std::ranges::copy(rest, m_rest.begin());
    m_restSize = std::uint32_t(rest.size());
    m_taken = std::uint32_t(text.size() - rest.size());
    m_state = blocks.state();
}

std::uint64_t SaltedHash::of(std::string_view unitId) const
{
    const std::size_t rest = m_restSize + unitId.size();
    if (rest + endSize > 2 * blockSize)
        return ofLong(unitId);
    std::array<char, 2 * blockSize> last {};
    std::memcpy(last.data(), m_rest.data(), blockSize); // whole, whose length is known
    std::ranges::copy(unitId, last.begin() + m_restSize);
    Sha256Blocks blocks(m_state);
    blocks.finish(last, rest, m_taken + rest);
    return blocks.firstBytes();
}

std::uint64_t SaltedHash::ofLong(std::string_view unitId) const
{
    const std::string text = std::string(m_rest.data(), m_restSize).append(unitId);
    Sha256Blocks blocks(m_state);
    const std::string_view rest = blocks.takeBlocks(text);
    std::array<char, 2 * blockSize> last {};
    std::ranges::copy(rest, last.begin());
    blocks.finish(last, rest.size(), m_taken + text.size());
    return blocks.firstBytes();
}

} // namespace Gatescope
