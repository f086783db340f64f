// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "pages.h"

#include <ui/check/checkpage.h>
#include <ui/compare/comparepage.h>
#include <ui/events/eventspage.h>
#include <ui/exchanges/exchangespage.h>
#include <ui/initialize/initializepage.h>
#include <ui/ledger/ledgerpage.h>
#include <ui/personas/personaspage.h>
#include <ui/sandbox/sandboxpage.h>
#include <ui/specs/specspage.h>
#include <ui/workspace.h>

#include <QCoreApplication>

namespace Gatescope {

namespace {

constexpr qsizetype afterEvents = 4;

struct PageTitles
{
    Q_DECLARE_TR_FUNCTIONS(Pages)
};

template<class PageType>
std::function<Page *(QWidget *)> maker(Workspace &workspace)
{
    return [&workspace](QWidget *parent) -> Page * { return new PageType(workspace, parent); };
}

} // namespace

QList<PageStack::Entry> windowPages(Workspace &workspace)
{
    QList<PageStack::Entry> pages {
        {QStringLiteral("check"), PageTitles::tr("Check"), Theme::Icon::Check, maker<CheckPage>(workspace)},
        {QStringLiteral("initialize"), PageTitles::tr("Initialize"), Theme::Icon::Initialize,
            maker<InitializePage>(workspace)},
        {QStringLiteral("specs"), PageTitles::tr("Specs"), Theme::Icon::Specs, maker<SpecsPage>(workspace)},
        {QStringLiteral("events"), PageTitles::tr("Events"), Theme::Icon::Events,
            maker<EventsPage>(workspace)},
        {QStringLiteral("exchanges"), PageTitles::tr("Exchanges"), Theme::Icon::Exchanges,
            maker<ExchangesPage>(workspace)},
        {QStringLiteral("compare"), PageTitles::tr("Compare"), Theme::Icon::Differs,
            maker<ComparePage>(workspace), false},
        {QStringLiteral("ledger"), PageTitles::tr("Ledger"), Theme::Icon::ExposuresOn,
            maker<LedgerPage>(workspace), false},
    };
    if (workspace.personas())
        pages.append({QStringLiteral("personas"), PageTitles::tr("Personas"), Theme::Icon::User,
            maker<PersonasPage>(workspace), false});
    if (workspace.sandbox())
        pages.insert(afterEvents,
            {QStringLiteral("sandbox"), PageTitles::tr("Sandbox"), Theme::Icon::Sandbox,
                maker<SandboxPage>(workspace)});
    return pages;
}

} // namespace Gatescope
