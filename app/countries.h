// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsondocument.h>
#include <models/ports/countrylookup.h>

#include <memory>
#include <unordered_map>

namespace Gatescope {

/// Countries of single addresses, as {"8.8.8.8":"US"} names them.
class CountryTable : public CountryLookup
{
public:
    /// The error names the address whose country is no text.
    static Result<std::shared_ptr<const CountryTable>> fromJson(const JsonValue &value);
    std::optional<std::string> country(std::string_view ip) const override;
    std::size_t size() const { return m_countries.size(); }

private:
    std::unordered_map<std::string, std::string> m_countries;
};

/// Whether a file of that name is read as a CountryDatabase; anything else is a CountryTable.
bool isCountryDatabase(const QString &path);
/// Errors name the file.
Result<std::shared_ptr<const CountryTable>> readCountryTable(const QString &path);
/// Either of the two, by what the file is. Errors name the file.
Result<std::shared_ptr<const CountryLookup>> readCountries(const QString &path);

} // namespace Gatescope
