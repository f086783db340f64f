// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "flipsearch.h"

#include "flipspace.h"

#include <algorithm>

namespace Gatescope {

namespace {

constexpr int costOfNewId = 6;
constexpr int idsTriedInPairs = 40;

/// Another answer is one that somebody would notice.
bool isSameAnswer(const Verdict &left, const Verdict &right, SpecTable table)
{
    if (left.isDetermined() != right.isDetermined())
        return false;
    if (table == SpecTable::FeatureGates)
        return left.value == right.value;
    return left.json == right.json && left.groupName == right.groupName
        && left.allocatedExperiment == right.allocatedExperiment;
}

class FlipSearch
{
public:
    FlipSearch(const Evaluator &evaluator, std::uint32_t spec, const StatsigUser &user,
        const std::stop_token &stop, const FlipLimits &limits)
        : m_evaluator(evaluator)
        , m_spec(spec)
        , m_table(evaluator.project()->specs()[spec].table)
        , m_user(user)
        , m_stop(stop)
        , m_limits(limits)
        , m_space(flipSpace(*evaluator.project(), spec, user))
        , m_end(limits.now() + limits.maxTime)
    { }

    FlipReport run()
    {
        m_report.bucketIds = m_space.bucketIds;
        m_report.asIs = verdictOf(m_user);
        trySingles();
        tryIds();
        m_report.triedEverySingle = m_report.isComplete;
        tryPairs();
        if (std::ranges::all_of(m_found, [](const Found &one) { return one.flip.isIdentity; }))
            m_report.obstacle = obstacle();
        takeBest();
        return std::move(m_report);
    }

private:
    struct Found
    {
        Flip flip;
        int cost = 0;
        std::uint32_t rule = 0;
    };

    FlipReport::Obstacle obstacle() const
    {
        if (!m_found.empty())
            return m_isIdNamed ? FlipReport::Obstacle::UnitId : FlipReport::Obstacle::Bucket;
        return m_space.candidates.empty() && m_space.bucketIds.isEmpty() ? FlipReport::Obstacle::NoAttribute
                                                                         : FlipReport::Obstacle::NotFound;
    }

    Verdict verdictOf(const StatsigUser &user) const
    {
        const auto document = JsonDocument::parse(user.toJson());
        return m_evaluator.evaluate(m_spec, EvaluationUser(document ? *document : nullptr));
    }

    bool mayGoOn()
    {
        m_report.wasStopped |= m_stop.stop_requested();
        if (m_report.wasStopped || m_report.tried >= m_limits.maxEvaluations || m_limits.now() >= m_end)
            m_report.isComplete = false;
        return m_report.isComplete;
    }

    /// True if the change gives another answer; keeps it.
    bool attempt(const UserEdits &edits, int cost, std::uint32_t rule, bool isIdentity)
    {
        ++m_report.tried;
        const Verdict verdict = verdictOf(edited(m_user, edits));
        if (!verdict.isDetermined() || isSameAnswer(verdict, m_report.asIs, m_table))
            return false;
        m_found.push_back({{edits, verdict, isIdentity}, cost, rule});
        return true;
    }

    void trySingles()
    {
        m_flipsAlone.assign(m_space.candidates.size(), false);
        for (std::size_t i = 0; i < m_space.candidates.size() && mayGoOn(); ++i) {
            const FlipCandidate &one = m_space.candidates[i];
            m_flipsAlone[i] = attempt({one.edit}, one.cost, one.rule, isId(one.edit.attribute));
            m_isIdNamed |= m_flipsAlone[i] && isId(one.edit.attribute);
        }
    }

    /// Another unit ID is another user with the same attributes, in another bucket.
    void tryIds()
    {
        for (const UserAttribute &id : std::as_const(m_space.bucketIds)) {
            std::vector<Verdict> seen;
            for (int step = 1; step <= m_limits.maxIds && mayGoOn(); ++step) {
                if (!attempt({neighbour(id, step)}, costOfNewId, 0, true))
                    continue;
                const Verdict &verdict = m_found.back().flip.verdict;
                const bool isKnown = std::ranges::any_of(seen, [this, &verdict](const Verdict &other) {
                    return isSameAnswer(verdict, other, m_table) && verdict.ruleId == other.ruleId;
                });
                if (isKnown)
                    m_found.pop_back();
                else
                    seen.push_back(verdict);
                if (m_table == SpecTable::FeatureGates)
                    break; // there is only one other value
            }
        }
    }

    UserEdit neighbour(const UserAttribute &id, int step) const
    {
        const QByteArray json = attributeJson(m_user, id);
        const QString text = json.isEmpty() ? QString() : attributeText(json);
        return {id, jsonQuoted(neighbourId(text, step))};
    }

    static QString attributeText(const QByteArray &json)
    {
        const auto document = JsonDocument::parse(json);
        const JsonValue value = document ? (*document)->root() : JsonValue();
        return value.isString() ? value.toString() : QString::fromUtf8(json);
    }

    bool isId(const UserAttribute &attribute) const
    {
        const auto *field = std::get_if<UserField>(&attribute.place);
        const auto *table = std::get_if<UserTable>(&attribute.place);
        return (field && *field == UserField::UserId) || (table && *table == UserTable::CustomIds);
    }

    /// First within each rule, whose conditions have to hold together, then across rules.
    void tryPairs()
    {
        std::vector<FlipCandidate> parts;
        for (std::size_t i = 0; i < m_space.candidates.size(); ++i)
            if (!m_flipsAlone[i])
                parts.push_back(m_space.candidates[i]);
        for (const bool withinARule : {true, false})
            for (std::size_t i = 0; i < parts.size(); ++i)
                for (std::size_t j = i + 1; j < parts.size(); ++j)
                    if ((parts[i].rule == parts[j].rule) == withinARule && !tryPair(parts[i], parts[j]))
                        return;
        for (const FlipCandidate &part : parts)
            if (!tryWithIds(part))
                return;
    }

    bool tryPair(const FlipCandidate &left, const FlipCandidate &right)
    {
        if (!mayGoOn())
            return false;
        if (left.edit.attribute != right.edit.attribute)
            attempt({left.edit, right.edit}, left.cost + right.cost, std::max(left.rule, right.rule),
                isId(left.edit.attribute) || isId(right.edit.attribute));
        return true;
    }

    /// An attribute opens a rule whose percentage then asks for another bucket.
    bool tryWithIds(const FlipCandidate &part)
    {
        for (const UserAttribute &id : std::as_const(m_space.bucketIds)) {
            if (id == part.edit.attribute)
                continue;
            for (int step = 1; step <= idsTriedInPairs; ++step) {
                if (!mayGoOn())
                    return false;
                if (attempt({part.edit, neighbour(id, step)}, part.cost + costOfNewId, part.rule, true))
                    break;
            }
        }
        return true;
    }

    /// Of all that lead to the same answer by the same rule through the same attributes the cheapest one; a
    /// pair only for what nothing smaller reaches.
    void takeBest()
    {
        std::ranges::stable_sort(m_found, {},
            [](const Found &one) { return std::tuple(one.flip.edits.size(), one.cost, one.rule); });
        for (Found &one : m_found) {
            if (m_report.flips.size() >= m_limits.maxFlips)
                return;
            const bool isCovered = std::ranges::any_of(
                m_report.flips, [this, &one](const Flip &better) { return covers(better, one.flip); });
            if (!isCovered)
                m_report.flips.push_back(std::move(one.flip));
        }
    }

    bool covers(const Flip &better, const Flip &other) const
    {
        const bool isSame = isSameAnswer(better.verdict, other.verdict, m_table)
            && better.verdict.ruleId == other.verdict.ruleId;
        if (!isSame)
            return false;
        if (better.edits.size() < other.edits.size())
            return true;
        return std::ranges::equal(better.edits, other.edits, {}, &UserEdit::attribute, &UserEdit::attribute);
    }

    const Evaluator &m_evaluator;
    std::uint32_t m_spec;
    SpecTable m_table;
    const StatsigUser &m_user;
    const std::stop_token &m_stop;
    FlipLimits m_limits;
    FlipSpace m_space;
    FlipLimits::Clock::time_point m_end;
    FlipReport m_report;
    std::vector<Found> m_found;
    std::vector<bool> m_flipsAlone; ///< by candidate
    bool m_isIdNamed = false; ///< by a rule: not only its bucket counts
};

} // namespace

FlipReport findFlips(const Evaluator &evaluator, std::uint32_t spec, const StatsigUser &user,
    const std::stop_token &stop, const FlipLimits &limits)
{
    return FlipSearch(evaluator, spec, user, stop, limits).run();
}

QString neighbourId(const QString &id, int step)
{
    qsizetype digits = 0;
    while (digits < id.size() && digits < 15 && id[id.size() - 1 - digits].isDigit())
        ++digits;
    if (digits == 0)
        return id.isEmpty() ? QStringLiteral("user-%1").arg(step) : QStringLiteral("%1-%2").arg(id).arg(step);
    const qint64 number = id.right(digits).toLongLong() + step;
    return id.left(id.size() - digits) + QString::number(number).rightJustified(digits, u'0');
}

} // namespace Gatescope
