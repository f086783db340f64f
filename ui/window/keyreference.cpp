// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "keyreference.h"

#include "actionwords.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QShortcut>

namespace Gatescope {

namespace {

struct KeyReferenceText
{
    Q_DECLARE_TR_FUNCTIONS(KeyReference)
};

void addEntry(KeyGroup &group, const QAction &action)
{
    // An action that names the step it undoes says what it is for in whatsThis.
    const KeyEntry entry {
        action.whatsThis().isEmpty() ? actionWords(action) : action.whatsThis(), action.shortcuts()};
    if (!entry.keys.isEmpty() && !entry.action.isEmpty() && !group.entries.contains(entry))
        group.entries.append(entry);
}

/// What a shortcut without an action does it says itself.
void addEntry(KeyGroup &group, const QShortcut &shortcut)
{
    const KeyEntry entry {shortcut.whatsThis(), {shortcut.key()}};
    if (!entry.action.isEmpty() && !group.entries.contains(entry))
        group.entries.append(entry);
}

/// Of the page and all its parts.
QList<QAction *> actionsOf(const QWidget &page)
{
    return page.findChildren<QAction *>();
}

/// What views and fields do with keys by themselves, which no action tells of.
QList<KeyGroup> keysEverywhere()
{
    const auto key = [](Qt::Key code) { return QKeySequence(code); };
    const auto keys = [](const char *text) { return QKeySequence(QLatin1String(text)); };
    return {
        {KeyReferenceText::tr("In trees"),
            {{KeyReferenceText::tr("Fold, or go to the parent"), {key(Qt::Key_Left)}},
                {KeyReferenceText::tr("Unfold, or go to the first child"), {key(Qt::Key_Right)}},
                {KeyReferenceText::tr("Unfold everything below"), {key(Qt::Key_Asterisk)}}}},
        {KeyReferenceText::tr("In search lines"),
            {{KeyReferenceText::tr("Next match"), {key(Qt::Key_Return)}},
                {KeyReferenceText::tr("Previous match"), {keys("Shift+Return")}},
                {KeyReferenceText::tr("Clear the line"), {key(Qt::Key_Escape)}}}},
        {KeyReferenceText::tr("In the command field"),
            {{KeyReferenceText::tr("Choose among what was found"), {key(Qt::Key_Down), key(Qt::Key_Up)}},
                {KeyReferenceText::tr("Show or run it"), {key(Qt::Key_Return)}},
                {KeyReferenceText::tr("Check the entity instead"), {keys("Ctrl+Return")}},
                {KeyReferenceText::tr("Leave the field"), {key(Qt::Key_Escape)}}}},
        {KeyReferenceText::tr("In the composer’s tables"),
            {{KeyReferenceText::tr("Remove the row"), {key(Qt::Key_Delete)}}}},
    };
}

} // namespace

QList<KeyGroup> keyReference(const QMenuBar &menus, const QList<KeyPage> &pages)
{
    QSet<const QAction *> ofPages;
    for (const KeyPage &each : pages)
        for (const QAction *action : actionsOf(*each.page))
            ofPages.insert(action);

    QList<KeyGroup> groups;
    for (const QAction *menu : menus.actions()) {
        if (!menu->menu())
            continue;
        KeyGroup group {actionWords(*menu), {}};
        for (const QAction *action : menu->menu()->actions())
            if (!ofPages.contains(action)) // the Check menu lists those of the page that is shown
                addEntry(group, *action);
        groups.append(group);
    }
    for (const KeyPage &each : pages) {
        KeyGroup group {KeyReferenceText::tr("On the page %1").arg(each.title), {}};
        for (const QAction *action : actionsOf(*each.page))
            addEntry(group, *action);
        for (const QShortcut *shortcut : each.page->findChildren<QShortcut *>())
            addEntry(group, *shortcut);
        groups.append(group);
    }
    groups += keysEverywhere();
    groups.removeIf([](const KeyGroup &group) { return group.entries.isEmpty(); });
    return groups;
}

QString keysText(const KeyEntry &entry, QKeySequence::SequenceFormat format)
{
    QStringList texts;
    for (const QKeySequence &each : entry.keys)
        texts << each.toString(format);
    texts.removeDuplicates();
    return texts.join(QStringLiteral(", "));
}

QString keyReferenceMarkdown(const QList<KeyGroup> &groups)
{
    QString text = QStringLiteral("# ") + KeyReferenceText::tr("Keyboard shortcuts") + QLatin1Char('\n');
    for (const KeyGroup &group : groups) {
        text += QStringLiteral("\n## %1\n\n| %2 | %3 |\n|---|---|\n")
                    .arg(group.title, KeyReferenceText::tr("Action"), KeyReferenceText::tr("Keys"));
        for (const KeyEntry &entry : group.entries)
            text += QStringLiteral("| %1 | %2 |\n")
                        .arg(entry.action,
                            keysText(entry, QKeySequence::PortableText)
                                .replace(QLatin1Char('*'), QLatin1String("\\*")));
    }
    return text;
}

} // namespace Gatescope
