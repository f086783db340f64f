// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evidencechoices.h"

#include <models/statsig/members.h>
#include <ui/presenter/presenter.h>
#include <ui/widgets/segmented.h>
#include <ui/widgets/statustext.h>
#include <ui/widgets/textlabel.h>

#include <QAbstractButton>
#include <QGridLayout>

namespace Gatescope {

namespace {

/// In presenter mode nothing that tells of somebody is kept unless it is chosen to be.
void hidePersonal(RedactionChoices &choices)
{
    for (RedactionChoice &choice : choices) {
        const auto *table = std::get_if<UserTable>(&choice.attribute.place);
        const QString name = table ? apiName(*table) : choice.attribute.name();
        if (choice.treatment == Treatment::Keep && personalKindOf(name.toStdString()))
            choice.treatment = Treatment::Pseudonym;
    }
}

} // namespace

EvidenceChoices::EvidenceChoices(const StatsigUser &user, QWidget *parent)
    : QWidget(parent)
    , m_user(user)
{
    setObjectName(QStringLiteral("evidenceChoices"));
    m_treatment.choices = usualChoices(user);
    if (const DisguisePtr disguise = Presenter::instance().kept()) {
        m_treatment.pseudonyms = disguise->pseudonyms();
        hidePersonal(m_treatment.choices);
    }
    auto *grid = new QGridLayout(this);
    const auto px = [](int pixels) { return Theme::instance().scaled(pixels); };
    grid->setContentsMargins(px(16), px(8), px(16), px(8));
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(6));
    grid->setColumnStretch(2, 1);
    grid->setColumnMinimumWidth(2, px(110));
    for (const RedactionChoice &choice : std::as_const(m_treatment.choices)) {
        const QString name = choice.attribute.name();
        m_rows << addRow(grid, choice.isPrivate() ? tr("%1 (private)").arg(name) : name, choice.treatment);
    }
    m_rows << addRow(grid, tr("Other e-mail addresses"), m_treatment.otherEmails);
    grid->setRowStretch(grid->rowCount(), 1);
    showValues();
}

EvidenceChoices::Row EvidenceChoices::addRow(QGridLayout *grid, const QString &name, Treatment treatment)
{
    const int line = int(m_rows.size());
    auto *label = new TextLabel(name, Theme::Font::Body, Theme::Color::Text, this);
    auto *choice = new Segmented(tr("What becomes of %1").arg(name), this);
    choice->setObjectName(QStringLiteral("evidenceChoice"));
    for (const QString &text : {tr("Keep"), tr("Pseudonym"), tr("Remove")})
        choice->addSegment(text);
    choice->setCurrent(int(treatment));
    auto *shown = new StatusText(Theme::Font::Mono, Theme::Color::TextMuted, this);
    shown->setElideMode(Qt::ElideRight);
    grid->addWidget(label, line, 0);
    grid->addWidget(choice, line, 1);
    grid->addWidget(shown, line, 2);
    connect(choice, &Segmented::chosen, this, [this, line](int index) { choose(line, Treatment(index)); });
    return {choice, shown};
}

void EvidenceChoices::choose(qsizetype row, Treatment treatment)
{
    if (row < m_treatment.choices.size())
        m_treatment.choices[row].treatment = treatment;
    else
        m_treatment.otherEmails = treatment;
    showValues();
    Q_EMIT changed();
}

void EvidenceChoices::showValues()
{
    const Redaction redaction(m_user, m_treatment.choices, m_treatment.otherEmails, m_treatment.pseudonyms);
    for (qsizetype i = 0; i < m_treatment.choices.size(); ++i) {
        const QByteArray json = redaction.valueJson(m_treatment.choices[i]);
        // Kept values may hold others.
        m_rows[i].shown->setText(json.isEmpty() ? tr("left out") : textOfJson(redaction.json(json)));
    }
    m_rows.last().shown->setText(
        m_treatment.otherEmails == Treatment::Keep ? tr("as the rules have them") : QString());
}

} // namespace Gatescope
