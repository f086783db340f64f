// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "spokencells.h"

#include "celldelegate.h"

#include <ui/presenter/presenter.h>

namespace Gatescope {

namespace {

/// Where it stands for itself.
void replaceWord(QString &text, const QString &word, const QString &shown)
{
    const auto isPart = [&text](qsizetype at) {
        return at >= 0 && at < text.size() && text[at].isLetterOrNumber();
    };
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at)) {
        const bool isWhole = !(isPart(at - 1) && word.front().isLetterOrNumber())
            && !(isPart(at + word.size()) && word.back().isLetterOrNumber());
        if (isWhole)
            text.replace(at, word.size(), shown);
        at += isWhole ? shown.size() : 1;
    }
}

/// As sentences have what a tree quotes.
QString unquoted(const QString &text)
{
    constexpr QChar quote(u'"');
    const bool isQuoted = text.size() > 1 && text.startsWith(quote) && text.endsWith(quote);
    return isQuoted ? text.sliced(1, text.size() - 2) : text;
}

} // namespace

QVariant spokenCell(const QModelIndex &index, const QVariant &given)
{
    const Presenter &presenter = Presenter::instance();
    if (!presenter.isOn())
        return given;
    if (given.toString().isEmpty())
        return shownCell(index);
    QString spoken = given.toString();
    // A sentence about the row says of all its cells what is hidden for where it stands.
    const int columns = index.model()->columnCount(index.parent());
    for (int column = 0; column < columns; ++column) {
        const QModelIndex cell = index.siblingAtColumn(column);
        if (!cell.data(CellRole::Personal).isValid())
            continue;
        const QString raw = unquoted(cell.data().toString());
        if (!raw.isEmpty())
            replaceWord(spoken, raw, unquoted(shownCell(cell)));
    }
    return presenter.text(spoken);
}

QVariant spokenTitle(const QVariant &shown)
{
    const Presenter &presenter = Presenter::instance();
    return presenter.isOn() ? QVariant(presenter.text(shown.toString())) : QVariant();
}

QVariant SpokenCells::headerData(int section, Qt::Orientation orientation, int role) const
{
    return role == Qt::AccessibleTextRole
        ? spokenTitle(QIdentityProxyModel::headerData(section, orientation, Qt::DisplayRole))
        : QIdentityProxyModel::headerData(section, orientation, role);
}

QVariant SpokenCells::data(const QModelIndex &index, int role) const
{
    const QVariant given = QIdentityProxyModel::data(index, role);
    return role == Qt::AccessibleTextRole ? spokenCell(index, given) : given;
}

} // namespace Gatescope
