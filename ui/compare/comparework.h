// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "comparesource.h"
#include "impacthistory.h"

#include <models/compare/comparisonrows.h>
#include <models/compare/impact.h>

#include <QObject>

namespace Gatescope {

/// What is to be compared, complete: nothing is left to be asked.
struct CompareOrder
{
    CompareSource left;
    CompareSource right;
    ProjectPtr project; ///< knows hashed names; may be null
    NameListPtr names; ///< more of them; may be null
    bool withBookkeeping = false;
    qint64 maxFileBytes = 0;
    ComparisonFilter filter;
    QByteArray user; ///< of the composer, as JSON: for the impact
    QByteArray sentUser; ///< the same as it is sent, to know it in the history
    QString usersFile; ///< JSONL; empty: none
    std::optional<ImpactHistory> history; ///< more users; none: nobody asked for them
    EvaluationContext context;
};

/// What came of it.
struct CompareOutcome
{
    ComparisonPtr comparison;
    ComparisonRows rows;
    JsonDocumentPtr leftUser; ///< null where a side is no answer for a user
    JsonDocumentPtr rightUser;
    std::vector<FieldDifference> users; ///< how they differ
    ImpactPtr impact; ///< specs only
    std::optional<Error> impactError; ///< of the users file, or of the history
    std::optional<ImpactHistoryUse> history; ///< where its users are in the impact
};
using CompareOutcomePtr = std::shared_ptr<const CompareOutcome>;

/// Reads, compares and filters on a worker. A later order stops the ones before. UI thread.
class CompareWork : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~CompareWork() override { stop(); }

    void compare(const CompareOrder &order);
    void filter(const ComparisonPtr &comparison, const ComparisonFilter &filter);
    void stop(); ///< what is under way, without a signal
    bool isComparing() const { return m_isComparing; }

Q_SIGNALS:
    void compared(const Gatescope::CompareOutcomePtr &outcome);
    void filtered(const Gatescope::ComparisonRows &rows);
    void failed(const Gatescope::Error &error);

private:
    std::stop_token restart();

    std::stop_source m_stop;
    quint64 m_token = 0;
    bool m_isComparing = false;
};

} // namespace Gatescope
