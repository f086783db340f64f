// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "lintrules.h"
#include "lintwords.h"

#include <models/statsig/userchecks.h>

#include <QCoreApplication>

namespace Gatescope {

namespace {

class DerivedLint
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::DerivedLint)
public:
    static std::optional<LintFinding> agent(const UserLintIndex &index, const LintedUser &user);
    static std::optional<LintFinding> country(
        const UserLintIndex &index, const LintedUser &user, const CountryLookup *countries);

private:
    static Phrases countrySentence(
        const LintedUser &user, const CountryLookup *countries, const Phrases &rules);
};

QString agentFieldText(AgentField field)
{
    switch (field) {
    case AgentField::OsName:
        return QStringLiteral("os_name");
    case AgentField::OsVersion:
        return QStringLiteral("os_version");
    case AgentField::BrowserName:
        return QStringLiteral("browser_name");
    case AgentField::BrowserVersion:
        return QStringLiteral("browser_version");
    }
    Q_UNREACHABLE();
}

LintFinding derivedHint(UserField subject, const Phrases &sentence)
{
    LintFinding finding;
    finding.kind = LintFinding::Kind::Derived;
    finding.severity = LintFinding::Severity::Hint;
    finding.subject.place = subject;
    finding.sentence = sentence;
    return finding;
}

/// Facts §6.1: an attribute of the name comes before what the user agent says.
std::optional<LintFinding> DerivedLint::agent(const UserLintIndex &index, const LintedUser &user)
{
    static const FieldName userAgent("userAgent");
    if (user.prepared().attribute(userAgent).value)
        return std::nullopt;
    QStringList lacking;
    UserLintIndex::RuleRefs rules;
    for (std::size_t i = 0; i < agentFieldCount; ++i) {
        const QString field = agentFieldText(AgentField(i));
        const UserLintIndex::RuleRefs &readers = index.agentRules()[i];
        if (readers.empty() || user.prepared().attribute(FieldName(field.toStdString())).value)
            continue;
        lacking << field;
        rules = merged(std::move(rules), readers);
    }
    if (lacking.isEmpty())
        return std::nullopt;
    return derivedHint(UserField::UserAgent,
        fillPhrases(tr("%1 is empty, so there is no %2 for %3."),
            {{codePhrase(apiName(UserField::UserAgent))}, listWords(lacking), rulesWords(rules)}));
}

/// Facts §6.2: only IPv4 addresses have countries.
Phrases DerivedLint::countrySentence(
    const LintedUser &user, const CountryLookup *countries, const Phrases &rules)
{
    const Phrases country {codePhrase(apiName(UserField::Country))};
    const std::string_view address = user.prepared().ip();
    const QString ip = QString::fromUtf8(address.data(), qsizetype(address.size()));
    if (ip.isEmpty())
        return fillPhrases(tr("%1 and %2 are empty, so there is no country for %3."),
            {country, {codePhrase(apiName(UserField::Ip))}, rules});
    if (!isIpAddress(ip))
        return {};
    if (ip.contains(u':'))
        return fillPhrases(
            tr("%1 is empty, and no country comes from an IPv6 address, so there is none for %2."),
            {country, rules});
    if (countries == nullptr)
        return fillPhrases(
            tr("%1 is empty, and the country of %2 is not known here, so %3 cannot be told locally."),
            {country, {codePhrase(ip)}, rules});
    if (countries->country(address))
        return {};
    return fillPhrases(tr("%1 is empty, and %2 has no country, so there is none for %3."),
        {country, {codePhrase(ip)}, rules});
}

std::optional<LintFinding> DerivedLint::country(
    const UserLintIndex &index, const LintedUser &user, const CountryLookup *countries)
{
    static const FieldName country("country");
    const UserLintIndex::RuleRefs &rules = index.countryRules();
    if (rules.empty() || user.prepared().attribute(country).value)
        return std::nullopt;
    const Phrases sentence = countrySentence(user, countries, rulesWords(rules));
    return sentence.isEmpty() ? std::nullopt : std::optional(derivedHint(UserField::Country, sentence));
}

} // namespace

LintFindings lintDerived(const UserLintIndex &index, const LintedUser &user, const CountryLookup *countries)
{
    LintFindings findings;
    if (const auto agent = DerivedLint::agent(index, user))
        findings << *agent;
    if (const auto country = DerivedLint::country(index, user, countries))
        findings << *country;
    return findings;
}

} // namespace Gatescope
