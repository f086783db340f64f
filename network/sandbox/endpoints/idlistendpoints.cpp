// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "endpoints.h"

#include <models/evaluation/jsonwriter.h>

#include <QCryptographicHash>
#include <QUrl>

#include <algorithm>
#include <optional>

namespace Gatescope::Endpoints {

namespace {

constexpr qsizetype lineBytes = 10; // "+XXXXXXXX\n"

QByteArray fileText(const auto &hashes)
{
    std::vector<std::string_view> sorted(hashes.begin(), hashes.end());
    std::ranges::sort(sorted);
    QByteArray text;
    text.reserve(qsizetype(sorted.size()) * lineBytes);
    for (const std::string_view hash : sorted)
        text.append('+').append(hash.data(), qsizetype(hash.size())).append('\n');
    return text;
}

/// A list that has changed has another file: clients that know the old one read it anew (facts §1.10).
std::string fileIdOf(const QByteArray &file)
{
    return "sandbox-"
        + QCryptographicHash::hash(file, QCryptographicHash::Sha256).first(8).toHex().toStdString();
}

void writeList(
    JsonWriter &writer, const std::string &name, const QByteArray &file, qint64 time, const std::string &url)
{
    writer.key(name);
    writer.beginObject();
    writer.key("name");
    writer.text(name);
    writer.key("url");
    writer.text(url);
    writer.key("fileID");
    writer.text(fileIdOf(file));
    writer.key("size");
    writer.integer(file.size());
    writer.key("creationTime");
    writer.integer(time);
    writer.endObject();
}

/// The N of "bytes=N-", the only form SDKs send.
qsizetype rangeStart(const HttpRequest &request)
{
    const QByteArray range = request.header("Range");
    return range.startsWith("bytes=") && range.endsWith('-') ? range.sliced(6).chopped(1).toLongLong() : 0;
}

HttpResponse partOf(const QByteArray &file, qsizetype start)
{
    HttpResponse response;
    response.contentType = QByteArrayLiteral("text/plain");
    const QByteArray size = QByteArray::number(file.size());
    if (start < 0 || (start > 0 && start >= file.size())) {
        response.status = 416;
        response.addHeader("Content-Range", "bytes */" + size);
        return response;
    }
    response.body = file.sliced(start);
    if (start > 0) {
        response.status = 206;
        response.addHeader("Content-Range",
            "bytes " + QByteArray::number(start) + '-' + QByteArray::number(file.size() - 1) + '/' + size);
    }
    return response;
}

} // namespace

HttpResponse idLists(const SandboxState &state, const SandboxCall &call)
{
    const std::string base = "http://" + call.request.header("Host").toStdString() + "/v1/id_lists/";
    JsonWriter writer;
    writer.beginObject();
    if (const IdLists *lists = state.idLists()) {
        for (const auto &[name, hashes] : lists->lists()) {
            const QByteArray path = QUrl::toPercentEncoding(QString::fromStdString(name));
            writeList(writer, name, fileText(hashes), state.project().time(), base + path.toStdString());
        }
    }
    writer.endObject();
    return jsonAnswer(writer.take());
}

HttpResponse idListFile(const SandboxState &state, const SandboxCall &call)
{
    const QByteArrayView path = call.request.path();
    const QByteArray name =
        QByteArray::fromPercentEncoding(path.sliced(path.lastIndexOf('/') + 1).toByteArray());
    if (const IdLists *lists = state.idLists()) {
        const auto found = lists->lists().find(name.toStdString());
        if (found != lists->lists().end())
            return partOf(fileText(found->second), rangeStart(call.request));
    }
    return refusal(404, "There is no ID list of that name.");
}

} // namespace Gatescope::Endpoints
