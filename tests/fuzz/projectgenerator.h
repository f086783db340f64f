// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/jsonwriter.h>

#include <initializer_list>
#include <random>
#include <string>
#include <string_view>

namespace Gatescope::Fuzz {

using Random = std::mt19937;

/// From 0 to below `end`.
inline int below(Random &random, int end)
{
    return int(random() % unsigned(end));
}

/// Any JSON value worth trying where another is expected: odd numbers, times, versions, patterns, names.
QByteArray oddValue(Random &random);
/// A word of the payload format: a condition's type, an operator, a field, an entity, a name.
std::string payloadWord(Random &random);

/// Writes payloads and users of a small world of names, so that gates, layers, experiments, mappings and
/// bandits find each other, in circles too. Mostly what the compiler accepts; now and then a value is
/// replaced by an odd one.
class ProjectGenerator
{
public:
    explicit ProjectGenerator(Random &random)
        : m_random(random)
    { }

    QByteArray payload();
    QByteArray user();
    /// A payload and its users as a fuzz target takes them.
    QByteArray input();

private:
    using Names = std::initializer_list<std::string_view>;
    bool chance(int percent) { return below(m_random, 100) < percent; }
    std::string_view oneOf(Names names) { return names.begin()[below(m_random, int(names.size()))]; }
    std::string numbered(std::string_view prefix, int count);

    void text(std::string_view key, std::string_view value);
    void raw(std::string_view key, QByteArrayView json);
    void writeTable(std::string_view table, Names prefixes, int most);
    void writeSpec(const std::string &name, std::string_view table);
    void writeRules(std::string_view table);
    void writeRule(std::string_view table);
    void writeCondition();
    void writeConditionMap();
    void writeMappings();
    void writeBandits();
    void writeProjectValues();
    QByteArray target(std::string_view type, std::string_view op);
    QByteArray listOf(int most);
    QByteArray buckets();

    Random &m_random;
    JsonWriter m_writer;
    bool m_isV1 = false;
    int m_oddChance = 0;
};

} // namespace Gatescope::Fuzz
