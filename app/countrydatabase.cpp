// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "countrydatabase.h"

#include <QCoreApplication>
#include <QFile>

#include <maxminddb.h>

#include <array>
#include <vector>

namespace Gatescope {

namespace {

/// A database without countries shows itself long before this.
constexpr int mostLooksForACountry = 10'000;

QString trDatabase(const char *text)
{
    return QCoreApplication::translate("CountryDatabase", text);
}

std::unexpected<Error> badDatabase(const char *sentence, const QString &path, const QString &what)
{
    return failure(ErrorCode::BadInput, trDatabase(sentence).arg(path, what));
}

std::optional<std::string> countryOf(MMDB_entry_s entry)
{
    MMDB_entry_data_s data;
    const int status = MMDB_get_value(&entry, &data, "country", "iso_code", nullptr);
    if (status != MMDB_SUCCESS || !data.has_data || data.type != MMDB_DATA_TYPE_UTF8_STRING)
        return std::nullopt;
    return std::string(data.utf8_string, data.data_size);
}

/// Shows every network's entry to `visit` until that returns false. False if the tree is damaged. Parts of a
/// tree may be shared, and a hostile one may lead in a circle: no node is looked at twice.
template<class Visit>
bool visitNetworks(const MMDB_s &database, Visit visit)
{
    std::vector<bool> seen(database.metadata.node_count);
    std::vector<std::uint64_t> ahead {0};
    while (!ahead.empty() && !seen.empty()) {
        const std::uint64_t node = ahead.back();
        ahead.pop_back();
        MMDB_search_node_s found;
        if (node >= seen.size() || MMDB_read_node(&database, std::uint32_t(node), &found) != MMDB_SUCCESS)
            return false;
        if (seen[node])
            continue;
        seen[node] = true;
        const std::array sides {
            std::tuple(found.right_record_type, found.right_record, found.right_record_entry),
            std::tuple(found.left_record_type, found.left_record, found.left_record_entry)};
        for (const auto &[type, record, entry] : sides) {
            if (type == MMDB_RECORD_TYPE_SEARCH_NODE)
                ahead.push_back(record);
            else if (type == MMDB_RECORD_TYPE_INVALID)
                return false;
            else if (type == MMDB_RECORD_TYPE_DATA && !visit(entry))
                return true;
        }
    }
    return true;
}

} // namespace

void CountryDatabase::Close::operator()(MMDB_s *database) const
{
    MMDB_close(database);
    delete database;
}

CountryDatabase::CountryDatabase(std::unique_ptr<MMDB_s, Close> database)
    : m_database(std::move(database))
{ }

Result<std::shared_ptr<const CountryDatabase>> CountryDatabase::open(
    const QString &path, const QString &shownAs)
{
    const QString name = shownAs.isEmpty() ? path : shownAs;
    auto opened = std::make_unique<MMDB_s>();
    const int status = MMDB_open(QFile::encodeName(path).constData(), MMDB_MODE_MMAP, opened.get());
    if (status != MMDB_SUCCESS)
        return badDatabase(
            QT_TRANSLATE_NOOP("CountryDatabase", "%1 is no database of IP addresses that can be read: %2."),
            name, QString::fromUtf8(MMDB_strerror(status)));
    std::shared_ptr<const CountryDatabase> database(
        new CountryDatabase(std::unique_ptr<MMDB_s, Close>(opened.release())));
    int looks = 0;
    bool knowsCountries = false;
    const bool isSound = visitNetworks(*database->m_database, [&](const MMDB_entry_s &entry) {
        knowsCountries = countryOf(entry).has_value();
        return !knowsCountries && ++looks < mostLooksForACountry;
    });
    if (!isSound)
        return badDatabase(QT_TRANSLATE_NOOP("CountryDatabase", "%1 (%2) is damaged. Download it again."),
            name, database->type());
    if (!knowsCountries)
        return badDatabase(
            QT_TRANSLATE_NOOP("CountryDatabase",
                "%1 (%2) gives IP addresses no countries. Choose a database of countries or cities."),
            name, database->type());
    return database;
}

std::optional<std::string> CountryDatabase::country(std::string_view ip) const
{
    int addressError = 0;
    int databaseError = MMDB_SUCCESS;
    const MMDB_lookup_result_s found =
        MMDB_lookup_string(m_database.get(), std::string(ip).c_str(), &addressError, &databaseError);
    if (addressError != 0 || databaseError != MMDB_SUCCESS || !found.found_entry)
        return std::nullopt;
    return countryOf(found.entry);
}

QString CountryDatabase::type() const
{
    return QString::fromUtf8(m_database->metadata.database_type);
}

QDateTime CountryDatabase::builtUtc() const
{
    return QDateTime::fromSecsSinceEpoch(qint64(m_database->metadata.build_epoch), Qt::UTC);
}

qsizetype CountryDatabase::networkCount() const
{
    qsizetype count = 0;
    visitNetworks(*m_database, [&count](const MMDB_entry_s &) { return ++count > 0; });
    return count;
}

} // namespace Gatescope
