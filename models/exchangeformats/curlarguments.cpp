// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "curlarguments.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <array>

namespace Gatescope {

namespace {

struct CurlArguments
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::CurlArguments)
};

enum class Option {
    Skipped, ///< and so is its argument
    Url,
    Method,
    Header,
    Data,
    DataRaw,
    DataUrlEncoded,
    Json,
    UserAgent,
    Referer,
    Unreadable, ///< a body that is made of files
};

struct KnownOption
{
    QByteArrayView name;
    Option option;
};

/// Every option of curl that takes an argument: one that is missing here would make its argument an address.
constexpr std::array longOptions {
    KnownOption {"url", Option::Url},
    KnownOption {"request", Option::Method},
    KnownOption {"header", Option::Header},
    KnownOption {"data", Option::Data},
    KnownOption {"data-ascii", Option::Data},
    KnownOption {"data-binary", Option::Data},
    KnownOption {"data-raw", Option::DataRaw},
    KnownOption {"data-urlencode", Option::DataUrlEncoded},
    KnownOption {"json", Option::Json},
    KnownOption {"user-agent", Option::UserAgent},
    KnownOption {"referer", Option::Referer},
    KnownOption {"form", Option::Unreadable},
    KnownOption {"form-string", Option::Unreadable},
    KnownOption {"upload-file", Option::Unreadable},
};

constexpr std::array<QByteArrayView, 127> skippedWithArgument {"abstract-unix-socket", "alt-svc", "aws-sigv4",
    "cacert", "capath", "cert", "cert-type", "ciphers", "config", "connect-timeout", "connect-to",
    "continue-at", "cookie", "cookie-jar", "create-file-mode", "crlfile", "curves", "delegation",
    "dns-interface", "dns-ipv4-addr", "dns-ipv6-addr", "dns-servers", "doh-url", "dump-header", "ech",
    "egd-file", "engine", "etag-compare", "etag-save", "expect100-timeout", "ftp-account",
    "ftp-alternative-to-user", "ftp-method", "ftp-port", "ftp-ssl-ccc-mode", "happy-eyeballs-timeout-ms",
    "haproxy-clientip", "hostpubmd5", "hostpubsha256", "hsts", "interface", "ip-tos", "ipfs-gateway",
    "keepalive-cnt", "keepalive-time", "key", "key-type", "krb", "libcurl", "limit-rate", "local-port",
    "login-options", "mail-auth", "mail-from", "mail-rcpt", "max-filesize", "max-redirs", "max-time",
    "netrc-file", "noproxy", "oauth2-bearer", "output", "output-dir", "parallel-max", "pass", "pinnedpubkey",
    "preproxy", "proto", "proto-default", "proto-redir", "proxy", "proxy-cacert", "proxy-capath",
    "proxy-cert", "proxy-cert-type", "proxy-ciphers", "proxy-crlfile", "proxy-header", "proxy-key",
    "proxy-key-type", "proxy-pass", "proxy-pinnedpubkey", "proxy-service-name", "proxy-tls13-ciphers",
    "proxy-tlsauthtype", "proxy-tlspassword", "proxy-tlsuser", "proxy-user", "proxy1.0", "pubkey", "quote",
    "random-file", "range", "rate", "request-target", "resolve", "retry", "retry-delay", "retry-max-time",
    "sasl-authzid", "service-name", "sigalgs", "socks4", "socks4a", "socks5", "socks5-gssapi-service",
    "socks5-hostname", "speed-limit", "speed-time", "stderr", "telnet-option", "tftp-blksize", "time-cond",
    "tls-max", "tls13-ciphers", "tlsauthtype", "tlspassword", "tlsuser", "trace", "trace-ascii",
    "trace-config", "unix-socket", "user", "variable", "vlan-priority", "write-out"};

struct ShortOption
{
    char letter;
    Option option;
};
constexpr std::array shortOptions {
    ShortOption {'X', Option::Method},
    ShortOption {'H', Option::Header},
    ShortOption {'d', Option::Data},
    ShortOption {'A', Option::UserAgent},
    ShortOption {'e', Option::Referer},
    ShortOption {'F', Option::Unreadable},
    ShortOption {'T', Option::Unreadable},
};
constexpr QByteArrayView shortSkippedWithArgument = "bcCDEhKmoPQrtuUwxyYz";

std::unexpected<Error> needsFile()
{
    return failure(ErrorCode::BadInput,
        CurlArguments::tr(
            "The command takes its body from a file. Open that file, or put its text in place of "
            "the file's name."));
}

class ArgumentReader
{
public:
    ArgumentReader(const QByteArrayList &words, qsizetype &at)
        : m_words(words)
        , m_at(at)
    { }

    Result<WrittenRequest> read()
    {
        while (m_at < m_words.size()) {
            const QByteArray &word = m_words[m_at++];
            if (word == "--next" || word == "-:")
                break;
            const Result<> done = readWord(word);
            if (!done)
                return std::unexpected(done.error());
        }
        return std::move(m_request);
    }

private:
    Result<> readWord(const QByteArray &word)
    {
        if (word.startsWith("--") && word.size() > 2)
            return readLong(word.mid(2));
        if (word.startsWith('-') && word.size() > 1)
            return readShort(word.mid(1));
        // What stands alone is an address, of which the first counts, or the argument of an unknown option.
        const bool better = word.contains("://") && !m_request.url.contains("://");
        if (m_request.url.isEmpty() || better)
            m_request.url = word;
        return {};
    }

    Result<> readLong(const QByteArray &name)
    {
        if (name == "get")
            m_request.bodyInQuery = true;
        if (name == "head")
            m_request.method = "HEAD";
        const auto *known = std::ranges::find(longOptions, QByteArrayView(name), &KnownOption::name);
        if (known != longOptions.end())
            return take(known->option, next());
        if (std::ranges::find(skippedWithArgument, QByteArrayView(name)) != skippedWithArgument.end())
            next();
        return {};
    }

    /// Several letters may stand together, and the argument of the last right behind it: -sXPOST.
    Result<> readShort(const QByteArray &letters)
    {
        for (qsizetype i = 0; i < letters.size(); ++i) {
            const char letter = letters[i];
            if (letter == 'G')
                m_request.bodyInQuery = true;
            if (letter == 'I')
                m_request.method = "HEAD";
            const auto *known = std::ranges::find(shortOptions, letter, &ShortOption::letter);
            const bool skips = shortSkippedWithArgument.contains(letter);
            if (known == shortOptions.end() && !skips)
                continue;
            const QByteArray argument = i + 1 < letters.size() ? letters.mid(i + 1) : next();
            return skips ? Result<>() : take(known->option, argument);
        }
        return {};
    }

    QByteArray next() { return m_at < m_words.size() ? m_words[m_at++] : QByteArray(); }

    Result<> take(Option option, const QByteArray &argument)
    {
        switch (option) {
        case Option::Url:
            m_request.url = argument;
            break;
        case Option::Method:
            m_request.method = argument.toUpper();
            break;
        case Option::Header:
            takeHeader(argument);
            break;
        case Option::Data:
            if (argument.startsWith('@'))
                return needsFile();
            addData(argument, '&');
            break;
        case Option::DataRaw:
            addData(argument, '&');
            break;
        case Option::DataUrlEncoded:
            return takeEncoded(argument);
        case Option::Json:
            return takeJson(argument);
        case Option::UserAgent:
            m_request.headers.append({"User-Agent", argument});
            break;
        case Option::Referer:
            m_request.headers.append({"Referer", argument});
            break;
        case Option::Unreadable:
            return failure(ErrorCode::BadInput,
                CurlArguments::tr(
                    "The command sends a form or a file. Gatescope reads requests whose body is "
                    "JSON."));
        case Option::Skipped:
            break;
        }
        return {};
    }

    /// "Name: value"; "Name;" has an empty value, "Name:" takes one of curl's own away.
    void takeHeader(const QByteArray &argument)
    {
        const qsizetype colon = argument.indexOf(':');
        if (colon > 0 && !argument.mid(colon + 1).trimmed().isEmpty())
            m_request.headers.append({argument.left(colon).trimmed(), argument.mid(colon + 1).trimmed()});
        else if (colon < 0 && argument.endsWith(';'))
            m_request.headers.append({argument.chopped(1).trimmed(), {}});
    }

    void addData(const QByteArray &data, char separator)
    {
        if (m_hasData && separator != '\0')
            m_request.body += separator;
        m_request.body += data;
        m_hasData = true;
    }

    Result<> takeEncoded(const QByteArray &argument)
    {
        const qsizetype equals = argument.indexOf('=');
        const bool isFile = argument.indexOf('@') >= 0 && (equals < 0 || argument.indexOf('@') < equals);
        if (isFile)
            return needsFile();
        const QByteArray name = equals > 0 ? argument.left(equals + 1) : QByteArray();
        addData(name + argument.mid(equals + 1).toPercentEncoding(), '&');
        return {};
    }

    Result<> takeJson(const QByteArray &argument)
    {
        if (argument.startsWith('@'))
            return needsFile();
        if (!m_hasJson) {
            m_request.headers.append(HttpHeader {"Content-Type", "application/json"});
            m_request.headers.append(HttpHeader {"Accept", "application/json"});
        }
        m_hasJson = true;
        addData(argument, '\0');
        return {};
    }

    const QByteArrayList &m_words;
    qsizetype &m_at;
    WrittenRequest m_request;
    bool m_hasData = false;
    bool m_hasJson = false;
};

} // namespace

Result<WrittenRequest> requestFromCurlArguments(const QByteArrayList &words)
{
    qsizetype at = 0;
    return requestFromCurlArguments(words, at);
}

Result<WrittenRequest> requestFromCurlArguments(const QByteArrayList &words, qsizetype &at)
{
    return ArgumentReader(words, at).read();
}

} // namespace Gatescope
