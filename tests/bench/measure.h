// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QFile>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <iostream>

/// What the process has used so far. On a machine with other work this is what can be compared.
inline std::chrono::nanoseconds cpuTime()
{
    timespec time {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

/// What the calling thread has used so far.
inline std::chrono::nanoseconds threadCpuTime()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

/// One line of a table of figures. The aim "told" is none.
struct BenchRow
{
    const char *name;
    double value;
    const char *unit;
    double ratio;
    const char *versus;
    const char *aim;
    bool isMet;
};

inline void printRow(const BenchRow &row)
{
    std::cout << R"({"name":")" << row.name << R"(","value":)" << row.value << R"(,"unit":")" << row.unit
              << R"(","ratio":)" << row.ratio << R"(,"versus":")" << row.versus << R"(","aim":")" << row.aim
              << R"(","ok":)" << (row.isMet ? "true" : "false") << '}' << std::endl;
}

inline QByteArray readFile(const char *path)
{
    QFile file(QString::fromLocal8Bit(path));
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "%s cannot be read\n", path);
        std::exit(1);
    }
    return file.readAll();
}
