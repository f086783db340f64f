// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "packedbytes.h"

#include <zstd.h>

#include <memory>

namespace Gatescope {

namespace {

constexpr int level = 3;
constexpr auto mostUnpacked = 4ULL * 1024 * 1024 * 1024; ///< as large as an answer can be

} // namespace

QByteArray packedBytes(const QByteArray &bytes)
{
    const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    QByteArray packed(qsizetype(ZSTD_compressBound(size_t(bytes.size()))), Qt::Uninitialized);
    const size_t size = ZSTD_compress2(
        context.get(), packed.data(), size_t(packed.size()), bytes.constData(), size_t(bytes.size()));
    Q_ASSERT(!ZSTD_isError(size)); // there is room for the worst
    packed.truncate(qsizetype(size));
    return packed;
}

std::optional<QByteArray> unpackedBytes(const QByteArray &packed)
{
    const unsigned long long size = ZSTD_getFrameContentSize(packed.constData(), size_t(packed.size()));
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > mostUnpacked)
        return {};
    QByteArray bytes(qsizetype(size), Qt::Uninitialized);
    const size_t unpacked =
        ZSTD_decompress(bytes.data(), size_t(size), packed.constData(), size_t(packed.size()));
    return ZSTD_isError(unpacked) || unpacked != size ? std::nullopt : std::optional(bytes);
}

} // namespace Gatescope
