// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "witnessstrip.h"

#include <ui/widgets/actionbutton.h>
#include <ui/widgets/statustext.h>
#include <ui/widgets/textlabel.h>
#include <ui/widgets/verdictmark.h>

#include <QGridLayout>
#include <QHBoxLayout>

namespace Gatescope {

WitnessSide::WitnessSide(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_mark(new VerdictMark(VerdictMark::Look::Plain, this))
    , m_rule(new StatusText(Theme::Font::Body, Theme::Color::Text, this))
    , m_time(new TextLabel(Theme::Font::Mono, Theme::Color::TextMuted, this))
    , m_source(new StatusText(Theme::Font::Label, Theme::Color::TextMuted, this))
{
    const Theme &theme = Theme::instance();
    auto *label = new TextLabel(title, Theme::Font::Label, Theme::Color::TextMuted, this);
    m_rule->setElideMode(Qt::ElideMiddle); // an ID behind a name is there to be told from the other's
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(theme.scaled(16), theme.scaled(6), theme.scaled(12), theme.scaled(6));
    grid->setHorizontalSpacing(theme.scaled(8));
    grid->setVerticalSpacing(theme.scaled(2));
    grid->addWidget(label, 0, 0);
    grid->addWidget(m_mark, 0, 1);
    grid->addWidget(m_rule, 0, 2);
    grid->addWidget(m_time, 0, 3);
    grid->addWidget(m_source, 1, 1, 1, 3);
    grid->setColumnStretch(2, 1);
}

void WitnessSide::setWords(const WitnessWords &words)
{
    m_mark->setMark(words.mark);
    m_rule->setText(words.rule);
    m_time->setText(words.time);
    m_source->setText(words.source);
    QStringList parts {m_title, words.mark.word, words.rule, words.time, words.source};
    parts.removeAll(QString());
    setAccessibleName(parts.join(QStringLiteral(", ")));
}

WitnessStrip::WitnessStrip(QWidget *parent)
    : Panel(Theme::Color::Raised, Qt::BottomEdge, parent)
    , m_live(new WitnessSide(tr("Live"), this))
    , m_local(new WitnessSide(tr("Local"), this))
    , m_middle(new Panel(Theme::Color::Surface, Qt::LeftEdge | Qt::RightEdge, this))
    , m_agree(new VerdictMark(
          {Theme::Icon::Agrees, Theme::Color::Text, tr("Agree")}, VerdictMark::Look::Plain, m_middle))
    , m_differ(new ActionButton(QString(), ActionButton::Look::Plain, m_middle))
{
    const Theme &theme = Theme::instance();
    m_live->setObjectName(QStringLiteral("liveSide"));
    m_local->setObjectName(QStringLiteral("localSide"));
    m_differ->setObjectName(QStringLiteral("differButton"));
    m_differ->setThemeIcon(Theme::Icon::Differs, Theme::Color::Warning);
    m_differ->setInk(Theme::Color::Warning);
    m_differ->setSmall(true);
    auto *middle = new QHBoxLayout(m_middle);
    middle->setContentsMargins(theme.scaled(12), 0, theme.scaled(12), 1);
    middle->addWidget(m_agree);
    middle->addWidget(m_differ);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 1);
    row->setSpacing(0);
    row->addWidget(m_live, 1);
    row->addWidget(m_middle);
    row->addWidget(m_local, 1);
    connect(m_differ, &QAbstractButton::clicked, this, &WitnessStrip::differenceRequested);
}

void WitnessStrip::setWitnesses(
    const WitnessWords &live, const WitnessWords &local, const Agreement &agreement)
{
    m_live->setWords(live);
    m_local->setWords(local);
    m_middle->setVisible(agreement.state != Agreement::State::None);
    m_agree->setVisible(agreement.state == Agreement::State::Agrees);
    m_differ->setVisible(agreement.state == Agreement::State::Differs);
    const QString all = differenceWords(agreement.differences);
    const bool isLong = all.contains(u',');
    m_differ->setText(
        isLong ? tr("Differ in %1 and more").arg(all.section(u',', 0, 0)) : tr("Differ in %1").arg(all));
    m_differ->setToolTip(tr("They differ in %1").arg(all));
}

} // namespace Gatescope
