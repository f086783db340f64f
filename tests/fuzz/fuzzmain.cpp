// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "fuzztargets.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// GATESCOPE_FUZZ_TARGET is set by the build: one executable a target.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // A copy, so that reading past the input is seen.
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const Gatescope::Fuzz::Complaint complaint = Gatescope::Fuzz::GATESCOPE_FUZZ_TARGET(input);
    if (complaint.empty())
        return 0;
    std::fprintf(stderr, "A promise was broken: %s\n", complaint.c_str());
    std::abort();
}
