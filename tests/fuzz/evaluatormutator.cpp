// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "fuzztargets.h"
#include "jsonmutator.h"

#include <QList>

#include <algorithm>
#include <cstdint>
#include <cstring>

/// libFuzzer's own mutation of bytes.
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t *data, std::size_t size, std::size_t most);

namespace {

using namespace Gatescope::Fuzz;

std::size_t written(const QByteArray &text, std::uint8_t *data, std::size_t most)
{
    const std::size_t size = std::min(std::size_t(text.size()), most);
    std::memcpy(data, text.constData(), size);
    return size;
}

QByteArray mutated(const QByteArray &input, const QByteArray &donor, Random &random)
{
    QList<QByteArray> parts = input.split(partSeparator);
    const QList<QByteArray> donors = donor.split(partSeparator);
    // The payload has the most to say; a user changes what it says.
    const qsizetype part = below(random, 3) > 0 ? 0 : below(random, int(parts.size()));
    for (int changes = 1 + below(random, 3); changes > 0; --changes)
        parts[part] = mutatedJson(parts[part], donors.value(part, parts[part]), random);
    return parts.join(partSeparator);
}

} // namespace

/// A structure is changed as a structure; now and then bytes are, or a new project is made up.
extern "C" std::size_t LLVMFuzzerCustomMutator(
    std::uint8_t *data, std::size_t size, std::size_t most, unsigned int seed)
{
    Random random(seed);
    const int way = below(random, 100);
    if (way < 8)
        return LLVMFuzzerMutate(data, size, most);
    if (way < 13)
        return written(ProjectGenerator(random).input(), data, most);
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const QByteArray text = mutated(input, input, random);
    return text == input ? LLVMFuzzerMutate(data, size, most) : written(text, data, most);
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t *first, std::size_t firstSize,
    const std::uint8_t *second, std::size_t secondSize, std::uint8_t *out, std::size_t most,
    unsigned int seed)
{
    Random random(seed);
    const QByteArray input(reinterpret_cast<const char *>(first), qsizetype(firstSize));
    const QByteArray donor(reinterpret_cast<const char *>(second), qsizetype(secondSize));
    return written(mutated(input, donor, random), out, most);
}
