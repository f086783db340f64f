// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "version.h"

#include <cstdio>

int main()
{
    std::printf("gatescope %s\n", qPrintable(Gatescope::versionText()));
    return 0;
}
