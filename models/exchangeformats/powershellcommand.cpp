// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "powershellcommand.h"

#include "curlarguments.h"
#include "powershelltokens.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

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
        while (++m_at < m_tokens.size() && !m_tokens[m_at].isSign(u'\n') && !m_tokens[m_at].isSign(u';'))
            words.append(valueOf(m_tokens[m_at]).toUtf8());
        return requestFromCurlArguments(words);
    }

    Result<WrittenRequest> readInvoke()
    {
        WrittenRequest request;
        while (++m_at < m_tokens.size() && !m_tokens[m_at].isSign(u'\n') && !m_tokens[m_at].isSign(u';')) {
            const Token token = m_tokens[m_at];
            if (token.kind == Token::Kind::Word && token.text.startsWith(u'-'))
                readParameter(token.text, request);
            else if (token.kind != Token::Kind::Sign && request.url.isEmpty())
                request.url = valueOf(token).toUtf8();
        }
        return request;
    }

    void readParameter(const QString &name, WrittenRequest &request)
    {
        if (isOneOf(name, {"-UseBasicParsing", "-SkipCertificateCheck", "-SkipHttpErrorCheck"}))
            return;
        if (isOneOf(name, {"-Headers"}))
            return readHeaders(request);
        const QByteArray value = readValue().toUtf8();
        if (isOneOf(name, {"-Uri"}))
            request.url = value;
        else if (isOneOf(name, {"-Method"}))
            request.method = value.toUpper();
        else if (isOneOf(name, {"-Body"}))
            request.body = value;
        else if (isOneOf(name, {"-ContentType"}))
            request.headers.append({"Content-Type", value});
        else if (isOneOf(name, {"-UserAgent"}))
            request.headers.append({"User-Agent", value});
    }

    /// A string, a variable, or an expression in parentheses, of which its string is the value.
    QString readValue()
    {
        if (!peek().isSign(u'('))
            return m_at + 1 < m_tokens.size() ? valueOf(m_tokens[++m_at]) : QString();
        QString value;
        int depth = 0;
        while (++m_at < m_tokens.size()) {
            const Token &token = m_tokens[m_at];
            depth += token.isSign(u'(') ? 1 : token.isSign(u')') ? -1 : 0;
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
        if (!peek().isSign(u'{'))
            return;
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
