// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "checkspane.h"

#include "checkline.h"

#include <ui/widgets/paneheader.h>
#include <ui/widgets/textlabel.h>

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace Gatescope {

namespace {

/// More of the same is not read; the count says how many there are.
constexpr qsizetype mostCheckLines = 50;

QString countedFindings(qsizetype count, const QString &one, const QString &many)
{
    return count == 1 ? one : many.arg(count);
}

QString nothingToFixText(const QList<EventRow> &rows)
{
    const bool isAnyReady = std::ranges::any_of(
        rows, [](const EventRow &row) { return row.delivery.state == EventState::NotSent; });
    return isAnyReady
        ? ChecksPane::tr("Nothing stands in the way of these events.")
        : ChecksPane::tr("Every event has been sent. Add another, or choose one and make it ready again.");
}

} // namespace

ChecksPane::ChecksPane(QWidget *parent)
    : QWidget(parent)
    , m_header(new PaneHeader(tr("Before you send")))
    , m_rest(new TextLabel(Theme::Font::Label, Theme::Color::TextMuted))
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new Panel(Theme::Color::Surface);
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
    m_rest->setContentsMargins(Theme::instance().scaled(16), Theme::instance().scaled(8), 0, 0);
    m_layout->addWidget(m_rest);
    m_layout->addStretch(1);
    scroll->setWidget(content);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(scroll, 1);
    setRows({});
}

QList<ChecksPane::Line> ChecksPane::linesOf(const QList<EventRow> &rows)
{
    QList<Line> lines;
    for (int i = 0; i < rows.size(); ++i) {
        if (rows.at(i).delivery.state != EventState::NotSent)
            continue;
        for (const EventFinding &finding : rows.at(i).findings) {
            const auto same = std::ranges::find(lines, finding, &Line::finding);
            if (finding.fix.isEmpty() && same != lines.end())
                same->positions << i + 1;
            else
                lines.append({finding, rows.at(i).id, {i + 1}});
        }
    }
    std::ranges::stable_sort(lines, {}, [](const Line &line) { return line.finding.severity; });
    return lines;
}

QString ChecksPane::summaryOf(const QList<Line> &lines)
{
    const auto count = [&lines](EventSeverity severity) {
        return std::ranges::count(lines, severity, [](const Line &line) { return line.finding.severity; });
    };
    QStringList parts;
    if (const auto blocks = count(EventSeverity::Blocks))
        parts << tr("%1 blocked").arg(blocks);
    if (const auto warnings = count(EventSeverity::Warning))
        parts << countedFindings(warnings, tr("1 warning"), tr("%1 warnings"));
    if (const auto notes = count(EventSeverity::Note))
        parts << countedFindings(notes, tr("1 note"), tr("%1 notes"));
    return parts.isEmpty() ? tr("nothing to fix") : parts.join(QStringLiteral(", "));
}

CheckLine *ChecksPane::lineAt(qsizetype index)
{
    if (index == m_lines.size()) {
        auto *line = new CheckLine;
        connect(line, &CheckLine::fixRequested, this, &ChecksPane::fixRequested);
        m_layout->insertWidget(int(index), line);
        m_lines.append(line);
    }
    return m_lines.at(index);
}

void ChecksPane::setRows(const QList<EventRow> &rows)
{
    const QList<Line> lines = linesOf(rows);
    m_header->setSubtitle(summaryOf(lines));
    const qsizetype shown = std::min(lines.size(), mostCheckLines);
    for (qsizetype i = 0; i < shown; ++i) {
        lineAt(i)->setFinding(lines.at(i).eventId, lines.at(i).positions, lines.at(i).finding);
        m_lines.at(i)->show();
    }
    for (qsizetype i = shown; i < m_lines.size(); ++i)
        m_lines.at(i)->hide();
    m_rest->setVisible(lines.size() > shown || lines.isEmpty());
    m_rest->setText(lines.isEmpty() ? nothingToFixText(rows) : tr("and %1 more").arg(lines.size() - shown));
}

} // namespace Gatescope
