// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

/// The sandbox over a project file: prints {"port": …} and serves until standard input ends.
int serve(const char *projectPath, unsigned int threads);

struct Load
{
    int port = 0;
    const char *requestsPath = nullptr; ///< a request a line: path, tab, body
    int connections = 0;
    std::chrono::seconds time {};
};

/// Keeps so many connections busy, each with one request after the other, and prints what was answered.
int putLoad(const Load &load);
