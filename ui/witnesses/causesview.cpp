// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "causesview.h"

#include <ui/theme/theme.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/plaintooltip.h>
#include <ui/widgets/sentence.h>
#include <ui/widgets/textlabel.h>

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace Gatescope {

CausesView::CausesView(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(tr("Why they may differ"), Theme::Font::Label, Theme::Color::TextMuted, this))
    , m_scroll(new QScrollArea(this))
{
    const Theme &theme = Theme::instance();
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setAccessibleName(tr("Why they may differ"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.scaled(16), theme.scaled(8), theme.scaled(16), theme.scaled(8));
    layout->setSpacing(theme.scaled(4));
    layout->addWidget(m_title);
    layout->addWidget(m_scroll);
}

void CausesView::setMostHeight(int pixels)
{
    m_mostHeight = pixels;
    fitHeight();
}

void CausesView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

/// Fonts and what a button says may change what the list needs.
bool CausesView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::LayoutRequest)
        fitHeight();
    return QWidget::eventFilter(watched, event);
}

/// As high as the list is at this width.
void CausesView::fitHeight()
{
    if (!m_list)
        return;
    const Theme &theme = Theme::instance();
    const int width = qMax(1, this->width() - 2 * theme.scaled(16));
    const int bar = m_scroll->verticalScrollBar()->sizeHint().width();
    int height = m_list->heightForWidth(width);
    if (m_mostHeight && height > theme.scaled(*m_mostHeight))
        height = qMin(m_list->heightForWidth(qMax(1, width - bar)), theme.scaled(*m_mostHeight));
    m_scroll->setFixedHeight(height);
}

void CausesView::setCauses(const QList<WitnessCause> &causes, const QString &noFreshSpecs)
{
    if (causes != m_causes) {
        m_causes = causes;
        fill();
    }
    if (m_fresh)
        m_fresh->setDisabledReason(noFreshSpecs);
}

/// Each remedy once, at the likeliest cause it helps against.
void CausesView::fill()
{
    const Theme &theme = Theme::instance();
    if (QWidget *before = m_scroll->takeWidget()) {
        before->hide();
        before->deleteLater(); // a button of it may be what was clicked
    }
    m_fresh = nullptr;
    m_list = new QWidget;
    m_title->setText(m_causes.size() > 1
            ? tr("Why they may differ (%1 causes)").arg(locale().toString(m_causes.size()))
            : tr("Why they may differ"));
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.scaled(6));
    QList<std::pair<WitnessCause::Remedy, UserEdits>> offered;
    int number = 0;
    for (const WitnessCause &cause : std::as_const(m_causes)) {
        auto *sentence = new Sentence(Theme::Font::Body, m_list);
        sentence->setText(tr("%1. ", "number of a cause").arg(++number), cause.text);
        sentence->setObjectName(QStringLiteral("causeText"));
        column->addWidget(sentence);
        const std::pair remedy(cause.remedy, cause.edits);
        if (offered.contains(remedy))
            continue;
        offered.append(remedy);
        column->addWidget(makeButton(cause), 0, Qt::AlignLeading);
    }
    m_scroll->setWidget(m_list);
    m_list->setAutoFillBackground(false); // which setWidget() sets
    m_list->installEventFilter(this);
    m_list->show();
    fitHeight();
}

ActionButton *CausesView::makeButton(const WitnessCause &cause)
{
    using Remedy = WitnessCause::Remedy;
    auto *button = new ActionButton(QString(), ActionButton::Look::Plain, m_list);
    button->setSmall(true);
    switch (cause.remedy) {
    case Remedy::FreshSpecs:
        button->setText(tr("Fetch fresh specs and ask again"));
        button->setThemeIcon(Theme::Icon::Refresh);
        button->setObjectName(QStringLiteral("freshSpecsButton"));
        m_fresh = button;
        break;
    case Remedy::AskAgain:
        button->setText(tr("Ask the server again"));
        button->setThemeIcon(Theme::Icon::Run);
        break;
    case Remedy::EvaluationData:
        button->setText(tr("Choose lists and tables"));
        button->setThemeIcon(Theme::Icon::Settings);
        break;
    case Remedy::EnterCountry:
        button->setText(tr("Enter a country"));
        button->setThemeIcon(Theme::Icon::User);
        break;
    case Remedy::EnterUserAgent:
        button->setText(tr("Enter a userAgent"));
        button->setThemeIcon(Theme::Icon::User);
        break;
    case Remedy::EnterTier:
        button->setText(tr("Set the user's tier"));
        button->setThemeIcon(Theme::Icon::User);
        break;
    case Remedy::ChangeUser:
        button->setText(cause.action);
        button->setThemeIcon(Theme::Icon::User);
        button->setToolTip(plainToolTip(tr("Changes the user and asks again. Ctrl+Z takes it back.")));
        break;
    case Remedy::Connection:
        button->setText(tr("Open the connection's settings"));
        button->setThemeIcon(Theme::Icon::Settings);
        break;
    }
    connect(button, &QAbstractButton::clicked, this, [this, cause] {
        if (cause.remedy == Remedy::ChangeUser)
            Q_EMIT changeRequested(cause.edits);
        else
            Q_EMIT remedyRequested(cause.remedy);
    });
    return button;
}

void CausesView::focusFirst()
{
    if (auto *button = m_list ? m_list->findChild<ActionButton *>() : nullptr) {
        button->setFocus(Qt::OtherFocusReason);
        m_scroll->ensureWidgetVisible(button);
    }
}

} // namespace Gatescope
