// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "lintrules.h"
#include "valuelint.h"

namespace Gatescope {

namespace {

/// A value and the names under which conditions find it: "Level" and "level" may be the same row.
struct ReadValue
{
    LintedValue value;
    std::vector<const UserLintIndex::Field *> fields;
};

/// What a field finds may stand elsewhere than where it was looked for: then another turn finds it.
void addReads(std::vector<ReadValue> &values, const LintedUser &user, const LintSubject &subject,
    const std::vector<const UserLintIndex::Field *> &fields)
{
    ReadValue read;
    for (const UserLintIndex::Field *field : fields) {
        const auto found = user.find(field->name);
        if (!found || found->json.isEmpty() || found->subject != subject)
            continue;
        read.value = *found;
        read.fields.push_back(field);
    }
    if (!read.fields.empty())
        values.push_back(std::move(read));
}

std::vector<ReadValue> valuesRead(const UserLintIndex &index, const LintedUser &user)
{
    std::vector<ReadValue> values;
    for (const UserField field : userFields)
        addReads(values, user, {field, -1}, index.builtInFields());
    for (const UserTable table : {UserTable::Custom, UserTable::PrivateAttributes}) {
        const JsonMembers &members = user.table(table);
        for (int row = 0; row < int(members.size()); ++row)
            addReads(values, user, {table, row}, index.fieldsReading(members[row].key.toStdString()));
    }
    return values;
}

} // namespace

LintFindings lintValues(const UserLintIndex &index, const LintedUser &user)
{
    LintFindings findings;
    for (const ReadValue &read : valuesRead(index, user))
        findings << ValueLint(read.value, read.fields).findings();
    return findings;
}

} // namespace Gatescope
