// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "modes.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

int main(int argc, char **argv)
{
    if (argc == 4 && std::strcmp(argv[1], "serve") == 0)
        return serve(argv[2], unsigned(std::atoi(argv[3])));
    if (argc == 6 && std::strcmp(argv[1], "load") == 0)
        return putLoad(
            {std::atoi(argv[2]), argv[3], std::atoi(argv[4]), std::chrono::seconds(std::atoi(argv[5]))});
    std::fprintf(stderr,
        "usage: bench_sandbox serve PROJECT THREADS\n"
        "       bench_sandbox load PORT REQUESTS CONNECTIONS SECONDS\n");
    return 2;
}
