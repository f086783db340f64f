// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "finding.h"
#include "linteduser.h"
#include "userlintindex.h"

#include <QCoreApplication>

namespace Gatescope {

/// One value of a user against all conditions that read it: at most one finding for each need.
class ValueLint
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::ValueLint)
public:
    /// `fields` are those that find this value; both must outlive this.
    ValueLint(const LintedValue &value, const std::vector<const UserLintIndex::Field *> &fields);

    LintFindings findings() const;

private:
    using Use = UserLintIndex::Use;
    using Uses = std::vector<const Use *>;
    enum class Shape { Empty, Text, Number, Boolean, List, Object, Null };
    /// Where the comparison cannot hold.
    enum class Effect { None, Nowhere, NewerSdks, OlderSdks };

    static Shape shapeOf(const LintedValue &value);
    Uses usesFor(ValueNeed need) const;
    std::optional<LintFinding> numberFinding(const Uses &uses) const;
    std::optional<LintFinding> textForNumber(const Uses &uses) const;
    std::optional<LintFinding> versionFinding(const Uses &uses) const;
    std::optional<LintFinding> numberForVersion(const Uses &uses) const;
    std::optional<LintFinding> timeFinding(const Uses &uses) const;
    std::optional<LintFinding> booleanFinding(const Uses &uses) const;
    std::optional<LintFinding> listFinding(const Uses &uses) const;
    std::optional<LintFinding> textFinding(const Uses &uses) const;
    std::optional<LintFinding> spacesFinding(const Uses &uses) const;
    std::optional<LintFinding> booleanForText(const Uses &uses) const;
    std::optional<LintFinding> idListFinding(const Uses &uses) const;

    LintFinding finding(ValueNeed need, Uses uses, Effect effect, std::optional<Mend> mend) const;
    std::optional<Mend> mendTo(const QByteArray &json, const QString &label) const;
    std::optional<Mend> mendToOnlyElement(JsonValue::Kind kind, const QString &label) const;
    std::optional<Mend> mendToNumber() const;
    std::optional<Mend> mendToVersion(const Uses &uses) const;
    Phrases shapeWords() const;
    QString key() const { return m_value.attribute.name(); }

    const LintedValue &m_value;
    const std::vector<const UserLintIndex::Field *> &m_fields;
    Shape m_shape;
    QString m_text; ///< of a text, else the JSON as written
};

} // namespace Gatescope
