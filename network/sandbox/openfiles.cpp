// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "openfiles.h"

#ifndef _WIN32
#include <sys/resource.h>
#endif

#include <algorithm>

namespace Gatescope {

#ifdef _WIN32

unsigned int possibleConnections(unsigned int wanted)
{
    return wanted;
}

#else

namespace {
constexpr rlim_t otherFiles = 256; // the rest of the program: libraries, windows, its own client
}

unsigned int possibleConnections(unsigned int wanted)
{
    rlimit limit {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return wanted;
    const rlim_t needed = wanted + otherFiles;
    if (limit.rlim_cur < needed) {
        rlimit raised = limit;
        raised.rlim_cur = std::min(needed, limit.rlim_max);
        if (::setrlimit(RLIMIT_NOFILE, &raised) == 0)
            limit = raised;
    }
    const rlim_t left = limit.rlim_cur > 2 * otherFiles ? limit.rlim_cur - otherFiles : limit.rlim_cur / 2;
    return unsigned(std::min<rlim_t>(left, wanted));
}

#endif

} // namespace Gatescope
