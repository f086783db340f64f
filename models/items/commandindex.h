// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "fuzzymatch.h"
#include "specsplace.h"

#include <QHash>
#include <QStringList>

#include <atomic>
#include <memory>
#include <vector>

namespace Gatescope {

/// Something that can be found by name and opened, chosen or run.
struct Command
{
    enum class Kind { Page, Action, Connection, Persona, Place };

    Kind kind = Kind::Page;
    QString name; ///< for display
    QString id; ///< of what it stands for, unique within its kind; of a place its kind and name
    std::optional<SpecsPlace> place; ///< Kind::Place
    ListedKind listed; ///< Kind::Place

    /// What a list of recent things remembers it by.
    QString key() const;
    bool operator==(const Command &) const = default;
};

/// "page", "gate", "parameter store" …
QString commandKindWords(const Command &command);

/// Commands prepared for finding. Immutable, any thread.
class CommandIndex
{
public:
    struct Entry
    {
        Command command;
        FuzzyName name;
    };

    explicit CommandIndex(std::vector<Command> commands);
    /// Everything a project lists; takes time that grows with it.
    static std::shared_ptr<const CommandIndex> ofProject(const ProjectPtr &project);

    const std::vector<Entry> &entries() const { return m_entries; }
    std::optional<std::size_t> find(const QString &key) const;

private:
    std::vector<Entry> m_entries;
    QHash<QString, std::size_t> m_byKey;
};
using CommandIndexPtr = std::shared_ptr<const CommandIndex>;

struct FoundCommand
{
    Command command;
    QList<int> positions; ///< of the matched characters in its name
};

/// The best matches first: by MatchRank, what was used lately, the shorter name, the order of the indexes.
/// Recent keys are newest first. An empty text finds everything, recent things first. Empty once cancelled.
QList<FoundCommand> findCommands(const QList<CommandIndexPtr> &indexes, const QString &text,
    const QStringList &recent, qsizetype limit, const std::atomic_bool &cancelled = false);

} // namespace Gatescope
