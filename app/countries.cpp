// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "countries.h"

#include "inputfile.h"

#include <QCoreApplication>
#include <QFile>

#include <maxminddb.h>

namespace Gatescope {

namespace {

QString trCountries(const char *text)
{
    return QCoreApplication::translate("Countries", text);
}

} // namespace

Result<std::shared_ptr<const CountryTable>> CountryTable::fromJson(const JsonValue &value)
{
    if (!value.isObject())
        return failure(
            ErrorCode::WrongShape, trCountries("IP countries are an object such as {\"8.8.8.8\":\"US\"}."));
    auto table = std::make_shared<CountryTable>();
    for (quint32 i = 0; i < value.size(); ++i) {
        const JsonValue country = value.at(i);
        if (!country.isString())
            return failure(ErrorCode::WrongShape,
                trCountries("field %1: a country is a text such as \"US\".").arg(country.key()));
        table->m_countries.insert_or_assign(country.keyUtf8(), country.toUtf8());
    }
    return table;
}

std::optional<std::string> CountryTable::country(std::string_view ip) const
{
    const auto found = m_countries.find(std::string(ip));
    return found == m_countries.end() ? std::nullopt : std::optional(found->second);
}

void CountryDatabase::Close::operator()(MMDB_s *database) const
{
    MMDB_close(database);
    delete database;
}

CountryDatabase::CountryDatabase(std::unique_ptr<MMDB_s, Close> database)
    : m_database(std::move(database))
{ }

Result<std::shared_ptr<const CountryDatabase>> CountryDatabase::open(const QString &path)
{
    auto database = std::make_unique<MMDB_s>();
    const int status = MMDB_open(QFile::encodeName(path).constData(), MMDB_MODE_MMAP, database.get());
    if (status != MMDB_SUCCESS)
        return failure(ErrorCode::BadInput,
            trCountries("%1 is no database of IP addresses that can be read: %2.")
                .arg(path, QString::fromUtf8(MMDB_strerror(status))));
    return std::shared_ptr<const CountryDatabase>(
        new CountryDatabase(std::unique_ptr<MMDB_s, Close>(database.release())));
}

std::optional<std::string> CountryDatabase::country(std::string_view ip) const
{
    int addressError = 0;
    int databaseError = MMDB_SUCCESS;
    MMDB_lookup_result_s found =
        MMDB_lookup_string(m_database.get(), std::string(ip).c_str(), &addressError, &databaseError);
    if (addressError != 0 || databaseError != MMDB_SUCCESS || !found.found_entry)
        return std::nullopt;
    MMDB_entry_data_s data;
    const int status = MMDB_get_value(&found.entry, &data, "country", "iso_code", nullptr);
    if (status != MMDB_SUCCESS || !data.has_data || data.type != MMDB_DATA_TYPE_UTF8_STRING)
        return std::nullopt;
    return std::string(data.utf8_string, data.data_size);
}

Result<std::shared_ptr<const CountryLookup>> readCountries(const QString &path)
{
    if (path.endsWith(QLatin1String(".mmdb"), Qt::CaseInsensitive)) {
        auto database = CountryDatabase::open(path);
        if (!database)
            return std::unexpected(database.error());
        return *database;
    }
    const auto document = readJsonFile(path);
    if (!document)
        return std::unexpected(document.error());
    auto table = CountryTable::fromJson((*document)->root());
    if (!table)
        return failure(ErrorCode::BadInput, path + QStringLiteral(": ") + table.error().message);
    return *table;
}

} // namespace Gatescope
