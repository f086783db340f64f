// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/ports/countrylookup.h>
#include <models/result.h>

#include <QDateTime>

#include <memory>

struct MMDB_s;

namespace Gatescope {

/// A database of address ranges in MaxMind's format. Private and unknown addresses have no country. It is
/// read in place: the file must not be written to while it is open.
class CountryDatabase : public CountryLookup
{
public:
    /// Errors: BadInput for what is no such database, is damaged, or knows no countries; they name the file
    /// as `shownAs`, or by its path.
    static Result<std::shared_ptr<const CountryDatabase>> open(
        const QString &path, const QString &shownAs = {});

    std::optional<std::string> country(std::string_view ip) const override;
    QString type() const; ///< what the database calls itself: "GeoLite2-Country"
    QDateTime builtUtc() const;
    qsizetype networkCount() const; ///< ranges it says something about; looks at all of it

private:
    struct Close
    {
        void operator()(MMDB_s *database) const;
    };
    explicit CountryDatabase(std::unique_ptr<MMDB_s, Close> database);

    std::unique_ptr<MMDB_s, Close> m_database;
};

} // namespace Gatescope
