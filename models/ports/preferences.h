// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <chrono>

namespace Gatescope {

enum class ThemeChoice { System, Light, Dark };

/// What the user may set. Values, compared and handed out whole.
struct PreferenceValues
{
    ThemeChoice theme = ThemeChoice::System;
    int fontPercent = 100; ///< 75 to 200
    std::chrono::seconds connectTimeout {10};
    std::chrono::seconds idleTimeout {30};
    qint64 maxResponseBytes = 256LL * 1024 * 1024;
    QString countriesFile; ///< IP addresses' countries, for evaluating here; empty: none
    QString idListsFile; ///< ID lists, likewise
    bool keepSnapshots = false; ///< of downloaded specs
    int maxSnapshots = 20; ///< per connection, 1 to mostSnapshots
    int snapshotDays = 30; ///< 1 to longestSnapshotDays; the newest is kept however old
    int sandboxPort = 0; ///< 0: any free one
    bool historyOn = true; ///< exchanges are kept between runs
    qint64 historyMaxBytes = 512LL * 1024 * 1024; ///< on disk, about; beyond it the oldest unpinned go
    int historyDays = 90; ///< 1 to longestHistoryDays; unpinned ones that are older go
    bool historyKeepsPrivate = false; ///< with the values of private attributes

    static constexpr qint64 leastHistoryBytes = 1024LL * 1024;
    static constexpr qint64 mostHistoryBytes = 64LL * 1024 * 1024 * 1024;
    static constexpr int longestHistoryDays = 3650;
    static constexpr int mostSnapshots = 500;
    static constexpr int longestSnapshotDays = 3650;
    bool operator==(const PreferenceValues &) const = default;
};

/// Settings between runs, and a drawer for the state of windows and splitters.
class Preferences : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual PreferenceValues values() const = 0;
    virtual void setValues(const PreferenceValues &values) = 0;
    virtual QByteArray viewState(const QString &key) const = 0;
    virtual void setViewState(const QString &key, const QByteArray &state) = 0;

Q_SIGNALS:
    void changed(const Gatescope::PreferenceValues &values);
};

} // namespace Gatescope
