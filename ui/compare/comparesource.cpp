// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "comparesource.h"

#include <models/items/exchangewords.h>
#include <ui/sampleusers.h>
#include <ui/workspace.h>

#include <QCoreApplication>
#include <QFileInfo>

namespace Gatescope {

namespace {

class SourceText
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::CompareSource)
public:
    static QString user(const StatsigUser &user);
};

/// A sample is known by its name also where it was sent with a tier.
QString SourceText::user(const StatsigUser &user)
{
    StatsigUser untiered = user;
    untiered.setTier({});
    const QString name = nameOf(untiered);
    return name.isEmpty() ? tr("a user without an ID") : name;
}

bool isComparable(const Exchange &exchange, Endpoint endpoint)
{
    return exchange.endpoint == endpoint && !exchange.error && !exchange.responseBody.isEmpty();
}

CompareSource exchangeSource(const ExchangePtr &exchange)
{
    CompareSource source;
    source.kind = CompareSource::Kind::Exchange;
    source.exchange = exchange;
    const auto user = userOf(*exchange);
    source.name = exchange->endpoint == Endpoint::Initialize && user
        ? SourceText::user(*user)
        : SourceText::tr("Specs of %1").arg(exchange->connectionName);
    QStringList remarks;
    if (user && !user->tier().isEmpty())
        remarks << user->tier();
    if (exchange->endpoint == Endpoint::Initialize)
        remarks << exchange->connectionName;
    remarks << localTimeText(exchange->startedUtc) << SourceText::tr("exchange %1").arg(exchange->number);
    source.remark = remarks.join(QStringLiteral(", "));
    return source;
}

void addExchanges(CompareSources &sources, const Workspace &workspace, Endpoint endpoint)
{
    const QList<ExchangePtr> &exchanges = workspace.exchanges();
    constexpr qsizetype mostOffered = 50;
    const qsizetype most = sources.size() + mostOffered;
    for (auto it = exchanges.crbegin(); it != exchanges.crend() && sources.size() < most; ++it)
        if (isComparable(**it, endpoint))
            sources << exchangeSource(*it);
}

CompareSource askSource(const StatsigUser &user, const QString &remark)
{
    CompareSource source;
    source.kind = CompareSource::Kind::Ask;
    source.user = user;
    source.name = SourceText::tr("Ask now: %1").arg(SourceText::user(user));
    source.remark = remark;
    return source;
}

/// The user in the composer, as it is and in the other tiers, and the samples.
void addQuestions(CompareSources &sources, const Workspace &workspace)
{
    sources << askSource(workspace.user(), {});
    for (const QString &tier :
        {QStringLiteral("production"), QStringLiteral("staging"), QStringLiteral("development")}) {
        StatsigUser user = workspace.user();
        user.setTier(tier);
        sources << askSource(user, tier);
    }
    if (!workspace.connection().builtIn)
        return;
    for (const SampleUser &sample : sampleUsers())
        if (sample.user != workspace.user())
            sources << askSource(sample.user, {});
}

void addSpecs(CompareSources &sources, const Workspace &workspace)
{
    const SpecsState &specs = workspace.specs();
    if (specs.project) {
        CompareSource source;
        source.kind = CompareSource::Kind::Specs;
        source.specs = specs.project;
        source.name = SourceText::tr("Specs of %1").arg(specs.source);
        source.remark = SourceText::tr("shown now");
        sources << source;
    }
    addExchanges(sources, workspace, Endpoint::DownloadConfigSpecs);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const SpecsSnapshot &snapshot : workspace.snapshots()) {
        CompareSource source = fileSource(snapshot.fileName);
        source.name = SourceText::tr("Snapshot");
        source.remark = momentText(snapshot.takenUtc, now);
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
        return user == other.user && remark == other.remark;
    case Kind::Specs:
        return true;
    case Kind::File:
        break;
    }
    return fileName == other.fileName;
}

CompareSource fileSource(const QString &fileName)
{
    CompareSource source;
    source.kind = CompareSource::Kind::File;
    source.fileName = fileName;
    source.name = QFileInfo(fileName).fileName();
    return source;
}

std::optional<StatsigUser> userOf(const Exchange &exchange)
{
    const auto body = JsonDocument::parse(exchange.requestBody);
    const auto user = body ? StatsigUser::fromJson((*body)->root()["user"])
                           : Result<StatsigUser>(std::unexpected(Error {}));
    return user ? std::optional(*user) : std::nullopt;
}

CompareSources sourcesOf(const Workspace &workspace, ComparedType type)
{
    CompareSources sources;
    if (type == ComparedType::Specs) {
        addSpecs(sources, workspace);
    } else {
        addExchanges(sources, workspace, Endpoint::Initialize);
        addQuestions(sources, workspace);
    }
    return sources;
}

} // namespace Gatescope
