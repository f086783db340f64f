// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "commandindex.h"

#include "paramstores.h"

#include <models/json/utf8text.h>

#include <QCoreApplication>

#include <algorithm>
#include <compare>

namespace Gatescope {

namespace {

constexpr std::size_t looksUpAfter = 1024; ///< candidates, whether it was cancelled

struct CommandWords
{
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

/// A match by its place; the smaller is the better.
struct Candidate
{
    MatchRank rank = MatchRank::Whole;
    qsizetype age = 0; ///< 0: used last
    qsizetype length = 0;
    qsizetype index = 0;
    std::size_t entry = 0;

    auto operator<=>(const Candidate &) const = default;
};

/// The best few of many, without keeping the others.
class BestFew
{
public:
    explicit BestFew(qsizetype limit)
        : m_limit(std::size_t(limit))
    {
        m_heap.reserve(m_limit + 1);
    }

    void add(const Candidate &candidate)
    {
        if (m_heap.size() == m_limit && (m_limit == 0 || candidate >= m_heap.front()))
            return;
        m_heap.push_back(candidate);
        std::ranges::push_heap(m_heap);
        if (m_heap.size() > m_limit) {
            std::ranges::pop_heap(m_heap);
            m_heap.pop_back();
        }
    }
    std::vector<Candidate> take()
    {
        std::ranges::sort_heap(m_heap);
        return std::move(m_heap);
    }

private:
    std::size_t m_limit;
    std::vector<Candidate> m_heap;
};

/// Where in an index the recent things are, newest first.
using RecentPlaces = std::vector<std::optional<std::size_t>>;

qsizetype ageOf(std::size_t entry, const RecentPlaces &recent)
{
    return std::ranges::find(recent, std::optional(entry)) - recent.begin();
}

Command placeCommand(const SpecsPlace &place, ListedKind kind, const QString &name)
{
    const QString id = QStringLiteral("%1/%2").arg(kind ? int(*kind) : -1).arg(nameOf(place));
    return {Command::Kind::Place, name, id, place, kind};
}

} // namespace

QString Command::key() const
{
    return QStringLiteral("%1/%2").arg(int(kind)).arg(id);
}

QString commandKindWords(const Command &command)
{
    switch (command.kind) {
    case Command::Kind::Page:
        return CommandWords::tr("page");
    case Command::Kind::Action:
        return CommandWords::tr("action");
    case Command::Kind::Connection:
        return CommandWords::tr("connection");
    case Command::Kind::Persona:
        return CommandWords::tr("persona");
    case Command::Kind::Place:
        return listedWords(command.listed);
    }
    return {};
}

CommandIndex::CommandIndex(std::vector<Command> commands)
{
    m_entries.reserve(commands.size());
    for (Command &command : commands) {
        m_byKey.insert(command.key(), m_entries.size());
        FuzzyName name(command.name);
        command.name = name.text;
        m_entries.push_back({std::move(command), std::move(name)});
    }
}

CommandIndexPtr CommandIndex::ofProject(const ProjectPtr &project)
{
    std::vector<Command> commands;
    commands.reserve(project->specs().size());
    for (const Spec &spec : project->specs())
        commands.push_back(
            placeCommand(EntityRef {spec.table, utf8Text(spec.name)}, spec.kind, displayName(spec)));
    const ParamStores stores(*project);
    for (const ParamStore &store : stores.all())
        commands.push_back(placeCommand(StoreRef {store.name}, std::nullopt, store.name));
    return std::make_shared<CommandIndex>(std::move(commands));
}

std::optional<std::size_t> CommandIndex::find(const QString &key) const
{
    const auto found = m_byKey.constFind(key);
    return found == m_byKey.cend() ? std::nullopt : std::optional(*found);
}

QList<FoundCommand> findCommands(const QList<CommandIndexPtr> &indexes, const QString &text,
    const QStringList &recent, qsizetype limit, const std::atomic_bool &cancelled)
{
    const FuzzyQuery query(text);
    BestFew best(limit);
    for (qsizetype index = 0; index < indexes.size(); ++index) {
        RecentPlaces places;
        for (const QString &key : recent)
            places.push_back(indexes[index]->find(key));
        const std::vector<CommandIndex::Entry> &entries = indexes[index]->entries();
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (i % looksUpAfter == 0 && cancelled)
                return {};
            const FuzzyName &name = entries[i].name;
            const auto rank = query.isEmpty() ? MatchRank::Whole : query.rank(name);
            if (rank)
                best.add({*rank, ageOf(i, places), query.isEmpty() ? 0 : name.text.size(), index, i});
        }
    }
    QList<FoundCommand> found;
    for (const Candidate &each : best.take()) {
        const CommandIndex::Entry &entry = indexes[each.index]->entries()[each.entry];
        const QList<int> positions = query.isEmpty() ? QList<int>() : query.positions(entry.name, each.rank);
        found.append({entry.command, positions});
    }
    return found;
}

} // namespace Gatescope
