// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "countries.h"

#include "countrydatabase.h"
#include "inputfile.h"

#include <QCoreApplication>

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

bool isCountryDatabase(const QString &path)
{
    return path.endsWith(QLatin1String(".mmdb"), Qt::CaseInsensitive);
}

Result<std::shared_ptr<const CountryTable>> readCountryTable(const QString &path)
{
    const auto document = readJsonFile(path);
    if (!document)
        return std::unexpected(document.error());
    auto table = CountryTable::fromJson((*document)->root());
    if (!table)
        return failure(ErrorCode::BadInput, path + QStringLiteral(": ") + table.error().message);
    return table;
}

Result<std::shared_ptr<const CountryLookup>> readCountries(const QString &path)
{
    if (isCountryDatabase(path))
        return CountryDatabase::open(path);
    return readCountryTable(path);
}

} // namespace Gatescope
