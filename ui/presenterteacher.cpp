// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "presenterteacher.h"

#include <ui/personas/personabook.h>
#include <ui/presenter/presenter.h>
#include <ui/sandbox/sandboxtraffic.h>
#include <ui/sandbox/workbench.h>
#include <ui/workspace.h>

#include <QApplication>
#include <QLineEdit>

namespace Gatescope {

namespace {

/// Larger answers are specs, which are taught when they are loaded.
constexpr qsizetype mostBytes = 256 * 1024;

/// What is half typed is nobody: "on" of "online_7" must not hide every "On".
constexpr std::chrono::milliseconds typingPause {1000};

bool isBeingTyped()
{
    const auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    return line && line->isModified() && line->objectName().endsWith(QLatin1String("Field"));
}

void teachBody(const QByteArray &body)
{
    if (Presenter::instance().isTaught() && body.size() <= mostBytes)
        Presenter::instance().learn(personalValuesIn(body));
}

} // namespace

void teachPresenter(const Exchange &exchange)
{
    teachBody(exchange.requestBody);
    teachBody(exchange.responseBody);
}

PresenterTeacher::PresenterTeacher(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    const Presenter &presenter = Presenter::instance();
    connect(&presenter, &Presenter::teachersWanted, this, &PresenterTeacher::teachAll);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &PresenterTeacher::teachUser);
    connect(&workspace, &Workspace::userChanged, this,
        [this] { isBeingTyped() ? m_typing.start() : teachUser(); });
    connect(&workspace, &Workspace::specsChanged, this, &PresenterTeacher::teachSpecs);
    connect(&workspace, &Workspace::exchangeAdded, this,
        [](const ExchangePtr &exchange) { teachPresenter(*exchange); });
    connect(&workspace.personaBook(), &PersonaBook::changed, this, &PresenterTeacher::teachPersonas);
    if (workspace.workbench())
        connect(workspace.workbench(), &Workbench::changed, this, &PresenterTeacher::teachSpecs);
    if (workspace.sandboxTraffic())
        connect(workspace.sandboxTraffic(), &SandboxTraffic::changed, this, &PresenterTeacher::teachTraffic);
}

void PresenterTeacher::teachAll()
{
    teachUser();
    teachPersonas();
    teachSpecs();
    for (const ExchangePtr &exchange : m_workspace.exchanges())
        teachPresenter(*exchange);
    if (SandboxTraffic *traffic = m_workspace.sandboxTraffic())
        for (const SandboxRequestPtr &request : traffic->requests().items())
            teachBody(request->body);
}

void PresenterTeacher::teachUser()
{
    m_typing.stop();
    if (Presenter::instance().isTaught())
        Presenter::instance().learn(personalValues(m_workspace.user()));
}

void PresenterTeacher::teachPersonas() const
{
    if (!Presenter::instance().isTaught())
        return;
    PersonalValues values;
    for (const Persona &persona : m_workspace.personaBook().personas())
        values += personalValues(persona.user);
    Presenter::instance().learn(values);
}

void PresenterTeacher::teachSpecs() const
{
    if (!Presenter::instance().isTaught())
        return;
    if (const ProjectPtr project = m_workspace.specs().project)
        Presenter::instance().learn(personalTargets(*project));
    if (m_workspace.workbench())
        if (const ProjectPtr project = m_workspace.workbench()->history().project())
            Presenter::instance().learn(personalTargets(*project));
}

void PresenterTeacher::teachTraffic()
{
    if (!Presenter::instance().isTaught())
        return;
    const QList<SandboxRequestPtr> &requests = m_workspace.sandboxTraffic()->requests().items();
    auto newer = requests.crbegin();
    while (newer != requests.crend() && (*newer)->number > m_taughtRequests)
        teachBody((*newer++)->body);
    m_taughtRequests = requests.isEmpty() ? 0 : requests.constLast()->number;
}

} // namespace Gatescope
