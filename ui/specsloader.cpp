// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "specsloader.h"

#include "onfinished.h"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QtConcurrentRun>

namespace Gatescope {

namespace {

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

Result<QByteArray> readWholeFile(const QString &fileName, qint64 maxBytes)
{
    const QFileInfo info(fileName);
    const QString name = info.fileName();
    // Anything but a regular file could block for ever or never end.
    if (!info.isFile())
        return failure(ErrorCode::FileUnreadable,
            SpecsLoader::tr("%1 is not a file. Choose a file with specs.").arg(name));
    const auto tooLarge = [&] {
        return failure(ErrorCode::TooLarge,
            SpecsLoader::tr(
                "%1 is larger than the limit of %2. Raise the limit in the settings, or choose another file.")
                .arg(name, sizeText(maxBytes)));
    };
    if (info.size() > maxBytes)
        return tooLarge();
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileUnreadable,
            SpecsLoader::tr("%1 cannot be read: %2. Check the file's permissions.")
                .arg(name, file.errorString()));
    // The size was only a hint: the file may grow while it is read.
    QByteArray bytes = file.read(maxBytes + 1);
    if (bytes.size() > maxBytes)
        return tooLarge();
    return bytes;
}

Result<ProjectPtr> compileFile(const QString &fileName, qint64 maxBytes)
{
    auto bytes = readWholeFile(fileName, maxBytes);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto document = JsonDocument::parse(*std::move(bytes));
    if (!document)
        return std::unexpected(document.error());
    return Project::compile(*document);
}

} // namespace

SpecsLoader::~SpecsLoader()
{
    stop();
}

void SpecsLoader::load(ApiCall *call)
{
    stop();
    m_loading = true;
    m_call = call;
    connect(call, &ApiCall::finished, this, [this, token = m_token](const ApiOutcome &outcome) {
        if (token == m_token)
            takeAnswer(outcome);
    });
}

void SpecsLoader::loadFile(const QString &fileName, qint64 maxBytes)
{
    stop();
    m_loading = true;
    awaitProject(QtConcurrent::run(&compileFile, fileName, maxBytes));
}

void SpecsLoader::stop()
{
    ++m_token;
    m_loading = false;
    if (m_call)
        m_call->cancel();
    m_call.clear();
}

void SpecsLoader::takeAnswer(const ApiOutcome &outcome)
{
    m_call.clear();
    if (!outcome.response) {
        finish(std::unexpected(outcome.response.error()));
        return;
    }
    const auto *answer = std::get_if<SpecsAnswer>(&outcome.response->content);
    if (!outcome.response->body || (answer && !answer->hasUpdates)) {
        m_loading = false;
        Q_EMIT unchanged();
        return;
    }
    awaitProject(QtConcurrent::run(&Project::compile, outcome.response->body));
}

void SpecsLoader::awaitProject(const QFuture<Result<ProjectPtr>> &future)
{
    onFinished(future, this, [this, token = m_token](const Result<ProjectPtr> &result) {
        if (token == m_token)
            finish(result);
    });
}

void SpecsLoader::finish(const Result<ProjectPtr> &result)
{
    m_loading = false;
    if (result)
        Q_EMIT loaded(*result);
    else
        Q_EMIT failed(result.error());
}

} // namespace Gatescope
