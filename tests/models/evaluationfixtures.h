// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/evaluator.h>
#include <models/ports/countrylookup.h>

#include <QMap>

namespace Gatescope::Test {

/// Parsed JSON, or a null document after a test failure.
JsonDocumentPtr parsedJson(const QByteArray &text);
/// A compiled project, or null after a test failure.
ProjectPtr compiledProject(const QByteArray &payload);
/// A project of one gate "g" whose one rule has one condition, in the v2 form.
ProjectPtr projectOfCondition(const QByteArray &condition);
EvaluationUser userOf(const QByteArray &json);
std::string compact(const JsonValue &value);

/// Countries by address.
class FixedCountries : public CountryLookup
{
public:
    explicit FixedCountries(QMap<QByteArray, QByteArray> countries)
        : m_countries(std::move(countries))
    { }
    std::optional<std::string> country(std::string_view ip) const override;

private:
    QMap<QByteArray, QByteArray> m_countries;
};

/// The vectors of facts §6.2.
std::shared_ptr<const CountryLookup> knownCountries();
/// One list's hashes of these unit IDs.
std::shared_ptr<const IdLists> idListsOf(const QByteArray &json);

} // namespace Gatescope::Test
