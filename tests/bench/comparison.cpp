// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT

// bench_comparison: two generated initialize responses of about 50 MB and 120,000 entries each, compared as
// the users get more and more different answers; one JSON object a row.

#include "measure.h"

#include <models/compare/comparison.h>

#include <algorithm>
#include <iostream>
#include <random>
#include <vector>

using namespace Gatescope;

namespace {

constexpr int entries = 120'000;
constexpr std::size_t runs = 5;

struct Share
{
    const char *name;
    int differing; ///< percent of the entries
    bool isReordered; ///< keys in another order everywhere
};

QByteArray configEntry(int number, bool isOther, bool isReordered)
{
    const QByteArray name = QByteArray::number(1'000'000 + number);
    const QByteArray value = "{\"label\":\"" + QByteArray(isOther ? "One click" : "Buy now")
        + "\",\"delay_ms\":" + QByteArray::number(number % 97)
        + ",\"colors\":[\"#0B6E4F\",\"#1F3A8A\",\"#A8123C\"],\"text\":\"" + QByteArray(120, 'x') + "\"}";
    const QByteArray first = "\"name\":\"" + name + "\",\"value\":" + value;
    const QByteArray second = "\"rule_id\":\""
        + QByteArray(isOther ? "6U5gYSQ2jRCDWvfPzKSQY9" : "3QoA4ncNdVGBaMt3N1KYjz")
        + "\",\"group\":\"default\",\"is_device_based\":false,\"passed\":true,\"id_type\":\"userID\",";
    const QByteArray third =
        "\"secondary_exposures\":[{\"gate\":\"610600137\",\"gateValue\":\"true\",\"ruleID\":\"a\"}]";
    const QByteArray members =
        isReordered ? QByteArray(second + third + ',' + first) : QByteArray(first + ',' + second + third);
    return '"' + name + "\":{" + members + '}';
}

QByteArray response(int differing, bool isReordered)
{
    QByteArray json =
        "{\"hash_used\":\"djb2\",\"feature_gates\":{},\"layer_configs\":{},\"dynamic_configs\":{";
    json.reserve(qsizetype(entries) * 440);
    std::mt19937 random(4);
    for (int i = 0; i < entries; ++i) {
        const bool isOther = int(random() % 100) < differing;
        json += (i > 0 ? "," : "") + configEntry(i, isOther, isReordered);
    }
    return json + "}}";
}

double medianMilliseconds(const auto &work)
{
    std::vector<double> times;
    for (std::size_t i = 0; i < runs; ++i) {
        const auto start = cpuTime();
        work();
        times.push_back(double((cpuTime() - start).count()) / 1e6);
    }
    std::ranges::sort(times);
    return times[runs / 2];
}

/// False if what was compared is not what was generated.
bool measure(const Share &share, const QByteArray &base)
{
    const QByteArray other = response(share.differing, share.isReordered);
    ComparedDocument left;
    ComparedDocument right;
    const double build = medianMilliseconds([&] {
        left.document = *JsonDocument::parse(base);
        right.document = *JsonDocument::parse(other);
    });
    ComparisonPtr comparison;
    const double compare = medianMilliseconds([&] {
        comparison.reset();
        comparison = *compareDocuments(left, right);
    });
    const double ratio = compare / build;
    std::cout << R"({"name":"two of 50 MB compared: )" << share.name << R"(","value":)" << compare
              << R"(,"unit":"ms","ratio":)" << ratio
              << R"(,"versus":"building both","aim":"ratio <= 1.5","ok":)"
              << (ratio <= 1.5 ? "true" : "false") << '}' << std::endl;
    const KindCounts total = comparison->total();
    return total.same + total.changed >= entries && (total.changed > 0) == (share.differing > 0);
}

} // namespace

int main()
{
    const QByteArray base = response(0, false);
    for (const Share &share :
        {Share {"same", 0, false}, Share {"1 % differ", 1, false}, Share {"10 % differ", 10, false},
            Share {"all differ", 100, false}, Share {"same, keys in another order", 0, true}})
        if (!measure(share, base))
            return 1;
    return 0;
}
