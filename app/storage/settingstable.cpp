// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "settingstable.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace Gatescope {

namespace {

/// One line of a table: where a value stands in the file, and how it goes in and out of T.
template<class T>
struct Setting
{
    const char *key;
    QVariant (*write)(const T &);
    void (*read)(const QVariant &, T &); ///< leaves T as it is where the value is bad
};

template<class T>
void readAll(const QSettings &settings, std::span<const Setting<T>> table, T &values)
{
    for (const Setting<T> &setting : table) {
        const QVariant value = settings.value(QLatin1String(setting.key));
        if (value.isValid())
            setting.read(value, values);
    }
}

template<class T>
void writeAll(QSettings &settings, std::span<const Setting<T>> table, const T &values)
{
    for (const Setting<T> &setting : table)
        settings.setValue(QLatin1String(setting.key), setting.write(values));
}

std::optional<qint64> wholeNumber(const QVariant &value, qint64 lowest, qint64 highest)
{
    bool ok = false;
    const qint64 number = value.toString().toLongLong(&ok);
    return ok && number >= lowest && number <= highest ? std::optional(number) : std::nullopt;
}

template<auto Member, qint64 Lowest, qint64 Highest, class T>
void readNumber(const QVariant &value, T &values)
{
    using Value = std::remove_reference_t<decltype(values.*Member)>;
    if (const auto number = wholeNumber(value, Lowest, Highest))
        values.*Member = Value(*number);
}

template<auto Member, class T>
void readText(const QVariant &value, T &values)
{
    values.*Member = value.toString();
}

template<auto Member, class T>
QVariant writeText(const T &values)
{
    return values.*Member;
}

/// Names and passwords inside a URL would be secrets in the file.
template<auto Member>
QVariant writeUrl(const Connection &connection)
{
    return (connection.*Member).toString(QUrl::RemoveUserInfo);
}

template<auto Member>
void readUrl(const QVariant &value, Connection &connection)
{
    connection.*Member = QUrl(value.toString(), QUrl::StrictMode);
}

constexpr std::array themeNames {"system", "light", "dark"};

QVariant writeTheme(const PreferenceValues &values)
{
    return QString::fromLatin1(themeNames.at(size_t(values.theme)));
}

void readTheme(const QVariant &value, PreferenceValues &values)
{
    for (size_t i = 0; i < themeNames.size(); ++i) {
        if (value.toString() == QLatin1String(themeNames[i]))
            values.theme = ThemeChoice(i);
    }
}

/// Anything but a plain true keeps nothing on the disk.
template<bool PreferenceValues::*Member>
void readKeeping(const QVariant &value, PreferenceValues &values)
{
    values.*Member = value.toString() == QLatin1String("true");
}

template<bool PreferenceValues::*Member>
QVariant writeKeeping(const PreferenceValues &values)
{
    return values.*Member;
}

void readExposures(const QVariant &value, Connection &connection)
{
    // Anything but a plain true keeps exposures off.
    connection.exposuresOn = value.toString() == QLatin1String("true");
}

constexpr std::array keyKindNames {"none", "client", "server", "console", "unknown"};

QVariant writeKeyKind(const Connection &connection)
{
    return QString::fromLatin1(keyKindNames.at(size_t(connection.keyKind)));
}

void readKeyKind(const QVariant &value, Connection &connection)
{
    for (size_t i = 0; i < keyKindNames.size(); ++i) {
        if (value.toString() == QLatin1String(keyKindNames[i]))
            connection.keyKind = KeyKind(i);
    }
}

constexpr std::array colorNames {"automatic", "blue", "teal", "green", "violet", "pink"};
constexpr std::array proxyNames {"system", "none", "http", "socks5"};

/// Nothing where the text is none of the names.
template<class Names>
std::optional<size_t> indexOfName(const Names &names, const QVariant &value)
{
    const auto found =
        std::ranges::find(names, value.toString(), [](const char *name) { return QLatin1String(name); });
    return found == names.end() ? std::nullopt : std::optional(size_t(found - names.begin()));
}

void readColor(const QVariant &value, Connection &connection)
{
    if (const auto index = indexOfName(colorNames, value))
        connection.color = ConnectionColor(*index);
}

void readProxyKind(const QVariant &value, Connection &connection)
{
    if (const auto index = indexOfName(proxyNames, value))
        connection.proxy.kind = ConnectionProxy::Kind(*index);
}

template<QString ConnectionProxy::*Member>
QVariant writeProxyText(const Connection &connection)
{
    return connection.proxy.*Member;
}

template<QString ConnectionProxy::*Member>
void readProxyText(const QVariant &value, Connection &connection)
{
    connection.proxy.*Member = value.toString();
}

void readProxyPort(const QVariant &value, Connection &connection)
{
    if (const auto port = wholeNumber(value, 0, 65535))
        connection.proxy.port = int(*port);
}

constexpr qint64 longestTimeout = 3600;

/// 0: as in the settings.
template<auto Member>
QVariant writeTimeout(const Connection &connection)
{
    return QVariant(qint64((connection.*Member).value_or(std::chrono::seconds(0)).count()));
}

template<auto Member>
void readTimeout(const QVariant &value, Connection &connection)
{
    if (const auto seconds = wholeNumber(value, 1, longestTimeout))
        connection.*Member = std::chrono::seconds(*seconds);
}

/// A hint elides most of the key; a text that does not cannot be one, and is not written.
QVariant writeKeyHint(const Connection &connection)
{
    return connection.keyHint.contains(QChar(u'…')) ? connection.keyHint : QString();
}

constexpr qint64 mebibyte = 1024 * 1024;

using Pref = PreferenceValues;
constexpr std::array preferenceTable {
    Setting<Pref> {"appearance/theme", writeTheme, readTheme},
    Setting<Pref> {"appearance/fontPercent", [](const Pref &p) { return QVariant(p.fontPercent); },
        readNumber<&Pref::fontPercent, 75, 200>},
    Setting<Pref> {"network/connectTimeoutSeconds",
        [](const Pref &p) { return QVariant(qint64(p.connectTimeout.count())); },
        readNumber<&Pref::connectTimeout, 1, longestTimeout>},
    Setting<Pref> {"network/idleTimeoutSeconds",
        [](const Pref &p) { return QVariant(qint64(p.idleTimeout.count())); },
        readNumber<&Pref::idleTimeout, 1, longestTimeout>},
    Setting<Pref> {"network/maxResponseBytes", [](const Pref &p) { return QVariant(p.maxResponseBytes); },
        readNumber<&Pref::maxResponseBytes, mebibyte, 4096 * mebibyte>},
    Setting<Pref> {"snapshots/keep", writeKeeping<&Pref::keepSnapshots>, readKeeping<&Pref::keepSnapshots>},
    Setting<Pref> {"snapshots/count", [](const Pref &p) { return QVariant(p.maxSnapshots); },
        readNumber<&Pref::maxSnapshots, 1, Pref::mostSnapshots>},
    Setting<Pref> {"sandbox/port", [](const Pref &p) { return QVariant(p.sandboxPort); },
        readNumber<&Pref::sandboxPort, 0, 65535>},
    Setting<Pref> {"snapshots/days", [](const Pref &p) { return QVariant(p.snapshotDays); },
        readNumber<&Pref::snapshotDays, 1, Pref::longestSnapshotDays>},
    Setting<Pref> {"history/keep", writeKeeping<&Pref::historyOn>, readKeeping<&Pref::historyOn>},
    Setting<Pref> {"history/maxBytes", [](const Pref &p) { return QVariant(p.historyMaxBytes); },
        readNumber<&Pref::historyMaxBytes, Pref::leastHistoryBytes, Pref::mostHistoryBytes>},
    Setting<Pref> {"history/days", [](const Pref &p) { return QVariant(p.historyDays); },
        readNumber<&Pref::historyDays, 1, Pref::longestHistoryDays>},
    Setting<Pref> {"history/keepPrivate", writeKeeping<&Pref::historyKeepsPrivate>,
        readKeeping<&Pref::historyKeepsPrivate>},
    Setting<Pref> {
        "evaluation/countriesFile", writeText<&Pref::countriesFile>, readText<&Pref::countriesFile>},
    Setting<Pref> {"evaluation/idListsFile", writeText<&Pref::idListsFile>, readText<&Pref::idListsFile>},
};

constexpr std::array connectionTable {
    Setting<Connection> {"id", writeText<&Connection::id>, readText<&Connection::id>},
    Setting<Connection> {"name", writeText<&Connection::name>, readText<&Connection::name>},
    Setting<Connection> {"apiUrl", writeUrl<&Connection::apiUrl>, readUrl<&Connection::apiUrl>},
    Setting<Connection> {"eventsUrl", writeUrl<&Connection::eventsUrl>, readUrl<&Connection::eventsUrl>},
    Setting<Connection> {"tier", writeText<&Connection::tier>, readText<&Connection::tier>},
    Setting<Connection> {"color",
        [](const Connection &c) { return QVariant(QString::fromLatin1(colorNames.at(size_t(c.color)))); },
        readColor},
    Setting<Connection> {"proxy/kind",
        [](const Connection &c) {
            return QVariant(QString::fromLatin1(proxyNames.at(size_t(c.proxy.kind))));
        },
        readProxyKind},
    Setting<Connection> {
        "proxy/host", writeProxyText<&ConnectionProxy::host>, readProxyText<&ConnectionProxy::host>},
    Setting<Connection> {
        "proxy/port", [](const Connection &c) { return QVariant(c.proxy.port); }, readProxyPort},
    Setting<Connection> {
        "proxy/user", writeProxyText<&ConnectionProxy::user>, readProxyText<&ConnectionProxy::user>},
    Setting<Connection> {"connectTimeoutSeconds", writeTimeout<&Connection::connectTimeout>,
        readTimeout<&Connection::connectTimeout>},
    Setting<Connection> {
        "idleTimeoutSeconds", writeTimeout<&Connection::idleTimeout>, readTimeout<&Connection::idleTimeout>},
    Setting<Connection> {"caFile", writeText<&Connection::caFile>, readText<&Connection::caFile>},
    Setting<Connection> {
        "exposuresOn", [](const Connection &c) { return QVariant(c.exposuresOn); }, readExposures},
    Setting<Connection> {"keyKind", writeKeyKind, readKeyKind},
    Setting<Connection> {"keyHint", writeKeyHint, readText<&Connection::keyHint>},
};

} // namespace

PreferenceValues readPreferences(const QSettings &settings)
{
    PreferenceValues values;
    readAll<PreferenceValues>(settings, preferenceTable, values);
    return values;
}

void writePreferences(QSettings &settings, const PreferenceValues &values)
{
    writeAll<PreferenceValues>(settings, preferenceTable, values);
}

Connection readConnection(const QSettings &settings)
{
    Connection connection;
    readAll<Connection>(settings, connectionTable, connection);
    return connection;
}

void writeConnection(QSettings &settings, const Connection &connection)
{
    writeAll<Connection>(settings, connectionTable, connection);
}

} // namespace Gatescope
