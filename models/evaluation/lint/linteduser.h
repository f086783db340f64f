// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "finding.h"

#include <models/evaluation/evaluationuser.h>

#include <QHash>

#include <array>

namespace Gatescope {

/// What the evaluator finds under a name, and where a form shows it.
struct LintedValue
{
    const AttributeValue *value = nullptr; ///< valid as long as its LintedUser
    QByteArray json;
    UserAttribute attribute; ///< where it is, under its own key
    LintSubject subject;
};

/// A user as the evaluator looks at him, with the way back to the rows of a form.
class LintedUser
{
public:
    explicit LintedUser(const StatsigUser &user);

    const StatsigUser &user() const { return m_user; }
    const EvaluationUser &prepared() const { return m_prepared; }
    const JsonMembers &table(UserTable table) const { return m_tables[std::size_t(table)]; }
    const QString &text(UserField field) const { return m_texts[std::size_t(field)]; }

    /// The value that conditions on that name compare; nothing if there is none.
    std::optional<LintedValue> find(const FieldName &name) const;
    /// Index of the last row with that key, the one that counts; −1 if there is none.
    int rowOf(UserTable table, const QString &key) const;
    /// Whether no later row has the same key.
    bool counts(UserTable table, int row) const;

private:
    LintedValue ofTable(UserTable table, const FieldName &name, const AttributeValue *value) const;

    StatsigUser m_user;
    JsonDocumentPtr m_document;
    EvaluationUser m_prepared;
    std::array<JsonMembers, userTables.size()> m_tables;
    std::array<QHash<QString, int>, userTables.size()> m_rows; ///< of each key the last
    std::array<QString, userFields.size()> m_texts;
};

/// The field a built-in name stands for.
UserField builtInUserField(BuiltInField field);

} // namespace Gatescope
