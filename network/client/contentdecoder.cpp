// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "contentdecoder.h"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace Gatescope {

namespace {

constexpr int anyHeader = 15 + 32; ///< zlib's or gzip's, told apart by zlib
constexpr int noHeader = -15; ///< some servers call a bare deflate stream "deflate"

/// Unpacks one chunk after the other into the same bytes.
class Inflater
{
public:
    Inflater(int windowBits, qint64 maxBytes)
        : m_maxBytes(maxBytes)
    {
        m_ready = inflateInit2(&m_stream, windowBits) == Z_OK;
    }
    ~Inflater()
    {
        if (m_ready)
            inflateEnd(&m_stream);
    }
    Q_DISABLE_COPY_MOVE(Inflater)

    /// False once there is a fault.
    bool feed(const QByteArray &chunk)
    {
        // zlib's interface is not const-correct: it only reads from next_in.
        m_stream.next_in = const_cast<Bytef *>(reinterpret_cast<const Bytef *>(chunk.constData()));
        m_stream.avail_in = uInt(chunk.size());
        while (m_stream.avail_in > 0 && !m_result.fault) {
            if (m_ended && inflateReset(&m_stream) != Z_OK) // gzip members may follow each other
                m_result.fault = DecodeFault::Broken;
            else
                step();
        }
        return !m_result.fault;
    }
    DecodedContent finish()
    {
        if (!m_result.fault && !m_ended)
            m_result.fault = DecodeFault::Truncated;
        return std::move(m_result);
    }

private:
    void step()
    {
        m_ended = false;
        m_stream.next_out = reinterpret_cast<Bytef *>(m_out.data());
        m_stream.avail_out = uInt(m_out.size());
        const int status = m_ready ? inflate(&m_stream, Z_NO_FLUSH) : Z_MEM_ERROR;
        m_ended = status == Z_STREAM_END;
        append(qsizetype(m_out.size() - m_stream.avail_out));
        if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
            m_result.fault = DecodeFault::Broken;
    }
    void append(qsizetype size)
    {
        const qsizetype room = qsizetype(m_maxBytes) - m_result.bytes.size();
        m_result.bytes.append(m_out.data(), std::min(size, room));
        if (size > room)
            m_result.fault = DecodeFault::TooLarge;
    }

    z_stream m_stream {};
    std::array<char, 64 * 1024> m_out {};
    DecodedContent m_result;
    qint64 m_maxBytes;
    bool m_ready = false;
    bool m_ended = false;
};

DecodedContent inflateChunks(const QList<QByteArray> &chunks, int windowBits, qint64 maxBytes)
{
    Inflater inflater(windowBits, maxBytes);
    for (const QByteArray &chunk : chunks) {
        if (!inflater.feed(chunk))
            break;
    }
    return inflater.finish();
}

DecodedContent joinChunks(const QList<QByteArray> &chunks, qint64 maxBytes)
{
    DecodedContent content;
    qsizetype size = 0;
    for (const QByteArray &chunk : chunks)
        size += chunk.size();
    content.bytes.reserve(std::min<qint64>(size, maxBytes));
    for (const QByteArray &chunk : chunks)
        content.bytes.append(
            chunk.constData(), std::min<qint64>(chunk.size(), maxBytes - content.bytes.size()));
    if (size > maxBytes)
        content.fault = DecodeFault::TooLarge;
    return content;
}

} // namespace

DecodedContent decodeContent(const QList<QByteArray> &chunks, const QByteArray &encoding, qint64 maxBytes)
{
    const QByteArray name = encoding.trimmed().toLower();
    if (name.isEmpty() || name == "identity")
        return joinChunks(chunks, maxBytes);
    // An empty body is no stream at all, as with 204 and a Content-Encoding that was left in.
    if (chunks.isEmpty())
        return {};
    if (name == "gzip" || name == "x-gzip")
        return inflateChunks(chunks, anyHeader, maxBytes);
    if (name == "deflate") {
        DecodedContent content = inflateChunks(chunks, anyHeader, maxBytes);
        if (content.fault == DecodeFault::Broken && content.bytes.isEmpty())
            content = inflateChunks(chunks, noHeader, maxBytes);
        return content;
    }
    return {{}, DecodeFault::UnknownEncoding};
}

} // namespace Gatescope
