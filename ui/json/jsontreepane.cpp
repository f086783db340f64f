// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "jsontreepane.h"

#include "jsonsearchbar.h"
#include "jsonvalueactions.h"

#include <ui/widgets/jsontreeview.h>

#include <QApplication>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace Gatescope {

JsonTreePane::JsonTreePane(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_bar(new JsonSearchBar(this))
    , m_tree(new JsonTreeView(accessibleName, this))
    , m_search(new JsonTreeSearch(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_tree, 1);
    connect(m_bar, &JsonSearchBar::queryChanged, this, &JsonTreePane::search);
    connect(m_bar, &JsonSearchBar::onlyFoundChanged, this, &JsonTreePane::applyFound);
    connect(m_bar, &JsonSearchBar::stepped, this, &JsonTreePane::step);
    connect(m_tree, &JsonTreeView::unfoldedPartly, m_bar, &JsonSearchBar::showUnfoldedPartly);
    connect(m_search, &JsonTreeSearch::finished, this, &JsonTreePane::showFindings);
    for (const auto &[key, direction] :
        {std::pair(QKeySequence(Qt::Key_F3), 1), std::pair(QKeySequence(Qt::SHIFT | Qt::Key_F3), -1)}) {
        auto *shortcut = new QShortcut(key, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        shortcut->setWhatsThis(direction > 0 ? tr("Next match") : tr("Previous match"));
        connect(shortcut, &QShortcut::activated, this, [this, direction = direction] { step(direction); });
    }
    new JsonValueActions(m_tree);
    setFocusProxy(m_tree);
}

void JsonTreePane::setValue(const JsonDocumentPtr &document, const JsonValue &root, const QString &rootName)
{
    m_search->stop();
    m_document = document;
    m_root = root;
    m_tree->setValue(document, root, rootName);
    m_bar->setVisible(root.isContainer() || !m_bar->query().isEmpty()); // in "true" nothing is to be found
    search();
}

void JsonTreePane::setDocument(const JsonDocumentPtr &document)
{
    setValue(document, document ? document->root() : JsonValue());
}

void JsonTreePane::clear()
{
    setValue(nullptr, {});
}

void JsonTreePane::focusSearch()
{
    m_bar->focusEdit();
}

bool JsonTreePane::focusSearchFromWithin()
{
    const QWidget *focused = QApplication::focusWidget();
    const bool isWithin = m_bar->isVisible() && focused && isAncestorOf(focused);
    if (isWithin)
        focusSearch();
    return isWithin;
}

void JsonTreePane::select(const JsonValue &value)
{
    if (m_bar->wantsOnlyFound())
        m_bar->clearQuery();
    m_tree->select(value);
}

void JsonTreePane::search()
{
    m_findings = {};
    m_current = -1;
    if (m_bar->query().isEmpty() || !m_root.isValid()) {
        m_search->stop();
        m_bar->showNothing();
        m_tree->setFound(nullptr, false);
        return;
    }
    m_bar->showBusy();
    m_search->start(m_document, m_root, m_bar->query());
}

void JsonTreePane::showFindings(const Result<JsonTreeFindings> &findings)
{
    if (!findings) {
        m_tree->setFound(nullptr, false);
        m_bar->showProblem(findings.error().message);
        return;
    }
    m_findings = *findings;
    m_current = matchNear();
    applyFound();
    showPlace();
}

void JsonTreePane::applyFound()
{
    m_tree->setFound(m_findings.filter, m_bar->wantsOnlyFound());
    selectCurrent();
}

void JsonTreePane::selectCurrent()
{
    if (m_current >= 0)
        m_tree->select({m_document.get(), matches()[std::size_t(m_current)]});
}

void JsonTreePane::showPlace()
{
    m_bar->showFound(m_current, qsizetype(matches().size()), m_findings.found->isComplete);
}

std::span<const JsonDocument::Id> JsonTreePane::matches() const
{
    return m_findings.found ? std::span(m_findings.found->nodes) : std::span<const JsonDocument::Id>();
}

void JsonTreePane::step(int direction)
{
    const auto count = qsizetype(matches().size());
    if (count == 0)
        return;
    m_current = (m_current + direction + count) % count;
    selectCurrent();
    showPlace();
}

qsizetype JsonTreePane::matchNear() const
{
    const std::span<const JsonDocument::Id> nodes = matches();
    if (nodes.empty())
        return -1;
    const JsonValue current = m_tree->currentValue();
    if (!current.isValid())
        return 0;
    const auto place = [this](
                           JsonDocument::Id id) { return JsonValue(m_document.get(), id).rawText().data(); };
    const auto found = std::ranges::lower_bound(nodes, current.rawText().data(), {}, place);
    return found == nodes.end() ? 0 : found - nodes.begin();
}

} // namespace Gatescope
