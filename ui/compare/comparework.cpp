// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "comparework.h"

#include <models/compare/impactusers.h>
#include <models/exchangeformats/exchangecontents.h>
#include <ui/onfinished.h>
#include <ui/wholefile.h>

#include <QCoreApplication>
#include <QtConcurrentRun>

namespace Gatescope {

namespace {

using CompareResult = Result<CompareOutcomePtr>;

class OrderedComparison
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::CompareWork)
public:
    OrderedComparison(CompareOrder order, std::stop_token stop)
        : m_order(std::move(order))
        , m_stop(std::move(stop))
    { }

    CompareResult run();

private:
    Result<JsonDocumentPtr> read(const CompareSource &source) const;
    Result<ComparedDocument> document(const CompareSource &source) const;
    static JsonDocumentPtr userDocument(const CompareSource &source);
    void compareUsersOf(CompareOutcome &outcome) const;
    void addImpact(CompareOutcome &outcome) const;
    Result<> addUsersFile(ImpactRun &run) const;
    Result<> addHistory(ImpactRun &run, CompareOutcome &outcome) const;

    CompareOrder m_order;
    std::stop_token m_stop;
};

Result<JsonDocumentPtr> OrderedComparison::read(const CompareSource &source) const
{
    if (source.kind == CompareSource::Kind::Exchange)
        return JsonDocument::parse(source.exchange->responseBody);
    if (source.kind == CompareSource::Kind::Specs)
        return source.specs->payload();
    auto bytes = readWholeFile(source.fileName, m_order.maxFileBytes);
    if (!bytes)
        return std::unexpected(bytes.error());
    return JsonDocument::parse(*std::move(bytes));
}

Result<ComparedDocument> OrderedComparison::document(const CompareSource &source) const
{
    auto read = this->read(source);
    if (!read) {
        Error error = read.error();
        if (error.code != ErrorCode::FileUnreadable && error.code != ErrorCode::TooLarge)
            error.message = tr("%1 cannot be read: %2. Choose another.", "what stands on a side, and why")
                                .arg(source.name, error.message);
        return std::unexpected(error);
    }
    ComparedDocument document {*read, m_order.project, m_order.names};
    if (comparedType((*read)->root()) != ComparedType::Specs)
        return document;
    if (source.kind == CompareSource::Kind::Specs) {
        document.project = source.specs;
        return document;
    }
    const auto project = Project::compile(*read);
    document.project = project ? *project : nullptr; // compared as they are, without an impact
    return document;
}

JsonDocumentPtr OrderedComparison::userDocument(const CompareSource &source)
{
    if (!source.exchange || source.exchange->endpoint != Endpoint::Initialize)
        return nullptr;
    const auto user = userOf(*source.exchange);
    const auto document = user ? JsonDocument::parse(user->toJson()) : Result<JsonDocumentPtr>(nullptr);
    return document ? *document : nullptr;
}

void OrderedComparison::compareUsersOf(CompareOutcome &outcome) const
{
    outcome.leftUser = userDocument(m_order.left);
    outcome.rightUser = userDocument(m_order.right);
    if (outcome.leftUser && outcome.rightUser)
        outcome.users = compareUsers(outcome.leftUser->root(), outcome.rightUser->root());
}

Result<> OrderedComparison::addUsersFile(ImpactRun &run) const
{
    if (m_order.usersFile.isEmpty())
        return {};
    const auto users = readWholeFile(m_order.usersFile, m_order.maxFileBytes);
    return users ? addUserLines(run, *users, m_stop) : Result<>(std::unexpected(users.error()));
}

Result<> OrderedComparison::addHistory(ImpactRun &run, CompareOutcome &outcome) const
{
    if (!m_order.history)
        return {};
    const Result<HistoryUsers> &users = m_order.history->users;
    if (!users)
        return std::unexpected(users.error());
    const auto added = addHistoryUsers(run, users->users, m_order.sentUser, m_stop);
    if (!added)
        return std::unexpected(added.error());
    outcome.history = {*added, 0, users->isCut, m_order.history->isOn};
    return {};
}

/// For the user of the composer, and those of a file and of the history.
void OrderedComparison::addImpact(CompareOutcome &outcome) const
{
    const Comparison &comparison = *outcome.comparison;
    if (comparison.type != ComparedType::Specs || !comparison.left.project || !comparison.right.project)
        return;
    ImpactRun run(comparison.left.project, comparison.right.project, m_order.context);
    Result<> added = addUserLines(run, m_order.user, m_stop);
    if (added)
        added = addUsersFile(run);
    if (added)
        added = addHistory(run, outcome);
    if (added)
        outcome.impact = run.take();
    else if (added.error().code != ErrorCode::Cancelled)
        outcome.impactError = added.error();
    if (outcome.history)
        outcome.history->lackingPrivate = outcome.impact->usersLackingPrivate;
}

CompareResult OrderedComparison::run()
{
    const auto left = document(m_order.left);
    if (!left)
        return std::unexpected(left.error());
    const auto right = document(m_order.right);
    if (!right)
        return std::unexpected(right.error());
    const auto comparison = compareDocuments(*left, *right, {m_order.withBookkeeping, m_stop});
    if (!comparison)
        return std::unexpected(comparison.error());
    auto outcome = std::make_shared<CompareOutcome>();
    outcome->comparison = *comparison;
    outcome->rows = filterComparison(**comparison, m_order.filter, m_stop);
    compareUsersOf(*outcome);
    addImpact(*outcome);
    return outcome;
}

} // namespace

std::stop_token CompareWork::restart()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    ++m_token;
    return m_stop.get_token();
}

void CompareWork::stop()
{
    restart();
    m_isComparing = false;
}

void CompareWork::compare(const CompareOrder &order)
{
    const auto stop = restart();
    m_isComparing = true;
    const auto work = [order, stop] { return OrderedComparison(order, stop).run(); };
    onFinished(QtConcurrent::run(work), this, [this, token = m_token](const CompareResult &result) {
        if (token != m_token)
            return;
        m_isComparing = false;
        if (result)
            Q_EMIT compared(*result);
        else
            Q_EMIT failed(result.error());
    });
}

void CompareWork::filter(const ComparisonPtr &comparison, const ComparisonFilter &filter)
{
    if (m_isComparing)
        return;
    const auto stop = restart();
    const auto work = [comparison, filter, stop] { return filterComparison(*comparison, filter, stop); };
    onFinished(QtConcurrent::run(work), this, [this, token = m_token](const ComparisonRows &rows) {
        if (token == m_token)
            Q_EMIT filtered(rows);
    });
}

} // namespace Gatescope
