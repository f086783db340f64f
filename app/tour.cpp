// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "tour.h"

#include "application.h"

#include <models/evaluation/phrase.h>
#include <ui/page.h>
#include <ui/window/mainwindow.h>
#include <ui/workspace.h>

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QLocale>
#include <QThreadPool>

namespace Gatescope {

namespace {

/// Answers are read on workers and shown a turn of the event loop later: quiet has to last a few looks.
constexpr int enoughIdleLooks = 5;

/// The experiment whose page says most: the first running one.
QVariant specsSubject(const ProjectPtr &project)
{
    if (!project)
        return {};
    for (const Spec &spec : project->specs())
        if (spec.kind == EntityKind::Experiment && spec.isActive)
            return QVariant::fromValue(EntityRef {spec.table, QString::fromStdString(spec.name)});
    return {};
}

QString statusText(const Exchange &exchange)
{
    return exchange.error ? exchange.error->message : QStringLiteral("%1 OK").arg(exchange.status);
}

ExchangePtr lastOf(const QList<ExchangePtr> &exchanges, Endpoint endpoint)
{
    for (auto it = exchanges.crbegin(); it != exchanges.crend(); ++it)
        if ((*it)->endpoint == endpoint)
            return *it;
    return nullptr;
}

} // namespace

Tour::Tour(Application &application, const Options &options, CommandStreams streams)
    : m_application(application)
    , m_window(application.window())
    , m_workspace(application.workspace())
    , m_options(options)
    , m_streams(streams)
{
    connect(&m_workspace.api(), &StatsigApi::started, this, [this] { ++m_callsUnderWay; });
    connect(&m_workspace.api(), &StatsigApi::exchangeFinished, this, [this] { --m_callsUnderWay; });
}

int Tour::run()
{
    const auto folder = pictureFolder();
    if (!folder) {
        m_streams.err << "gatescope: " << folder.error().message << Qt::endl;
        return ExitBadInput;
    }
    m_folder = *folder;
    m_window.resize(m_options.size);
    m_window.show();

    Stepper stepper(steps());
    connect(&stepper, &Stepper::finished, this, [this](const QString &stuckAt) {
        if (!stuckAt.isEmpty())
            m_streams.err << tr("gatescope: the page %1 did not finish in time.").arg(stuckAt) << Qt::endl;
        QCoreApplication::exit(stuckAt.isEmpty() ? ExitSuccess : ExitFailed);
    });
    stepper.start();
    const int finished = QApplication::exec();
    const bool allAnswered = printCalls();
    return finished == ExitSuccess && m_allSaved && allAnswered ? ExitSuccess : ExitFailed;
}

Result<QDir> Tour::pictureFolder() const
{
    const QString path = m_options.folder.isEmpty()
        ? QDir::temp().filePath(QStringLiteral("gatescope-tour-%1").arg(QCoreApplication::applicationPid()))
        : m_options.folder;
    if (!QDir().mkpath(path))
        return failure(ErrorCode::FileUnwritable, tr("The folder %1 cannot be made.").arg(path));
    return QDir(QDir(path).absolutePath());
}

QList<Stepper::Step> Tour::steps()
{
    const auto run = [this] { m_window.currentPage()->runPrimaryAction(); };
    // Each way of asking leaves its exchanges behind; the picture is of the usual one.
    Stepper::Step byMultiple = visit(QStringLiteral("check"), [this, run] {
        choose(QStringLiteral("askGatesMultipleAction"));
        run();
    });
    byMultiple.end = [] { };
    Stepper::Step byConfig = visit(QStringLiteral("check"), [this, run] {
        choose(QStringLiteral("askGatesOneByOneAction"));
        choose(QStringLiteral("askGetConfigAction"));
        run();
    });
    byConfig.end = [] { };
    Stepper::Step first = visit(QStringLiteral("check"), [] { });
    first.end = [] { };
    Stepper::Step composing = visit(QStringLiteral("events"), [this] { composeEvents(); });
    composing.end = [] { };
    return {
        first,
        byMultiple,
        byConfig,
        visit(QStringLiteral("check"),
            [this, run] {
                choose(QStringLiteral("askGetExperimentAction"));
                run();
            }),
        visit(QStringLiteral("initialize"), run),
        visit(QStringLiteral("specs"),
            [this] {
                m_window.showPage(QStringLiteral("specs"), specsSubject(m_workspace.specs().project));
            }),
        composing,
        visit(QStringLiteral("events"), run),
        visit(QStringLiteral("exchanges"), [] {}),
    };
}

Stepper::Step Tour::visit(const QString &page, std::function<void()> act)
{
    return {page,
        [this, page, act = std::move(act)] {
            m_window.showPage(page);
            act();
            m_idleLooks = 0;
        },
        [this] {
            m_idleLooks = isIdle() ? m_idleLooks + 1 : 0;
            return m_idleLooks >= enoughIdleLooks;
        },
        [this, page] { save(page); }};
}

void Tour::choose(const QString &askAction)
{
    if (auto *action = m_window.findChild<QAction *>(askAction))
        action->trigger();
}

void Tour::composeEvents()
{
    const QStringList names {
        QStringLiteral("purchase"), QStringLiteral("add_to_cart"), QStringLiteral("checkout_started")};
    for (const QString &name : names) {
        m_window.findChild<QAction *>(QStringLiteral("addEventAction"))->trigger();
        auto *edit = m_window.findChild<QLineEdit *>(QStringLiteral("eventNameLineEdit"));
        edit->setText(name);
        Q_EMIT edit->textEdited(name);
    }
}

void Tour::save(const QString &name)
{
    const QString theme = m_options.dark ? QStringLiteral("dark") : QStringLiteral("light");
    const QString path = m_folder.filePath(QStringLiteral("%1-%2.png").arg(name, theme));
    const bool saved = m_window.grab().save(path);
    m_allSaved = m_allSaved && saved;
    if (saved)
        m_streams.out << path << Qt::endl;
    else
        m_streams.err << tr("gatescope: %1 cannot be written.").arg(path) << Qt::endl;
}

bool Tour::isIdle() const
{
    return m_callsUnderWay == 0 && !m_workspace.specs().loading
        && QThreadPool::globalInstance()->activeThreadCount() == 0;
}

bool Tour::printCalls()
{
    bool allAnswered = true;
    m_streams.out << Qt::endl;
    for (const Endpoint endpoint : allEndpoints) {
        const ExchangePtr exchange = lastOf(m_workspace.exchanges(), endpoint);
        allAnswered = allAnswered && exchange && !exchange->error;
        const QString status = exchange ? statusText(*exchange) : tr("not called");
        const QString time = exchange
            ? tr("%1 ms").arg(QLocale::c().toString(exchange->finished.count() / 1000.0, 'f', 1))
            : QString();
        m_streams.out << pathName(endpoint).leftJustified(24) << status.leftJustified(10)
                      << time.rightJustified(10) << Qt::endl;
    }
    return allAnswered;
}

} // namespace Gatescope
