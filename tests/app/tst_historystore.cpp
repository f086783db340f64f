// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "historybench.h"

#include <tests/support/testregistry.h>

#include <QTemporaryDir>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

const QString noPort = QStringLiteral("Nobody answers.");

/// Every field has a value of its own.
ExchangePtr fullExchange()
{
    auto exchange = std::make_shared<Exchange>(*numberedExchange(7));
    exchange->endpoint = Endpoint::LogEvent;
    exchange->connectionId = QStringLiteral("büro");
    exchange->connectionName = QStringLiteral("Büro & Söhne");
    exchange->subject = QStringLiteral("3 events");
    exchange->method = "PUT";
    exchange->url = QUrl(QStringLiteral("https://events.example.com:8443/v1/log_event?a=%20b&c=ü"));
    exchange->requestHeaders = {{"a", ""}, {"b", "1"}, {"b", QByteArray("\x80\xff", 2)}};
    exchange->requestBody =
        R"({"events":[{"eventName":"buy","user":{"userID":"mina","email":"m@example.com"}}]})";
    exchange->status = 503;
    exchange->responseHeaders = {};
    exchange->responseBody = QByteArray("\0\xff\xfe no \"JSON\"", 14);
    exchange->error = Error {ErrorCode::ServerError, QStringLiteral("Überlastet."), QStringLiteral("503")};
    return exchange;
}

ExchangePtr askedBy(const QString &subject, const QByteArray &request, const QByteArray &response = "{}")
{
    auto exchange = std::make_shared<Exchange>(*numberedExchange(1));
    exchange->subject = subject;
    exchange->requestBody = request;
    exchange->responseBody = response;
    return exchange;
}

/// Does not compress well.
QByteArray noise(int seed, qsizetype size)
{
    QByteArray bytes;
    for (quint32 state = quint32(seed) * 2654435761U + 1; bytes.size() < size;
        state = state * 1664525U + 1013904223U)
        bytes += QByteArray::number(state, 36);
    return bytes;
}

QByteArray filesIn(const QString &folder)
{
    QByteArray all;
    const auto files = QDir(folder).entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo &each : files) {
        QFile file(each.filePath());
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

} // namespace

/// Exchanges are kept, found, marked, removed and limited.
class TstHistoryStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void makesNothingUnlessItKeeps();
    void keepsEveryFieldAndBody();
    void survivesARestart();
    void newestFirstByPages();
    void tellsTheEntriesBeforeTheyAreCounted();
    void findsByEachColumn_data();
    void findsByEachColumn();
    void findsOnlyWhatIsAskedFor();
    void aNewerSearchDropsTheOlder();
    void callsNobodyWhoIsGone();
    void tellsWhatWasAskedAboutByName();
    void tellsWhoWasAskedAbout();
    void whoWasAskedAboutBeyondOneStep();
    void pinsAndNotes();
    void removingCanBeUndone();
    void whatIsRemovedIsGoneInTheEnd();
    void removesAllButThePinned();
    void theOldestGoBySize();
    void theOldGoByAge();
    void anEndlessBodyIsLeftOut();
    void privateValuesAreMasked();
    void privateValuesAreKeptIfChosen();
    void keepsNothingIfSwitchedOff();
    void onlyTheOwnerReads();
    void twoProgramsAtOnce();

private:
    HistoryBench &bench() const { return *m_bench; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HistoryBench> m_bench;
};

void TstHistoryStore::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<HistoryBench>(m_folder->filePath(QStringLiteral("data/history.sqlite")));
}

void TstHistoryStore::cleanup()
{
    m_bench.reset();
    m_folder.reset();
}

void TstHistoryStore::makesNothingUnlessItKeeps()
{
    QCOMPARE(bench().find().value(), HistoryMatches());
    QVERIFY(bench().removeAll().isEmpty());
    bench().close();
    QVERIFY(!QFileInfo::exists(bench().fileName()));
}

void TstHistoryStore::keepsEveryFieldAndBody()
{
    const ExchangePtr exchange = fullExchange();
    HistoryEntry expected;
    expected.id = 1;
    expected.startedUtc = exchange->startedUtc;
    expected.endpoint = Endpoint::LogEvent;
    expected.connectionId = QStringLiteral("büro");
    expected.connectionName = QStringLiteral("Büro & Söhne");
    expected.subject = QStringLiteral("3 events");
    expected.user = QStringLiteral("mina");
    expected.status = 503;
    expected.error = ErrorCode::ServerError;
    expected.duration = std::chrono::microseconds(26'007);
    expected.bytesSent = exchange->requestBody.size();
    expected.bytesReceived = 14;
    QCOMPARE(bench().keep(exchange), expected);
    QCOMPARE(bench().find()->entries, QList {expected});
    QCOMPARE(**bench().load(1), *exchange);

    auto silent = std::make_shared<Exchange>(Exchange {});
    silent->error = Error {ErrorCode::Offline, noPort, {}};
    silent->startedUtc = exchange->startedUtc;
    const HistoryEntry entry = bench().keep(silent);
    QCOMPARE(entry.duration, std::chrono::microseconds(-1));
    QCOMPARE(**bench().load(entry.id), *silent);
    QCOMPARE(bench().load(99).error().code, ErrorCode::BadInput);
}

void TstHistoryStore::survivesARestart()
{
    const HistoryEntry entry = bench().keep(fullExchange());
    bench().close();
    QVERIFY(!QFileInfo::exists(bench().fileName() + QStringLiteral("-wal")));
    bench().open();
    QCOMPARE(bench().find()->entries, QList {entry});
    QCOMPARE(bench().keep(numberedExchange(1)).id, 2);
}

void TstHistoryStore::newestFirstByPages()
{
    QList<ExchangePtr> exchanges;
    for (int i = 1; i <= 250; ++i)
        exchanges.append(numberedExchange(i));
    const QList<HistoryEntry> kept = bench().keepAll(exchanges);
    QCOMPARE(kept.size(), 250);
    for (qsizetype i = 0; i < kept.size(); ++i)
        QCOMPARE(kept[i].id, i + 1);

    HistoryQuery query;
    query.limit = 100;
    QList<HistoryEntry> all;
    for (int page = 0; page < 3; ++page) {
        const HistoryMatches matches = bench().find(query).value();
        QCOMPARE(matches.kept, 250);
        QVERIFY(page > 0 || matches.total == 250);
        QCOMPARE(matches.entries.size(), page < 2 ? 100 : 50);
        all += matches.entries;
        query.beforeId = all.constLast().id;
    }
    std::ranges::reverse(all);
    QCOMPARE(all, kept);

    // The same of what is searched: the gates whose numbers hold 24.
    query = searchFor(QStringLiteral("gate_24"));
    query.limit = 5;
    QCOMPARE(bench().find(query)->total, 11); // 24 and 240 to 249
    query.beforeId = bench().find(query)->entries.constLast().id;
    query.limit = 200;
    QCOMPARE(bench().find(query)->entries.size(), 6);
}

void TstHistoryStore::tellsTheEntriesBeforeTheyAreCounted()
{
    QList<ExchangePtr> exchanges;
    for (int i = 1; i <= 30; ++i)
        exchanges.append(numberedExchange(i));
    QCOMPARE(bench().keepAll(exchanges).size(), 30);
    QObject context;
    HistoryQuery query = searchFor(QStringLiteral("gate_2"));
    QList<HistoryMatches> answers;
    const auto take = [&answers](const Result<HistoryMatches> &found) { answers << found.value(); };
    for (const int limit : {5, 50}) {
        answers.clear();
        query.limit = limit;
        bench()->find(query, &context, take);
        bench().settle(); // the entries
        bench().settle(); // what was asked for meanwhile comes before the counting
        QCOMPARE(answers.size(), limit == 5 ? 2 : 1);
        QCOMPARE(answers.constFirst().isCounted, limit == 50);
        QCOMPARE(answers.constFirst().entries, answers.constLast().entries);
        QVERIFY(answers.constLast().isCounted);
        QCOMPARE(answers.constLast().total, 11); // 2 and 20 to 29
    }
}

void TstHistoryStore::findsByEachColumn_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isFound");

    QTest::newRow("subject") << "heckou" << true;
    QTest::newRow("two letters of the subject") << "ou" << true;
    QTest::newRow("user") << "MINA@EX" << true;
    QTest::newRow("a letter of the user") << "@" << true;
    QTest::newRow("note") << "ticket 4711" << true;
    QTest::newRow("connection") << "söhne" << true;
    QTest::newRow("path") << "v1/get_conf" << true;
    QTest::newRow("sent") << "\"plan\":\"go" << true;
    QTest::newRow("received") << "rule_xyz" << true;
    QTest::newRow("received, in escapes") << "Grüße aus Köln" << true;
    QTest::newRow("words of everywhere, in any order") << "  xyz  mina   söhne plan " << true;
    QTest::newRow("short and long ones") << "ou rule_xyz" << true;
    QTest::newRow("one word is missing") << "checkout nowhere" << false;
    QTest::newRow("one short word is missing") << "checkout %" << false;
    QTest::newRow("no such text") << "rule_xyzz" << false;
    QTest::newRow("what an expression would mean") << "checkout OR nowhere" << false;
    QTest::newRow("quotes") << "\"\"\"" << false;
    QTest::newRow("a star") << "chec*" << false;
}

void TstHistoryStore::findsByEachColumn()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isFound);
    auto exchange = std::make_shared<Exchange>(*askedBy(QStringLiteral("new_checkout"),
        R"({"user":{"userID":"mina@example.com","custom":{"plan":"gold"}}})",
        R"({"rule_id":"rule_xyz","group":"Gr\u00fc\u00dfe aus K\u00f6ln"})"));
    exchange->connectionName = QStringLiteral("Söhne");
    exchange->url = QUrl(QStringLiteral("https://api.example.com/v1/get_config"));
    const qint64 id = bench().keep(exchange).id;
    bench().keepAll({askedBy(QStringLiteral("b"), "{}"), askedBy(QStringLiteral("other"), "{}")});
    bench()->setNote(id, QStringLiteral("for ticket 4711"));
    const HistoryMatches found = bench().find(text).value();
    QCOMPARE(found.total, isFound ? 1 : 0);
    QCOMPARE(found.entries.size(), found.total);
    if (isFound)
        QCOMPARE(found.entries[0].id, id);
    QCOMPARE(found.kept, 3);
}

void TstHistoryStore::findsOnlyWhatIsAskedFor()
{
    auto failed = std::make_shared<Exchange>(*askedBy(QStringLiteral("failed"), "{}", "answer"));
    failed->error = Error {ErrorCode::Timeout, noPort, {}};
    auto elsewhere = std::make_shared<Exchange>(*askedBy(QStringLiteral("elsewhere"), "{}", "answer"));
    elsewhere->connectionId = QStringLiteral("office");
    const auto kept = bench().keepAll({failed, elsewhere, askedBy(QStringLiteral("plain"), "{}", "answer")});
    bench()->setPinned(kept[2].id, true);

    for (const QString &text : {QString(), QStringLiteral("answer")}) {
        HistoryQuery query = searchFor(text);
        query.outcome = HistoryQuery::Outcome::Failed;
        QCOMPARE(bench().subjects(query), QByteArrayList {"failed"});
        query.outcome = HistoryQuery::Outcome::Succeeded;
        QCOMPARE(bench().subjects(query), (QByteArrayList {"plain", "elsewhere"}));
        query.connectionId = QStringLiteral("office");
        QCOMPARE(bench().subjects(query), QByteArrayList {"elsewhere"});
        QCOMPARE(bench().find(query)->total, 1);
        query = searchFor(text);
        query.onlyPinned = true;
        QCOMPARE(bench().subjects(query), QByteArrayList {"plain"});
        QCOMPARE(bench().find(query)->kept, 3);
    }
}

void TstHistoryStore::aNewerSearchDropsTheOlder()
{
    bench().keep(numberedExchange(1));
    QObject context;
    QObject other;
    QByteArrayList answered;
    const auto answer = [&answered](const QByteArray &name) {
        return [&answered, name](const Result<HistoryMatches> &) { answered.append(name); };
    };
    bench()->find(searchFor(QStringLiteral("older")), &context, answer("older"));
    bench()->find(searchFor(QStringLiteral("another's")), &other, answer("another's"));
    bench()->find(searchFor(QStringLiteral("newer")), &context, answer("newer"));
    QVERIFY(answered.isEmpty()); // never from inside the call
    bench().settle();
    QCOMPARE(answered, (QByteArrayList {"another's", "newer"}));
}

void TstHistoryStore::callsNobodyWhoIsGone()
{
    bench().keep(numberedExchange(1));
    bool isCalled = false;
    {
        QObject context;
        bench()->find({}, &context, [&isCalled](const Result<HistoryMatches> &) { isCalled = true; });
        bench()->load(1, &context, [&isCalled](const Result<ExchangePtr> &) { isCalled = true; });
    }
    bench().settle();
    QVERIFY(!isCalled);
}

void TstHistoryStore::tellsWhatWasAskedAboutByName()
{
    QVERIFY(bench().names().isEmpty());
    const auto asked = [](Endpoint endpoint, const char *subject) {
        auto exchange = std::make_shared<Exchange>(*numberedExchange(1));
        exchange->endpoint = endpoint;
        exchange->subject = QString::fromUtf8(subject);
        return ExchangePtr(exchange);
    };
    bench().keepAll({asked(Endpoint::GetLayer, "layer"), asked(Endpoint::CheckGate, "gate"),
        asked(Endpoint::CheckGate, "gate"), asked(Endpoint::GetConfig, "config"),
        asked(Endpoint::GetExperiment, "experiment"), asked(Endpoint::LogEvent, "3 events"),
        asked(Endpoint::Initialize, "u-1"), asked(Endpoint::GetLayer, "")});
    const QString names = QStringLiteral("config,experiment,gate,layer");
    QCOMPARE(bench().names().join(u','), names);
    bench()->remove({1, 2}); // one gate is left
    QCOMPARE(bench().names().join(u','), QStringLiteral("config,experiment,gate"));
    bench()->restore({1});
    bench().close();
    bench().open();
    QCOMPARE(bench().names().join(u','), names);
}

/// Each once, the newest first; where values were masked, without them, and it is said.
void TstHistoryStore::tellsWhoWasAskedAbout()
{
    QCOMPARE(bench().users().value(), HistoryUsers());
    bench().keepAll({askedBy(QStringLiteral("a"), R"({"user":{"userID":"u1","country":"DE"}})"),
        askedBy(QStringLiteral("b"), R"({"user":{"userID":"u2","privateAttributes":{"vat":"secret-77"}}})"),
        askedBy(QStringLiteral("c"), R"({"user":{ "country":"DE", "userID":"u1"}})"), // the first once more
        askedBy(QStringLiteral("d"), R"({"nobody":1})"), askedBy(QStringLiteral("e"), "no JSON")});
    const HistoryUsers all {
        {{R"({"country":"DE","userID":"u1"})", false}, {R"({"userID":"u2"})", true}}, false};
    QCOMPARE(bench().users().value(), all);
    QCOMPARE(bench().users(1).value(), (HistoryUsers {{all.users.first()}, true}));
    bench()->remove({1, 3});
    QCOMPARE(bench().users().value(), (HistoryUsers {{all.users.last()}, false}));
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(bench().users(100, stop.get_token()).error().code, ErrorCode::Cancelled);
}

void TstHistoryStore::whoWasAskedAboutBeyondOneStep()
{
    constexpr int count = 2 * 200 + 50; // it goes by steps of 200
    QList<ExchangePtr> exchanges;
    for (int i = 0; i < count; ++i)
        exchanges << askedBy(QStringLiteral("g"), R"({"user":{"userID":"u)" + QByteArray::number(i) + "\"}}");
    bench().keepAll(exchanges);
    const HistoryUsers users = bench().users(1000).value();
    QCOMPARE(users.users.size(), count);
    QCOMPARE(users.users.constFirst().json, QByteArray(R"({"userID":"u449"})"));
    QCOMPARE(users.users.constLast().json, QByteArray(R"({"userID":"u0"})"));
}

void TstHistoryStore::pinsAndNotes()
{
    HistoryEntry entry = bench().keep(numberedExchange(1));
    const QSignalSpy changed(&bench().store(), &HistoryStore::changed);
    bench()->setPinned(entry.id, true);
    bench()->setNote(entry.id, QStringLiteral("first words"));
    bench()->setNote(entry.id, QStringLiteral("other words"));
    bench()->setPinned(99, true); // nobody there
    bench()->setNote(99, QStringLiteral("x"));
    bench().settle();
    QCOMPARE(changed.size(), 3);
    entry.isPinned = true;
    entry.note = QStringLiteral("other words");
    QCOMPARE(changed[2][0].value<HistoryEntry>(), entry);
    bench().close();
    bench().open();
    QCOMPARE(bench().find()->entries, QList {entry});
    QCOMPARE(bench().find(QStringLiteral("other"))->total, 1);
    QCOMPARE(bench().find(QStringLiteral("first"))->total, 0);
}

void TstHistoryStore::removingCanBeUndone()
{
    bench().keepAll({numberedExchange(1), numberedExchange(2), numberedExchange(3)});
    const QSignalSpy removed(&bench().store(), &HistoryStore::removed);
    const QSignalSpy restored(&bench().store(), &HistoryStore::restored);
    bench()->remove({1, 3, 99});
    QCOMPARE(bench().subjects(), QByteArrayList {"gate_2"});
    QCOMPARE(bench().find()->kept, 1);
    QCOMPARE(bench().find(QStringLiteral("gate_"))->total, 1);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed[0][0].value<QList<qint64>>(), (QList<qint64> {1, 3}));
    bench()->restore({3, 2, 99});
    QCOMPARE(bench().subjects(), (QByteArrayList {"gate_3", "gate_2"}));
    QCOMPARE(restored[0][0].value<QList<qint64>>(), QList<qint64> {3});
    bench()->forgetRemoved();
    bench()->restore({1});
    QCOMPARE(bench().subjects(), (QByteArrayList {"gate_3", "gate_2"}));
    QCOMPARE(bench().load(1).error().code, ErrorCode::BadInput);
}

void TstHistoryStore::whatIsRemovedIsGoneInTheEnd()
{
    bench().keepAll({numberedExchange(1), askedBy(QStringLiteral("confidential"), "{}")});
    bench()->remove({2});
    bench().close();
    QVERIFY(!filesIn(m_folder->filePath(QStringLiteral("data"))).contains("confidential"));
    bench().open();
    QCOMPARE(bench().subjects(), QByteArrayList {"gate_1"});
    QCOMPARE(bench().keep(numberedExchange(3)).id, 3); // the second's is not given again
}

void TstHistoryStore::removesAllButThePinned()
{
    QList<ExchangePtr> exchanges;
    for (int i = 1; i <= 300; ++i)
        exchanges.append(askedBy(QStringLiteral("gate_%1").arg(i), noise(i, 2000)));
    QCOMPARE(bench().keepAll(exchanges).size(), 300);
    bench()->setPinned(7, true);
    bench().settle();
    const QSignalSpy removed(&bench().store(), &HistoryStore::removed);
    QCOMPARE(bench().removeAll().size(), 299);
    QCOMPARE(bench().subjects(), QByteArrayList {"gate_7"});
    QVERIFY(bench().removeAll().isEmpty()); // all that is left is pinned
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed[0][0].value<QList<qint64>>().size(), 299);
    bench().close();
    QVERIFY(QFileInfo(bench().fileName()).size() < 300 * 1000); // the room is given back
    bench().open();
    QCOMPARE(bench().subjects(), QByteArrayList {"gate_7"});
    QCOMPARE(bench().find(QStringLiteral("gate_"))->total, 1);
    QCOMPARE(bench().find(QStringLiteral("gate_"))->kept, 1);
}

void TstHistoryStore::theOldestGoBySize()
{
    // What is searched of it is spaces: of noise, the index would take more than it is given.
    const auto large = [](int i) {
        return askedBy(QStringLiteral("large %1").arg(i), QByteArray(32 * 1024, ' ') + noise(i, 200'000));
    };
    bench().keepAll({large(1), large(2)});
    bench()->setPinned(1, true);
    PreferenceValues values;
    values.historyMaxBytes =
        PreferenceValues::leastHistoryBytes; // three of them, with their share of the index
    bench().preferences.setValues(values);
    const QSignalSpy removed(&bench().store(), &HistoryStore::removed);
    for (int i = 3; i <= 10; ++i)
        QVERIFY(bench().keep(large(i)).id > 0);
    QTRY_VERIFY_WITH_TIMEOUT(!removed.isEmpty(), historyPatience);
    bench().settle();
    const QByteArrayList left = bench().subjects();
    QVERIFY(left.size() >= 3 && left.size() <= 8);
    QCOMPARE(left.constFirst(), QByteArray("large 10"));
    QCOMPARE(left.constLast(), QByteArray("large 1")); // pinned
    QCOMPARE(removed[0][0].value<QList<qint64>>().constFirst(), 2); // the oldest that is not
    bench().close();
    const qint64 size = QFileInfo(bench().fileName()).size();
    QVERIFY2(size < 2 * PreferenceValues::leastHistoryBytes, qPrintable(QString::number(size)));
}

void TstHistoryStore::theOldGoByAge()
{
    const auto ofDays = [](int number, int days) {
        auto exchange = std::make_shared<Exchange>(*numberedExchange(number));
        exchange->startedUtc = QDateTime::currentDateTimeUtc().addDays(-days);
        return ExchangePtr(exchange);
    };
    bench().keepAll({ofDays(1, 29), ofDays(2, 31), ofDays(3, 40)});
    bench()->setPinned(2, true);
    bench().settle();
    PreferenceValues values;
    values.historyDays = 30;
    bench().preferences.setValues(values); // takes effect at once
    bench().settle();
    QCOMPARE(bench().subjects(), (QByteArrayList {"gate_2", "gate_1"}));
}

void TstHistoryStore::anEndlessBodyIsLeftOut()
{
    PreferenceValues values;
    values.historyMaxBytes = PreferenceValues::leastHistoryBytes;
    bench().preferences.setValues(values);
    const ExchangePtr endless = askedBy(QStringLiteral("endless"), "{}", noise(1, 2'000'000));
    const HistoryEntry entry = bench().keep(endless);
    QCOMPARE(entry.bytesReceived, endless->responseBody.size());
    Exchange expected = *endless;
    expected.responseBody.clear();
    QCOMPARE(**bench().load(entry.id), expected);
}

void TstHistoryStore::privateValuesAreMasked()
{
    const ExchangePtr secretive = askedBy(QStringLiteral("g"),
        R"({"user":{"userID":"u","privateAttributes":{"diagnosis":"canary-9381"}}})",
        R"({"message":"canary-9381 is unknown"})");
    bench().keep(secretive);
    QCOMPARE((*bench().load(1))->requestBody,
        QByteArray(R"({"user":{"userID":"u","privateAttributes":{"diagnosis":"[private]"}}})"));
    QCOMPARE((*bench().load(1))->responseBody, QByteArray(R"({"message":"[private] is unknown"})"));
    QCOMPARE(bench().find(QStringLiteral("canary"))->total, 0);
    QCOMPARE(bench().find(QStringLiteral("diagnosis"))->total, 1);
    // While it is open, too. Plain parts of bodies would show: they are too short to be compressed.
    QVERIFY(filesIn(m_folder->filePath(QStringLiteral("data"))).contains("diagnosis"));
    QVERIFY(!filesIn(m_folder->filePath(QStringLiteral("data"))).contains("canary"));
}

void TstHistoryStore::privateValuesAreKeptIfChosen()
{
    PreferenceValues values;
    values.historyKeepsPrivate = true;
    bench().preferences.setValues(values);
    const ExchangePtr secretive =
        askedBy(QStringLiteral("g"), R"({"user":{"privateAttributes":{"diagnosis":"canary-9381"}}})");
    bench().keep(secretive);
    QCOMPARE(**bench().load(1), *secretive);
    QCOMPARE(bench().find(QStringLiteral("canary"))->total, 1);
}

void TstHistoryStore::keepsNothingIfSwitchedOff()
{
    bench().keep(numberedExchange(1));
    PreferenceValues values;
    values.historyOn = false;
    bench().preferences.setValues(values);
    bench()->keep(numberedExchange(2));
    bench().settle();
    QCOMPARE(bench().subjects(), QByteArrayList {"gate_1"}); // what is there stays there
}

void TstHistoryStore::onlyTheOwnerReads()
{
    bench().keep(numberedExchange(1));
    const auto files = QDir(m_folder->filePath(QStringLiteral("data"))).entryInfoList(QDir::Files);
    QVERIFY(files.size() >= 3); // with its log
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    for (const QFileInfo &file : files)
        QVERIFY2(!(file.permissions() & others) || file.fileName().endsWith(QLatin1String(".lock")),
            qPrintable(file.fileName()));
}

void TstHistoryStore::twoProgramsAtOnce()
{
    HistoryBench second(bench().fileName());
    const QSignalSpy firstKept(&bench().store(), &HistoryStore::kept);
    const QSignalSpy secondKept(&second.store(), &HistoryStore::kept);
    constexpr int each = 150;
    for (int i = 0; i < each; ++i) {
        bench()->keep(numberedExchange(i));
        second->keep(numberedExchange(1000 + i));
        if (i % 10 == 0) // so that they do not share a few commits
            QCoreApplication::processEvents();
    }
    QTRY_COMPARE_WITH_TIMEOUT(firstKept.size() + secondKept.size(), 2 * each, historyPatience);
    QMap<qint64, int> kept;
    for (const QSignalSpy *spy : {&firstKept, &secondKept}) {
        for (const QList<QVariant> &one : *spy) {
            const auto entry = one[0].value<HistoryEntry>();
            QVERIFY(!kept.contains(entry.id));
            kept[entry.id] = entry.subject.mid(5).toInt();
        }
    }
    for (auto it = kept.cbegin(); it != kept.cend(); ++it)
        QVERIFY(isNumbered(**bench().load(it.key()), it.value()));
    QCOMPARE(bench().find()->kept, 2 * each);
    QCOMPARE(second.find(QStringLiteral("gate_1149"))->total, 1);
    QCOMPARE(bench()->notice() + second->notice(), QString());
}

GATESCOPE_TEST(TstHistoryStore)
#include "tst_historystore.moc"
