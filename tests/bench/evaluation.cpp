// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT

// bench_evaluation PROJECT USERS: answers each name of a measurement on standard input by a line of JSON, as
// sdkevaluation.mjs does for the SDK.

#include "measure.h"

#include <models/evaluation/evaluator.h>
#include <models/evaluation/initializeresponse.h>
#include <models/evaluation/trace.h>
#include <models/evaluation/useranswers.h>

#include <QCryptographicHash>

#include <algorithm>
#include <functional>
#include <iostream>
#include <map>

using namespace Gatescope;

namespace {

/// How much was done, and what of the results was used: the same sum on both sides.
struct Work
{
    qint64 calls = 0;
    qint64 sum = 0;
};

class Bench
{
public:
    Bench(const QByteArray &project, const QByteArray &users)
        : m_evaluator(compiled(project), context())
    {
        for (const QByteArray &line : users.split('\n')) {
            if (!line.isEmpty())
                m_users.emplace_back(*JsonDocument::parse(line));
        }
        for (const Spec &spec : m_evaluator.project()->specs())
            m_names[spec.kind].emplace_back(spec.name);
        for (const EntityKind kind : {EntityKind::Segment, EntityKind::Holdout})
            std::ranges::copy(m_names[kind], std::back_inserter(m_names[EntityKind::Gate]));
    }

    Work gates() const
    {
        return byName(EntityKind::Gate, [](const std::string &name, UserAnswers &answers) {
            return qint64(answers.passesGate(name) == Truth::True);
        });
    }

    Work configs(EntityKind kind) const
    {
        return byName(
            kind, [](const std::string &name, UserAnswers &answers) { return used(answers.config(name)); });
    }

    Work layers() const
    {
        return byName(EntityKind::Layer,
            [](const std::string &name, UserAnswers &answers) { return used(answers.layer(name)); });
    }

    Work all() const
    {
        Work work;
        const std::vector<Spec> &specs = m_evaluator.project()->specs();
        for (const EvaluationUser &user : m_users) {
            UserAnswers answers(m_evaluator, user);
            for (std::uint32_t spec = 0; spec < specs.size(); ++spec) {
                const Answer &answer = answers.entity(spec);
                work.sum +=
                    specs[spec].table == SpecTable::FeatureGates ? qint64(answer.value) : used(answer);
                ++work.calls;
            }
        }
        return work;
    }

    /// As verdicts to keep, which is what goes with a trace.
    Work verdicts(bool traced) const
    {
        Work work;
        Trace trace;
        const std::vector<Spec> &specs = m_evaluator.project()->specs();
        for (const EvaluationUser &user : m_users) {
            for (std::uint32_t spec = 0; spec < specs.size(); ++spec) {
                trace.clear();
                const Verdict verdict = m_evaluator.evaluate(spec, user, traced ? &trace : nullptr);
                work.sum += qint64(verdict.ruleId.size());
                ++work.calls;
            }
        }
        return work;
    }

    Work initialize() const
    {
        Work work;
        for (const EvaluationUser &user : m_users) {
            work.sum += qint64(initializeResponse(m_evaluator, user).size() > 1000);
            ++work.calls;
        }
        return work;
    }

    Work users() const
    {
        Work work;
        for (const EvaluationUser &user : m_users) {
            const EvaluationUser again(*JsonDocument::parse(jsonCompact(user.json())));
            work.sum += qint64(again.unitIdText(m_userId).size());
            ++work.calls;
        }
        return work;
    }

    /// For each entity a digest of its answers about all users; sdkevaluation.mjs makes the same.
    void writeDigests(std::ostream &out) const
    {
        const std::vector<Spec> &specs = m_evaluator.project()->specs();
        std::vector<QByteArray> lines(specs.size());
        for (const EvaluationUser &user : m_users) {
            UserAnswers answers(m_evaluator, user);
            for (std::size_t i = 0; i < specs.size(); ++i)
                lines[i] += lineOf(specs[i], answers);
        }
        for (std::size_t i = 0; i < specs.size(); ++i) {
            const QByteArray digest = QCryptographicHash::hash(lines[i], QCryptographicHash::Sha256).toHex();
            out << (i == 0 ? '{' : ',') << '"' << specs[i].name << "\":\"" << digest.toStdString() << '"';
        }
        out << '}' << std::endl;
    }

    /// The initialize responses of the first users, as a JSON array.
    void writeResponses(std::ostream &out) const
    {
        constexpr std::size_t few = 100;
        for (std::size_t i = 0; i < few; ++i)
            out << (i == 0 ? '[' : ',') << initializeResponse(m_evaluator, m_users[i]).toStdString();
        out << ']' << std::endl;
    }

    /// The part of all verdicts that needed a hash.
    double hashingShare() const
    {
        constexpr std::size_t few = 200;
        qint64 hashing = 0;
        qint64 verdicts = 0;
        for (std::size_t i = 0; i < few; ++i) {
            for (std::uint32_t spec = 0; spec < m_evaluator.project()->specs().size(); ++spec) {
                Trace trace;
                m_evaluator.evaluate(spec, m_users[i], &trace);
                hashing += std::ranges::any_of(
                    trace.nodes(), [](const Trace::Node &node) { return node.bucket.has_value(); });
                ++verdicts;
            }
        }
        return double(hashing) / double(verdicts);
    }

private:
    static ProjectPtr compiled(const QByteArray &payload)
    {
        return *Project::compile(*JsonDocument::parse(payload));
    }

    static EvaluationContext context()
    {
        EvaluationContext context;
        context.sdkCompatible = true;
        return context;
    }

    static std::string lineOf(const Spec &spec, UserAnswers &answers)
    {
        if (spec.table == SpecTable::FeatureGates)
            return answers.passesGate(spec.name) == Truth::True ? "true\n" : "false\n";
        const Answer &answer =
            spec.table == SpecTable::DynamicConfigs ? answers.config(spec.name) : answers.layer(spec.name);
        std::string line(answer.json.empty() ? "{}" : answer.json);
        line.append(" ").append(answer.ruleId);
        if (spec.kind == EntityKind::DynamicConfig)
            return line + '\n';
        line.append(" ").append(answer.groupName.value_or(""));
        line.append(" ").append(answer.allocatedExperiment);
        for (const SeenExposure &exposure : answer.secondaryExposures)
            line.append(" ")
                .append(exposure.gate)
                .append(exposure.gateValue ? " true " : " false ")
                .append(exposure.ruleId);
        return line + '\n';
    }

    static qint64 used(const Answer &answer) { return qint64(answer.ruleId.size()); }

    Work byName(EntityKind kind, auto &&answer) const
    {
        Work work;
        const std::vector<std::string> &names = m_names.at(kind);
        for (const EvaluationUser &user : m_users) {
            UserAnswers answers(m_evaluator, user);
            for (const std::string &name : names)
                work.sum += answer(name, answers);
            work.calls += qint64(names.size());
        }
        return work;
    }

    Evaluator m_evaluator;
    std::vector<EvaluationUser> m_users;
    std::map<EntityKind, std::vector<std::string>> m_names;
    FieldName m_userId {"userID"};
};

/// Repeats until it has taken long enough to be measured.
void measure(const std::function<Work()> &pass)
{
    constexpr std::chrono::milliseconds enough(500);
    const auto start = cpuTime();
    Work total;
    std::chrono::nanoseconds taken {};
    qint64 passes = 0;
    while (taken < enough) {
        const Work work = pass();
        total.calls += work.calls;
        total.sum += work.sum;
        ++passes;
        taken = cpuTime() - start;
    }
    std::cout << "{\"ns\":" << double(taken.count()) / double(total.calls)
              << ",\"sum\":" << total.sum / passes << "}" << std::endl;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::cerr << "usage: bench_evaluation PROJECT USERS\n";
        return 2;
    }
    const Bench bench(readFile(argv[1]), readFile(argv[2]));
    const std::map<std::string, std::function<Work()>> measurements {
        {"gates", [&] { return bench.gates(); }},
        {"configs", [&] { return bench.configs(EntityKind::DynamicConfig); }},
        {"experiments", [&] { return bench.configs(EntityKind::Experiment); }},
        {"layers", [&] { return bench.layers(); }},
        {"all", [&] { return bench.all(); }},
        {"verdicts", [&] { return bench.verdicts(false); }},
        {"traced", [&] { return bench.verdicts(true); }},
        {"initialize", [&] { return bench.initialize(); }},
        {"users", [&] { return bench.users(); }},
    };
    for (std::string name; std::cin >> name;) {
        if (const auto found = measurements.find(name); found != measurements.end()) {
            measure(found->second);
        } else if (name == "hashing") {
            std::cout << "{\"share\":" << bench.hashingShare() << "}" << std::endl;
        } else if (name == "digests") {
            bench.writeDigests(std::cout);
        } else {
            bench.writeResponses(std::cout);
        }
    }
    return 0;
}
