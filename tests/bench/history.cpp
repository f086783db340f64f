// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT

// bench_history: pages and searches of a history of 100,000 exchanges, and what the UI thread has to do while
// it keeps and searches; one JSON object a row. Pages and searches are measured from asking to the callback,
// in the CPU time of all threads.

#include "uitasks.h"

#include <app/storage/history/historyfile.h>
#include <tests/support/fakeports.h>

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <iostream>
#include <utility>
#include <vector>

using namespace Gatescope;

namespace {

constexpr int entries = 100'000;
constexpr int repeats = 7;
const char *const nameWords[] = {"checkout", "banner", "search", "price", "home", "gift", "returns",
    "shipping", "loyalty", "promo", "cart", "beta", "holdout"};

QByteArray nameOf(int number)
{
    return QByteArray(nameWords[number % 13]) + '_' + nameWords[number / 13 % 13] + '_'
        + nameWords[number / 169 % 13] + "_v" + QByteArray::number(number % 500);
}

QByteArray hashesOf(QRandomGenerator &random)
{
    QByteArray all = "{\"feature_gates\":{";
    for (int i = 0; i < 120; ++i)
        all += '"' + QByteArray::number(random.generate()) + "\":{\"value\":true,\"rule_id\":\""
            + QByteArray::number(random.generate64(), 36) + "\",\"secondary_exposures\":[]},";
    return all + "\"last\":{}}}";
}

/// Of twenty: seventeen gates, two configs, one initialize.
ExchangePtr exchangeOf(int number)
{
    QRandomGenerator random {quint32(number)};
    const QByteArray name = nameOf(number);
    const QByteArray user = QByteArray::number(number % 5000);
    auto exchange = std::make_shared<Exchange>();
    exchange->number = quint64(number);
    exchange->connectionId = QString::number(number % 3);
    exchange->connectionName = QStringLiteral("Acme shop");
    exchange->subject = QString::fromLatin1(name);
    exchange->url = QUrl(QStringLiteral("https://api.statsig.com/v1/check_gate"));
    exchange->requestHeaders = {{"content-type", "application/json"}, {"statsig-api-key", "secret-…x9Qa"}};
    exchange->requestBody = R"({"user":{"userID":"user-)" + user + R"(","email":"u)" + user
        + R"(@example.com","custom":{"plan":"gold","country":"DE","seats":)" + QByteArray::number(number % 40)
        + R"(}},"name":")" + name + R"("})";
    exchange->status = 200;
    exchange->responseBody = R"({"name":")" + name + R"(","value":true,"rule_id":")"
        + QByteArray::number(random.generate64(), 36) + R"(","group_name":"Everyone"})";
    if (number % 20 == 19)
        exchange->responseBody = hashesOf(random);
    else if (number % 20 > 16)
        exchange->responseBody =
            "{\"value\":{\"title\":\"" + nameOf(int(random.bounded(2000))).repeated(12) + "\"}}";
    if (number % 50 == 0)
        exchange->error = Error {ErrorCode::RateLimited, QStringLiteral("Too many."), {}};
    exchange->startedUtc = QDateTime::currentDateTimeUtc();
    exchange->finished = std::chrono::microseconds(20'000 + number % 1000);
    return exchange;
}

void fill(HistoryFile &history)
{
    QEventLoop waiting;
    int kept = 0;
    int asked = 0;
    const auto ask = [&] {
        for (const int end = std::min(asked + 2000, entries); asked < end;)
            history.keep(exchangeOf(++asked));
    };
    QObject::connect(&history, &HistoryStore::kept, &waiting, [&] {
        if (++kept == asked && asked < entries)
            ask();
        else if (kept == entries)
            waiting.quit();
    });
    ask();
    waiting.exec();
}

HistoryQuery wordsQuery(const char *text)
{
    HistoryQuery query;
    query.text = QString::fromUtf8(text);
    return query;
}

/// In ms: until the entries are there, and until all that match are counted, too.
struct SearchTimes
{
    double entries = 0;
    double counted = 0;
    qint64 total = -1;
};

double median(std::vector<double> times)
{
    std::ranges::sort(times);
    return times[times.size() / 2];
}

SearchTimes searchTimes(HistoryFile &history, const HistoryQuery &query)
{
    std::vector<double> untilListed;
    std::vector<double> untilCounted;
    SearchTimes times;
    for (int i = 0; i < repeats; ++i) {
        QEventLoop waiting;
        const auto start = cpuTime();
        bool isListed = false;
        history.find(query, &waiting, [&](const Result<HistoryMatches> &found) {
            const double time = double((cpuTime() - start).count()) / 1e6;
            if (!std::exchange(isListed, true))
                untilListed.push_back(time);
            if (found && !found->isCounted && query.beforeId == 0)
                return;
            untilCounted.push_back(time);
            times.total = found ? found->total : -1;
            waiting.quit();
        });
        waiting.exec();
    }
    times.entries = median(untilListed);
    times.counted = median(untilCounted);
    return times;
}

double searchTime(HistoryFile &history, const HistoryQuery &query)
{
    return searchTimes(history, query).entries;
}

/// The worst of each.
SearchTimes worstSearch(HistoryFile &history)
{
    SearchTimes worst;
    const auto search = [&](const HistoryQuery &query) {
        const SearchTimes times = searchTimes(history, query);
        std::cerr << query.text.toStdString() << ": " << times.total << ", entries in " << times.entries
                  << " ms, counted in " << times.counted << " ms\n";
        worst.entries = std::max(worst.entries, times.entries);
        worst.counted = std::max(worst.counted, times.counted);
    };
    for (const char *text : {"userID", "user-4711", "checkout", "checkout banner", "true", "promo_cart_beta",
             "u47@example", "everyone gold", "rule_id", "v4", "nowhere at all", "secondary_exposures",
             "secondary_exposures true user-4711"})
        search(wordsQuery(text));
    HistoryQuery failed = wordsQuery("gold");
    failed.outcome = HistoryQuery::Outcome::Failed;
    failed.connectionId = QStringLiteral("1");
    search(failed);
    return worst;
}

/// The newest, and far down.
double worstPage(HistoryFile &history)
{
    HistoryQuery query;
    double worst = searchTime(history, query);
    query.beforeId = entries / 3;
    worst = std::max(worst, searchTime(history, query));
    query.outcome = HistoryQuery::Outcome::Failed;
    return std::max(worst, searchTime(history, query));
}

/// Exchanges end while somebody types.
double longestTask(MeasuredApplication &application, HistoryFile &history)
{
    QEventLoop waiting;
    QTimer work;
    int turn = 0;
    (void)application.takeLongest();
    QObject::connect(&work, &QTimer::timeout, &waiting, [&] {
        for (int i = 0; i < 20; ++i)
            history.keep(exchangeOf(entries + ++turn));
        history.find(wordsQuery("checkout"), &waiting, [](const Result<HistoryMatches> &) { });
        if (turn >= 4000)
            waiting.quit();
    });
    work.start(10);
    waiting.exec();
    const auto longest = application.takeLongest();
    std::cerr << "longest: " << longest.workingFor.constData() << '\n';
    return longest.working;
}

void row(const char *name, double value, double most, const char *versus)
{
    printRow({name, value, "ms", value / most, versus, "ratio <= 1", value <= most});
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    MeasuredApplication application(argc, argv);
    const QTemporaryDir folder;
    const QString fileName = folder.filePath(QStringLiteral("history.sqlite"));
    Test::FakePreferences preferences;
    PreferenceValues values;
    values.historyMaxBytes = PreferenceValues::mostHistoryBytes;
    preferences.setValues(values);
    QElapsedTimer filling;
    filling.start();
    {
        HistoryFile history(preferences, fileName);
        fill(history);
    }
    std::cerr << entries << " kept in " << filling.elapsed() << " ms, "
              << QFileInfo(fileName).size() / 1'000'000 << " MB\n";
    HistoryFile history(preferences, fileName);
    const auto opening = cpuTime();
    QEventLoop waiting;
    history.find({}, &waiting, [&](const Result<HistoryMatches> &) { waiting.quit(); });
    waiting.exec();
    row("history: opened, first page ready", double((cpuTime() - opening).count()) / 1e6, 50, "50 ms");
    row("history: page ready", worstPage(history), 50, "50 ms");
    const SearchTimes search = worstSearch(history);
    row("history: search on a worker, what is found", search.entries, 50, "50 ms");
    row("history: search on a worker, and counted", search.counted, 50, "50 ms");
    row("history: longest UI-thread task", longestTask(application, history), 8, "8 ms");
    return 0;
}
