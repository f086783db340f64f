// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "project.h"
#include "speccompiler.h"

#include <QCoreApplication>

#include <unordered_map>

namespace Gatescope {

/// One run over a payload. What cannot be used is left out and named, as the SDK does.
class ProjectCompiler
{
    Q_DECLARE_TR_FUNCTIONS(ProjectCompiler)

public:
    explicit ProjectCompiler(JsonDocumentPtr payload);

    Result<ProjectPtr> run();

private:
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view> {}(text); }
    };
    using Indexes = std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>>;

    Result<> checkShape() const;
    void compileConditions();
    SpecCompiler specCompiler();
    Condition compiledCondition(const JsonValue &source);
    std::optional<std::uint32_t> conditionIndex(const JsonValue &condition);
    std::uint32_t addCondition(Condition condition);
    void compileTable(SpecTable table, std::string_view member);
    void placeUnits(Spec &spec);
    void compileMappings();
    void compileBandits();
    void compileProjectValues();
    void assignLayers();
    void resolveReferences();
    void resolveGate(CompiledTarget &target);
    void warnOfCycles();
    void warn(const QString &text);

    JsonDocumentPtr m_payload;
    JsonValue m_root;
    std::shared_ptr<Project> m_project;
    Indexes m_conditionIndexes; ///< v2: by hash
    Indexes m_placings; ///< of conditions, by salt and ID type
    Indexes m_gateNumbers; ///< of nested gates, by name
    qsizetype m_untoldWarnings = 0;
};

} // namespace Gatescope
