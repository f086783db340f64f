// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "powershellcommand.h"

#include "curlarguments.h"
#include "powershelltokens.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

namespace Gatescope {

namespace {

struct PowerShellCommand
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::PowerShellCommand)
};

using Token = PowerShellToken;

bool isOneOf(const QString &word, std::initializer_list<const char *> names)
{
    return std::any_of(names.begin(), names.end(),
        [&word](const char *name) { return word.compare(QLatin1String(name), Qt::CaseInsensitive) == 0; });
}

/// Of Invoke-WebRequest and Invoke-RestMethod, in the versions up to 7.5.
constexpr std::array switchNames {"UseBasicParsing", "UseDefaultCredentials", "SkipCertificateCheck",
    "SkipHttpErrorCheck", "SkipHeaderValidation", "DisableKeepAlive", "PassThru", "Resume", "NoProxy",
    "ProxyUseDefaultCredentials", "PreserveAuthorizationOnRedirect", "PreserveHttpMethodOnRedirect",
    "AllowUnencryptedAuthentication", "AllowInsecureRedirect", "FollowRelLink", "Verbose", "Debug"};
constexpr std::array parameterNames {"Uri", "Method", "CustomMethod", "Body", "ContentType", "Headers",
    "UserAgent", "WebSession", "SessionVariable", "Credential", "Certificate", "CertificateThumbprint",
    "Authentication", "Token", "TimeoutSec", "ConnectionTimeoutSeconds", "OperationTimeoutSeconds",
    "MaximumRedirection", "MaximumRetryCount", "RetryIntervalSec", "MaximumFollowRelLink", "Proxy",
    "ProxyCredential", "TransferEncoding", "InFile", "OutFile", "Form", "HttpVersion", "SslProtocol",
    "UnixSocket", "ResponseHeadersVariable", "StatusCodeVariable", "ErrorAction", "WarningAction",
    "InformationAction", "ProgressAction", "ErrorVariable", "WarningVariable", "InformationVariable",
    "OutVariable", "OutBuffer", "PipelineVariable"};

bool isSwitch(const QString &name)
{
    return std::ranges::any_of(
        switchNames, [&name](const char *each) { return name == QLatin1String(each); });
}

bool isParameter(const QString &name)
{
    return std::ranges::any_of(
        parameterNames, [&name](const char *each) { return name == QLatin1String(each); });
}

/// The name that a word in any case means; it may be shortened as far as no other begins so.
QString parameterNamed(const QString &word)
{
    QStringList possible;
    const auto compare = [&](const char *each) {
        const QLatin1String name(each);
        if (name.compare(word, Qt::CaseInsensitive) == 0)
            possible.prepend(name);
        else if (!word.isEmpty() && name.startsWith(word, Qt::CaseInsensitive))
            possible.append(name);
        return !possible.isEmpty() && possible.first().compare(word, Qt::CaseInsensitive) == 0;
    };
    const bool isWhole =
        std::ranges::any_of(switchNames, compare) || std::ranges::any_of(parameterNames, compare);
    return isWhole || possible.size() == 1 ? possible.first() : word;
}

class CommandReader
{
public:
    explicit CommandReader(QList<Token> tokens)
        : m_tokens(std::move(tokens))
    { }

    /// Nothing: there are no more.
    std::optional<Result<WrittenRequest>> next()
    {
        for (; m_at < m_tokens.size(); ++m_at) {
            const Token token = m_tokens[m_at];
            if (token.kind != Token::Kind::Word)
                continue;
            if (isOneOf(token.text, {"curl", "curl.exe"}))
                return readCurl();
            if (isOneOf(token.text, {"Invoke-WebRequest", "Invoke-RestMethod", "iwr", "irm"}))
                return readInvoke();
            if (token.text.startsWith(u'$') && peek().isSign(u'='))
                readAssignment(token.text);
        }
        return std::nullopt;
    }

private:
    Token peek() const { return m_at + 1 < m_tokens.size() ? m_tokens[m_at + 1] : Token {}; }

    /// $body = "…"; what it is set to otherwise is skipped.
    void readAssignment(const QString &name)
    {
        ++m_at;
        if (peek().kind == Token::Kind::String)
            m_variables.insert(name.toLower(), m_tokens[++m_at].text);
    }

    Result<WrittenRequest> readCurl()
    {
        QByteArrayList words;
        while (++m_at < m_tokens.size() && !endsCommand(m_tokens[m_at]))
            words.append(valueOf(m_tokens[m_at]).toUtf8());
        return requestFromCurlArguments(words);
    }

    Result<WrittenRequest> readInvoke()
    {
        WrittenRequest request;
        while (++m_at < m_tokens.size() && !endsCommand(m_tokens[m_at])) {
            const Token token = m_tokens[m_at];
            if (token.kind == Token::Kind::Word && token.text.startsWith(u'-'))
                readParameter(token.text, request);
            else if (token.kind != Token::Kind::Sign && request.url.isEmpty())
                request.url = valueOf(token).toUtf8();
        }
        return request;
    }

    /// "-Name value" or "-Name:value".
    void readParameter(const QString &word, WrittenRequest &request)
    {
        const QString name = parameterNamed(word.section(u':', 0, 0).mid(1));
        const QString joined = word.section(u':', 1);
        if (name == QLatin1String("Headers"))
            return readHeaders(request);
        if (joined.isEmpty() && !takesValue(name, !request.url.isEmpty()))
            return;
        const QByteArray value = (joined.isEmpty() ? readValue() : joined).toUtf8();
        if (name == QLatin1String("Uri"))
            request.url = value;
        else if (name == QLatin1String("Method") || name == QLatin1String("CustomMethod"))
            request.method = value.toUpper();
        else if (name == QLatin1String("Body"))
            request.body = value;
        else if (name == QLatin1String("ContentType"))
            request.headers.append({"Content-Type", value});
        else if (name == QLatin1String("UserAgent"))
            request.headers.append({"User-Agent", value});
    }

    /// Of a parameter that is not known, by what stands behind it.
    bool takesValue(const QString &name, bool hasUrl) const
    {
        if (isSwitch(name))
            return false;
        if (isParameter(name))
            return true;
        const Token next = peek();
        const bool isValue = next.kind == Token::Kind::Sign ? next.isSign(u'(') || next.isSign(u'{')
                                                            : !next.text.isEmpty() && !endsCommand(next);
        const bool isNextParameter = next.kind == Token::Kind::Word && next.text.startsWith(u'-');
        const bool isAddress = !hasUrl && valueOf(next).contains(QLatin1String("://"));
        return isValue && !isNextParameter && !isAddress;
    }

    static bool endsCommand(const Token &token)
    {
        return token.isSign(u'\n') || token.isSign(u';')
            || (token.kind == Token::Kind::Word && token.text.startsWith(u'|'));
    }

    /// A string, a variable, or an expression in parentheses or braces, of which its string is the value.
    QString readValue()
    {
        if (!peek().isSign(u'(') && !peek().isSign(u'{'))
            return m_at + 1 < m_tokens.size() ? valueOf(m_tokens[++m_at]) : QString();
        QString value;
        int depth = 0;
        while (++m_at < m_tokens.size()) {
            const Token &token = m_tokens[m_at];
            depth += token.isSign(u'(') || token.isSign(u'{') ? 1 : 0;
            depth -= token.isSign(u')') || token.isSign(u'}') ? 1 : 0;
            if (token.kind == Token::Kind::String || token.text.startsWith(u'$'))
                value = valueOf(token);
            if (depth == 0)
                break;
        }
        return value;
    }

    /// @{ "name"="value"; … }
    void readHeaders(WrittenRequest &request)
    {
        if (!peek().isSign(u'{')) {
            readValue(); // a variable: what it holds is not known
            return;
        }
        std::optional<QString> name;
        for (++m_at; m_at < m_tokens.size() && !m_tokens[m_at].isSign(u'}'); ++m_at) {
            const Token &token = m_tokens[m_at];
            if (token.kind == Token::Kind::Sign)
                continue;
            if (!name) {
                name = token.text;
            } else {
                request.headers.append({name->toUtf8(), valueOf(token).toUtf8()});
                name.reset();
            }
        }
    }

    QString valueOf(const Token &token) const
    {
        return token.kind == Token::Kind::Word ? m_variables.value(token.text.toLower(), token.text)
                                               : token.text;
    }

    QList<Token> m_tokens;
    qsizetype m_at = 0;
    QHash<QString, QString> m_variables;
};

} // namespace

bool looksLikePowerShell(const QString &text)
{
    static const QRegularExpression invoke(
        QStringLiteral("^\\s*(?:\\$\\w+\\s*=|Invoke-(?:WebRequest|RestMethod)\\b|(?:iwr|irm)\\s"
                       "|curl(?:\\.exe)?\\s[^\\n]*`\\r?\\n)"),
        QRegularExpression::CaseInsensitiveOption);
    return invoke.match(text.left(4096)).hasMatch();
}

void readPowerShell(const QString &text, const std::function<bool(Result<WrittenRequest>)> &take)
{
    auto tokens = powerShellTokens(text);
    if (!tokens) {
        take(std::unexpected(tokens.error()));
        return;
    }
    CommandReader reader(std::move(*tokens));
    auto request = reader.next();
    if (!request)
        request = failure(ErrorCode::BadInput,
            PowerShellCommand::tr(
                "There is no Invoke-WebRequest, Invoke-RestMethod or curl in this command."));
    while (request && take(std::move(*request)))
        request = reader.next();
}

Result<WrittenRequest> requestFromPowerShell(const QString &text)
{
    Result<WrittenRequest> first;
    readPowerShell(text, [&first](Result<WrittenRequest> request) {
        first = std::move(request);
        return false;
    });
    return first;
}

} // namespace Gatescope
