// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "personaexporter.h"

#include <models/personas/disguisedpersona.h>
#include <ui/json/filesave.h>
#include <ui/onfinished.h>
#include <ui/presenter/presenter.h>
#include <ui/theme/theme.h>
#include <ui/workspace.h>

#include <QAction>
#include <QMenu>
#include <QtConcurrentRun>

namespace Gatescope {

namespace {

QList<Persona> shownPersonas(QList<Persona> personas, const DisguisePtr &disguise)
{
    for (Persona &persona : personas)
        if (disguise)
            persona = disguised(std::move(persona), *disguise);
    return personas;
}

} // namespace

PersonaExporter::PersonaExporter(const Workspace &workspace, QWidget *page)
    : QObject(page)
    , m_workspace(workspace)
    , m_page(page)
{ }

QMenu *PersonaExporter::makeMenu(const QList<Persona> &personas, const QString &what)
{
    auto *menu = new QMenu(m_page);
    menu->setObjectName(QStringLiteral("personasExportMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(what)->setEnabled(false);
    const auto add = [this, menu](const char *name, const QString &text, auto run) {
        QAction *action = menu->addAction(text);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    add("savePersonasJsonAction", tr("Save as JSON…"),
        [this, personas] { save(personas, PersonaFormat::Json, QStringLiteral("json")); });
    add("savePersonasLinesAction", tr("Save as JSON lines…"),
        [this, personas] { save(personas, PersonaFormat::Lines, QStringLiteral("jsonl")); });
    add("savePersonasCsvAction", tr("Save as CSV…"),
        [this, personas] { save(personas, PersonaFormat::Csv, QStringLiteral("csv")); });
    add("copyPersonasCurlAction", tr("Copy as cURL"), [this, personas] {
        copy(personas);
    })->setIcon(Theme::instance().icon(Theme::Icon::Copy));
    menu->addSeparator();
    QAction *box = add("exportPrivateAction", tr("With the values of private attributes"),
        [this](bool checked) { m_withPrivateValues = checked; });
    box->setCheckable(true);
    box->setChecked(m_withPrivateValues);
    return menu;
}

PersonaExportOptions PersonaExporter::options() const
{
    PersonaExportOptions options;
    options.withPrivateValues = m_withPrivateValues;
    options.apiUrl = m_workspace.connection().apiUrl;
    options.tier = m_workspace.connection().tier;
    return options;
}

void PersonaExporter::save(const QList<Persona> &personas, PersonaFormat format, const QString &suffix)
{
    const auto content = [personas, format, options = options(), disguise = Presenter::instance().kept()] {
        return exportPersonas(shownPersonas(personas, disguise), format, options);
    };
    const QString name = personas.size() == 1 ? personas.first().name : tr("personas");
    saveFile(m_page, {tr("Export personas"), name, suffix, content},
        [this](const Error &error) { Q_EMIT failed(error); });
}

void PersonaExporter::copy(const QList<Persona> &personas)
{
    const auto work = [personas, options = options(), disguise = Presenter::instance().kept()] {
        return exportPersonas(shownPersonas(personas, disguise), PersonaFormat::Command, options);
    };
    onFinished(QtConcurrent::run(work), this, [this](const QByteArray &commands) {
        copyText(commands);
        Q_EMIT copied();
    });
}

} // namespace Gatescope
