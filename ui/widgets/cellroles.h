// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "mark.h"

#include <QModelIndex>
#include <QVariant>

namespace Gatescope {

/// What a cell may say beside its text (Qt::DisplayRole), drawn by CellDelegate. All optional; colours and
/// icons are Theme's enums, stored as int by the helpers below.
namespace CellRole {
enum Role {
    Icon = Qt::UserRole + 0x100, ///< Theme::Icon, before the text
    IconColor, ///< Theme::Color; without it the text's
    TextColor, ///< Theme::Color
    Words, ///< Phrases drawn in place of the text, each in its own face
    Font, ///< Theme::Font; identifiers and values use Font::Mono
    Suffix, ///< QString, muted, right behind the text: "nothing is logged", a hash behind its name. One that
            ///< begins with a comma goes on with the text: ", local: From 40 €"
    Tag, ///< QString in a tag behind the text: "name unknown", "decides"
    TagColor, ///< Theme::Color
    Note, ///< QString at the right edge: "agrees"
    NoteIcon, ///< Theme::Icon
    NoteColor, ///< Theme::Color
    NoteIsTag, ///< bool: the note stands on its colour's fill: "differs"
    GroupRow, ///< bool, of the row's first column: a heading over the rows below it
    ElideMiddle, ///< bool: an identifier
    NoDash, ///< bool: an empty cell stays empty instead of "–"
    Personal, ///< Pseudonyms::Kind: the text is somebody's, whatever it is (Presenter)
    Sort, ///< the value to sort by, where the text is not
    FirstFree = Qt::UserRole + 0x200, ///< where a page's own roles begin
};
}

inline QVariant toVariant(Theme::Icon icon)
{
    return int(icon);
}
inline QVariant toVariant(Theme::Color color)
{
    return int(color);
}
inline QVariant toVariant(Theme::Font font)
{
    return int(font);
}

/// The part of a mark a role asks for: DisplayRole, Icon, IconColor, TextColor, Font; else an invalid value.
/// For data(): `return markData(mark, role);`
QVariant markData(const Mark &mark, int role);

/// The text of a cell as it is drawn and copied: with pseudonyms while presenter mode is on.
QString shownCell(const QModelIndex &index);

} // namespace Gatescope
