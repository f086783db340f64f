// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsondocument.h>
#include <models/ports/countrylookup.h>

#include <memory>
#include <unordered_map>

struct MMDB_s;

namespace Gatescope {

/// Countries of single addresses, as {"8.8.8.8":"US"} names them.
class CountryTable : public CountryLookup
{
public:
    /// The error names the address whose country is no text.
    static Result<std::shared_ptr<const CountryTable>> fromJson(const JsonValue &value);
    std::optional<std::string> country(std::string_view ip) const override;

private:
    std::unordered_map<std::string, std::string> m_countries;
};

/// A database of address ranges in MaxMind's format. Private and unknown addresses have no country.
class CountryDatabase : public CountryLookup
{
public:
    static Result<std::shared_ptr<const CountryDatabase>> open(const QString &path);
    std::optional<std::string> country(std::string_view ip) const override;

private:
    struct Close
    {
        void operator()(MMDB_s *database) const;
    };
    explicit CountryDatabase(std::unique_ptr<MMDB_s, Close> database);

    std::unique_ptr<MMDB_s, Close> m_database;
};

/// Either of the two, by what the file is. Errors name the file.
Result<std::shared_ptr<const CountryLookup>> readCountries(const QString &path);

} // namespace Gatescope
