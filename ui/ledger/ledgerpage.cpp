// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "ledgerpage.h"

#include "ledgerproxy.h"

#include <models/items/ledger.h>
#include <models/items/ledgerexport.h>
#include <ui/json/filesave.h>
#include <ui/presenter/presenter.h>
#include <ui/sandbox/trafficpane.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/emptystate.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/pageheader.h>
#include <ui/workspace.h>

#include <QLocale>
#include <QMenu>
#include <QVBoxLayout>

namespace Gatescope {

LedgerPage::LedgerPage(Workspace &workspace, QWidget *parent)
    : Page(parent)
    , m_workspace(workspace)
    , m_ledger(*workspace.ledger())
    , m_header(new PageHeader(tr("Ledger"), this))
    , m_note(new InlineBar(InlineBar::Kind::Info, InlineBar::Density::Normal, this))
    , m_error(new InlineBar(InlineBar::Kind::Error, InlineBar::Density::Normal, this))
    , m_pane(makePane())
{
    makeTools();
    m_note->setObjectName(QStringLiteral("ledgerNoteBar"));
    m_note->hide();
    m_error->setClosable(true);
    m_error->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QWidget *bar : std::initializer_list<QWidget *> {m_header, m_error, m_note})
        layout->addWidget(bar);
    layout->addWidget(m_pane, 1);
    connect(m_error, &InlineBar::closed, m_error, &QWidget::hide);
    connect(m_pane->table(), &QAbstractItemView::activated, this, &LedgerPage::runPrimaryAction);
    connect(m_pane, &TrafficPane::currentChanged, this, &LedgerPage::refresh);
    connect(&m_ledger, &Ledger::recorded, this, &LedgerPage::refresh);
    refresh();
}

TrafficPane *LedgerPage::makePane()
{
    auto *empty = new EmptyState(Theme::Icon::ExposuresOff, tr("Nothing was logged in this run"));
    empty->setText(
        tr("Each exposure and event that Gatescope has a server log is listed here until Gatescope "
           "closes. Checks ask for none while exposures are off; initialize and specs log none."));
    m_goToCheck = empty->addButton(tr("Go to Check"), true);
    m_goToCheck->setThemeIcon(Theme::Icon::Check);
    connect(m_goToCheck, &QAbstractButton::clicked, this,
        [this] { Q_EMIT pageRequested(QStringLiteral("check"), {}); });
    auto *proxy = new LedgerProxy;
    proxy->setSourceModel(&m_ledger);
    const auto entry = [this](const QModelIndex &index) { return m_ledger.item(index.row()); };
    const TrafficPane::Setup setup {QStringLiteral("ledgerTable"), tr("Ledger of exposures and events"),
        tr("Filter the ledger"), {64, 84, 140, 180, 200, 140, 112}, Ledger::Name, {{760, {Ledger::Number}}},
        {{tr("Exposures"), Theme::Icon::ExposuresOn, Theme::Color::Warning,
             [entry](const QModelIndex &index) { return entry(index).isExposure(); }},
            {tr("Events"), Theme::Icon::Events, Theme::Color::TextMuted,
                [entry](const QModelIndex &index) { return !entry(index).isExposure(); }},
            {tr("Unknown"), Theme::Icon::CannotTell, Theme::Color::Undetermined,
                [entry](const QModelIndex &index) {
                    return entry(index).outcome == LedgerEntry::Outcome::Unknown;
                }}}};
    return new TrafficPane(setup, m_workspace.preferences(), proxy, nullptr, empty, this);
}

void LedgerPage::makeTools()
{
    m_exchange = new ActionButton(tr("Show the exchange"), ActionButton::Look::Plain, this);
    m_exchange->setObjectName(QStringLiteral("ledgerExchangeButton"));
    m_exchange->setThemeIcon(Theme::Icon::Exchanges);
    m_export = new ActionButton(tr("Export"), ActionButton::Look::Plain, this);
    m_export->setObjectName(QStringLiteral("ledgerExportButton"));
    auto *menu = new QMenu(m_export);
    menu->setObjectName(QStringLiteral("ledgerExportMenu"));
    const auto add = [this, menu](const QString &text, const char *name, bool json) {
        QAction *action = menu->addAction(text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, [this, json] { save(json); });
    };
    add(tr("Save as CSV"), "saveLedgerCsvAction", false);
    add(tr("Save as JSON"), "saveLedgerJsonAction", true);
    m_header->addTool(m_exchange);
    m_header->addTool(m_export);
    connect(m_exchange, &QAbstractButton::clicked, this, &LedgerPage::runPrimaryAction);
    connect(m_export, &QAbstractButton::clicked, menu,
        [this, menu] { menu->popup(m_export->mapToGlobal(QPoint(0, m_export->height()))); });
}

void LedgerPage::runPrimaryAction()
{
    if (const int row = m_pane->currentSourceRow(); row >= 0)
        Q_EMIT pageRequested(QStringLiteral("exchanges"), m_ledger.item(row).exchange);
}

void LedgerPage::focusFilter()
{
    if (m_ledger.total() == 0)
        m_goToCheck->setFocus(Qt::ShortcutFocusReason); // there is nothing to filter
    else
        m_pane->focusFilter();
}

bool LedgerPage::leaveFilter()
{
    return m_pane->leaveFilter();
}

void LedgerPage::save(bool json)
{
    const auto content = [json, entries = m_ledger.items(),
                             disguise = Presenter::instance().kept()]() mutable {
        for (LedgerEntry &entry : entries)
            if (disguise)
                entry.user = disguise->personal(entry.user, Pseudonyms::Kind::Id);
        return json ? ledgerJson(entries) : ledgerCsv(entries);
    };
    const FileToSave file {tr("Save the ledger"), QStringLiteral("gatescope-ledger"),
        json ? QStringLiteral("json") : QStringLiteral("csv"), content};
    m_error->hide();
    saveFile(this, file, [this](const Error &error) {
        m_error->setError(error);
        m_error->show();
    });
}

void LedgerPage::refresh()
{
    const auto count = [this](LedgerEntry::Outcome outcome) {
        return QLocale().toString(m_ledger.count(outcome));
    };
    const bool isEmpty = m_ledger.total() == 0;
    m_header->setSubtitle(isEmpty
            ? tr("nothing yet")
            : tr("in this run %1 logged, %2 unknown, %3 refused")
                  .arg(count(LedgerEntry::Outcome::Logged), count(LedgerEntry::Outcome::Unknown),
                      count(LedgerEntry::Outcome::Refused)));
    m_note->setVisible(m_ledger.unlisted() > 0);
    m_note->setText(
        tr("The newest %1 are listed. %2 older ones are counted, but no longer listed or exported.")
            .arg(QLocale().toString(Ledger::maxEntries), QLocale().toString(m_ledger.unlisted())));
    m_export->setDisabledReason(isEmpty ? tr("There is nothing to export.") : QString());
    m_exchange->setDisabledReason(m_pane->currentSourceRow() < 0 ? tr("Choose an entry first.") : QString());
}

} // namespace Gatescope
