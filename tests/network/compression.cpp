// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "compression.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>

namespace Gatescope::Test {

namespace {

const QByteArray zeroBlock(1024 * 1024, '\0');

}

QByteArray gzip(const QByteArray &text)
{
    z_stream stream {};
    deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(qsizetype(deflateBound(&stream, uLong(text.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(text.data()));
    stream.avail_in = uInt(text.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

QByteArray zstd(const QByteArray &text)
{
    QByteArray out(qsizetype(ZSTD_compressBound(size_t(text.size()))), '\0');
    out.resize(qsizetype(ZSTD_compress(
        out.data(), size_t(out.size()), text.data(), size_t(text.size()), ZSTD_CLEVEL_DEFAULT)));
    return out;
}

QByteArray gzipOfZeros(qsizetype size)
{
    z_stream stream {};
    deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(size / 500, '\0'); // a thousandth is what it takes
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    for (qsizetype left = size; left > 0; left -= zeroBlock.size()) {
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(zeroBlock.data()));
        stream.avail_in = uInt(std::min(left, zeroBlock.size()));
        deflate(&stream, left > zeroBlock.size() ? Z_NO_FLUSH : Z_FINISH);
    }
    out.resize(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

QByteArray zstdOfZeros(qsizetype size)
{
    ZSTD_CCtx *context = ZSTD_createCCtx();
    QByteArray out(size / 500, '\0');
    ZSTD_outBuffer output {out.data(), size_t(out.size()), 0};
    for (qsizetype left = size; left > 0; left -= zeroBlock.size()) {
        ZSTD_inBuffer input {zeroBlock.data(), size_t(std::min(left, zeroBlock.size())), 0};
        ZSTD_compressStream2(
            context, &output, &input, left > zeroBlock.size() ? ZSTD_e_continue : ZSTD_e_end);
    }
    ZSTD_freeCCtx(context);
    out.resize(qsizetype(output.pos));
    return out;
}

} // namespace Gatescope::Test
