// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "initializeresponse.h"
#include "initializestores.h"
#include "jsonwriter.h"
#include "rememberedgates.h"
#include "useranswers.h"

#include <unordered_map>

namespace Gatescope {

/// The three maps of an initialize response, and for the formats that gather them, its exposures and values.
class InitializeEntities
{
public:
    InitializeEntities(const Evaluator &evaluator, const EvaluationUser &user,
        const InitializeOptions &options, const AppFilter &filter, RememberedGates &remembered);

    void write(JsonWriter &writer);

private:
    using WriteEntity = void (InitializeEntities::*)(JsonWriter &, const Spec &, const Answer &);

    void writeTable(JsonWriter &writer, SpecTable table, std::string_view name, WriteEntity writeEntity);
    void writeBandits(JsonWriter &writer);
    bool isAnsweredByBandit(const Spec &spec) const;
    /// A member of an entity, in init-v2 and else.
    std::string_view named(std::string_view brief, std::string_view full) const
    {
        return m_isShort ? brief : full;
    }
    void writeGate(JsonWriter &writer, const Spec &spec, const Answer &answer);
    void writeConfig(JsonWriter &writer, const Spec &spec, const Answer &answer);
    void writeLayer(JsonWriter &writer, const Spec &spec, const Answer &answer);
    void writeBeginning(JsonWriter &writer, std::uint32_t spec);
    void writeCommon(JsonWriter &writer, const Answer &answer);
    void writeDeviceBased(JsonWriter &writer, const Answer &answer) const;
    void writeShare(JsonWriter &writer, const Answer &answer) const;
    void writeGroupName(JsonWriter &writer, const Answer &answer) const;
    const std::string &valueId(const Answer &answer);
    void writeValue(JsonWriter &writer, const Answer &answer);
    void writeExposures(JsonWriter &writer, std::string_view key, std::span<const SeenExposure> exposures);
    std::string exposureId(const SeenExposure &exposure);
    bool areExposuresRaw() const;
    std::string_view gateToken(const SeenExposure &exposure);
    std::string_view configToken(std::string_view name);
    std::string hashed(std::string_view name) const;
    std::string_view quoted(std::string_view name);

    const Project &m_project;
    const HashedSpecNames &m_names;
    UserAnswers m_answers;
    const InitializeOptions &m_options;
    const AppFilter &m_filter;
    bool m_isShort = false; ///< init-v2
    bool m_isInBandit = false;
    std::unordered_map<std::string, std::string> m_exposureIds; ///< init-v2: by the exposure's text
    std::unordered_map<std::string, std::string> m_valueIds; ///< init-v2: by the value's text
    std::string m_token;
    JsonWriter m_exposures;
    JsonWriter m_values;
};

} // namespace Gatescope
