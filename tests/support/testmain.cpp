// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "testregistry.h"

#include <QApplication>
#include <QStandardPaths>
#include <QTest>

#include <cstdio>
#include <filesystem>

namespace Gatescope::Test {

std::map<std::string, TestFactory> &testRegistry()
{
    static std::map<std::string, TestFactory> registry;
    return registry;
}

std::string testNameOfFile(const char *file)
{
    return std::filesystem::path(file).stem().string();
}

} // namespace Gatescope::Test

int main(int argc, char **argv)
{
    using namespace Gatescope::Test;
    const auto found = argc > 1 ? testRegistry().find(argv[1]) : testRegistry().end();
    if (found == testRegistry().end()) {
        std::fprintf(stderr, "usage: %s TEST [QtTest arguments]; the tests are:\n", argv[0]);
        for (const auto &[name, factory] : testRegistry())
            std::fprintf(stderr, "  %s\n", name.c_str());
        return 2;
    }
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    arguments.removeAt(1);
    return QTest::qExec(found->second().get(), arguments);
}
