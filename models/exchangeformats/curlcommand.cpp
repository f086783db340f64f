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

/// The words behind curl; a prompt and variables that are set for the command may stand before it.
Result<QByteArrayList> curlWords(const QByteArray &command)
{
    auto words = commandWords(command, shellOf(command));
    if (!words)
        return words;
    while (!words->isEmpty() && !isCurl(words->first())) {
        const QByteArray &word = words->first();
        if (word != "$" && word != "%" && word != ">" && !word.contains('='))
            break;
        words->removeFirst();
    }
    if (words->isEmpty() || !isCurl(words->first()))
        return failure(ErrorCode::BadInput,
            CurlCommand::tr("This is no command of curl: it should begin with the word curl."));
    words->removeFirst();
    return words;
}

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
    if (looksLikePowerShell(text)) {
        auto request = requestFromPowerShell(text);
        return request ? exchangeOf(std::move(*request)) : std::unexpected(request.error());
    }
    const auto words = curlWords(command);
    if (!words)
        return std::unexpected(words.error());
    auto request = requestFromCurlArguments(*words);
    return request ? exchangeOf(std::move(*request)) : std::unexpected(request.error());
}

} // namespace Gatescope
