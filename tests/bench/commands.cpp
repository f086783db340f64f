// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT

// bench_commands: a keystroke in the command field over 50,000 names, on an offscreen window; one JSON object
// a row.

#include "measure.h"

#include <models/items/commandindex.h>
#include <ui/theme/theme.h>
#include <ui/window/commandfield.h>
#include <ui/window/commandlist.h>
#include <ui/window/commandsearch.h>

#include <QApplication>
#include <QEventLoop>
#include <QKeyEvent>

#include <algorithm>
#include <iostream>

using namespace Gatescope;

namespace {

constexpr int names = 50'000;
const char *const words[] = {"checkout", "banner", "search", "price", "home", "gift", "returns", "shipping"};

/// Of the calling thread alone; cpuTime() has the worker's with it.
double threadMilliseconds()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

CommandIndexPtr generatedIndex()
{
    std::vector<Command> commands;
    for (int i = 0; i < names; ++i) {
        const QString name = QStringLiteral("%1_%2_%3_v%4")
                                 .arg(QLatin1String(words[i % 8]), QLatin1String(words[i / 8 % 8]),
                                     QLatin1String(words[i / 64 % 8]))
                                 .arg(i);
        commands.push_back(
            {Command::Kind::Place, name, name, EntityRef {SpecTable::FeatureGates, name}, EntityKind::Gate});
    }
    return std::make_shared<CommandIndex>(std::move(commands));
}

void row(const char *name, double value, int most)
{
    std::cout << R"({"name":")" << name << R"(","value":)" << value << R"(,"unit":"ms","ratio":)"
              << value / most << R"(,"versus":")" << most << R"( ms","aim":"ratio <= 1","ok":)"
              << (value <= most ? "true" : "false") << '}' << std::endl;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    Theme::install({});
    QWidget window;
    window.resize(1440, 900);
    auto *field = new CommandField(&window);
    field->setGeometry(1100, 10, field->fullWidth(), 28);
    auto *list = new CommandList([](const Command &) { return CommandLook {}; }, &window);
    window.show();
    CommandSearch search;
    search.setOthers(generatedIndex());
    QEventLoop waiting;
    QObject::connect(&search, &CommandSearch::found, &waiting, [&](const QList<FoundCommand> &found) {
        list->setFound(found);
        list->openUnder(field);
        waiting.quit();
    });
    QObject::connect(
        field, &QLineEdit::textEdited, &search, [&](const QString &text) { search.search(text, {}); });

    // The first text of the process: what it takes from the fonts is a window's start, not a key's.
    const double opening = threadMilliseconds();
    search.search(QString(), {});
    waiting.exec();
    window.grab();
    const double opened = threadMilliseconds() - opening;

    double worstUi = 0;
    double worstAll = 0;
    for (const char *typed : {"checkout", "csv9", "v4999", "eeee", "zz", "gift returns"}) {
        field->clear();
        for (const char *key = typed; *key; ++key) {
            const double start = threadMilliseconds();
            const auto startOfAll = cpuTime();
            QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(QLatin1Char(*key)));
            QCoreApplication::sendEvent(field, &press);
            waiting.exec();
            window.grab();
            worstAll = std::max(worstAll, double((cpuTime() - startOfAll).count()) / 1e6);
            worstUi = std::max(worstUi, threadMilliseconds() - start);
        }
    }
    row("the command field opened, in a window that drew no text yet", opened, 100);
    row("a key typed over 50,000 names: UI thread, with paint", worstUi, 16);
    row("a key typed over 50,000 names: with the worker", worstAll, 16);
    return 0;
}
