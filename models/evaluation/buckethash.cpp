// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "buckethash.h"

#include <openssl/sha.h>

#include <algorithm>
#include <cstring>

namespace Gatescope {

namespace {

constexpr std::size_t blockSize = SHA256_CBLOCK;

/// Block by block with OpenSSL's own rounds. Its whole interface copies more than it hashes for texts as
/// short as ours (CMakeLists.txt silences the advice to use EVP, which does so even more). Of the context the
/// rounds know the state alone, so nothing else is set.
class Sha256Blocks
{
public:
    explicit Sha256Blocks(const std::array<std::uint32_t, 8> &state)
    {
        std::ranges::copy(state, std::begin(m_context.h));
    }

    /// Gives back what does not fill a block.
    std::string_view takeBlocks(std::string_view text)
    {
        for (; text.size() >= blockSize; text.remove_prefix(blockSize))
            SHA256_Transform(&m_context, reinterpret_cast<const unsigned char *>(text.data()));
        return text;
    }

    /// The rest of a text of `length` bytes, and what SHA-256 adds: a one, zeros and the length in bits.
    void finish(std::string_view rest, std::size_t length)
    {
        std::array<char, 2 * blockSize> last;
        std::memcpy(last.data(), rest.data(), rest.size());
        last[rest.size()] = char(0x80);
        const std::size_t size = rest.size() + 9 <= blockSize ? blockSize : 2 * blockSize;
        std::memset(last.data() + rest.size() + 1, 0, size - rest.size() - 1);
        std::uint64_t bits = std::uint64_t(length) * 8;
        for (std::size_t at = size; bits != 0; bits >>= 8)
            last[--at] = char(bits & 0xff);
        takeBlocks({last.data(), size});
    }

    std::array<std::uint32_t, 8> state() const
    {
        std::array<std::uint32_t, 8> state {};
        std::ranges::copy(m_context.h, state.begin());
        return state;
    }

    std::uint64_t firstBytes() const { return std::uint64_t(m_context.h[0]) << 32 | m_context.h[1]; }

private:
    SHA256_CTX m_context;
};

} // namespace

/// FIPS 180-4, 5.3.3.
HashedStart::HashedStart()
    : m_state {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}
{ }

HashedStart::HashedStart(std::initializer_list<std::string_view> parts)
    : HashedStart()
{
    std::size_t length = parts.size();
    for (const std::string_view part : parts)
        length += part.size();
    if (length < blockSize)
        return;
    std::string text;
    for (const std::string_view part : parts)
        text.append(part).append(1, '.');
    Sha256Blocks blocks(m_state);
    m_taken = std::uint32_t(text.size() - blocks.takeBlocks(text).size());
    m_state = blocks.state();
}

std::uint64_t bucketHash(std::string_view utf8)
{
    return bucketHash(utf8, {});
}

std::uint64_t bucketHash(std::string_view utf8, const HashedStart &start)
{
    Sha256Blocks blocks(start.m_state);
    blocks.finish(blocks.takeBlocks(utf8.substr(start.m_taken)), utf8.size());
    return blocks.firstBytes();
}

BucketText::BucketText(std::initializer_list<std::string_view> parts)
{
    std::size_t length = 0;
    for (const std::string_view &part : parts)
        length += part.size() + 1;
    char *out = m_short.data();
    if (length > m_short.size()) {
        m_long.resize(length);
        out = m_long.data();
    }
    const char *begin = out;
    for (const std::string_view &part : parts) {
        out = std::ranges::copy(part, out).out;
        *out++ = '.';
    }
    m_text = {begin, length > 0 ? length - 1 : 0};
}

} // namespace Gatescope
