// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "ledger.h"

#include "exchangewords.h"
#include "receivedeventsmodel.h"

namespace Gatescope {

namespace {

QString ledgerCellText(const LedgerEntry &entry, int column)
{
    switch (column) {
    case Ledger::Number:
        return QString::number(entry.number);
    case Ledger::Time:
        return localTimeText(entry.sentUtc);
    case Ledger::Connection:
        return entry.connectionName;
    case Ledger::Kind:
        return kindText(entry.kind);
    case Ledger::Name:
        return entry.name;
    case Ledger::User:
        return entry.user;
    case Ledger::Outcome:
        return outcomeText(entry.outcome);
    default:
        return {};
    }
}

QVariant ledgerSortValue(const LedgerEntry &entry, int column)
{
    if (column == Ledger::Number)
        return entry.number;
    return column == Ledger::Time ? QVariant(entry.sentUtc) : QVariant(ledgerCellText(entry, column));
}

QString ledgerToolTip(const LedgerEntry &entry, int column)
{
    if (column == Ledger::Time)
        return localAndUtcText(entry.sentUtc);
    // Texts from outside are plain: escaped, a tool tip cannot take them for markup.
    if (column == Ledger::Outcome && !entry.note.isEmpty())
        return entry.note.toHtmlEscaped();
    return ledgerCellText(entry, column).toHtmlEscaped();
}

QString ledgerSentence(const LedgerEntry &entry)
{
    QStringList parts;
    for (const int column : {Ledger::Kind, Ledger::Name, Ledger::User, Ledger::Connection, Ledger::Outcome}) {
        if (const QString text = ledgerCellText(entry, column); !text.isEmpty())
            parts << text;
    }
    return parts.join(QStringLiteral(", "));
}

int ledgerAlignment(int column)
{
    return int(
        column == Ledger::Number ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace

void Ledger::record(const Exchange &exchange)
{
    QList<LedgerEntry> entries = ledgerEntries(exchange);
    if (entries.isEmpty())
        return;
    for (LedgerEntry &entry : entries) {
        entry.number = ++m_total;
        ++m_counts.at(std::size_t(entry.outcome));
    }
    if (entries.size() > maxEntries)
        entries.remove(0, entries.size() - maxEntries);
    dropOldest(items().size() + entries.size() - maxEntries);
    append(entries);
    Q_EMIT recorded();
}

int Ledger::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant Ledger::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LedgerEntry &entry = items().at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return ledgerCellText(entry, index.column());
    case Qt::ToolTipRole:
        return ledgerToolTip(entry, index.column());
    case Qt::TextAlignmentRole:
        return ledgerAlignment(index.column());
    case Qt::AccessibleTextRole:
        return ledgerSentence(entry);
    case SortRole:
        return ledgerSortValue(entry, index.column());
    case FilterTextRole:
        return ledgerSentence(entry);
    default:
        return {};
    }
}

QVariant Ledger::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return ledgerAlignment(section);
    if (role != Qt::DisplayRole)
        return {};
    static const char *const titles[ColumnCount] = {QT_TR_NOOP("#"), QT_TR_NOOP("Time"),
        QT_TR_NOOP("Connection"), QT_TR_NOOP("What"), QT_TR_NOOP("Name"), QT_TR_NOOP("User"),
        QT_TR_NOOP("Outcome")};
    return tr(titles[section]);
}

} // namespace Gatescope
