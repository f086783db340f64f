// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "wordsproxy.h"

#include "spokencells.h"

#include <algorithm>

namespace Gatescope {

WordsProxy::WordsProxy(int sortRole, int textRole, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_textRole(textRole)
{
    setSortRole(sortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

void WordsProxy::setText(const QString &text)
{
    m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void WordsProxy::setCondition(const Condition &condition)
{
    m_condition = condition;
    invalidateFilter();
}

QVariant WordsProxy::data(const QModelIndex &index, int role) const
{
    const QVariant given = QSortFilterProxyModel::data(index, role);
    return role == Qt::AccessibleTextRole ? spokenCell(index, given) : given;
}

bool WordsProxy::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    const QModelIndex index = sourceModel()->index(sourceRow, 0, sourceParent);
    if (m_condition && !m_condition(index))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString text = index.data(m_textRole).toString();
    return std::ranges::all_of(
        m_words, [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace Gatescope
