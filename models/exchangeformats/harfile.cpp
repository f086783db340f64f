// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "harfile.h"

#include "exchangecontents.h"
#include "keyremoval.h"

#include <models/statsig/statsigencoding.h>

#include <QCoreApplication>
#include <QUrlQuery>

#include <cmath>

namespace Gatescope {

namespace {

struct HarFiles
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::HarFiles)
};

QList<HttpHeader> headersOf(const JsonValue &list)
{
    constexpr quint32 most = 1000;
    QList<HttpHeader> headers;
    for (quint32 i = 0; i < std::min(list.size(), most); ++i) {
        const JsonValue header = list.at(i);
        const QByteArray name = QByteArray::fromStdString(header["name"].toUtf8());
        if (!name.isEmpty() && !name.startsWith(':'))
            headers.append({name, QByteArray::fromStdString(header["value"].toUtf8())});
    }
    return headers;
}

QByteArray textOf(const JsonValue &body)
{
    const QByteArray text = QByteArray::fromStdString(body["text"].toUtf8());
    return body["encoding"].toString() == QLatin1String("base64") ? QByteArray::fromBase64(text) : text;
}

QByteArray requestBodyOf(const QUrl &url, const JsonValue &request)
{
    const QByteArray body = textOf(request["postData"]);
    const bool isEncoded = QUrlQuery(url).queryItemValue(QStringLiteral("se")) == QLatin1String("1");
    return isEncoded ? withoutStatsigEncoding(body) : body;
}

/// Adds up a HAR's phases in milliseconds, of which -1 says that there was none.
class HarClock
{
public:
    explicit HarClock(const JsonValue &entry)
        : m_timings(entry["timings"])
    { }

    void fill(Exchange &exchange, double total)
    {
        pass("blocked");
        pass("dns");
        exchange.connected = pass("connect");
        exchange.sent = pass("send");
        exchange.firstByte = pass("wait");
        exchange.finished = pass("receive");
        if (!m_timings.isObject())
            exchange.finished = inMicroseconds(total);
    }

private:
    std::chrono::microseconds pass(std::string_view phase)
    {
        const double milliseconds = m_timings[phase].toDouble(-1);
        if (milliseconds > 0)
            m_milliseconds += milliseconds;
        return m_timings.isObject() ? inMicroseconds(m_milliseconds) : std::chrono::microseconds(-1);
    }

    /// More than a day is nobody's measurement.
    static std::chrono::microseconds inMicroseconds(double milliseconds)
    {
        constexpr double day = 24.0 * 60 * 60 * 1000;
        if (!std::isfinite(milliseconds) || milliseconds < 0 || milliseconds > day)
            return std::chrono::microseconds(-1);
        return std::chrono::microseconds(qint64(milliseconds * 1000));
    }

    JsonValue m_timings;
    double m_milliseconds = 0;
};

class HarReader
{
public:
    explicit HarReader(const JsonValue &log)
        : m_log(log)
    { }

    HarFile read()
    {
        const JsonValue creator = m_log["creator"];
        m_file.creator = QString(creator["name"].toString() + u' ' + creator["version"].toString()).trimmed();
        const JsonValue entries = m_log["entries"];
        for (quint32 i = 0; i < entries.size(); ++i)
            readEntry(entries.at(i));
        return std::move(m_file);
    }

private:
    void readEntry(const JsonValue &entry)
    {
        const JsonValue request = entry["request"];
        const QUrl url = QUrl::fromEncoded(QByteArray::fromStdString(request["url"].toUtf8()));
        if (!request.isObject() || !url.isValid() || url.host().isEmpty()) {
            ++m_file.brokenEntries;
            return;
        }
        const QByteArray requestBody = requestBodyOf(url, request);
        const auto document = JsonDocument::parse(requestBody);
        const JsonValue body = document ? (*document)->root() : JsonValue();
        const bool isPreflight = request["method"].toString() == QLatin1String("OPTIONS");
        if (isPreflight || (!endpointAt(url) && !body["statsigMetadata"].isObject())) {
            ++m_file.otherEntries;
            return;
        }
        Exchange exchange;
        exchange.url = url;
        exchange.endpoint = endpointAt(url).value_or(endpointOfBody(body));
        exchange.subject = subjectOfBody(exchange.endpoint, body);
        exchange.method = QByteArray::fromStdString(request["method"].toUtf8());
        exchange.requestHeaders = headersOf(request["headers"]);
        exchange.requestBody = requestBody;
        readAnswer(entry, exchange);
        exchange.number = quint64(m_file.exchanges.size()) + 1;
        m_file.exchanges.append(withoutSecrets(std::move(exchange)));
    }

    static void readAnswer(const JsonValue &entry, Exchange &exchange)
    {
        const JsonValue response = entry["response"];
        const qint64 status = response["status"].toInt64().value_or(0);
        exchange.status = status >= 100 && status <= 999 ? int(status) : 0;
        exchange.responseHeaders = headersOf(response["headers"]);
        exchange.responseBody = textOf(response["content"]);
        exchange.startedUtc =
            QDateTime::fromString(entry["startedDateTime"].toString(), Qt::ISODateWithMs).toUTC();
        HarClock(entry).fill(exchange, entry["time"].toDouble(-1));
        if (exchange.status == 0)
            exchange.error = Error {
                ErrorCode::ClosedBeforeAnswer, HarFiles::tr("The file has no answer to this request."), {}};
    }

    JsonValue m_log;
    HarFile m_file;
};

} // namespace

bool looksLikeHar(const QByteArray &text)
{
    const qsizetype start = text.startsWith("\xef\xbb\xbf") ? 3 : 0;
    const QByteArray head = text.mid(start, 512).simplified();
    return head.startsWith('{') && head.contains("\"log\"") && text.contains("\"entries\"");
}

Result<HarFile> readHar(QByteArray text)
{
    if (text.size() > maxHarBytes)
        return failure(ErrorCode::TooLarge,
            HarFiles::tr("The file is larger than %1 MB. Save fewer requests to it.")
                .arg(maxHarBytes / (1024 * 1024)));
    const auto document = JsonDocument::parse(std::move(text));
    if (!document)
        return std::unexpected(document.error());
    const JsonValue log = (*document)->root()["log"];
    if (!log["entries"].isArray())
        return failure(ErrorCode::WrongShape,
            HarFiles::tr("This is no HAR file: it is JSON, but a list log.entries is missing."));
    return HarReader(log).read();
}

} // namespace Gatescope
