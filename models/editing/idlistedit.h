// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/idlists.h>
#include <models/evaluation/project.h>

namespace Gatescope {

using IdListsPtr = std::shared_ptr<const IdLists>;

/// Adds a unit ID to an ID list, or removes it.
struct IdListEdit
{
    QString list;
    QString unitId;
    bool add = true;
    bool operator==(const IdListEdit &) const = default;
};

/// "Add “u_48213” to the ID list vip_customers"
QString editSentence(const IdListEdit &edit);

/// New lists; `lists` may be null. A list that is not loaded is begun if the project has it. Errors: BadInput
/// with a sentence. Any thread; copies all lists.
Result<IdListsPtr> edited(const IdListsPtr &lists, const Project &project, const IdListEdit &edit);

/// {"LIST":["hash8",…]} as IdLists::fromJson() reads it, names and hashes sorted.
QByteArray idListsFile(const IdLists &lists);

} // namespace Gatescope
