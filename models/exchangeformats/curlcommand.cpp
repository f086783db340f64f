// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "curlcommand.h"

#include "commandwords.h"
#include "curlarguments.h"
#include "powershellcommand.h"
#include "writtenrequest.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace Gatescope {

namespace {

struct CurlCommand
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::CurlCommand)
};

bool isCurl(const QByteArray &word)
{
    const QByteArray name = word.mid(std::max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1).toLower();
    return name == "curl" || name == "curl.exe";
}

/// The words behind curl; a prompt and variables that are set for the command may stand before it. False:
/// this is another command.
bool leaveArguments(QByteArrayList &words)
{
    const auto isBefore = [](const QByteArray &word) {
        return word == "$" || word == "%" || word == ">" || word.contains('=');
    };
    qsizetype at = 0;
    while (at < words.size() && !isCurl(words[at]) && isBefore(words[at]))
        ++at;
    if (at >= words.size() || !isCurl(words[at]))
        return false;
    words.remove(0, at + 1);
    return true;
}

std::unexpected<Error> noCurl()
{
    return failure(ErrorCode::BadInput,
        CurlCommand::tr("This is no command of curl: it should begin with the word curl."));
}

Result<Exchange> exchangeOfRequest(Result<WrittenRequest> request)
{
    return request ? exchangeOf(std::move(*request)) : std::unexpected(request.error());
}

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

bool beginsWithCurl(QStringView line)
{
    constexpr QStringView curl = u"curl";
    return line.startsWith(curl) && (line.size() == curl.size() || !isWordCharacter(line[curl.size()]));
}

/// What an empty line and curl behind it divide: a command that was half copied ends there.
QList<QStringView> partsOf(QStringView text)
{
    QList<QStringView> parts;
    qsizetype begin = 0;
    bool isBehindEmpty = false;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype lineEnd = text.indexOf(u'\n', at);
        const qsizetype next = lineEnd < 0 ? text.size() : lineEnd + 1;
        const QStringView line = text.sliced(at, next - at).trimmed();
        if (isBehindEmpty && beginsWithCurl(line)) {
            parts.append(text.sliced(begin, at - begin));
            begin = at;
        }
        isBehindEmpty = line.isEmpty();
        at = next;
    }
    parts.append(text.sliced(begin));
    parts.removeIf([](QStringView part) { return part.trimmed().isEmpty(); });
    return parts;
}

/// Hands on what it reads, until that is enough.
class CommandsReader
{
public:
    explicit CommandsReader(const std::function<bool(const Result<Exchange> &)> &take)
        : m_take(take)
    { }

    void read(const QString &part)
    {
        if (looksLikePowerShell(part))
            readPowerShell(part, [this](Result<WrittenRequest> request) {
                return hand(exchangeOfRequest(std::move(request)));
            });
        else
            readCurl(part.toUtf8());
    }

    bool isEnough() const { return m_isEnough; }

private:
    bool hand(const Result<Exchange> &exchange)
    {
        m_isEnough = !m_take(exchange);
        return !m_isEnough;
    }

    void readCurl(const QByteArray &commands)
    {
        const CommandShell shell = shellOf(commands);
        bool hasCurl = false;
        for (qsizetype at = 0; at < commands.size() && !m_isEnough;) {
            auto command = commandWordsAt(commands, at, shell);
            if (!command) {
                hand(std::unexpected(command.error()));
                return;
            }
            at = command->end;
            if (leaveArguments(command->words)) {
                hasCurl = true;
                handRequests(command->words);
            }
        }
        if (!hasCurl)
            hand(noCurl());
    }

    void handRequests(const QByteArrayList &words)
    {
        qsizetype at = 0;
        do {
            auto request = requestFromCurlArguments(words, at);
            if (!request)
                at = words.size();
            hand(exchangeOfRequest(std::move(request)));
        } while (at < words.size() && !m_isEnough);
    }

    const std::function<bool(const Result<Exchange> &)> &m_take;
    bool m_isEnough = false;
};

} // namespace

bool looksLikeCommand(const QString &text)
{
    static const QRegularExpression start(
        QStringLiteral("^\\s*(?:[$%>]\\s+)?(?:\\w+=\\S*\\s+)*(?:\\S*[/\\\\])?curl(?:\\.exe)?\\s"),
        QRegularExpression::CaseInsensitiveOption);
    const QString head = text.left(4096);
    return start.match(head).hasMatch() || looksLikePowerShell(head);
}

Result<Exchange> exchangeFromCommand(const QString &text)
{
    const QByteArray command = text.toUtf8();
    if (command.size() > maxCommandBytes)
        return failure(ErrorCode::TooLarge,
            CurlCommand::tr("This is more than %1, too much for one command.")
                .arg(QLocale().formattedDataSize(maxCommandBytes, 0, QLocale::DataSizeTraditionalFormat)));
    if (looksLikePowerShell(text))
        return exchangeOfRequest(requestFromPowerShell(text));
    auto words = commandWords(command, shellOf(command));
    if (!words)
        return std::unexpected(words.error());
    if (!leaveArguments(*words))
        return noCurl();
    return exchangeOfRequest(requestFromCurlArguments(*words));
}

void readCommands(const QString &text, const std::function<bool(const Result<Exchange> &)> &take)
{
    CommandsReader reader(take);
    const QList<QStringView> parts = partsOf(text);
    if (parts.isEmpty())
        take(noCurl());
    for (const QStringView part : parts) {
        if (reader.isEnough())
            return;
        reader.read(part.toString());
    }
}

} // namespace Gatescope
