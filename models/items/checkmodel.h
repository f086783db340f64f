// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "checkreading.h"

#include <QAbstractTableModel>
#include <QHash>

namespace Gatescope {

/// What is checked and what the server said, one row an item. Sorted and filtered in the model; while a run
/// fills it in, rows stay where they are until refreshOrder().
class CheckModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, VerdictColumn, RuleColumn, GroupColumn, TimeColumn, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole, ///< int(EntityKind)
        VerdictRole, ///< int(CheckVerdict)
        QuietRole, ///< bool: an ordinary negative, drawn muted
        OldRole, ///< bool: the answer is from before the user or the question changed
        IdentifierRole, ///< bool: the rule is named by nothing but its id
    };
    enum class Filter { All, Positive, Negative, Failed };

    struct Row
    {
        CheckItem item;
        CheckAnswer answer;
        CheckReading reading;
        bool isOld = false;
    };
    struct Counts
    {
        qsizetype all = 0;
        qsizetype positive = 0;
        qsizetype negative = 0;
        qsizetype failed = 0; ///< with answers that could not be read
        bool operator==(const Counts &) const = default;
    };

    using QAbstractTableModel::QAbstractTableModel;

    CheckItems items() const; ///< in the order of adding, whatever is shown
    void setItems(const CheckItems &items); ///< keeps the answers of those that stay
    int addItems(const CheckItems &items); ///< how many were new
    void removeItems(const CheckItems &items);
    void setProject(const ProjectPtr &project); ///< names the rules; may be null

    void markOld(const CheckItems &items); ///< their answers no longer hold
    void setAnswer(const CheckItem &item, const CheckAnswer &answer);
    void clearAnswers();
    void refreshOrder(); ///< after a run: sorts and filters anew

    bool hasOld() const;
    Counts counts() const { return m_counts; }
    Filter filter() const { return m_filter; }
    void setFilter(Filter filter);

    /// Of a visible row.
    const Row &row(int row) const { return m_rows[m_visible[row]]; }
    int rowOf(const CheckItem &item) const; ///< −1 if it is not shown
    /// The whole row as a sentence: "checkout_v2, gate, live Off, rule DE rollout".
    QString sentence(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void countsChanged();

private:
    QString text(const Row &row, int column) const;
    bool isShown(const Row &row) const;
    bool isLess(const Row &left, const Row &right) const;
    QList<qsizetype> computeVisible() const;
    void indexRows();
    void updateCounts();
    static void count(Counts &counts, const Row &row, int by);

    QList<Row> m_rows;
    QList<qsizetype> m_visible; ///< into m_rows
    QHash<CheckItem, qsizetype> m_byItem; ///< into m_rows
    ProjectPtr m_project;
    Counts m_counts;
    Filter m_filter = Filter::All;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace Gatescope
