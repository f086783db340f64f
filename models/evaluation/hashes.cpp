// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "hashes.h"

#include <openssl/evp.h>
#include <openssl/sha.h>

#include <array>

namespace Gatescope {

namespace {

using Sha256Digest = std::array<unsigned char, 32>;

/// OpenSSL's own interface of this algorithm: its makers would rather have EVP used, but for a text as short
/// as ours EVP takes twice as long (CMakeLists.txt silences the advice).
Sha256Digest sha256(std::string_view text)
{
    Sha256Digest digest {};
    SHA256_CTX state;
    SHA256_Init(&state);
    SHA256_Update(&state, text.data(), text.size());
    SHA256_Final(digest.data(), &state);
    return digest;
}

/// Code points of valid UTF-8; a broken byte counts as itself.
std::uint32_t nextCodePoint(std::string_view text, std::size_t &position)
{
    const auto byte = [&](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    const unsigned char first = byte(position);
    const int extra = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0;
    if (extra == 0 || position + std::size_t(extra) >= text.size()) {
        ++position;
        return first;
    }
    std::uint32_t point = first & (0x3fU >> extra);
    for (int i = 1; i <= extra; ++i)
        point = point << 6 | (byte(position + std::size_t(i)) & 0x3fU);
    position += std::size_t(extra) + 1;
    return point;
}

} // namespace

std::uint32_t djb2Number(std::string_view utf8)
{
    std::uint32_t hash = 0;
    for (std::size_t position = 0; position < utf8.size();)
        hash = hash * 31 + nextCodePoint(utf8, position);
    return hash;
}

std::string djb2(std::string_view utf8)
{
    return std::to_string(djb2Number(utf8));
}

std::string sha256Base64(std::string_view utf8)
{
    const Sha256Digest digest = sha256(utf8);
    std::string text(44 + 1, '\0'); // EVP_EncodeBlock ends with a NUL
    EVP_EncodeBlock(reinterpret_cast<unsigned char *>(text.data()), digest.data(), int(digest.size()));
    text.pop_back();
    return text;
}

std::string hashedName(std::string_view name, HashAlgorithm algorithm)
{
    switch (algorithm) {
    case HashAlgorithm::None:
        break;
    case HashAlgorithm::Djb2:
        return djb2(name);
    case HashAlgorithm::Sha256:
        return sha256Base64(name);
    }
    return std::string(name);
}

} // namespace Gatescope
