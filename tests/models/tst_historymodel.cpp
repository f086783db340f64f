// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/items/historymodel.h>
#include <tests/support/fakehistorystore.h>
#include <tests/support/testregistry.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

constexpr int historyPatience = 30000;

HistoryEntry historyEntry(const QString &subject)
{
    HistoryEntry entry;
    entry.startedUtc = QDateTime::currentDateTimeUtc();
    entry.connectionId = QStringLiteral("c1");
    entry.connectionName = QStringLiteral("Acme shop");
    entry.subject = subject;
    entry.status = 200;
    entry.duration = std::chrono::milliseconds(12);
    return entry;
}

HistoryQuery textQuery(const char *text)
{
    HistoryQuery query;
    query.text = QLatin1String(text);
    return query;
}

} // namespace

class TstHistoryModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void listsTheNewestFirst();
    void loadsAPageAtATime();
    void listsBeforeAllAreCounted();
    void showsWhatIsKept();
    void looksWhetherWhatIsKeptMatches();
    void dropsLateAnswers();
    void followsPinsAndNotes();
    void followsRemovingAndUndoing();
    void tellsFailures();
    void saysTheDayWhereItIsNotToday();
    void readsAsASentence();

private:
    bool ask(const HistoryQuery &query = {});
    QStringList subjects() const;

    std::unique_ptr<FakeHistoryStore> m_store;
    std::unique_ptr<HistoryModel> m_model;
};

void TstHistoryModel::init()
{
    m_store = std::make_unique<FakeHistoryStore>();
    m_model = std::make_unique<HistoryModel>(*m_store);
    auto *tester = new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    tester->setUseFetchMore(false);
}

void TstHistoryModel::cleanup()
{
    m_model.reset();
    m_store.reset();
}

bool TstHistoryModel::ask(const HistoryQuery &query)
{
    m_model->setQuery(query);
    return QTest::qWaitFor([this] { return !m_model->isLoading(); }, historyPatience);
}

QStringList TstHistoryModel::subjects() const
{
    QStringList subjects;
    for (const HistoryEntry &entry : m_model->entries())
        subjects << entry.subject;
    return subjects;
}

void TstHistoryModel::listsTheNewestFirst()
{
    for (const char *subject : {"a", "b", "c"})
        m_store->add(historyEntry(QLatin1String(subject)));
    QVERIFY(!m_model->isAnswered());
    QVERIFY(ask());
    QCOMPARE(subjects(), QStringList({QStringLiteral("c"), QStringLiteral("b"), QStringLiteral("a")}));
    QCOMPARE(m_model->kept(), 3);
    QCOMPARE(m_model->rowOf(1), 2);
    QCOMPARE(m_model->rowOf(7), -1);
    QVERIFY(!m_model->isFiltered());
    QVERIFY(ask(textQuery("B")));
    QCOMPARE(subjects(), QStringList(QStringLiteral("b")));
    QCOMPARE(m_model->total(), 1);
    QCOMPARE(m_model->kept(), 3);
    QVERIFY(m_model->isFiltered());
}

void TstHistoryModel::loadsAPageAtATime()
{
    for (int i = 0; i < 450; ++i)
        m_store->add(historyEntry(QString::number(i)));
    QVERIFY(ask());
    QCOMPARE(m_model->rowCount(), 200);
    QCOMPARE(m_model->total(), 450);
    for (const int rows : {400, 450}) {
        QVERIFY(m_model->canFetchMore({}));
        m_model->fetchMore({});
        QVERIFY(!m_model->canFetchMore({})); // until it is answered
        QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), rows, historyPatience);
    }
    QVERIFY(!m_model->canFetchMore({}));
    QCOMPARE(m_store->asked().last().beforeId, 51); // older than the entry of row 399
    QCOMPARE(m_model->entry(449).subject, QStringLiteral("0"));
}

void TstHistoryModel::listsBeforeAllAreCounted()
{
    for (int i = 1; i <= 5; ++i)
        m_store->add(historyEntry(QStringLiteral("gate_%1").arg(i)));
    m_store->countLater();
    m_store->hold();
    HistoryQuery query = textQuery("gate");
    query.limit = 2;
    m_model->setQuery(query);
    m_store->release(1);
    QCOMPARE(subjects(), (QStringList {QStringLiteral("gate_5"), QStringLiteral("gate_4")}));
    QVERIFY(!m_model->isLoading() && m_model->isCounting() && m_model->hasMore());

    // Further down meanwhile: what is being counted is still waited for.
    QVERIFY(m_model->canFetchMore({}));
    m_model->fetchMore({});
    m_store->release();
    QCOMPARE(m_model->rowCount(), 4);
    QVERIFY(!m_model->isCounting() && m_model->hasMore());
    QCOMPARE(m_model->total(), 5);
}

void TstHistoryModel::showsWhatIsKept()
{
    m_store->add(historyEntry(QStringLiteral("old")));
    HistoryQuery failed;
    failed.outcome = HistoryQuery::Outcome::Failed;
    QVERIFY(ask());
    auto exchange = std::make_shared<Exchange>();
    exchange->subject = QStringLiteral("new");
    exchange->status = 200;
    m_store->keep(exchange);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 2, historyPatience);
    QCOMPARE(m_model->entry(0).subject, QStringLiteral("new"));
    QCOMPARE(m_model->total(), 2);

    QVERIFY(ask(failed));
    QCOMPARE(m_model->rowCount(), 0);
    m_store->keep(exchange);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->kept(), 3, historyPatience);
    QCOMPARE(m_model->rowCount(), 0);
}

void TstHistoryModel::looksWhetherWhatIsKeptMatches()
{
    m_store->add(historyEntry(QStringLiteral("checkout")));
    QVERIFY(ask(textQuery("checkout")));
    auto exchange = std::make_shared<Exchange>();
    exchange->responseBody = R"({"name":"checkout_v2"})";
    m_store->keep(std::make_shared<Exchange>());
    m_store->keep(exchange);
    QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 2, historyPatience);
    QCOMPARE(m_model->entry(0).id, 3); // the body holds the word; that of the second does not
    QCOMPARE(m_model->kept(), 3);
}

void TstHistoryModel::dropsLateAnswers()
{
    m_store->add(historyEntry(QStringLiteral("a")));
    m_store->add(historyEntry(QStringLiteral("b")));
    m_store->hold();
    m_model->setQuery(textQuery("a"));
    m_model->setQuery(textQuery("b"));
    QVERIFY(m_model->isLoading());
    const QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    m_store->release();
    QCOMPARE(resets.size(), 1);
    QCOMPARE(subjects(), QStringList(QStringLiteral("b")));
}

void TstHistoryModel::followsPinsAndNotes()
{
    const qint64 id = m_store->add(historyEntry(QStringLiteral("a")));
    QVERIFY(ask());
    m_store->setPinned(id, true);
    m_store->setNote(id, QStringLiteral("ticket 12"));
    QTRY_COMPARE_WITH_TIMEOUT(m_model->index(0, HistoryModel::Note).data().toString(),
        QStringLiteral("ticket 12"), historyPatience);
    QVERIFY(m_model->index(0, 0).data(HistoryModel::PinnedRole).toBool());
}

void TstHistoryModel::followsRemovingAndUndoing()
{
    for (const char *subject : {"a", "b", "c"})
        m_store->add(historyEntry(QLatin1String(subject)));
    QVERIFY(ask());
    m_store->remove({2});
    QTRY_COMPARE_WITH_TIMEOUT(m_model->kept(), 2, historyPatience);
    QCOMPARE(subjects(), QStringList({QStringLiteral("c"), QStringLiteral("a")}));
    QCOMPARE(m_model->total(), 2);
    m_store->restore({2});
    QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 3, historyPatience);
    QCOMPARE(m_model->entry(1).subject, QStringLiteral("b"));
    m_store->setPinned(1, true);
    m_store->removeAll(m_store.get(), [](const Result<QList<qint64>> &) { });
    QTRY_COMPARE_WITH_TIMEOUT(subjects(), QStringList(QStringLiteral("a")), historyPatience);
}

void TstHistoryModel::tellsFailures()
{
    m_store->add(historyEntry(QStringLiteral("a")));
    QVERIFY(ask());
    const Error broken {ErrorCode::Internal, QStringLiteral("The history cannot be read."), {}};
    m_store->setFailure(broken);
    QVERIFY(ask(textQuery("b")));
    QCOMPARE(m_model->error(), std::optional(broken));
    QCOMPARE(m_model->rowCount(), 1); // what was there stays
    m_store->setFailure({});
    QVERIFY(ask());
    QVERIFY(!m_model->error());
}

void TstHistoryModel::saysTheDayWhereItIsNotToday()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const auto local = [](int year, int month, int day, int hour) {
        return QDateTime(QDate(year, month, day), QTime(hour, 5, 21), Qt::LocalTime).toUTC();
    };
    const QDateTime now = local(2026, 11, 26, 20);
    QCOMPARE(historyTimeText(local(2026, 11, 26, 14), now), QStringLiteral("14:05:21"));
    QCOMPARE(historyTimeText(local(2026, 11, 24, 14), now), QStringLiteral("24 Nov, 14:05"));
    QCOMPARE(historyTimeText(local(2025, 11, 26, 14), now), QStringLiteral("26 Nov 2025, 14:05"));
    QLocale::setDefault(before);
}

void TstHistoryModel::readsAsASentence()
{
    HistoryEntry entry = historyEntry(QStringLiteral("checkout_v2"));
    entry.user = QStringLiteral("mina");
    entry.status = 401;
    entry.error = ErrorCode::Unauthorized;
    entry.isPinned = true;
    entry.note = QStringLiteral("ticket 12");
    m_store->add(entry);
    QVERIFY(ask());
    QCOMPARE(m_model->index(0, HistoryModel::Status).data().toString(), QStringLiteral("Refused 401"));
    QCOMPARE(m_model->index(0, 0).data(Qt::AccessibleTextRole).toString(),
        QStringLiteral("Pinned, %1, check_gate, checkout_v2, mina, Acme shop, Refused 401, 12 ms, "
                       "note: ticket 12")
            .arg(m_model->index(0, 0).data().toString()));
}

GATESCOPE_TEST(TstHistoryModel)
#include "tst_historymodel.moc"
