// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "pages.h"

#include <ui/check/checkpage.h>
#include <ui/compare/comparepage.h>
#include <ui/events/eventspage.h>
#include <ui/exchanges/exchangespage.h>
#include <ui/initialize/initializepage.h>
#include <ui/specs/specspage.h>

#include <QCoreApplication>

namespace Gatescope {

namespace {

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
    return {
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
    };
}

} // namespace Gatescope
