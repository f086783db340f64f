// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationreader.h"

#include "countries.h"
#include "countrydatabase.h"
#include "inputfile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QTemporaryFile>
#include <QThreadPool>

#include <utility>

namespace Gatescope {

namespace {

struct ReaderText
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::EvaluationFiles)
};

/// A database in a copy of its own, which goes with it.
class CopiedDatabase : public CountryLookup
{
public:
    CopiedDatabase(std::unique_ptr<QTemporaryFile> copy, std::shared_ptr<const CountryDatabase> database)
        : m_copy(std::move(copy))
        , m_database(std::move(database))
    { }

    std::optional<std::string> country(std::string_view ip) const override { return m_database->country(ip); }

private:
    std::unique_ptr<QTemporaryFile> m_copy; ///< destroyed after the database
    std::shared_ptr<const CountryDatabase> m_database;
};

template<class Data>
using Loaded = Result<std::pair<std::shared_ptr<const Data>, QString>>; ///< with what it holds, in words

Result<std::unique_ptr<QTemporaryFile>> copyOf(const QString &path)
{
    QFile original(path);
    if (!original.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileUnreadable,
            ReaderText::tr("%1 cannot be read: %2.").arg(path, original.errorString()));
    auto copy = std::make_unique<QTemporaryFile>();
    bool isCopied = copy->open();
    QByteArray part;
    constexpr qint64 partSize = 1 << 20;
    while (isCopied && !(part = original.read(partSize)).isEmpty())
        isCopied = copy->write(part) == part.size();
    if (!isCopied || !copy->flush() || original.error() != QFileDevice::NoError)
        return failure(ErrorCode::FileUnreadable,
            ReaderText::tr("%1 cannot be copied to be read: %2.")
                .arg(path, isCopied ? original.errorString() : copy->errorString()));
    return copy;
}

QString numberText(qsizetype number)
{
    return QLocale().toString(qlonglong(number));
}

QString databaseWords(const CountryDatabase &database)
{
    const qsizetype networks = database.networkCount();
    const QString built = QLocale().toString(database.builtUtc().date(), QLocale::ShortFormat);
    return networks == 1
        ? ReaderText::tr("%1 of %2, 1 network").arg(database.type(), built)
        : ReaderText::tr("%1 of %2, %3 networks").arg(database.type(), built, numberText(networks));
}

Loaded<CountryLookup> loadDatabase(const QString &path)
{
    auto copy = copyOf(path);
    if (!copy)
        return std::unexpected(copy.error());
    const auto database = CountryDatabase::open((*copy)->fileName(), path);
    if (!database)
        return std::unexpected(database.error());
    return std::pair(
        std::make_shared<const CopiedDatabase>(*std::move(copy), *database), databaseWords(**database));
}

Loaded<CountryLookup> loadCountries(const QString &path)
{
    if (isCountryDatabase(path))
        return loadDatabase(path);
    const auto table = readCountryTable(path);
    if (!table)
        return std::unexpected(table.error());
    const auto size = qsizetype((*table)->size());
    return std::pair(*table,
        size == 1 ? ReaderText::tr("1 address") : ReaderText::tr("%1 addresses").arg(numberText(size)));
}

QString idListsWords(const IdLists &lists)
{
    qsizetype ids = 0;
    for (const auto &[name, hashes] : lists.lists())
        ids += qsizetype(hashes.size());
    const auto size = qsizetype(lists.lists().size());
    const QString listWords =
        size == 1 ? ReaderText::tr("1 list") : ReaderText::tr("%1 lists").arg(numberText(size));
    const QString idWords = ids == 1 ? ReaderText::tr("1 ID") : ReaderText::tr("%1 IDs").arg(numberText(ids));
    return ReaderText::tr("%1, %2", "lists, IDs").arg(listWords, idWords);
}

/// Millions of IDs take a while to free, in whatever thread lets go of them last.
std::shared_ptr<const IdLists> freedByAWorker(IdLists lists)
{
    return {new IdLists(std::move(lists)),
        [](const IdLists *unused) { QThreadPool::globalInstance()->start([unused] { delete unused; }); }};
}

Loaded<IdLists> loadIdLists(const QString &path)
{
    const auto document = readJsonFile(path);
    if (!document)
        return std::unexpected(document.error());
    auto lists = IdLists::fromJson((*document)->root());
    if (!lists)
        return failure(ErrorCode::BadInput, path + QStringLiteral(": ") + lists.error().message);
    const QString words = idListsWords(*lists);
    return std::pair(freedByAWorker(*std::move(lists)), words);
}

/// What is not there, or is no regular file, is said before it is opened: a pipe could block for ever.
std::optional<Error> problemWith(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error {ErrorCode::FileUnreadable,
            ReaderText::tr("%1 is not there any more. Put it back, or choose another file.").arg(path), {}};
    if (!info.isFile())
        return Error {
            ErrorCode::FileUnreadable, ReaderText::tr("%1 is not a file. Choose a file.").arg(path), {}};
    return std::nullopt;
}

template<class Data>
ReadEvaluationFile<Data> readFile(const QString &path, Loaded<Data> (*load)(const QString &))
{
    ReadEvaluationFile<Data> read;
    read.stamp = stampOf(path);
    read.file.path = path;
    read.file.writtenUtc = read.stamp.writtenUtc;
    read.file.error = problemWith(path);
    if (read.file.error)
        return read;
    auto loaded = load(path);
    if (loaded)
        std::tie(read.data, read.file.contents) = *std::move(loaded);
    else
        read.file.error = loaded.error();
    return read;
}

} // namespace

FileStamp stampOf(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() ? FileStamp {info.lastModified().toUTC(), info.size()} : FileStamp();
}

ReadEvaluationFile<CountryLookup> readCountriesFile(const QString &path)
{
    return readFile<CountryLookup>(path, &loadCountries);
}

ReadEvaluationFile<IdLists> readIdListsFile(const QString &path)
{
    return readFile<IdLists>(path, &loadIdLists);
}

} // namespace Gatescope
