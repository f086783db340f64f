// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "bodydecoder.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <limits>
#include <memory>

namespace Gatescope {

namespace {

constexpr qsizetype stepBytes = 64 * 1024;
constexpr int zstdWindowLogMax = 23; // 8 MiB, what RFC 8878 asks every decoder to support

using Decoded = std::expected<QByteArray, DecodeFailure>;

/// Makes room for one more step, one byte past the cap at most: that byte tells "too large" from "exactly the
/// cap".
char *grow(QByteArray &output, qsizetype used, qsizetype cap)
{
    output.resize(std::min(used + stepBytes, cap + 1));
    return output.data() + used;
}

Decoded inflateGzip(const QByteArray &body, qsizetype cap)
{
    z_stream stream {};
    if (body.size() > std::numeric_limits<uInt>::max() || inflateInit2(&stream, 16 + MAX_WBITS) != Z_OK)
        return std::unexpected(DecodeFailure::Corrupt);
    const std::unique_ptr<z_stream, int (*)(z_streamp)> guard(&stream, &inflateEnd);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(body.constData()));
    stream.avail_in = uInt(body.size());
    QByteArray output;
    int state = Z_OK;
    for (qsizetype used = 0; state == Z_OK; used = output.size()) {
        stream.next_out = reinterpret_cast<Bytef *>(grow(output, used, cap));
        stream.avail_out = uInt(output.size() - used);
        state = inflate(&stream, Z_NO_FLUSH);
        output.chop(qsizetype(stream.avail_out));
        if (output.size() > cap)
            return std::unexpected(DecodeFailure::TooLarge);
    }
    if (state != Z_STREAM_END || stream.avail_in != 0)
        return std::unexpected(DecodeFailure::Corrupt);
    return output;
}

Decoded inflateZstd(const QByteArray &body, qsizetype cap)
{
    const std::unique_ptr<ZSTD_DCtx, size_t (*)(ZSTD_DCtx *)> context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, zstdWindowLogMax);
    ZSTD_inBuffer input {body.constData(), size_t(body.size()), 0};
    QByteArray output;
    size_t state = 1;
    for (qsizetype used = 0;; used = output.size()) {
        ZSTD_outBuffer buffer {grow(output, used, cap), 0, 0};
        buffer.size = size_t(output.size() - used);
        state = ZSTD_decompressStream(context.get(), &buffer, &input);
        const bool mayHoldMore = state != 0 && buffer.pos == buffer.size;
        output.resize(used + qsizetype(buffer.pos));
        if (ZSTD_isError(state))
            return std::unexpected(DecodeFailure::Corrupt);
        if (output.size() > cap)
            return std::unexpected(DecodeFailure::TooLarge);
        if (input.pos == input.size && !mayHoldMore)
            break;
    }
    if (state != 0)
        return std::unexpected(DecodeFailure::Corrupt);
    return output;
}

} // namespace

Decoded decodeBody(const QByteArray &body, QByteArrayView contentEncoding, qsizetype cap)
{
    const QByteArray encoding = contentEncoding.toByteArray().trimmed().toLower();
    if (encoding == "gzip" || encoding == "x-gzip")
        return inflateGzip(body, cap);
    if (encoding == "zstd")
        return inflateZstd(body, cap);
    if (!encoding.isEmpty() && encoding != "identity")
        return std::unexpected(DecodeFailure::UnknownEncoding);
    if (body.size() > cap)
        return std::unexpected(DecodeFailure::TooLarge);
    return body;
}

} // namespace Gatescope
