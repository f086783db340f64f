// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT

// bench_ingest PAYLOAD USERS: from the payload's bytes to all verdicts about the first user, once; one line
// of JSON.

#include "measure.h"

#include <models/evaluation/evaluator.h>

#include <fstream>
#include <iostream>

using namespace Gatescope;

namespace {

/// A line of /proc/self/status in KiB.
long statusKib(std::string_view name)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(name))
            return std::stol(line.substr(name.size() + 1));
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::cerr << "usage: bench_ingest PAYLOAD USERS\n";
        return 2;
    }
    const EvaluationUser user(*JsonDocument::parse(readFile(argv[2]).trimmed().split('\n').first()));
    const long before = statusKib("VmRSS");
    QByteArray bytes = readFile(argv[1]);
    const qsizetype size = bytes.size();

    const auto start = cpuTime();
    const auto document = *JsonDocument::parse(std::move(bytes));
    const auto parsed = cpuTime();
    EvaluationContext context;
    context.sdkCompatible = true;
    const Evaluator evaluator(*Project::compile(document), context);
    const auto compiled = cpuTime();
    qint64 sum = 0;
    for (std::uint32_t spec = 0; spec < evaluator.project()->specs().size(); ++spec)
        sum += qint64(evaluator.evaluate(spec, user).ruleId.size());
    const auto evaluated = cpuTime();

    const auto ms = [](std::chrono::nanoseconds time) { return double(time.count()) / 1e6; };
    std::cout << "{\"ms\":" << ms(evaluated - start) << ",\"parse\":" << ms(parsed - start)
              << ",\"compile\":" << ms(compiled - parsed) << ",\"evaluate\":" << ms(evaluated - compiled)
              << ",\"bytes\":" << size << ",\"kib\":" << statusKib("VmRSS") - before
              << ",\"peakKib\":" << statusKib("VmHWM") - before << ",\"nodes\":" << document->nodeCount()
              << ",\"sum\":" << sum << "}" << std::endl;
    return 0;
}
