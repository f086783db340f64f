// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

class QMenuBar;
class QWidget;

namespace Gatescope {

/// What one action does, and its keys.
struct KeyEntry
{
    QString action;
    QList<QKeySequence> keys;
    bool operator==(const KeyEntry &) const = default;
};

struct KeyGroup
{
    QString title; ///< of a menu, a page, a kind of view
    QList<KeyEntry> entries;
};

/// A page as the reference lists it.
struct KeyPage
{
    QString title;
    const QWidget *page = nullptr;
};

/// Every key of the window, read from the actions themselves: menu by menu, then what each page has beside
/// them, then what lists, trees and the search lines have everywhere. UI thread.
QList<KeyGroup> keyReference(const QMenuBar &menus, const QList<KeyPage> &pages);

/// "Ctrl+F, /". Native for the screen, portable for documents.
QString keysText(const KeyEntry &entry, QKeySequence::SequenceFormat format);
/// Tables under headings.
QString keyReferenceMarkdown(const QList<KeyGroup> &groups);

} // namespace Gatescope
