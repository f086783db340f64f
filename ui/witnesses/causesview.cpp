// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "causesview.h"

#include <ui/theme/theme.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/sentence.h>
#include <ui/widgets/textlabel.h>

#include <QVBoxLayout>

namespace Gatescope {

CausesView::CausesView(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(tr("Why they may differ"), Theme::Font::Label, Theme::Color::TextMuted, this))
    , m_layout(new QVBoxLayout(this))
{
    const Theme &theme = Theme::instance();
    m_layout->setContentsMargins(theme.scaled(16), theme.scaled(8), theme.scaled(16), theme.scaled(8));
    m_layout->setSpacing(theme.scaled(4));
    m_layout->addWidget(m_title);
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
    if (m_list) {
        m_list->hide();
        m_list->deleteLater();
    }
    m_fresh = nullptr;
    m_list = new QWidget(this);
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.scaled(6));
    QList<WitnessCause::Remedy> offered {WitnessCause::Remedy::None};
    int number = 0;
    for (const WitnessCause &cause : std::as_const(m_causes)) {
        auto *sentence = new Sentence(Theme::Font::Body, m_list);
        sentence->setText(tr("%1. ", "number of a cause").arg(++number), cause.text);
        sentence->setObjectName(QStringLiteral("causeText"));
        column->addWidget(sentence);
        if (offered.contains(cause.remedy))
            continue;
        offered.append(cause.remedy);
        column->addWidget(makeButton(cause.remedy), 0, Qt::AlignLeading);
    }
    m_layout->addWidget(m_list);
}

ActionButton *CausesView::makeButton(WitnessCause::Remedy remedy)
{
    using Remedy = WitnessCause::Remedy;
    auto *button = new ActionButton(QString(), ActionButton::Look::Plain, m_list);
    button->setSmall(true);
    switch (remedy) {
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
    case Remedy::None:
        break;
    }
    connect(button, &QAbstractButton::clicked, this, [this, remedy] { Q_EMIT remedyRequested(remedy); });
    return button;
}

void CausesView::focusFirst()
{
    if (auto *button = m_list ? m_list->findChild<ActionButton *>() : nullptr)
        button->setFocus(Qt::OtherFocusReason);
}

} // namespace Gatescope
