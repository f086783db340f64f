// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "witnesscauses.h"
#include "exchangewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace Gatescope {

namespace {

/// Specs of this age are a likely cause of their own; younger ones come after what the rules looked at.
constexpr std::chrono::seconds agedSpecs {300};

QString nameOfFile(const EvaluationFile &file)
{
    return file.path.section(u'/', -1);
}

class CauseFinder
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::WitnessCauses)
public:
    CauseFinder(const WitnessGrounds &grounds, const WitnessTouches &touches)
        : m_grounds(grounds)
        , m_touches(touches)
    { }

    QList<WitnessCause> find();

private:
    using Kind = WitnessCause::Kind;
    using Remedy = WitnessCause::Remedy;

    void add(Kind kind, const QString &text, Remedy remedy);
    void addChange(Kind kind, const QString &text, const QString &action, const UserEdits &edits);
    void addSpecs();
    void addSpecsAge();
    std::chrono::seconds specsAge() const;
    void addData();
    void addIdList(const QString &list);
    void addCountry();
    void addUser();
    void addAgent();
    void addTier();

    const WitnessGrounds &m_grounds;
    const WitnessTouches &m_touches;
    QList<WitnessCause> m_causes;
};

QList<WitnessCause> CauseFinder::find()
{
    addSpecs();
    const bool isAged = specsAge() >= agedSpecs;
    if (isAged)
        addSpecsAge();
    if (!m_grounds.isSandbox) {
        addData();
        addUser();
    }
    if (m_touches.readsClock)
        add(Kind::Clock,
            tr("A rule compares the time of day or the date. The server answered at %1.")
                .arg(localAndUtcText(m_grounds.answeredUtc)),
            Remedy::AskAgain);
    if (!m_grounds.isSandbox)
        addTier();
    if (!isAged)
        addSpecsAge();
    return m_causes;
}

void CauseFinder::add(Kind kind, const QString &text, Remedy remedy)
{
    m_causes.append({kind, text, remedy, {}, {}});
}

/// What this machine took from elsewhere is sent with the user, so that both go by the same.
void CauseFinder::addChange(Kind kind, const QString &text, const QString &action, const UserEdits &edits)
{
    m_causes.append({kind, text, Remedy::ChangeUser, action, edits});
}

void CauseFinder::addSpecs()
{
    if (!m_touches.isRuleKnown)
        add(Kind::SpecsLackRule,
            tr("The server decided by a rule that these specs do not have. They are older, or of another "
               "project."),
            Remedy::FreshSpecs);
    if (m_grounds.serverTime > m_grounds.specsTime && m_grounds.specsTime > 0) {
        const auto time = [](qint64 ms) {
            return localAndUtcText(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC));
        };
        add(Kind::SpecsOlder,
            tr("The server's rules were changed at %1, these specs know of no change after %2.")
                .arg(time(m_grounds.serverTime), time(m_grounds.specsTime)),
            Remedy::FreshSpecs);
    }
    if (!m_grounds.areSpecsFromServer)
        add(Kind::SpecsFromFile,
            tr("The specs are from the file %1, not from this server.").arg(m_grounds.specsSource),
            Remedy::FreshSpecs);
    else if (m_grounds.answeredUtc < m_grounds.specsUtc)
        add(Kind::AnswerOlder,
            tr("The server answered %1 before these specs were read, so perhaps by older rules.")
                .arg(spanText(std::chrono::seconds(m_grounds.answeredUtc.secsTo(m_grounds.specsUtc)))),
            Remedy::AskAgain);
}

std::chrono::seconds CauseFinder::specsAge() const
{
    return std::chrono::seconds(m_grounds.specsUtc.secsTo(m_grounds.answeredUtc));
}

void CauseFinder::addSpecsAge()
{
    if (m_grounds.areSpecsFromServer && m_grounds.specsUtc <= m_grounds.answeredUtc)
        add(Kind::SpecsAge,
            tr("The specs were %1 old when the server answered. Rules may have changed in between.")
                .arg(spanText(specsAge())),
            Remedy::FreshSpecs);
}

void CauseFinder::addData()
{
    for (const QString &list : m_touches.idLists)
        addIdList(list);
    if (m_touches.country)
        addCountry();
    if (m_touches.wantsIp)
        add(Kind::MissingIp,
            tr("A rule asks for the country, and the user has neither country nor ip. A server may take the "
               "address the request came from."),
            Remedy::EnterCountry);
    for (const QString &name : m_touches.autotunes)
        add(Kind::Autotune,
            tr("“%1” learns all the time. The server may know newer results than these specs.").arg(name),
            Remedy::FreshSpecs);
}

void CauseFinder::addIdList(const QString &list)
{
    const EvaluationFile &file = m_grounds.idListsFile;
    add(Kind::IdList,
        file.isLoaded()
            ? tr("A rule looks into the ID list “%1”, here as written to %2 at %3. The server may "
                 "have a newer one.")
                  .arg(list, nameOfFile(file), momentText(file.writtenUtc, m_grounds.answeredUtc))
            : tr("A rule looks into the ID list “%1”, and no lists are loaded here.").arg(list),
        Remedy::EvaluationData);
}

void CauseFinder::addCountry()
{
    const auto &[ip, country] = *m_touches.country;
    const QString table = nameOfFile(m_grounds.countriesFile);
    add(Kind::Country,
        country.isEmpty()
            ? tr("A rule asks for the country of %1, which %2 does not know. The server's own table may.")
                  .arg(ip, table)
            : tr("A rule asks for the country of %1, which is %3 by %2. The server has a table of its own.")
                  .arg(ip, table, country),
        Remedy::EvaluationData);
}

void CauseFinder::addUser()
{
    addAgent();
    if (m_touches.tierSource == WitnessTouches::TierSource::DefaultEnvironment)
        addChange(Kind::DefaultTier,
            tr("A rule asks for the tier. None was sent, so here the project's default environment, “%1”, "
               "counts. A server may not take it.")
                .arg(m_touches.tier),
            tr("Send “%1” with the user").arg(m_touches.tier),
            {UserEdit {{UserTable::StatsigEnvironment, QStringLiteral("tier")}, jsonQuoted(m_touches.tier)}});
    if (m_touches.targetApp)
        add(Kind::TargetApp,
            m_touches.targetApp->isEmpty()
                ? tr("A rule asks for the target app. The specs name none; for the server it hangs on the "
                     "key.")
                : tr("A rule asks for the target app, here “%1”. For the server it hangs on the key.")
                      .arg(*m_touches.targetApp),
            Remedy::Connection);
}

void CauseFinder::addAgent()
{
    if (m_touches.wantsUserAgent)
        add(Kind::MissingUserAgent,
            tr("A rule asks for the browser or system, and the user has no userAgent. A server may take that "
               "of the request."),
            Remedy::EnterUserAgent);
    if (m_touches.agentFields.isEmpty())
        return;
    QStringList found;
    UserEdits edits; // an attribute of that name comes before the user agent (facts §6.1)
    for (const WitnessTouches::Field &field : m_touches.agentFields) {
        found.append(tr("%1 %2", "field and value").arg(field.name, field.value));
        edits.append({{UserTable::Custom, field.name}, jsonQuoted(field.value)});
    }
    addChange(Kind::UserAgent,
        tr("A rule looks at the userAgent, read here as %1. The server may read it otherwise.")
            .arg(found.join(QStringLiteral(", "))),
        tr("Send that as custom attributes"), edits);
}

/// The same tier was sent as was evaluated with: the least likely.
void CauseFinder::addTier()
{
    using TierSource = WitnessTouches::TierSource;
    if (m_touches.tierSource == TierSource::Nowhere)
        add(Kind::Tier, tr("A rule asks for the tier, and none was sent. A server may assume production."),
            Remedy::EnterTier);
    if (m_touches.tierSource == TierSource::User)
        add(Kind::Tier,
            m_grounds.isTierOfConnection
                ? tr("A rule asks for the tier. “%1” was sent, which is the connection's.")
                      .arg(m_touches.tier)
                : tr("A rule asks for the tier. “%1” was sent with the user.").arg(m_touches.tier),
            m_grounds.isTierOfConnection ? Remedy::Connection : Remedy::EnterTier);
}

} // namespace

QList<WitnessCause> likelyCauses(const WitnessGrounds &grounds, const WitnessTouches &touches)
{
    return CauseFinder(grounds, touches).find();
}

qint64 serverTimeOf(const CheckAnswer &answer)
{
    const auto timeIn = [](const JsonMembers &members) -> qint64 {
        const auto found = std::ranges::find(members, QStringLiteral("time"), &JsonMember::key);
        return found == members.end() ? 0 : found->json.toLongLong();
    };
    if (const auto *gate = std::get_if<GateResult>(&answer.content))
        return timeIn(gate->otherMembers);
    const auto *config = std::get_if<ConfigResult>(&answer.content);
    return config ? timeIn(config->otherMembers) : 0;
}

} // namespace Gatescope
