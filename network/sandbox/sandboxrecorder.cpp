// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "sandboxrecorder.h"

#include "apikey.h"
#include "requestbody.h"

#include <models/statsig/endpoint.h>
#include <network/client/redactor.h>

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

namespace Gatescope {

namespace {

constexpr qint64 maxQueuedBytes = 256LL * 1024 * 1024;
constexpr qsizetype longestPath = 200; ///< as far as refusals say it
constexpr qsizetype maxLabel = 200; ///< characters of what a client may have sent at any length
constexpr qint64 itemBytes = 1024; ///< about what a request without a body takes

QString trRecorder(const char *text)
{
    return QCoreApplication::translate("SandboxRecorder", text);
}

/// Of a header, else of the query, where browsers send it.
QString headerText(const HttpRequest &request, QByteArrayView header, QByteArrayView item)
{
    const QByteArray text = request.header(header);
    return QString::fromUtf8(text.isEmpty() ? request.queryItem(item) : text).left(maxLabel);
}

/// What looks like a key in a path, whoever knows it: applications may send a real one to an address that is
/// none.
const QRegularExpression &keyInPath()
{
    static const QRegularExpression pattern(QStringLiteral("(?:secret|client|console)-[^/.]*"));
    return pattern;
}

/// Replaces the keys of a request wherever they turn up.
class RequestRedactor
{
    static const QRegularExpression &keyInBody()
    {
        // Longer than words that begin so, such as client-side.
        static const QRegularExpression pattern(
            QStringLiteral("\\b(?:secret|client|console)-[A-Za-z0-9]{20,}"));
        return pattern;
    }

public:
    explicit RequestRedactor(const HttpRequest &request)
    {
        const QString path = QUrl::fromPercentEncoding(request.path().toByteArray());
        auto found = keyInPath().globalMatch(path);
        while (found.hasNext())
            m_redactors.append(Redactor(found.next().captured()));
        m_redactors.append(Redactor(QString::fromUtf8(keyTextOf(request))));
    }
    QByteArray operator()(QByteArray bytes) const
    {
        for (const Redactor &redactor : m_redactors)
            bytes = redactor(std::move(bytes));
        if (!bytes.contains("secret-") && !bytes.contains("client-") && !bytes.contains("console-"))
            return bytes;
        QString text = QString::fromUtf8(bytes);
        return text.contains(keyInBody()) ? text.replace(keyInBody(), QStringLiteral("{key}")).toUtf8()
                                          : bytes;
    }

private:
    QList<Redactor> m_redactors;
};

/// A key as a file name is replaced, whatever it is.
QString pathOf(const HttpRequest &request)
{
    QString path = QUrl::fromPercentEncoding(request.path().toByteArray());
    const qsizetype file = path.lastIndexOf(QLatin1Char('/')) + 1;
    if (path.endsWith(QLatin1String(".json")))
        path.replace(file, path.size() - file, QStringLiteral("{key}.json"));
    return path.replace(keyInPath(), QStringLiteral("{key}")).left(longestPath);
}

struct CountedField
{
    const char *field;
    const char *one;
    const char *several;
};
constexpr CountedField countedFields[] = {
    {"gateNames", QT_TRANSLATE_NOOP("SandboxRecorder", "1 gate"),
        QT_TRANSLATE_NOOP("SandboxRecorder", "%1 gates")},
    {"events", QT_TRANSLATE_NOOP("SandboxRecorder", "1 event"),
        QT_TRANSLATE_NOOP("SandboxRecorder", "%1 events")},
};

/// "new_checkout", "3 gates", "2 events": what the request asks about.
QString subjectOf(const JsonValue &body)
{
    for (const char *field : {"gateName", "configName", "experimentName", "layerName"}) {
        if (const JsonValue name = body[field]; name.isString())
            return name.toString().left(maxLabel);
    }
    for (const auto &[field, one, several] : countedFields) {
        const quint32 count = body[field].size();
        if (count > 0)
            return count == 1 ? trRecorder(one) : trRecorder(several).arg(count);
    }
    return {};
}

} // namespace

qint64 SandboxRecorder::Answered::bytes() const
{
    return itemBytes + request.body.size() + answer.response.body.size();
}

SandboxRecorder::SandboxRecorder(Observer observer)
    : m_observer(std::move(observer))
    , m_thread([this](const std::stop_token &stop) { run(stop); })
{ }

SandboxRecorder::~SandboxRecorder() = default;

void SandboxRecorder::add(const HttpRequest &request, SandboxService::Answer answer, QDateTime receivedUtc,
    std::chrono::microseconds duration)
{
    // A body may be a view into a state that ends before the queue does: what is kept of it is copied.
    QByteArray &body = answer.response.body;
    const qsizetype size = body.size();
    body = QByteArray(body.constData(), std::min(size, SandboxRequest::maxBodyBytes));
    Answered answered {request, std::move(answer), std::move(receivedUtc), duration, size, 0};
    const std::lock_guard lock(m_mutex);
    if (m_queuedBytes + answered.bytes() > maxQueuedBytes) {
        ++m_leftOut;
        return;
    }
    answered.leftOutBefore = std::exchange(m_leftOut, 0);
    m_queuedBytes += answered.bytes();
    m_queue.push_back(std::move(answered));
    m_changed.notify_one();
}

void SandboxRecorder::run(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, stop, [this] { return !m_queue.empty(); });
        if (m_queue.empty())
            return;
        const Answered next = std::move(m_queue.front());
        m_queue.pop_front();
        m_queuedBytes -= next.bytes();
        lock.unlock();
        m_observer(read(next));
        lock.lock();
    }
}

SandboxActivity SandboxRecorder::read(const Answered &answered)
{
    const HttpRequest &sent = answered.request;
    const HttpResponse &response = answered.answer.response;
    const RequestRedactor redacted(sent);
    SandboxActivity activity;
    activity.leftOutBefore = answered.leftOutBefore;
    SandboxRequest &request = activity.request;
    request.number = ++m_requests;
    request.receivedUtc = answered.receivedUtc;
    request.method = sent.method;
    request.path = pathOf(sent);
    request.endpoint = Router::endpointOf(sent);
    request.key = keyOf(sent);
    request.status = response.delivery == HttpResponse::Delivery::Reset ? 0 : response.status;
    request.fault = faultText(answered.answer.fault);
    request.duration = answered.duration + response.delay;
    request.sentBytes = sent.body.size();
    request.answeredBytes = answered.answeredBytes;
    request.sdkType = QString::fromUtf8(redacted(headerText(sent, "statsig-sdk-type", "st").toUtf8()));
    request.sdkVersion = QString::fromUtf8(redacted(headerText(sent, "statsig-sdk-version", "sv").toUtf8()));
    request.answer = redacted(response.body);
    if (request.endpoint.isEmpty()) // which is said with the path as it came, perhaps encoded
        request.answer.replace(
            sent.path().first(std::min(sent.path().size(), longestPath)), request.path.toUtf8());
    if (!sent.body.isEmpty())
        readBody(activity, answered, redacted);
    return activity;
}

void SandboxRecorder::readBody(SandboxActivity &activity, const Answered &answered, const Redacted &redacted)
{
    SandboxRequest &request = activity.request;
    const Asked<RequestBody> sent = RequestBody::read(answered.request);
    if (!sent) {
        request.body = redacted(answered.request.body).left(SandboxRequest::maxBodyBytes);
        return;
    }
    // Everything that is told is read from what has no keys any more.
    const std::string_view text = sent->document()->source();
    const QByteArray clean = redacted(QByteArray(text.data(), qsizetype(text.size())));
    request.body = clean.left(SandboxRequest::maxBodyBytes);
    const Result<JsonDocumentPtr> document =
        QByteArrayView(clean) == QByteArrayView(text) ? sent->document() : JsonDocument::parse(clean);
    if (!document)
        return;
    const JsonValue body = (*document)->root();
    const JsonValue metadata = body["statsigMetadata"];
    if (request.sdkType.isEmpty()) {
        request.sdkType = metadata["sdkType"].toString().left(maxLabel);
        request.sdkVersion = metadata["sdkVersion"].toString().left(maxLabel);
    }
    request.user = userLabel(body["user"]).left(maxLabel);
    request.subject = subjectOf(body);
    const bool hasEvents = answered.answer.wasAccepted && request.endpoint == pathName(Endpoint::LogEvent);
    const JsonValue events = hasEvents ? body["events"] : JsonValue();
    request.eventCount = events.size();
    for (quint32 i = 0; i < events.size(); ++i) {
        ReceivedEvent event = readReceivedEvent(events.at(i));
        event.number = ++m_events;
        event.request = request.number;
        event.receivedUtc = request.receivedUtc;
        activity.events.append(std::move(event));
    }
}

} // namespace Gatescope
