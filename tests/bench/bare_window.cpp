// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT

// What Qt alone needs for a main window with a toolbar, a tree and an editor: the measure of start-up and
// memory.

#include <QApplication>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QToolBar>
#include <QTreeWidget>

#include <chrono>
#include <cstdio>

namespace {

class BareWindow : public QMainWindow
{
public:
    BareWindow()
    {
        auto *toolBar = addToolBar(QStringLiteral("Bar"));
        toolBar->addAction(QStringLiteral("Run"));
        toolBar->addAction(QStringLiteral("Stop"));
        auto *tree = new QTreeWidget;
        tree->setColumnCount(2);
        for (int i = 0; i < 20; ++i)
            new QTreeWidgetItem(tree, {QStringLiteral("Item %1").arg(i), QStringLiteral("value")});
        auto *splitter = new QSplitter;
        splitter->addWidget(tree);
        splitter->addWidget(new QPlainTextEdit(QStringLiteral("{\n  \"userID\": \"u-1\"\n}")));
        setCentralWidget(splitter);
        resize(1440, 900);
    }

    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_reported) {
            m_reported = true;
            // Queued: all is painted and flushed when this runs.
            QMetaObject::invokeMethod(this, &BareWindow::report, Qt::QueuedConnection);
        }
        return QMainWindow::event(event);
    }

private:
    void report()
    {
        const auto now = std::chrono::steady_clock::now().time_since_epoch();
        std::printf("ready %lld\n", static_cast<long long>(std::chrono::nanoseconds(now).count()));
        std::fflush(stdout);
    }

    bool m_reported = false;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    BareWindow window;
    window.show();
    return QApplication::exec();
}
