// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "commandcenter.h"

#include "actionwords.h"
#include "commandfield.h"
#include "commandsearch.h"
#include "pagestack.h"

#include <models/items/checkanswer.h>
#include <ui/connectionlook.h>
#include <ui/entityicons.h>
#include <ui/personas/personabook.h>
#include <ui/widgets/keycap.h>
#include <ui/workspace.h>

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>
#include <QMenuBar>

namespace Gatescope {

namespace {

constexpr qsizetype mostRecent = 12;

QString recentKey()
{
    return QStringLiteral("window/recentCommands");
}

} // namespace

CommandCenter::CommandCenter(
    Workspace &workspace, const PageStack &pages, const QMenuBar &menus, CommandField *field, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_pages(pages)
    , m_menus(menus)
    , m_field(field)
    , m_list(new CommandList([this](const Command &command) { return lookOf(command); }, window))
    , m_search(new CommandSearch(this))
{
    connectField();
    m_field->installEventFilter(this);
    connect(m_search, &CommandSearch::found, this, &CommandCenter::takeFound);
    connect(m_list, &CommandList::chosen, this, [this] { choose(false); });
    connect(&workspace, &Workspace::specsChanged, this, [this] {
        if (m_isOpen)
            m_search->setProject(m_workspace.specs().project);
    });
}

void CommandCenter::connectField()
{
    connect(m_field, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_choosesWhenFound.reset();
        m_isOpen ? search(text) : open();
    });
    connect(m_field, &CommandField::wanted, this, &CommandCenter::open);
    connect(m_field, &CommandField::left, this, &CommandCenter::leave);
    connect(m_field, &CommandField::chosen, this, &CommandCenter::choose);
    connect(m_field, &CommandField::moveRequested, this,
        [this](int rows) { m_isOpen ? m_list->move(rows) : open(); });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *before, QWidget *now) {
        if (now == m_field && before)
            m_before = before;
        else if (before == m_field && now && m_isOpen)
            close();
    });
}

void CommandCenter::open()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    if (m_isOpen)
        return;
    m_isOpen = true;
    m_search->setOthers(gather());
    m_search->setProject(m_workspace.specs().project);
    search(m_field->text());
}

/// The list follows its field.
bool CommandCenter::eventFilter(QObject *watched, QEvent *event)
{
    const bool isMoved = event->type() == QEvent::Move || event->type() == QEvent::Resize;
    if (watched == m_field && isMoved && m_list->isVisible())
        m_list->openUnder(m_field);
    return QObject::eventFilter(watched, event);
}

CommandIndexPtr CommandCenter::gather()
{
    std::vector<Command> commands;
    for (int i = 0; i < m_pages.pageCount(); ++i)
        commands.push_back({Command::Kind::Page, m_pages.entry(i).title, m_pages.entry(i).id, {}, {}});
    m_actions.clear();
    for (const QAction *menu : m_menus.actions())
        if (menu->menu())
            gatherActions(menu->menu()->actions(), commands);
    for (const Connection &connection : m_workspace.connections())
        commands.push_back({Command::Kind::Connection, connection.name, connection.id, {}, {}});
    for (const Persona &persona : m_workspace.personaBook().personas())
        commands.push_back({Command::Kind::Persona, persona.name, persona.id, {}, {}});
    return std::make_shared<CommandIndex>(std::move(commands));
}

/// Those that could be run now. The pages are listed as such.
void CommandCenter::gatherActions(const QList<QAction *> &actions, std::vector<Command> &commands)
{
    for (QAction *action : actions) {
        const QString words = actionWords(*action);
        const QString id = action->objectName().isEmpty() ? words : action->objectName();
        const bool isListedElsewhere =
            id.endsWith(QLatin1String("PageAction")) || id == QLatin1String("findAnythingAction");
        if (action->isSeparator() || action->menu() || words.isEmpty() || !action->isVisible()
            || !action->isEnabled() || isListedElsewhere || m_actions.contains(id))
            continue;
        m_actions.insert(id, action);
        commands.push_back({Command::Kind::Action, words, id, {}, {}});
    }
}

CommandLook CommandCenter::lookOf(const Command &command) const
{
    switch (command.kind) {
    case Command::Kind::Page: {
        const int index = m_pages.indexOfPage(command.id);
        const bool hasKeys = m_pages.entry(index).isOnRail;
        return {m_pages.entry(index).icon, hasKeys ? QStringLiteral("Ctrl+%1").arg(index + 1) : QString()};
    }
    case Command::Kind::Action: {
        const QAction *action = m_actions.value(command.id);
        return {Theme::Icon::Run, action ? KeyCap::textOf(action->shortcut()) : QString()};
    }
    case Command::Kind::Connection: {
        const Connection *connection = m_workspace.findConnection(command.id);
        if (!connection)
            return {Theme::Icon::Server, {}};
        return {connectionIcon(*connection), {}, connectionStripe(*connection)};
    }
    case Command::Kind::Persona:
        return {Theme::Icon::User, {}};
    case Command::Kind::Place:
        return {iconOf(command.listed), {}};
    }
    return {};
}

void CommandCenter::search(const QString &text)
{
    m_search->search(text, recent());
}

void CommandCenter::takeFound(const QList<FoundCommand> &found)
{
    m_list->setFound(found);
    m_list->openUnder(m_field);
    if (m_choosesWhenFound)
        choose(*std::exchange(m_choosesWhenFound, std::nullopt));
}

void CommandCenter::close()
{
    m_isOpen = false;
    m_choosesWhenFound.reset();
    m_search->stop();
    m_list->hide();
    m_field->clear();
}

void CommandCenter::leave()
{
    close();
    if (m_before && m_before->isVisible() && m_before != m_field)
        m_before->setFocus(Qt::OtherFocusReason);
    else if (m_pages.currentPage())
        m_pages.currentPage()->focusFilter();
}

void CommandCenter::choose(bool other)
{
    if (!m_isOpen)
        return open();
    if (m_search->isSearching()) {
        m_choosesWhenFound = other;
        return;
    }
    if (!m_list->current())
        return;
    const Command command = *m_list->current();
    const QPointer<QAction> action = m_actions.value(command.id);
    leave();
    remember(command.key());
    if (command.kind == Command::Kind::Action && action)
        action->trigger();
    else
        run(command, other);
}

void CommandCenter::run(const Command &command, bool other)
{
    if (command.kind == Command::Kind::Page) {
        Q_EMIT pageRequested(command.id, {});
    } else if (command.kind == Command::Kind::Connection) {
        m_workspace.selectConnection(command.id);
    } else if (command.kind == Command::Kind::Persona) {
        Q_EMIT personaChosen(command.id);
    } else if (command.place && command.listed && other) {
        const CheckItem item {*command.listed, nameOf(*command.place)};
        Q_EMIT pageRequested(QStringLiteral("check"), QVariant::fromValue(item));
    } else if (command.place) {
        Q_EMIT pageRequested(QStringLiteral("specs"), specsSubject(*command.place));
    }
}

QStringList CommandCenter::recent() const
{
    QStringList keys;
    const auto stored = QJsonDocument::fromJson(m_workspace.preferences().viewState(recentKey())).array();
    for (const QJsonValue &each : stored)
        keys << each.toString();
    return keys.mid(0, mostRecent);
}

void CommandCenter::remember(const QString &key)
{
    QStringList keys = recent();
    keys.removeAll(key);
    keys.prepend(key);
    const auto kept = QJsonArray::fromStringList(keys.mid(0, mostRecent));
    m_workspace.preferences().setViewState(recentKey(), QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

} // namespace Gatescope
