// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/ports/historystore.h>

namespace Gatescope {

/// What the history has to say about whom a change reaches.
struct ImpactHistory
{
    Result<HistoryUsers> users = HistoryUsers();
    bool isOn = true; ///< exchanges are being kept
};

/// What became of it in an impact.
struct ImpactHistoryUse
{
    qint64 users = 0; ///< evaluated beside whoever else was
    qint64 lackingPrivate = 0; ///< of them
    bool isCut = false;
    bool isOn = true;
};

/// The most users of the history that an impact takes.
inline constexpr int mostHistoryUsers = 5000;

/// Says where the users come from, and what of them is not known.
QString historyUseWords(const ImpactHistoryUse &use);

/// Asks the history for its users, one question at a time. UI thread.
class ImpactHistoryReader : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~ImpactHistoryReader() override { stop(); }

    /// Stops the one before. A history that is null has no users.
    void read(HistoryStore *store, bool isOn);
    void stop(); ///< without a signal
    bool isReading() const { return m_isReading; }

Q_SIGNALS:
    void finished(const Gatescope::ImpactHistory &history);

private:
    void take(quint64 token, const ImpactHistory &history);

    std::stop_source m_stop;
    quint64 m_token = 0;
    bool m_isReading = false;
};

} // namespace Gatescope
