// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "errorsentences.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <array>

namespace Gatescope {

namespace {

constexpr const char *sentenceContext = "Gatescope::ErrorSentences";

QString sentenceText(const char *text)
{
    return QCoreApplication::translate(sentenceContext, text);
}

struct Sentence
{
    Situation situation;
    ErrorCode code;
    const char *text; ///< {words} are filled in from the circumstances
};

/// What happened, the likely cause, what to do.
constexpr std::array sentences {
    Sentence {Situation::Cancelled, ErrorCode::Cancelled,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences", "Stopped before anything was sent.")},
    Sentence {Situation::CancelledAfterSending, ErrorCode::Cancelled,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "Stopped. The request was already on its way and may have arrived.")},
    Sentence {Situation::BadUrl, ErrorCode::BadInput,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The address of this connection is not usable: {target}. It must begin with https:// or http:// "
            "and "
            "name a host. Nothing was sent; edit the connection.")},
    Sentence {Situation::KeyUnusable, ErrorCode::BadInput,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The key of this connection holds a character that no key can hold, such as a space or a line "
            "break. "
            "It may have been copied with something beside it. Nothing was sent; replace the key.")},
    Sentence {Situation::CaFileUnreadable, ErrorCode::FileUnreadable,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The CA file of this connection holds no certificate that can be read: {caFile}. It may have "
            "moved, "
            "or not be in PEM form. Nothing was sent; choose the file again.")},
    Sentence {Situation::HostNotFound, ErrorCode::Offline,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The host {host} was not found. Its name may be misspelt, or this computer may be offline. "
            "Nothing was "
            "sent; check the network and the connection’s address.")},
    Sentence {Situation::Refused, ErrorCode::Offline,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "{host} refused the connection. No server may be running there, or the port may be wrong. "
            "Nothing "
            "was sent; check the connection’s address.")},
    Sentence {Situation::Unreachable, ErrorCode::Offline,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "{host} could not be reached. This computer may be offline, or a firewall in between. Nothing "
            "was "
            "sent; try again when the network is back.")},
    Sentence {Situation::TlsUntrusted, ErrorCode::Tls,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The certificate of {host} is not trusted by this computer. Somebody may be in between, or your "
            "company "
            "may sign its own certificates: then name its CA file in the connection. The key was not sent.")},
    Sentence {Situation::TlsWrongHost, ErrorCode::Tls,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The certificate shown by {host} belongs to another host. The address may be wrong, or somebody "
            "in "
            "between. The key was not sent; check the connection’s address.")},
    Sentence {Situation::TlsExpired, ErrorCode::Tls,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The certificate of {host} is not valid today. It may have expired, or this computer’s clock may "
            "be "
            "wrong. The key was not sent; check the date, or ask whoever runs the server.")},
    Sentence {Situation::TlsFailed, ErrorCode::Tls,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "No secure connection to {host} could be agreed on. The port may not speak TLS, or something in "
            "between "
            "may interfere. The key was not sent; check the connection’s address.")},
    Sentence {Situation::TlsUnavailable, ErrorCode::Tls,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "This computer’s Qt has no TLS, so https addresses cannot be used. Nothing was sent; install "
            "Qt’s TLS "
            "plugin and OpenSSL.")},
    Sentence {Situation::ProxyFailed, ErrorCode::Proxy,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The proxy did not let the request through to {host}. It may be down, or {proxySettings} may be "
            "out of date. Check them, and try again.")},
    Sentence {Situation::ProxyWantsPassword, ErrorCode::Proxy,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The proxy wants a name and a password before it leads to {host}. Put them into "
            "{proxySettings}, and try again.")},
    Sentence {Situation::ProxyRefusedPassword, ErrorCode::Proxy,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The proxy refused the name and the password that this connection has for it, so {host} was not "
            "reached. Correct them in {proxySettings}, and try again.")},
    Sentence {Situation::ConnectTimeout, ErrorCode::Timeout,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "{host} could not be connected to within {limit}. It may be down, or a firewall may swallow the "
            "request. "
            "Nothing was sent; try again, or allow more time in the settings.")},
    Sentence {Situation::IdleTimeout, ErrorCode::Timeout,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "{host} went silent for {limit}. It may be overloaded; the request may have arrived. Nothing was "
            "retried; try again, or allow more time in the settings.")},
    Sentence {Situation::ClosedBeforeAnswer, ErrorCode::ClosedBeforeAnswer,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "{host} hung up before it answered, or said something that is not HTTP. The request may have "
            "arrived. "
            "Nothing was retried; send it again if doing so twice does no harm.")},
    Sentence {Situation::NotHttp, ErrorCode::UnexpectedStatus,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "{host} answered with something that is not HTTP. The port may belong to another service, or "
            "want "
            "https. Check the connection’s address.")},
    Sentence {Situation::RedirectedElsewhere, ErrorCode::Redirected,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "{host} wants to send the request on to another place ({status}): {target}. That was refused, "
            "and the "
            "key was not sent there. If the new place is right, put it into the connection’s address.")},
    Sentence {Situation::RedirectedHere, ErrorCode::Redirected,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "{host} wants the request at another path ({status}): {target}. A request is never sent twice, "
            "so this "
            "was not followed. If the new path is right, put it into the connection’s address.")},
    Sentence {Situation::BadRequest, ErrorCode::BadRequest,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The server could not make sense of this request ({status}).{said} A name or a field of the user "
            "may "
            "not be in the form it expects. Nothing was logged; change it, and send it again.")},
    Sentence {Situation::Unauthorized, ErrorCode::Unauthorized,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The server refused this key ({status}).{said} {theKey} may be revoked, or belong to another "
            "project. "
            "Nothing was logged; replace the key in the connection.")},
    Sentence {Situation::Forbidden, ErrorCode::Forbidden,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The server does not let this key do that ({status}).{said} {theKey} may be of another kind than "
            "{endpoint} asks for, or lack a permission. Nothing was logged; use another key.")},
    Sentence {Situation::NotFound, ErrorCode::NotFound,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The server has nothing at this address ({status}).{said} The connection’s address may be wrong; "
            "that "
            "of Statsig ends in /v1. Check it.")},
    Sentence {Situation::NotFoundCheckGateMultiple, ErrorCode::NotFound,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The server has no check_gate_multiple ({status}).{said} It is not in Statsig’s published API. "
            "Use "
            "check_gate with several names instead.")},
    Sentence {Situation::NotFoundGetExperiment, ErrorCode::NotFound,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The server has no get_experiment ({status}).{said} It is not in Statsig’s published API. Use "
            "get_config with the experiment’s name instead.")},
    Sentence {Situation::NotFoundGetLayer, ErrorCode::NotFound,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The server knows no such layer, or has nothing at this address ({status}).{said} Check the "
            "layer’s "
            "name and the connection’s address.")},
    Sentence {Situation::MethodNotAllowed, ErrorCode::MethodNotAllowed,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The server takes no POST at this address ({status}).{said} The address may lead to something "
            "other "
            "than the Statsig HTTP API. Check the connection’s address.")},
    Sentence {Situation::PayloadTooLarge, ErrorCode::PayloadTooLarge,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The request is too large for the server ({status}).{said} Nothing was logged; send fewer events "
            "at "
            "once, or a smaller user.")},
    Sentence {Situation::RateLimited, ErrorCode::RateLimited,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The server asks for a pause ({status}).{said} Too many requests may have been sent with this "
            "key. "
            "Nothing was retried; {retry}.")},
    Sentence {Situation::ServerError, ErrorCode::ServerError,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The server failed ({status}).{said} It may be overloaded or out of order; the request may have "
            "been "
            "carried out. Nothing was retried; try again later.")},
    Sentence {Situation::UnexpectedStatus, ErrorCode::UnexpectedStatus,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The server answered with a status that Statsig does not use here ({status}).{said} The address "
            "may "
            "lead to something other than Statsig. Check the connection’s address.")},
    Sentence {Situation::TooLarge, ErrorCode::TooLarge,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The answer is larger than {maxBytes} and was not read further. The address may lead to "
            "something else, "
            "or the project may be very large: then raise “Read at most” among the limits in the "
            "settings.")},
    Sentence {Situation::Truncated, ErrorCode::Truncated,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The answer broke off before its end. The connection may have been lost, or the server may have "
            "stopped. The request has arrived; try again.")},
    Sentence {Situation::UnknownEncoding, ErrorCode::WrongShape,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The answer is packed in a way that was not asked for ({target}) and cannot be read. Something "
            "in "
            "between may have changed it. Try another network, or ask whoever runs the server.")},
    Sentence {Situation::BrokenEncoding, ErrorCode::Truncated,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The answer is packed, but cannot be unpacked: its data is damaged. It may have been changed on "
            "the "
            "way. Try again.")},
    Sentence {Situation::InvalidUtf8, ErrorCode::InvalidUtf8,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The answer is not text in UTF-8. {where}. The address may lead to something other than Statsig; "
            "check "
            "the connection’s address.")},
    Sentence {Situation::InvalidJson, ErrorCode::InvalidJson,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The answer is not JSON. {where}. The address may lead to something other than Statsig, such as "
            "a "
            "login "
            "page; check the connection’s address.")},
    Sentence {Situation::Internal, ErrorCode::Internal,
        QT_TRANSLATE_NOOP("Gatescope::ErrorSentences",
            "The request could not be sent, for a reason Gatescope does not know. The details may help "
            "whoever "
            "looks into it.")},
};
static_assert([] {
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        if (sentences[i].situation != Situation(i))
            return false;
    }
    return sentences.size() == std::size_t(Situation::Internal) + 1;
}());

QString saidPhrase(const QString &said)
{
    return said.isEmpty() ? QString() : sentenceText(" The server says: “%1”.").arg(said);
}

QString keyPhrase(const QString &hint)
{
    const QString tail = hint.mid(hint.indexOf(QChar(0x2026)));
    return tail.size() < 2 ? sentenceText("This key") : sentenceText("The key ending in %1").arg(tail);
}

QString retryPhrase(const QString &retryAfter)
{
    if (retryAfter.isEmpty())
        return sentenceText("wait a minute, and try again");
    bool isNumber = false;
    const int seconds = retryAfter.toInt(&isNumber);
    if (isNumber)
        return sentenceText("try again in %1 s, as the server asks").arg(QLocale().toString(seconds));
    return sentenceText("try again after %1, as the server asks").arg(retryAfter);
}

QString limitPhrase(std::chrono::milliseconds limit)
{
    return sentenceText("%1 s").arg(QLocale().toString(double(limit.count()) / 1000.0, 'g', 6));
}

QHash<QString, QString> wordsOf(const Circumstances &c)
{
    return {
        {QStringLiteral("host"), c.host},
        {QStringLiteral("status"), QString::number(c.status)},
        {QStringLiteral("said"), saidPhrase(c.serverSaid)},
        {QStringLiteral("theKey"), keyPhrase(c.keyHint)},
        {QStringLiteral("endpoint"), pathName(c.endpoint)},
        {QStringLiteral("retry"), retryPhrase(c.retryAfter)},
        {QStringLiteral("target"), c.target},
        {QStringLiteral("caFile"), c.caFile},
        {QStringLiteral("where"), c.where},
        {QStringLiteral("proxySettings"),
            c.hasOwnProxy ? sentenceText("this connection’s proxy settings")
                          : sentenceText("the system’s proxy settings")},
        {QStringLiteral("limit"), limitPhrase(c.limit)},
        {QStringLiteral("maxBytes"), QLocale().formattedDataSize(c.maxBytes)},
    };
}

/// One pass from left to right: what is filled in is never looked at again, whatever a server wrote into it.
QString filled(const QString &text, const QHash<QString, QString> &words)
{
    QString result;
    qsizetype from = 0;
    for (qsizetype open = text.indexOf(QLatin1Char('{')); open >= 0;
        open = text.indexOf(QLatin1Char('{'), from)) {
        const qsizetype close = text.indexOf(QLatin1Char('}'), open);
        result +=
            QStringView(text).mid(from, open - from) + words.value(text.mid(open + 1, close - open - 1));
        from = close + 1;
    }
    return result + QStringView(text).mid(from);
}

} // namespace

Error errorFor(Situation situation, const Circumstances &circumstances, const QString &detail)
{
    const Sentence &sentence = sentences.at(std::size_t(situation));
    return {sentence.code, filled(sentenceText(sentence.text), wordsOf(circumstances)), detail};
}

Situation situationOfStatus(int status, Endpoint endpoint)
{
    switch (status) {
    case 400:
        return Situation::BadRequest;
    case 401:
        return Situation::Unauthorized;
    case 403:
        return Situation::Forbidden;
    case 404:
        if (endpoint == Endpoint::CheckGateMultiple)
            return Situation::NotFoundCheckGateMultiple;
        if (endpoint == Endpoint::GetExperiment)
            return Situation::NotFoundGetExperiment;
        return endpoint == Endpoint::GetLayer ? Situation::NotFoundGetLayer : Situation::NotFound;
    case 405:
        return Situation::MethodNotAllowed;
    case 407:
        return Situation::ProxyWantsPassword;
    case 413:
        return Situation::PayloadTooLarge;
    case 429:
        return Situation::RateLimited;
    default:
        return status >= 500 && status <= 599 ? Situation::ServerError : Situation::UnexpectedStatus;
    }
}

} // namespace Gatescope
