// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace Gatescope::Test {

using TestFactory = std::function<std::unique_ptr<QObject>()>;
std::map<std::string, TestFactory> &testRegistry();
std::string testNameOfFile(const char *file);

} // namespace Gatescope::Test

/// Registers a QObject with test slots under the name of its source file.
#define GATESCOPE_TEST(Class)                                                                                \
    namespace {                                                                                              \
    const bool registered##Class = [] {                                                                      \
        Gatescope::Test::testRegistry()[Gatescope::Test::testNameOfFile(__FILE__)] = [] {                    \
            return std::unique_ptr<QObject>(new Class);                                                      \
        };                                                                                                   \
        return true;                                                                                         \
    }();                                                                                                     \
    }
