// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "checkrow.h"

#include <QAbstractTableModel>
#include <QHash>

#include <array>

namespace Gatescope {

/// What is checked, what the server said and what this machine says, one row an item. Sorted and filtered in
/// the model; while answers fill it in, rows stay where they are until refreshOrder().
class CheckModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, LiveColumn, LocalColumn, RuleColumn, GroupColumn, TimeColumn, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole, ///< int(EntityKind)
        VerdictRole, ///< int(CheckVerdict), in LocalColumn of this machine, else of the server
        QuietRole, ///< bool: an ordinary negative, or nothing decided, drawn muted
        OldRole, ///< bool: the answer is from before the user or the question changed
        IdentifierRole, ///< bool: the rule is named by nothing but its id
        AgreementRole, ///< int(Agreement::State)
        AgreementTextRole, ///< "agrees", "rule differs"; empty where there are not two answers
        LocalTextRole, ///< RuleColumn and GroupColumn: ", local: From 40 €" where that differs
    };
    using Row = CheckRow;
    using Filter = CheckFilter;
    /// Two answers to compare on a worker.
    struct Pair
    {
        CheckItem item;
        quint64 revision = 0;
        CheckAnswer live;
        LocalAnswerPtr local;
    };
    struct Compared
    {
        CheckItem item;
        quint64 revision = 0;
        Agreement agreement;
    };
    struct Counts
    {
        std::array<qsizetype, checkFilterCount> of {}; ///< by Filter
        qsizetype operator[](Filter filter) const { return of[std::size_t(filter)]; }
        bool operator==(const Counts &) const = default;
    };

    using QAbstractTableModel::QAbstractTableModel;

    CheckItems items() const; ///< in the order of adding, whatever is shown
    void setItems(const CheckItems &items); ///< keeps the answers of those that stay
    int addItems(const CheckItems &items); ///< how many were new
    void removeItems(const CheckItems &items);
    void setProject(const ProjectPtr &project); ///< names the rules; may be null

    /// \name What the server said
    /// @{
    void markOld(const CheckItems &items); ///< their answers no longer hold
    void setAnswer(const CheckItem &item, const CheckAnswer &answer);
    void clearAnswers();
    bool hasOld() const;
    /// @}

    /// \name What this machine says
    /// @{
    void markLocalOld();
    void setLocal(const LocalAnswers &answers); ///< of all items; those without one have none
    /// Answers of both kinds that came since the last call, where both are there and neither is old.
    QList<Pair> takePairs();
    void setAgreements(const QList<Compared> &compared); ///< of replaced answers is dropped
    /// @}

    void refreshOrder(); ///< after a run: sorts and filters anew
    const Counts &counts() const { return m_counts; }
    Filter filter() const { return m_filter; }
    void setFilter(Filter filter);

    /// Of a visible row.
    const Row &row(int row) const { return m_rows[m_visible[row]]; }
    int rowOf(const CheckItem &item) const; ///< −1 if it is not shown
    const Row *find(const CheckItem &item) const; ///< shown or not; null if it is not among items()

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void countsChanged();

private:
    bool isLess(const Row &left, const Row &right) const;
    QList<qsizetype> computeVisible() const;
    void indexRows();
    void tellRows();
    void beginRevision(Row &row);
    void updateCounts();

    QList<Row> m_rows;
    QList<qsizetype> m_visible; ///< into m_rows
    QHash<CheckItem, qsizetype> m_byItem; ///< into m_rows
    QList<CheckItem> m_uncompared;
    ProjectPtr m_project;
    Counts m_counts;
    quint64 m_lastRevision = 0;
    Filter m_filter = Filter::All;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace Gatescope
