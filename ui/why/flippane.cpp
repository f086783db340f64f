// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "flippane.h"

#include <ui/presenter/presenter.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/announce.h>
#include <ui/widgets/phrasetext.h>
#include <ui/widgets/sentence.h>
#include <ui/widgets/statustext.h>
#include <ui/widgets/textlabel.h>

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Gatescope {

namespace {

int flipPx(int pixels)
{
    return Theme::instance().scaled(pixels);
}

} // namespace

FlipPane::FlipPane(QWidget *parent)
    : Panel(Theme::Color::Surface, Qt::LeftEdge, parent)
{
    setObjectName(QStringLiteral("flipPane"));
    m_list = new QWidget;
    m_rows = new QVBoxLayout(m_list);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    m_conclusion = new Sentence(Theme::Font::Body, m_list);
    m_conclusion->setContentsMargins(0, 0, 0, 0);
    m_conclusion->setObjectName(QStringLiteral("flipConclusion"));

    auto *column = new QWidget;
    auto *columnLayout = new QVBoxLayout(column);
    columnLayout->setContentsMargins(flipPx(12), flipPx(12), flipPx(12), flipPx(12));
    columnLayout->setSpacing(flipPx(8));
    columnLayout->addWidget(m_conclusion);
    columnLayout->addWidget(m_list);
    columnLayout->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("Changes that give another answer"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(column);
    scroll->viewport()->setAutoFillBackground(false);
    column->setAutoFillBackground(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(scroll, 1);
    layout->addWidget(makeFoot());
    setMinimumWidth(flipPx(240));
    connect(&Presenter::instance(), &Presenter::teachersWanted, this, &FlipPane::teach);
}

QWidget *FlipPane::makeFoot()
{
    auto *footnote = new Sentence(Theme::Font::Label, this);
    footnote->setColorRole(Theme::Color::TextMuted);
    footnote->setText({},
        tr("Each was evaluated on this machine. Apply fills in the change and checks again. Ctrl+Z takes it "
           "back. Nothing is changed at Statsig."));
    m_foot = new Panel(Theme::Color::Surface, Qt::TopEdge, this);
    auto *footLayout = new QVBoxLayout(m_foot);
    footLayout->setContentsMargins(flipPx(12), flipPx(12), flipPx(12), flipPx(12));
    footLayout->addWidget(footnote);
    return m_foot;
}

QWidget *FlipPane::makeHead()
{
    auto *head = new Panel(Theme::Color::Surface, Qt::BottomEdge, this);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(flipPx(12), flipPx(6), flipPx(12), flipPx(6));
    layout->setSpacing(flipPx(8));
    auto *title = new TextLabel(tr("What would flip it?"), Theme::Font::BodyStrong, Theme::Color::Text, head);
    m_count = new StatusText(Theme::Font::Label, Theme::Color::TextMuted, head);
    m_count->setObjectName(QStringLiteral("flipCount"));
    m_stop = new ActionButton(tr("Stop"), ActionButton::Look::Plain, head);
    m_again = new ActionButton(tr("Search on"), ActionButton::Look::Plain, head);
    m_stop->setObjectName(QStringLiteral("stopFlipsButton"));
    m_again->setObjectName(QStringLiteral("searchOnButton"));
    for (ActionButton *button : {m_stop, m_again}) {
        button->setSmall(true);
        button->hide();
    }
    layout->addWidget(title);
    layout->addStretch();
    layout->addWidget(m_count);
    layout->addWidget(m_stop);
    layout->addWidget(m_again);
    head->setMinimumHeight(flipPx(36));
    connect(m_stop, &QAbstractButton::clicked, this, &FlipPane::stopRequested);
    connect(m_again, &QAbstractButton::clicked, this, &FlipPane::searchRequested);
    return head;
}

void FlipPane::showSearching()
{
    m_count->setText(tr("trying changes"));
    const bool hadFocus = m_again->hasFocus();
    m_stop->show();
    if (hadFocus)
        m_stop->setFocus(Qt::OtherFocusReason);
    m_again->hide();
    m_isSearching = true;
    showEnabled();
}

void FlipPane::setOld(bool old)
{
    m_isOld = old;
    showEnabled();
}

void FlipPane::showEnabled()
{
    m_list->setEnabled(!m_isOld && !m_isSearching);
    m_conclusion->setEnabled(!m_isOld && !m_isSearching);
    m_again->setDisabledReason(
        m_isOld ? tr("These are of the user before; a new search begins by itself.") : QString());
}

void FlipPane::showReport(const FlipWordsList &flips, const QString &conclusion, bool isComplete)
{
    clearRows();
    m_flips = flips;
    teach();
    m_stop->hide();
    m_again->setVisible(!isComplete);
    const QString count =
        flips.size() == 1 ? tr("1 way") : tr("%1 ways").arg(QLocale().toString(flips.size()));
    m_count->setText(flips.isEmpty() ? QString() : count);
    m_conclusion->setText({}, conclusion);
    m_conclusion->setVisible(!conclusion.isEmpty());
    for (const FlipWords &flip : flips)
        m_rows->addWidget(makeRow(flip));
    m_hasFlips = !flips.isEmpty();
    m_isSearching = false;
    showEnabled();
    showFoot();
    sayShown();
}

/// Other IDs are somebody's too.
void FlipPane::teach() const
{
    for (const FlipWords &flip : m_flips)
        Presenter::instance().learn(personalValues(flip.edits));
}

/// The search ends some time after the verdict: who cannot see that it did is told.
void FlipPane::sayShown()
{
    QStringList words {tr("What would flip it?"), m_count->text(), m_conclusion->text()};
    words.removeAll(QString());
    setAccessibleName(words.join(u' '));
    announce(this);
}

void FlipPane::setBeside(bool beside)
{
    m_isBeside = beside;
    showFoot();
}

void FlipPane::showFoot()
{
    m_foot->setVisible(m_isBeside && m_hasFlips);
}

void FlipPane::showNothing(const QString &reason)
{
    showReport({}, reason, true);
    m_count->setText({});
}

QWidget *FlipPane::makeRow(const FlipWords &flip)
{
    auto *row = new Panel(Theme::Color::Surface, Qt::BottomEdge, m_list);
    row->setLines(Qt::BottomEdge, Theme::Color::Line);
    row->setObjectName(QStringLiteral("flipRow"));
    auto *words = new QVBoxLayout;
    words->setSpacing(flipPx(2));
    auto *title = new PhraseText(PhraseLayout::Size::Body, row);
    title->setPhrases(flip.title);
    auto *outcome = new PhraseText(PhraseLayout::Size::Body, row);
    outcome->setColorRole(Theme::Color::TextMuted);
    outcome->setPhrases(flip.outcome);
    words->addWidget(title);
    words->addWidget(outcome);
    auto *apply = new ActionButton(tr("Apply"), ActionButton::Look::Plain, row);
    apply->setSmall(true);
    const QString what = plainText(flip.title);
    apply->setAccessibleName(tr("Apply: %1").arg(what));
    connect(apply, &QAbstractButton::clicked, this,
        [this, edits = flip.edits, what] { Q_EMIT applyRequested(edits, what); });
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, flipPx(8), 0, flipPx(8));
    layout->setSpacing(flipPx(8));
    layout->addLayout(words, 1);
    layout->addWidget(apply, 0, Qt::AlignTop);
    return row;
}

void FlipPane::clearRows()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

} // namespace Gatescope
