// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "hashednames.h"

#include <models/evaluation/initializeresponse.h>

#include <span>

namespace Gatescope {

/// What an entry of an initialize response is. Autotunes stand among the dynamic configs, as the response has
/// them.
enum class InitializeKind { Gate, DynamicConfig, Experiment, Layer, ParamStore };
inline constexpr std::array initializeKinds {InitializeKind::Gate, InitializeKind::DynamicConfig,
    InitializeKind::Experiment, InitializeKind::Layer, InitializeKind::ParamStore};

/// A gate that was looked at on the way to an answer.
struct InitializeExposure
{
    QString hash;
    QStringList names; ///< empty: unknown
    const Spec *spec = nullptr;
    QString value; ///< "true" or "false" as sent
    QString ruleId;
};

/// One gate, config, experiment, layer or parameter store of a response.
struct InitializeEntry
{
    /// Where the text of `rule` comes from.
    enum class RuleSource { Project, Meaning, Id };

    InitializeKind kind = InitializeKind::Gate;
    QString hash; ///< the key in the response; the name itself where nothing is hashed
    QStringList names; ///< empty: unknown; several: their hashes collide
    const Spec *spec = nullptr; ///< lives as long as the view; null if not known
    JsonValue source; ///< the entry as sent
    JsonValue value; ///< gates: a boolean, which init-v2 leaves out for false
    bool isOn = false; ///< gates
    QString ruleId;
    QString rule; ///< for people: the rule's name, the meaning of a known ID, else the ID
    RuleSource ruleSource = RuleSource::Id;
    QString groupName;
    QString idType;
    std::optional<bool> isInExperiment;
    std::optional<bool> isExperimentActive;
    bool hasMatchingRule = false; ///< configs: the answer is not the default
    QString allocatedExperiment; ///< layers: its hash

    bool isNameKnown() const { return !names.isEmpty(); }
    QString name() const { return names.isEmpty() ? hash : names.join(QStringLiteral(" / ")); }
};

/// Gates that are on, configs that a rule matched, experiments and layers the user is in.
bool isPassing(const InitializeEntry &entry);

/// Sums over the entries of one kind.
struct InitializeTotals
{
    int count = 0;
    int on = 0; ///< gates
    int matching = 0; ///< configs: a rule matched
    int in = 0; ///< experiments and layers: the user is in
    int delegating = 0; ///< layers: to an experiment
};

class InitializeView;
using InitializeViewPtr = std::shared_ptr<const InitializeView>;

/// The body of an initialize response of any of the three formats in one form, with the names a project knows
/// put back in place of their hashes. Immutable, any thread; reading takes time that grows with both.
class InitializeView
{
public:
    /// Names come from the project and from a list of the user's; either may be null. Error: WrongShape.
    static Result<InitializeViewPtr> read(
        JsonDocumentPtr body, ProjectPtr project, const NameListPtr &names = nullptr);

    const JsonDocumentPtr &body() const { return m_body; }
    InitializeFormat format() const { return m_format; }
    HashAlgorithm hash() const { return m_names.algorithm(); }
    qint64 time() const { return m_time; } ///< ms, last config update; 0 if not said
    const ProjectPtr &project() const { return m_names.project(); } ///< may be null
    bool hasProject() const { return project() != nullptr; }

    /// By kind, then known names in alphabetical order, then the unknown ones as sent.
    std::span<const InitializeEntry> entries() const { return m_entries; }
    const InitializeTotals &totals(InitializeKind kind) const { return m_totals[std::size_t(kind)]; }
    int unknownCount() const { return m_unknown; }
    int inExperimentCount() const { return m_inExperiment; }
    int passingCount() const { return m_passing; }

    std::vector<InitializeExposure> secondaryExposures(const InitializeEntry &entry) const;
    std::vector<InitializeExposure> undelegatedExposures(const InitializeEntry &entry) const;
    QStringList explicitParameters(const InitializeEntry &entry) const;
    /// Names of the layer an experiment lives in, or of the experiment a layer delegates to; the hash where
    /// unknown, empty where there is none.
    QString layerOf(const InitializeEntry &experiment) const;
    QString allocatedExperimentOf(const InitializeEntry &layer) const;

private:
    friend class InitializeReader;
    using Index = std::unordered_map<std::string, JsonValue>;

    InitializeView(JsonDocumentPtr body, HashedNames names);
    std::vector<InitializeExposure> exposures(const JsonValue &list) const;

    JsonDocumentPtr m_body;
    HashedNames m_names;
    InitializeFormat m_format = InitializeFormat::V1;
    qint64 m_time = 0;
    Index m_exposures; ///< of the formats that name exposures by ID
    std::vector<InitializeEntry> m_entries;
    std::array<InitializeTotals, initializeKinds.size()> m_totals;
    int m_unknown = 0;
    int m_inExperiment = 0;
    int m_passing = 0;
};

} // namespace Gatescope
