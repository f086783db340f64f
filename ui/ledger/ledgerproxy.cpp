// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "ledgerproxy.h"

#include <models/items/ledger.h>
#include <models/privacy/pseudonyms.h>
#include <ui/widgets/cellroles.h>

namespace Gatescope {

namespace {

Mark ledgerMark(LedgerEntry::Outcome outcome)
{
    const QString word = outcomeText(outcome);
    switch (outcome) {
    case LedgerEntry::Outcome::Logged:
        return Marks::positive(word);
    case LedgerEntry::Outcome::Refused:
        return Marks::error(word);
    case LedgerEntry::Outcome::Unknown:
        break;
    }
    return Marks::cannotTell(word);
}

bool isLedgerName(int column)
{
    return column == Ledger::Name || column == Ledger::User;
}

} // namespace

LedgerProxy::LedgerProxy(QObject *parent)
    : WordsProxy(Ledger::SortRole, Ledger::FilterTextRole, parent)
{ }

QVariant LedgerProxy::data(const QModelIndex &index, int role) const
{
    if (role == CellRole::Personal && index.column() == Ledger::User)
        return int(Pseudonyms::Kind::Id);
    if (index.column() == Ledger::Outcome) {
        const auto *ledger = static_cast<const Ledger *>(sourceModel());
        const Mark mark = ledgerMark(ledger->item(mapToSource(index).row()).outcome);
        if (const QVariant look = markData(mark, role); look.isValid())
            return look;
    }
    if (role == CellRole::Font)
        return toVariant(isLedgerName(index.column()) || index.column() <= Ledger::Time ? Theme::Font::Mono
                                                                                        : Theme::Font::Body);
    if (role == CellRole::ElideMiddle)
        return isLedgerName(index.column());
    return WordsProxy::data(index, role);
}

} // namespace Gatescope
