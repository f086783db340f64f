// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "initializefilter.h"
#include <models/json/textneedle.h>

#include <algorithm>

namespace Gatescope {

namespace {

class InitializeMatcher
{
public:
    explicit InitializeMatcher(const InitializeFilter &filter)
        : m_filter(filter)
        , m_needle(filter.text)
    { }

    bool matches(const InitializeEntry &entry) const
    {
        if (!m_filter.kinds.isEmpty() && !m_filter.kinds.contains(entry.kind))
            return false;
        if (m_filter.onlyPassing && !isPassing(entry))
            return false;
        if (m_filter.onlyInExperiment && !entry.isInExperiment.value_or(false))
            return false;
        if (m_filter.onlyUnknown && entry.isNameKnown())
            return false;
        return m_filter.text.isEmpty() || matchesText(entry);
    }

private:
    bool matchesText(const InitializeEntry &entry) const
    {
        const auto contains = [this](const QString &text) { return m_needle.isIn(text); };
        return std::ranges::any_of(entry.names, contains) || contains(entry.hash) || contains(entry.rule)
            || contains(entry.ruleId) || contains(entry.groupName) || contains(entry.idType)
            || m_needle.isIn(entry.value);
    }

    const InitializeFilter &m_filter;
    const TextNeedle m_needle;
};

/// Three-way by one column; names last resort, so that equal cells stay in a known order.
int compareBy(InitializeColumn column, const InitializeEntry &left, const InitializeEntry &right)
{
    const auto numbers = [](auto a, auto b) { return a < b ? -1 : b < a ? 1 : 0; };
    switch (column) {
    case InitializeColumn::Name:
        return left.name().compare(right.name(), Qt::CaseInsensitive);
    case InitializeColumn::Value:
        return left.kind == InitializeKind::Gate ? numbers(left.isOn, right.isOn)
                                                 : numbers(left.value.size(), right.value.size());
    case InitializeColumn::Rule:
        return left.rule.compare(right.rule, Qt::CaseInsensitive);
    case InitializeColumn::Group:
        return left.groupName.compare(right.groupName, Qt::CaseInsensitive);
    case InitializeColumn::IdType:
        return left.idType.compare(right.idType, Qt::CaseInsensitive);
    case InitializeColumn::InExperiment:
        return numbers(left.isInExperiment, right.isInExperiment);
    }
    Q_UNREACHABLE();
}

} // namespace

InitializeRows filterInitialize(const InitializeView &view, const InitializeFilter &filter)
{
    const auto entries = view.entries();
    const InitializeMatcher matcher(filter);
    InitializeRows rows;
    for (quint32 i = 0; i < entries.size(); ++i)
        if (matcher.matches(entries[i]))
            rows.push_back(i);
    if (!filter.sortBy)
        return rows;
    std::ranges::stable_sort(rows, [&entries, &filter](quint32 a, quint32 b) {
        const InitializeEntry &left = entries[a];
        const InitializeEntry &right = entries[b];
        if (left.kind != right.kind)
            return left.kind < right.kind;
        const int order = compareBy(*filter.sortBy, left, right);
        return filter.descending ? order > 0 : order < 0;
    });
    return rows;
}

} // namespace Gatescope
