// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/explain/explanation.h>
#include <models/explain/flipwords.h>
#include <models/items/localwitness.h>

#include <QObject>

#include <stop_token>

namespace Gatescope {

/// What was found by trying changes, ready to be shown.
struct FlipFinding
{
    FlipWordsList flips;
    QString conclusion;
    bool isComplete = true;
    bool operator==(const FlipFinding &) const = default;
};

/// Explains and searches on workers. What is overtaken is stopped and its answer dropped. UI thread.
class ExplanationWork : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~ExplanationWork() override;

    void explain(const LocalWitnessPtr &witness, const CheckItem &item);
    /// For the user as it is composed; `tier` is the connection's. A change that the tier would undo, like
    /// the removal of the one it fills in, is none. Each further effort goes four times as far as the one
    /// before.
    void findFlips(const LocalWitnessPtr &witness, const CheckItem &item, const StatsigUser &composed,
        const QString &tier, int effort = 0);
    void stopFlips(); ///< what was found until then is still told
    void drop(); ///< nothing more is told of what is under way

Q_SIGNALS:
    void explained(const Gatescope::ExplanationPtr &explanation);
    void flipsFound(const Gatescope::FlipFinding &finding);

private:
    quint64 m_explanation = 0; ///< tokens of what is under way
    quint64 m_search = 0;
    std::stop_source m_stop;
};

} // namespace Gatescope
