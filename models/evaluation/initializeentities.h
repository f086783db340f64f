// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "initializeresponse.h"
#include "initializestores.h"
#include "jsonwriter.h"

#include <unordered_map>

namespace Gatescope {

/// The three maps of an initialize response, and for the formats that gather them, its exposures and values.
class InitializeEntities
{
public:
    InitializeEntities(const Evaluator &evaluator, const EvaluationUser &user,
        const InitializeOptions &options, const AppFilter &filter);

    void write(JsonWriter &writer);

private:
    using WriteEntity = void (InitializeEntities::*)(JsonWriter &, const Spec &, const Verdict &);

    void writeTable(JsonWriter &writer, SpecTable table, std::string_view name, WriteEntity writeEntity);
    void writeGate(JsonWriter &writer, const Spec &spec, const Verdict &verdict);
    void writeConfig(JsonWriter &writer, const Spec &spec, const Verdict &verdict);
    void writeLayer(JsonWriter &writer, const Spec &spec, const Verdict &verdict);
    void writeCommon(JsonWriter &writer, const Spec &spec, const Verdict &verdict);
    void writeValue(JsonWriter &writer, const QByteArray &json);
    void writeExposures(JsonWriter &writer, std::string_view key, const Exposures &exposures);
    std::string exposureId(const Exposure &exposure);
    const std::string &hashed(const std::string &name);

    const Evaluator &m_evaluator;
    const EvaluationUser &m_user;
    const InitializeOptions &m_options;
    const AppFilter &m_filter;
    bool m_isShort = false; ///< init-v2
    std::unordered_map<std::string, std::string> m_hashes;
    std::unordered_map<std::string, std::string> m_exposureIds; ///< init-v2: by the exposure's text
    std::unordered_map<std::string, std::string> m_valueIds; ///< init-v2: by the value's text
    JsonWriter m_exposures;
    JsonWriter m_values;
};

} // namespace Gatescope
