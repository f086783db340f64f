// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QSortFilterProxyModel>

#include <functional>

namespace Gatescope {

/// A table filtered by words and by one more condition, and sorted. Its subclass says how cells look.
class WordsProxy : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    /// The source model's roles: a number or text to sort by, and what the words are looked for in.
    WordsProxy(int sortRole, int textRole, QObject *parent = nullptr);

    using Condition = std::function<bool(const QModelIndex &sourceIndex)>;

    /// Every word must be found, in any case and order.
    void setText(const QString &text);
    void setCondition(const Condition &condition); ///< null: none
    bool isFiltering() const { return !m_words.isEmpty() || m_condition; }

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    const int m_textRole;
    QStringList m_words;
    Condition m_condition;
};

} // namespace Gatescope
