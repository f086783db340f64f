// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsonvalueactions.h"

#include "filesave.h"
#include "valueviewer.h"

#include <ui/widgets/jsontreeview.h>

#include <QAction>

namespace Gatescope {

namespace {

QAction *separator(QObject *parent)
{
    auto *action = new QAction(parent);
    action->setSeparator(true);
    return action;
}

QByteArray bytesOf(const JsonValue &value)
{
    const std::string_view raw = value.rawText();
    return {raw.data(), qsizetype(raw.size())};
}

} // namespace

JsonValueActions::JsonValueActions(JsonTreeView *tree)
    : QObject(tree)
    , m_tree(tree)
{
    auto *open = new QAction(tr("Open value"), this);
    open->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    open->setShortcutContext(Qt::WidgetShortcut);
    auto *save = new QAction(tr("Save subtree…"), this);
    connect(
        open, &QAction::triggered, this, [this] { this->open(m_tree->document(), m_tree->currentValue()); });
    connect(save, &QAction::triggered, this, &JsonValueActions::save);
    connect(tree, &QAbstractItemView::doubleClicked, this, &JsonValueActions::openDoubleClicked);
    tree->insertActions(tree->actions().value(0), {open, separator(this)});
    tree->addActions({separator(this), save});
}

/// A double click on an object or a list folds it, as anywhere.
void JsonValueActions::openDoubleClicked()
{
    const JsonValue value = m_tree->currentValue();
    if (!value.isContainer())
        open(m_tree->document(), value);
}

ValueViewer *JsonValueActions::open(const JsonDocumentPtr &document, const JsonValue &value)
{
    if (!value.isValid())
        return nullptr;
    auto *viewer = new ValueViewer(document, value, m_tree->kindWithin(value), m_tree->window());
    viewer->show();
    return viewer;
}

void JsonValueActions::save()
{
    const JsonDocumentPtr document = m_tree->document();
    const JsonValue value = m_tree->currentValue();
    if (!value.isValid())
        return;
    FileToSave file {tr("Save the subtree"), value.hasKey() ? value.key() : value.jsonPath(),
        QStringLiteral("json"), [document, value] { return bytesOf(value); }};
    file.within = m_tree->kindWithin(value);
    // A tree has no place for a sentence; the viewer has, and another try beside it.
    saveFile(m_tree, file,
        [this, document, value](const Error &error) { open(document, value)->showProblem(error); });
}

} // namespace Gatescope
