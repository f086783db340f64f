// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "lintlist.h"

#include "lintbar.h"

#include <ui/widgets/actionbutton.h>

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace Gatescope {

namespace {

constexpr qsizetype barsInSight = 3;

} // namespace

LintList::LintList(QWidget *tabAnchor, QWidget *parent)
    : QWidget(parent)
    , m_tabAnchor(tabAnchor)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    hide();
}

void LintList::setFindings(const LintFindings &findings)
{
    if (findings == m_findings)
        return;
    m_findings = findings;
    rebuild();
}

QWidget *LintList::barOf(const LintFinding &finding) const
{
    const auto found = std::ranges::find(m_bars, finding, &LintBar::finding);
    return found == m_bars.end() ? nullptr : *found;
}

LintBar *LintList::makeBar(const LintFinding &finding)
{
    auto *bar = new LintBar(finding);
    connect(bar, &LintBar::mendRequested, this, &LintList::mendRequested);
    connect(bar, &LintBar::dismissed, this, &LintList::dismissed);
    connect(bar, &LintBar::entityRequested, this, &LintList::entityRequested);
    return bar;
}

/// The bar that says it already, else a new one.
LintBar *LintList::takeBar(const LintFinding &finding)
{
    const auto same =
        std::ranges::find_if(m_bars, [&finding](const LintBar *bar) { return bar->says(finding); });
    if (same == m_bars.end())
        return makeBar(finding);
    LintBar *bar = *same;
    bar->setFinding(finding);
    m_bars.erase(same);
    return bar;
}

void LintList::rebuild()
{
    const bool isCut = !m_showsAll && m_findings.size() > barsInSight + 1;
    QList<LintBar *> bars;
    for (const LintFinding &finding : m_findings.first(isCut ? barsInSight : m_findings.size()))
        bars << takeBar(finding);
    for (LintBar *gone : std::as_const(m_bars)) {
        gone->hide();
        gone->deleteLater(); // it may be what was clicked
    }
    m_bars = bars;
    for (int i = 0; i < int(m_bars.size()); ++i)
        m_column->insertWidget(i, m_bars[i]);
    showMore(isCut);
    setVisible(!m_findings.isEmpty());
    orderTabs();
}

void LintList::showMore(bool shown)
{
    if (shown && m_more == nullptr) {
        m_more = new ActionButton(QString(), ActionButton::Look::Link);
        m_more->setSmall(true);
        m_column->addWidget(m_more);
        connect(m_more, &QPushButton::clicked, this, [this] {
            m_showsAll = true;
            rebuild();
        });
    }
    if (m_more == nullptr)
        return;
    m_more->setText(tr("Show %1 more").arg(locale().toString(m_findings.size() - barsInSight)));
    m_more->setVisible(shown);
}

void LintList::orderTabs()
{
    QWidget *last = m_tabAnchor;
    for (const LintBar *bar : std::as_const(m_bars))
        for (QWidget *stop : bar->tabStops()) {
            setTabOrder(last, stop);
            last = stop;
        }
    if (m_more != nullptr)
        setTabOrder(last, m_more);
}

int countOf(const LintFindings &findings, LintFinding::Severity severity)
{
    return int(std::ranges::count(findings, severity, &LintFinding::severity));
}

} // namespace Gatescope
