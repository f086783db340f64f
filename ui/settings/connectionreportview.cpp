// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "connectionreportview.h"

#include <ui/theme/theme.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/mark.h>
#include <ui/widgets/sentence.h>
#include <ui/widgets/textlabel.h>

#include <QGridLayout>
#include <QVBoxLayout>

namespace Gatescope {

namespace {

Mark outcomeMark(CapabilityRow::Outcome outcome)
{
    const QString word = outcomeText(outcome);
    switch (outcome) {
    case CapabilityRow::Outcome::Works:
        return Marks::positive(word);
    case CapabilityRow::Outcome::Refused:
    case CapabilityRow::Outcome::Failed:
        return Marks::error(word);
    case CapabilityRow::Outcome::Waiting:
        return {Theme::Icon::Waiting, Theme::Color::TextMuted, word};
    case CapabilityRow::Outcome::NotTried:
        return {Theme::Icon::NotReached, Theme::Color::TextMuted, word};
    }
    Q_UNREACHABLE();
}

} // namespace

ConnectionReportView::ConnectionReportView(QWidget *parent)
    : QWidget(parent)
    , m_way(new Sentence(Theme::Font::Label, this))
{
    setObjectName(QStringLiteral("connectionReport"));
    setAccessibleName(tr("What works with this key"));
    m_way->setObjectName(QStringLiteral("wayText"));
    m_way->setColorRole(Theme::Color::TextMuted);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::instance().scaled(6));
    column->addWidget(m_way);
}

void ConnectionReportView::setReport(const ConnectionReport &report)
{
    const QString way = wayText(report);
    m_way->setText({}, way);
    m_way->setVisible(!way.isEmpty());
    delete m_table;
    m_table = new QWidget(this);
    m_grid = new QGridLayout(m_table);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Theme::instance().scaled(12));
    m_grid->setVerticalSpacing(Theme::instance().scaled(4));
    m_grid->setColumnStretch(3, 1);
    for (int i = 0; i < report.rows.size(); ++i) {
        // What is wrong with all of them is the verdict, and said once.
        const CapabilityRow &row = report.rows.at(i);
        const bool isSaid = row.exchange > 0 && row.note == verdictText(report);
        addRow(row, isSaid ? QString() : row.note, i);
    }
    layout()->addWidget(m_table);
}

void ConnectionReportView::addRow(const CapabilityRow &row, const QString &reason, int number)
{
    const Theme &theme = Theme::instance();
    const Mark mark = outcomeMark(row.outcome);
    auto *icon = new QLabel(m_table);
    icon->setPixmap(theme.icon(mark.icon, mark.color).pixmap(theme.scaled(16)));
    auto *name =
        new TextLabel(capabilityText(row.capability), Theme::Font::Body, Theme::Color::Text, m_table);
    auto *word = new TextLabel(mark.word, Theme::Font::BodyStrong, mark.color, m_table);
    auto *note = new Sentence(Theme::Font::Label, m_table);
    note->setColorRole(Theme::Color::TextMuted);
    note->setText({}, reason);
    // Read as one: "Check gates: works".
    word->setAccessibleName(row.note.isEmpty() ? tr("%1: %2").arg(name->text(), mark.word)
                                               : tr("%1: %2. %3").arg(name->text(), mark.word, row.note));
    word->setObjectName(QStringLiteral("capability%1").arg(int(row.capability)));
    m_grid->addWidget(icon, number, 0);
    m_grid->addWidget(name, number, 1);
    m_grid->addWidget(word, number, 2);
    if (row.exchange == 0) {
        m_grid->addWidget(note, number, 3, 1, 2);
        return;
    }
    m_grid->addWidget(note, number, 3);
    auto *show = new ActionButton(tr("Show the exchange"), ActionButton::Look::Link, m_table);
    show->setSmall(true);
    show->setAccessibleName(tr("Show the exchange of %1").arg(name->text()));
    m_grid->addWidget(show, number, 4);
    connect(show, &QAbstractButton::clicked, this,
        [this, exchange = row.exchange] { Q_EMIT exchangeRequested(exchange); });
}

} // namespace Gatescope
