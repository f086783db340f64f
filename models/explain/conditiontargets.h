// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "explanation.h"

#include <stop_token>

namespace Gatescope {

/// The targets of a condition of an explanation, read in place, and which of them the user's value fits.
/// Immutable, any thread; keeps the explanation alive.
class ConditionTargets
{
public:
    /// `row` is into Explanation::rows. Compares the user's value with every target.
    ConditionTargets(ExplanationPtr explanation, std::uint32_t row);

    /// How many there are: elements of a list, keys of a set, 1 for a scalar, 0 for other rows.
    static quint32 count(const Project &project, const ExplanationRow &row);

    const ExplanationRow &row() const { return m_explanation->rows[m_row]; }
    quint32 count() const { return m_count; }
    QString text(quint32 index) const;
    /// False for conditions that compare a list as a whole, and for scalars: nothing fits there.
    bool areComparedOneByOne() const { return m_isOneByOne; }
    /// Ascending: one is enough for a list to hold, except where all of a list are asked for.
    const std::vector<quint32> &fitting() const { return m_fitting; }
    bool fits(quint32 index) const;
    /// Those that contain the text, whatever the case; ascending. Only some if stopped.
    std::vector<quint32> containing(const QString &text, const std::stop_token &stop = {}) const;

private:
    ExplanationPtr m_explanation;
    std::uint32_t m_row;
    JsonValue m_target;
    quint32 m_count = 0;
    bool m_isOneByOne = false;
    std::vector<quint32> m_fitting;
};
using ConditionTargetsPtr = std::shared_ptr<const ConditionTargets>;

/// "None of them fits this user's gold.", "One of them fits this user's gold."
QString fittingWords(const ConditionTargets &targets);

} // namespace Gatescope
