// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "comparesource.h"

#include <models/exchangeformats/exchangecontents.h>
#include <models/items/exchangewords.h>
#include <models/items/historymodel.h>
#include <ui/keyrefusal.h>
#include <ui/personas/personabook.h>
#include <ui/workspace.h>

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace Gatescope {

namespace {

class SourceText
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::CompareSource)
public:
    static QString user(const StatsigUser &user, const PersonaBook &personas);
};

/// A persona is known by its name also where it was sent with a tier.
QString SourceText::user(const StatsigUser &user, const PersonaBook &personas)
{
    StatsigUser untiered = user;
    untiered.setTier({});
    const QString name = personas.nameOf(personas.personaOf(user) ? user : untiered);
    return name.isEmpty() ? tr("a user without an ID") : name;
}

bool isComparable(const Exchange &exchange, Endpoint endpoint)
{
    return exchange.endpoint == endpoint && !exchange.error && !exchange.responseBody.isEmpty();
}

CompareSource exchangeSource(const ExchangePtr &exchange, const PersonaBook &personas)
{
    CompareSource source;
    source.kind = CompareSource::Kind::Exchange;
    source.exchange = exchange;
    const auto user = userOf(*exchange);
    source.name = exchange->endpoint == Endpoint::Initialize && user
        ? SourceText::user(*user, personas)
        : SourceText::tr("Specs of %1").arg(exchange->connectionName);
    if (exchange->endpoint == Endpoint::Initialize)
        source.remarks << exchange->connectionName;
    if (user && !user->tier().isEmpty())
        source.remarks << user->tier();
    source.remarks << localTimeText(exchange->startedUtc)
                   << SourceText::tr("exchange %1").arg(exchange->number);
    return source;
}

void addExchanges(CompareSources &sources, const Workspace &workspace, Endpoint endpoint)
{
    const QList<ExchangePtr> &exchanges = workspace.exchanges();
    constexpr qsizetype mostOffered = 50;
    const qsizetype most = sources.size() + mostOffered;
    for (auto it = exchanges.crbegin(); it != exchanges.crend() && sources.size() < most; ++it)
        if (isComparable(**it, endpoint))
            sources << exchangeSource(*it, workspace.personaBook());
}

class Questions
{
public:
    Questions(CompareSources &sources, const Workspace &workspace)
        : m_sources(sources)
        , m_workspace(workspace)
    { }
    void add();

private:
    void ask(const Connection &connection, const StatsigUser &user);

    CompareSources &m_sources;
    const Workspace &m_workspace;
};

/// Which connection is meant goes without saying where there is one.
void Questions::ask(const Connection &connection, const StatsigUser &user)
{
    CompareSource source;
    source.kind = CompareSource::Kind::Ask;
    source.user = user;
    source.connectionId = connection.id;
    source.name = SourceText::tr("Ask now: %1").arg(SourceText::user(user, m_workspace.personaBook()));
    if (m_workspace.connections().size() > 1)
        source.remarks << connection.name;
    if (!user.tier().isEmpty())
        source.remarks << user.tier();
    m_sources << source;
}

/// The user in the composer, as it is, in the other tiers and on the other connections, and the personas.
void Questions::add()
{
    const Connection &chosen = m_workspace.connection();
    const StatsigUser &user = m_workspace.user();
    ask(chosen, user);
    for (const QString &tier :
        {QStringLiteral("production"), QStringLiteral("staging"), QStringLiteral("development")}) {
        StatsigUser tiered = user;
        tiered.setTier(tier);
        if (tiered != user)
            ask(chosen, tiered);
    }
    for (const Connection &other : m_workspace.connections())
        if (other.id != chosen.id && keyRefusal(other.keyKind, Endpoint::Initialize).isEmpty())
            ask(other, user);
    constexpr qsizetype mostOffered = 50;
    for (const Persona &persona : m_workspace.personaBook().personas().mid(0, mostOffered))
        if (persona.user != user)
            ask(chosen, persona.user);
}

void addSpecs(CompareSources &sources, const Workspace &workspace)
{
    const SpecsState &specs = workspace.specs();
    if (specs.project) {
        CompareSource source;
        source.kind = CompareSource::Kind::Specs;
        source.specs = specs.project;
        source.name = SourceText::tr("Specs of %1").arg(specs.source);
        source.remarks << SourceText::tr("shown now");
        sources << source;
    }
    addExchanges(sources, workspace, Endpoint::DownloadConfigSpecs);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const SpecsSnapshot &snapshot : workspace.snapshots()) {
        CompareSource source = fileSource(snapshot.fileName);
        source.name = SourceText::tr("Snapshot");
        source.remarks << momentText(snapshot.takenUtc, now);
        sources << source;
    }
}

} // namespace

bool CompareSource::isSamePlace(const CompareSource &other) const
{
    if (kind != other.kind)
        return false;
    switch (kind) {
    case Kind::Exchange:
        return exchange == other.exchange;
    case Kind::Ask:
        return user == other.user && connectionId == other.connectionId;
    case Kind::Specs:
        return true;
    case Kind::File:
        break;
    }
    return fileName == other.fileName;
}

QString CompareSource::nameBeside(const CompareSource &other) const
{
    if (name != other.name)
        return name;
    const auto own = std::ranges::find_if(
        remarks, [&other](const QString &remark) { return !other.remarks.contains(remark); });
    return own == remarks.end() ? name : name + QStringLiteral(", ") + *own;
}

CompareSource fileSource(const QString &fileName)
{
    CompareSource source;
    source.kind = CompareSource::Kind::File;
    source.fileName = fileName;
    source.name = QFileInfo(fileName).fileName();
    return source;
}

CompareSource keptSource(const ExchangePtr &exchange, const PersonaBook &personas)
{
    CompareSource source = exchangeSource(exchange, personas);
    if (exchange->endpoint != Endpoint::Initialize && exchange->endpoint != Endpoint::DownloadConfigSpecs)
        source.name = exchange->subject.isEmpty() ? pathName(exchange->endpoint) : exchange->subject;
    const auto user = userOf(*exchange);
    source.remarks.clear();
    if (exchange->endpoint != Endpoint::Initialize && user)
        source.remarks << SourceText::user(*user, personas);
    // The number is one of its own run, which says nothing here.
    source.remarks << exchange->connectionName
                   << historyTimeText(exchange->startedUtc, QDateTime::currentDateTimeUtc());
    return source;
}

CompareSources sourcesOf(const Workspace &workspace, ComparedType type)
{
    CompareSources sources;
    if (type == ComparedType::Specs) {
        addSpecs(sources, workspace);
    } else if (type == ComparedType::Initialize) {
        addExchanges(sources, workspace, Endpoint::Initialize);
        Questions(sources, workspace).add();
    }
    return sources;
}

} // namespace Gatescope
