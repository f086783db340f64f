// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "entityheader.h"
#include <ui/widgets/flowlayout.h>

#include <models/evaluation/rulewords.h>
#include <ui/entityicons.h>
#include <ui/presenter/presenter.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/namelink.h>
#include <ui/widgets/plaintooltip.h>
#include <ui/widgets/statustext.h>
#include <ui/widgets/textlabel.h>
#include <ui/widgets/verdictmark.h>
#include <ui/witnesses/checkmarks.h>

#include <QHBoxLayout>
#include <QLocale>

namespace Gatescope {

namespace {

Mark statusMarkOf(EntityStatus status)
{
    const QString words = statusWords(status);
    switch (status) {
    case EntityStatus::On:
    case EntityStatus::Active:
    case EntityStatus::Shipped:
        return Marks::positive(words);
    case EntityStatus::Off:
    case EntityStatus::Stopped:
        return Marks::neutral(words);
    case EntityStatus::NotActive:
    case EntityStatus::NotStarted:
    case EntityStatus::IdList:
        return Marks::neutral(words);
    }
    return Marks::neutral(words);
}

} // namespace

EntityHeader::EntityHeader(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::instance().scaled(8));
    layout->addWidget(makeTitle());
    layout->addWidget(makeFacts());
    connect(&Theme::instance(), &Theme::changed, this, &EntityHeader::showIcon);
}

QWidget *EntityHeader::makeTitle()
{
    auto *title = new QWidget(this);
    auto *layout = new QHBoxLayout(title);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::instance().scaled(8));
    m_icon = new QLabel(title);
    m_name = new StatusText(Theme::Font::MonoHeadline, Theme::Color::Text, title);
    m_name->setElideMode(Qt::ElideMiddle);
    m_name->setObjectName(QStringLiteral("entityName"));
    m_status = new VerdictMark(VerdictMark::Look::Tag, title);
    m_kindTag = new VerdictMark(VerdictMark::Look::Tag, title);
    m_kindTag->setIconShown(false);
    layout->addWidget(m_icon);
    layout->addWidget(m_name);
    layout->addWidget(m_status);
    layout->addWidget(m_kindTag);
    layout->addStretch();
    return title;
}

QWidget *EntityHeader::makeFacts()
{
    const Theme &theme = Theme::instance();
    auto *facts = new QWidget(this);
    auto *layout = new FlowLayout(theme.scaled(32), theme.scaled(8), facts);
    m_idType = makeFact(tr("ID type"), true);
    m_layerLink = new NameLink(this);
    m_layer = makeFact(tr("Layer"), true, m_layerLink);
    m_share = makeFact(tr("Share of layer"), false);
    auto *copySalt = new ActionButton(Theme::Icon::Copy, tr("Copy the salt"), this);
    copySalt->setSmall(true);
    m_salt = makeFact(tr("Salt"), true, copySalt);
    m_apps = makeFact(tr("Apps"), false);
    m_layer.box->hide();
    for (const Fact &fact : {m_idType, m_layer, m_share, m_salt, m_apps})
        layout->addWidget(fact.box);
    m_user = makeForUser();
    layout->addWidget(m_user.box);
    connect(m_layerLink, &QAbstractButton::clicked, this, [this] { Q_EMIT entityRequested(m_layerRef); });
    connect(copySalt, &QAbstractButton::clicked, this, [this] { copyText(m_saltText); });
    return facts;
}

EntityHeader::Fact EntityHeader::makeFact(const QString &name, bool isIdentifier, QWidget *extra)
{
    Fact fact;
    fact.box = new QWidget(this);
    auto *layout = new QVBoxLayout(fact.box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new TextLabel(name, Theme::Font::Label, Theme::Color::TextMuted, fact.box));
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::instance().scaled(4));
    fact.value =
        new TextLabel(isIdentifier ? Theme::Font::Mono : Theme::Font::Body, Theme::Color::Text, fact.box);
    fact.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    fact.value->setMinimumHeight(Theme::instance().scaled(24));
    line->addWidget(fact.value);
    if (extra)
        line->addWidget(extra);
    line->addStretch();
    layout->addLayout(line);
    return fact;
}

EntityHeader::Fact EntityHeader::makeForUser()
{
    const Fact fact = makeFact(tr("For this user"), false);
    fact.value->hide();
    m_forUser = new VerdictMark(VerdictMark::Look::Plain, fact.box);
    m_forUser->setObjectName(QStringLiteral("forUser"));
    m_forUser->setMinimumHeight(Theme::instance().scaled(24)); // as the other facts
    fact.box->layout()->addWidget(m_forUser);
    setForUser(nullptr);
    return fact;
}

/// Keeps its place while it is not known, so that the page does not jump with every letter typed.
void EntityHeader::setForUser(const EntityForUser *forUser)
{
    Mark mark = forUser ? markOf(forUser->verdict) : Marks::neutral(m_forUser->mark().word);
    if (forUser)
        mark.word = forUser->text;
    m_forUser->setMark(mark);
    m_forUser->setToolTip(forUser ? plainToolTip(forUser->reason) : QString());
    m_forUser->setEnabled(forUser != nullptr);
}

void EntityHeader::setFact(const Fact &fact, const QString &value)
{
    fact.value->setText(value);
    fact.box->setVisible(!value.isEmpty());
}

void EntityHeader::setDetails(const EntityDetails &details)
{
    m_kind = details.kind;
    m_name->setText(details.name);
    showIcon();
    showStatus(details);
    showFacts(details);
}

void EntityHeader::showIcon()
{
    const int side = Theme::instance().scaled(20);
    m_icon->setPixmap(Theme::instance().icon(iconOf(m_kind), Theme::Color::Text).pixmap(QSize(side, side)));
    m_icon->setAccessibleName(listedWords(m_kind));
}

void EntityHeader::showStatus(const EntityDetails &details)
{
    m_status->setVisible(details.status.has_value());
    if (details.status)
        m_status->setMark(statusMarkOf(*details.status));
    m_kindTag->setMark(Marks::neutral(listedWords(details.kind)));
}

void EntityHeader::showFacts(const EntityDetails &details)
{
    setFact(m_idType, details.idType);
    setFact(m_layer, details.layer ? QStringLiteral(" ") : QString());
    m_layer.value->setVisible(false);
    if (details.layer) {
        m_layerRef = *details.layer;
        m_layerLink->setText(details.layer->name);
        m_layerLink->setAccessibleName(tr("Layer %1").arg(details.layer->name));
    }
    const int share = details.layerShare.value_or(0);
    setFact(m_share,
        details.layerShare ? tr("%1, %2 of 1,000").arg(percentWords(share / 10.0), QLocale().toString(share))
                           : QString());
    m_saltText = details.salt;
    setFact(m_salt, details.salt);
    setFact(m_apps, details.apps.join(QStringLiteral(", ")));
    m_user.box->setVisible(details.entity() != nullptr);
}

} // namespace Gatescope
