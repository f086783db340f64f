// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "faultydelivery.h"

#include "delayline.h"

#include <microhttpd.h>

#include <algorithm>
#include <cstring>
#include <memory>

#ifdef Q_OS_LINUX
#include <sys/socket.h>
#endif

namespace Gatescope {

namespace {

constexpr qsizetype dripPieces = 20;
constexpr std::chrono::milliseconds dripPause {250};
constexpr size_t blockBytes = 32 * 1024;

struct FaultyBody
{
    QByteArray bytes;
    qsizetype end; ///< what is sent of it at most
    qsizetype piece; ///< at a time
    bool pauses;
    bool isPausing = false; ///< since the last piece
    MHD_Connection *connection;
    DelayLine &delays;
};

ssize_t readFaulty(void *self, uint64_t position, char *buffer, size_t size)
{
    auto &body = *static_cast<FaultyBody *>(self);
    if (qsizetype(position) >= body.end)
        return MHD_CONTENT_READER_END_WITH_ERROR;
    if (body.pauses) {
        body.isPausing = !body.isPausing && body.delays.hold(body.connection, dripPause);
        if (body.isPausing)
            return 0; // the library asks again when the connection is resumed
    }
    const qsizetype count = std::min({body.end - qsizetype(position), body.piece, qsizetype(size)});
    std::memcpy(buffer, body.bytes.constData() + position, size_t(count));
    return count;
}

} // namespace

MHD_Response *faultyResponse(
    QByteArray body, HttpResponse::Delivery delivery, MHD_Connection *connection, DelayLine &delays)
{
    const qsizetype size = body.size();
    const bool isDripping = delivery == HttpResponse::Delivery::Dripping;
    const qsizetype end = isDripping ? size : size / 2;
    const qsizetype piece = isDripping ? std::max<qsizetype>(1, size / dripPieces) : size;
    auto kept = std::unique_ptr<FaultyBody>(
        new FaultyBody {std::move(body), end, piece, isDripping, false, connection, delays});
    MHD_Response *response = MHD_create_response_from_callback(uint64_t(size), blockBytes, &readFaulty,
        kept.get(), [](void *self) { delete static_cast<FaultyBody *>(self); });
    if (response)
        kept.release();
    return response;
}

void resetConnection(MHD_Connection *connection)
{
#ifdef Q_OS_LINUX
    // Dissolving a TCP association sends RST; a linger time of 0 does not, as the library shuts down first.
    sockaddr nobody {};
    nobody.sa_family = AF_UNSPEC;
    ::connect(socketOf(connection), &nobody, sizeof nobody);
#else
    Q_UNUSED(connection)
#endif
}

} // namespace Gatescope
