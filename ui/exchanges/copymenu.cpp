// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "copymenu.h"

#include "curlclipboard.h"

#include <models/exchangeformats/hartext.h>
#include <models/statsig/requests.h>
#include <ui/json/filesave.h>
#include <ui/presenter/presenter.h>

namespace Gatescope {

namespace {

QByteArray harOf(const QList<ExchangePtr> &exchanges, bool withPrivate, const DisguisePtr &disguise)
{
    QList<Exchange> written;
    for (const ExchangePtr &exchange : exchanges)
        written.append(withPrivate ? *exchange : withPrivatePlaceholders(*exchange));
    for (Exchange &exchange : written)
        exchange = disguise ? disguised(std::move(exchange), *disguise) : std::move(exchange);
    return harText(written, QString::fromLatin1(sdkVersion()));
}

} // namespace

CopyMenu::CopyMenu(Chosen chosen, Listed listed, QWidget *owner)
    : QMenu(owner)
    , m_chosen(std::move(chosen))
    , m_listed(std::move(listed))
    , m_owner(owner)
{
    setObjectName(QStringLiteral("copyExchangeMenu"));
    addCode(tr("Copy as cURL for &sh"), RequestLanguage::Curl);
    addCode(tr("Copy for &PowerShell"), RequestLanguage::PowerShell);
    addCode(tr("Copy as P&ython"), RequestLanguage::Python);
    addCode(tr("Copy as &JavaScript"), RequestLanguage::JavaScript);
    addCode(tr("Copy as &Go"), RequestLanguage::Go);
    m_ofChosen << add(tr("Copy as &HAR"), "copyHarAction", &CopyMenu::copyHar);
    addSeparator();
    if (m_listed) {
        m_ofChosen << add(tr("Save as HA&R…"), "saveHarAction", &CopyMenu::saveChosen);
        m_saveListed = add(tr("Save &all of this run as HAR…"), "saveListedHarAction", &CopyMenu::saveListed);
        addSeparator();
    }
    m_private = addAction(tr("With private a&ttributes"));
    m_private->setObjectName(QStringLiteral("withPrivateAction"));
    m_private->setCheckable(true);
    connect(this, &QMenu::aboutToShow, this, &CopyMenu::followChoice);
}

void CopyMenu::addCode(const QString &text, RequestLanguage language)
{
    QAction *action = addAction(text);
    action->setObjectName(QStringLiteral("copyCodeAction%1").arg(int(language)));
    connect(action, &QAction::triggered, this, [this, language] {
        if (const ExchangePtr exchange = m_chosen())
            copyAsCode(*exchange, language, m_private->isChecked());
    });
    m_ofChosen << action;
}

QAction *CopyMenu::add(const QString &text, const char *name, void (CopyMenu::*slot)())
{
    QAction *action = addAction(text);
    action->setObjectName(QLatin1String(name));
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void CopyMenu::followChoice()
{
    const bool hasChoice = m_chosen() != nullptr;
    for (QAction *action : std::as_const(m_ofChosen))
        action->setEnabled(hasChoice);
    if (m_saveListed)
        m_saveListed->setEnabled(!m_listed().isEmpty());
}

void CopyMenu::copyHar()
{
    if (const ExchangePtr exchange = m_chosen())
        copyText(harOf({exchange}, m_private->isChecked(), Presenter::instance().kept()));
}

void CopyMenu::saveChosen()
{
    if (const ExchangePtr exchange = m_chosen())
        save({exchange}, QStringLiteral("gatescope-") + pathName(exchange->endpoint));
}

void CopyMenu::saveListed()
{
    save(m_listed(), QStringLiteral("gatescope-exchanges"));
}

void CopyMenu::save(const QList<ExchangePtr> &exchanges, const QString &name)
{
    const auto content = [exchanges, withPrivate = m_private->isChecked(),
                             disguise = Presenter::instance().kept()] {
        return harOf(exchanges, withPrivate, disguise);
    };
    saveFile(m_owner, {tr("Save exchanges"), name, QStringLiteral("har"), content},
        [this](const Error &error) { Q_EMIT saveFailed(error); });
}

} // namespace Gatescope
