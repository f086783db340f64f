// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "startupprobe.h"

#include <ui/workspace.h>

#include <QAbstractItemView>
#include <QEvent>
#include <QWidget>

#include <chrono>
#include <cstdio>

namespace Gatescope {

namespace {

class StartupProbe : public QObject
{
public:
    StartupProbe(QWidget &window, Workspace &workspace)
        : QObject(&window)
        , m_window(window)
        , m_workspace(workspace)
    {
        connect(&workspace, &Workspace::specsChanged, this, &StartupProbe::awaitFrame);
        awaitFrame();
    }

    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && showsNames()) {
            // Queued: all is painted and flushed when this runs.
            QMetaObject::invokeMethod(this, &StartupProbe::report, Qt::QueuedConnection);
            m_window.removeEventFilter(this);
        }
        return QObject::eventFilter(object, event);
    }

private:
    void awaitFrame()
    {
        if (!m_workspace.specs().project)
            return;
        disconnect(&m_workspace, nullptr, this, nullptr);
        m_window.installEventFilter(this);
        m_window.update(); // in case it is shown already
    }

    bool showsNames() const
    {
        const auto *table = m_window.findChild<QAbstractItemView *>(QStringLiteral("checkTable"));
        return table && table->isVisible() && table->model()->rowCount() > 0;
    }

    void report()
    {
        // libstdc++'s steady_clock is CLOCK_MONOTONIC, which is the same in every process.
        const auto now = std::chrono::steady_clock::now().time_since_epoch();
        std::printf("ready %lld\n", static_cast<long long>(std::chrono::nanoseconds(now).count()));
        std::fflush(stdout);
        deleteLater();
    }

    QWidget &m_window;
    Workspace &m_workspace;
};

} // namespace

void reportStartup(QWidget &window, Workspace &workspace)
{
    if (qEnvironmentVariableIsSet("GATESCOPE_BENCH_READY"))
        new StartupProbe(window, workspace);
}

} // namespace Gatescope
