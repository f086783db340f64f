// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "hashes.h"

#include <openssl/evp.h>

#include <array>
#include <memory>
#include <new>

namespace Gatescope {

namespace {

using Sha256Digest = std::array<unsigned char, 32>;

/// Fetching the algorithm and making a context cost more than hashing a short text, so each thread does it
/// once.
class Sha256
{
public:
    Sha256()
        : m_algorithm(EVP_MD_fetch(nullptr, "SHA256", nullptr))
        , m_context(EVP_MD_CTX_new())
    {
        if (!m_algorithm || !m_context)
            throw std::bad_alloc();
    }

    Sha256Digest digest(std::string_view text)
    {
        Sha256Digest result {};
        unsigned int length = 0;
        EVP_DigestInit_ex2(m_context.get(), m_algorithm.get(), nullptr);
        EVP_DigestUpdate(m_context.get(), text.data(), text.size());
        EVP_DigestFinal_ex(m_context.get(), result.data(), &length);
        return result;
    }

private:
    struct Free
    {
        void operator()(EVP_MD *algorithm) const { EVP_MD_free(algorithm); }
        void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD, Free> m_algorithm;
    std::unique_ptr<EVP_MD_CTX, Free> m_context;
};

Sha256Digest sha256(std::string_view text)
{
    thread_local Sha256 hasher;
    return hasher.digest(text);
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

std::uint64_t bucketHash(std::string_view utf8)
{
    const Sha256Digest digest = sha256(utf8);
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i)
        value = value << 8 | digest[i];
    return value;
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
