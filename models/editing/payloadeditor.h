// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "projectedit.h"
#include "v2conditions.h"

#include <models/json/jsonrewrite.h>

#include <QCoreApplication>

#include <optional>
#include <set>

namespace Gatescope {

/// A rule and where it stands in the payload.
struct EditedRule
{
    const Spec *spec = nullptr;
    const Rule *rule = nullptr;
    JsonValue source;
};

/// One edit of a project's payload: finds what is to be changed, and hides how the formats keep conditions.
class PayloadEditor
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::ProjectEdit)

public:
    explicit PayloadEditor(const Project &project);

    const Project &project() const { return m_project; }
    bool isV1() const { return m_project.format() == Project::Format::V1; }

    /// \name What is there; else a sentence
    /// @{
    Result<const Spec *> spec(const EntityRef &entity) const;
    Result<EditedRule> rule(const RuleRef &ref) const;
    EditedRule rule(const Spec &spec, std::size_t index) const;
    /// @}

    /// \name Changes; what is so already is left alone
    /// @{
    /// Of an object of the spec.
    void setMember(const Spec &spec, const JsonValue &object, std::string_view key, const QByteArray &json);
    void removeMember(const Spec &spec, const JsonValue &object, std::string_view key);
    void setCondition(const EditedRule &rule, std::size_t index, const QByteArray &json);
    void removeCondition(const EditedRule &rule, std::size_t index);
    void appendCondition(const EditedRule &rule, const QByteArray &json);
    /// In front of all others; `members` of the object are complete but for its conditions.
    void prependRule(const Spec &spec, const QByteArray &members, const QByteArray &condition);
    void removeRule(const EditedRule &rule);
    /// @}

    const Condition &condition(const EditedRule &rule, std::size_t index) const;
    /// A condition's text with its target changed.
    QByteArray withTarget(const Condition &condition, const QByteArray &json) const;

    /// The project with these changes. Refuses if there are none.
    Result<ProjectPtr> finish(qint64 now);

private:
    void touch(const Spec &spec) { m_touched.insert(&spec); }
    /// What stands in a rule's list of conditions.
    QByteArray conditionEntry(const QByteArray &json);
    void release(const JsonValue &entry);

    const Project &m_project;
    JsonRewrite m_rewrite;
    std::optional<V2Conditions> m_conditions; ///< v2
    std::set<const Spec *> m_touched;
};

/// The project of a payload with these changes, published anew: later than it was, and than `now` if it can
/// be.
Result<ProjectPtr> publishedProject(const Project &project, JsonRewrite rewrite, qint64 now);

std::string_view textView(const QByteArray &bytes);

} // namespace Gatescope
