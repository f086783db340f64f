// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "historybench.h"

#include <tests/support/fixtures.h>
#include <tests/support/testregistry.h>

#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

/// \name Packed, made by the zstd of the command line
/// @{
const QString packedNothing = QStringLiteral("x'28b52ffd240001000099e9d851'");
/// {"user":{"userID":"mina"},"configName":"banner"}
const QString packedRequest = QStringLiteral(
    "x'28b52ffd24308101007b2275736572223a7b22757365724944223a226d696e61227d2c22636f6e6669674e616d65"
    "223a2262616e6e6572227d9beda9f2'");
/// {"name":"banner","value":{"k":"needle-1"}}
const QString packedResponse = QStringLiteral(
    "x'28b52ffd242a5101007b226e616d65223a2262616e6e6572222c2276616c7565223a7b226b223a226e6565646c65"
    "2d31227d7ddd11cda4'");
/// @}

/// The file as version 1 wrote it, with two entries and one that was removed.
QStringList versionOne()
{
    return {
        QStringLiteral("PRAGMA journal_mode = WAL"),
        QStringLiteral(
            "CREATE TABLE entries (id INTEGER PRIMARY KEY AUTOINCREMENT, started INTEGER NOT NULL, endpoint "
            "TEXT NOT NULL, connection_id TEXT NOT NULL, connection_name TEXT NOT NULL, subject TEXT NOT "
            "NULL, user TEXT NOT NULL, status INTEGER NOT NULL, error TEXT, duration INTEGER NOT NULL, sent "
            "INTEGER NOT NULL, received INTEGER NOT NULL, pinned INTEGER NOT NULL DEFAULT 0, note TEXT NOT "
            "NULL DEFAULT '')"),
        QStringLiteral(
            "CREATE TABLE parts (id INTEGER PRIMARY KEY REFERENCES entries(id) ON DELETE CASCADE, number "
            "INTEGER NOT NULL, method BLOB NOT NULL, url TEXT NOT NULL, connected INTEGER NOT NULL, "
            "sent_after INTEGER NOT NULL, first_byte INTEGER NOT NULL, error_message TEXT, error_detail "
            "TEXT, request_headers BLOB NOT NULL, response_headers BLOB NOT NULL, request_body BLOB NOT "
            "NULL, response_body BLOB NOT NULL)"),
        QStringLiteral("CREATE INDEX entries_started ON entries(started)"),
        QStringLiteral("INSERT INTO entries VALUES (1, 4102444800000, 'get_config', 'shop', 'Acme shop', "
                       "'banner', 'mina', 200, NULL, 5000, 2, 2, 0, '')"),
        QStringLiteral("INSERT INTO entries VALUES (2, 4102444801000, 'initialize', 'shop', 'Acme shop', '', "
                       "'jo', 0, 'timeout', -1, 0, 0, 1, 'for the ticket')"),
        QStringLiteral("INSERT INTO entries VALUES (4, 4102444802000, 'check_gate', 'shop', 'Acme shop', "
                       "'returns', 'mina', 200, NULL, 7000, 0, 0, 0, '')"),
        QStringLiteral("DELETE FROM entries WHERE id = 4"),
        QStringLiteral(
            "INSERT INTO parts VALUES (1, 9, x'504f5354', 'https://a.example/v1/get_config', 1, 2, "
            "3, NULL, NULL, %1, %1, %2, %3)")
            .arg(packedNothing, packedRequest, packedResponse),
        QStringLiteral("INSERT INTO parts VALUES (2, 10, x'504f5354', 'https://a.example/v1/initialize', -1, "
                       "-1, -1, 'Too slow.', 'after 10 s', %1, %1, %1, %1)")
            .arg(packedNothing),
        QStringLiteral("PRAGMA application_id = %1").arg(0x47734869),
        QStringLiteral("PRAGMA user_version = 1"),
    };
}

void overwrite(const QString &fileName, qint64 from, qint64 length)
{
    QFile file(fileName);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(from));
    QCOMPARE(file.write(QByteArray(length, '\xa5')), length);
}

/// Root may write anywhere; nobody may not.
class AsNobody
{
public:
    explicit AsNobody(const QString &folder)
    {
        if (geteuid() != 0)
            return;
        const auto files = QDir(folder).entryInfoList(QDir::Files);
        for (const QFileInfo &file : files)
            m_isNobody &= chown(qPrintable(file.filePath()), nobody, nobody) == 0;
        m_isNobody &= chown(qPrintable(folder), nobody, nobody) == 0 && seteuid(nobody) == 0;
    }
    ~AsNobody()
    {
        if (getuid() == 0 && seteuid(0) != 0)
            qFatal("root again? no");
    }
    Q_DISABLE_COPY_MOVE(AsNobody)
    bool isNobody() const { return m_isNobody; }

private:
    static constexpr uid_t nobody = 65534;
    bool m_isNobody = true;
};

/// No file of this process grows beyond it.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes)
    {
        m_signal = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small {bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

private:
    rlimit m_before {};
    void (*m_signal)(int) = nullptr;
};

ExchangePtr largeExchange(int number, qsizetype size)
{
    auto exchange = std::make_shared<Exchange>(*numberedExchange(number));
    exchange->responseBody.clear();
    for (quint32 state = quint32(number); exchange->responseBody.size() < size;
        state = state * 1664525U + 1013904223U)
        exchange->responseBody += QByteArray::number(state, 36);
    return exchange;
}

} // namespace

/// Files of other versions, damaged ones, and disks that will not have them.
class TstHistoryFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void upgradesVersionOne();
    void anEmptyLockIsNobodys();
    void leavesANewerFileAlone();
    void leavesAnotherProgramsFileAlone();
    void savesWhatCanBeRead_data();
    void savesWhatCanBeRead();
    void setsAsideWhatIsNoDatabase();
    void findsDamageWhileItIsOpen();
    void saysThatTheFolderCannotBeWritten();
    void keepsItOnceTheDiskHasRoom();

private:
    void fill(int count);
    QStringList files() const
    {
        return QDir(m_folder->path()).entryList({QStringLiteral("*.sqlite")}, QDir::Files, QDir::Name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_fileName;
};

void TstHistoryFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_fileName = m_folder->filePath(QStringLiteral("history.sqlite"));
}

void TstHistoryFile::cleanup()
{
    m_folder.reset();
}

void TstHistoryFile::fill(int count)
{
    const HistoryBench bench(m_fileName);
    QList<ExchangePtr> exchanges;
    for (int i = 1; i <= count; ++i)
        exchanges.append(numberedExchange(i));
    QCOMPARE(bench.keepAll(exchanges).size(), count);
}

void TstHistoryFile::upgradesVersionOne()
{
    sqlOn(m_fileName, versionOne());
    HistoryBench bench(m_fileName);
    HistoryEntry banner;
    banner.id = 1;
    banner.startedUtc = QDateTime({2100, 1, 1}, {0, 0}, Qt::UTC);
    banner.endpoint = Endpoint::GetConfig;
    banner.connectionId = QStringLiteral("shop");
    banner.connectionName = QStringLiteral("Acme shop");
    banner.subject = QStringLiteral("banner");
    banner.user = QStringLiteral("mina");
    banner.status = 200;
    banner.duration = std::chrono::microseconds(5000);
    banner.bytesSent = banner.bytesReceived = 2;
    HistoryEntry slow;
    slow.id = 2;
    slow.startedUtc = banner.startedUtc.addSecs(1);
    slow.endpoint = Endpoint::Initialize;
    slow.connectionId = banner.connectionId;
    slow.connectionName = banner.connectionName;
    slow.user = QStringLiteral("jo");
    slow.error = ErrorCode::Timeout;
    slow.isPinned = true;
    slow.note = QStringLiteral("for the ticket");
    const HistoryMatches all = bench.find().value();
    QCOMPARE(all.entries, (QList {slow, banner}));
    QCOMPARE(all.kept, 2);
    QCOMPARE(bench.find(QStringLiteral("needle-1"))->entries, QList {banner}); // the index was made
    QCOMPARE(bench.find(QStringLiteral("ticket"))->entries, QList {slow});
    QCOMPARE((*bench.load(1))->responseBody, QByteArray(R"({"name":"banner","value":{"k":"needle-1"}})"));
    QCOMPARE((*bench.load(1))->sent, std::chrono::microseconds(2));
    QCOMPARE((*bench.load(2))->error,
        (Error {ErrorCode::Timeout, QStringLiteral("Too slow."), QStringLiteral("after 10 s")}));
    QCOMPARE(bench.keep(numberedExchange(1)).id, 5); // the fourth was there once
    QCOMPARE(bench->notice(), QString());

    // The file as it was lies beside it.
    QCOMPARE(files(),
        (QStringList {QStringLiteral("history-before-version-2.sqlite"), QStringLiteral("history.sqlite")}));
    const QString copy = m_folder->filePath(files().constFirst());
    QCOMPARE(sqlOn(copy, {QStringLiteral("PRAGMA user_version")}).toInt(), 1);
    QCOMPARE(sqlOn(copy, {QStringLiteral("SELECT count(*) FROM entries JOIN parts USING (id)")}).toInt(), 2);
    QVERIFY(!(QFile::permissions(copy) & (QFile::ReadGroup | QFile::ReadOther)));
    bench.close();
    bench.open();
    QCOMPARE(bench.find()->kept, 3); // no other upgrade
    QCOMPARE(files().size(), 2);
}

/// Its program was killed before it could write into it.
void TstHistoryFile::anEmptyLockIsNobodys()
{
    fill(3);
    QFile lock(m_fileName + QStringLiteral(".lock"));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.close();
    const HistoryBench bench(m_fileName);
    QCOMPARE(bench.subjects().size(), 3);
    QCOMPARE(bench->notice(), QString());
}

void TstHistoryFile::leavesANewerFileAlone()
{
    fill(2);
    sqlOn(m_fileName, {QStringLiteral("PRAGMA user_version = 3")});
    const QByteArray before = readFile(m_fileName);
    {
        const HistoryBench bench(m_fileName);
        const QSignalSpy noticed(&bench.store(), &HistoryStore::noticeChanged);
        bench->keep(numberedExchange(3));
        bench.settle();
        QCOMPARE(noticed.size(), 1);
        const QString notice = bench->notice();
        QVERIFY2(notice.contains(m_fileName) && notice.contains(QLatin1String("newer")), qPrintable(notice));
        QCOMPARE(bench.find().error().message, notice);
        QCOMPARE(bench.find().error().code, ErrorCode::Unsupported);
    }
    QCOMPARE(readFile(m_fileName), before);
    QCOMPARE(files().size(), 1);
}

void TstHistoryFile::leavesAnotherProgramsFileAlone()
{
    sqlOn(m_fileName, {QStringLiteral("CREATE TABLE recipes (name TEXT)")});
    const QByteArray before = readFile(m_fileName);
    {
        const HistoryBench bench(m_fileName);
        bench->keep(numberedExchange(3));
        bench.settle();
        QVERIFY2(bench->notice().contains(QLatin1String("another program's")), qPrintable(bench->notice()));
    }
    QCOMPARE(readFile(m_fileName), before);
}

void TstHistoryFile::savesWhatCanBeRead_data()
{
    QTest::addColumn<QList<double>>("places"); // of the file's length
    QTest::addColumn<int>("pages");
    QTest::addColumn<double>("length");
    QTest::addColumn<int>("leastSaved");
    QTest::newRow("pages in the middle") << QList {0.5} << 4 << 1.0 << 350;
    QTest::newRow("pages everywhere") << QList {0.2, 0.4, 0.6, 0.8} << 2 << 1.0 << 300;
    QTest::newRow("the last page") << QList {0.999} << 1 << 1.0 << 350;
    QTest::newRow("the second half is missing") << QList<double>() << 0 << 0.5 << 1;
    QTest::newRow("the first page") << QList {0.0} << 1 << 1.0 << 0;
}

void TstHistoryFile::savesWhatCanBeRead()
{
    QFETCH(const QList<double>, places);
    QFETCH(const int, pages);
    QFETCH(const double, length);
    QFETCH(const int, leastSaved);
    fill(400);
    constexpr qint64 page = 4096;
    const qint64 size = QFileInfo(m_fileName).size();
    for (const double place : places)
        overwrite(m_fileName, qint64(place * double(size)) / page * page, pages * page);
    QVERIFY(QFile::resize(m_fileName, qint64(length * double(QFileInfo(m_fileName).size())) / page * page));
    const QByteArray damaged = readFile(m_fileName);

    const HistoryBench bench(m_fileName);
    HistoryQuery query;
    query.limit = 1000;
    const HistoryMatches saved = bench.find(query).value();
    QVERIFY2(saved.kept >= leastSaved, qPrintable(QString::number(saved.kept)));
    QCOMPARE(saved.entries.size(), saved.kept);
    int withoutBodies = 0;
    for (const HistoryEntry &entry : saved.entries) {
        const ExchangePtr exchange = bench.load(entry.id).value();
        QCOMPARE(entry.subject, QStringLiteral("gate_%1").arg(entry.id));
        if (!isNumbered(*exchange, int(entry.id)))
            ++withoutBodies;
    }
    QVERIFY(withoutBodies < saved.kept || saved.kept == 0);

    const QString aside = QStringLiteral("history-damaged-") + QDate::currentDate().toString(Qt::ISODate)
        + QStringLiteral(".sqlite");
    QCOMPARE(files(), (QStringList {aside, QStringLiteral("history.sqlite")}));
    QCOMPARE(readFile(m_folder->filePath(aside)), damaged);
    const QString notice = bench->notice();
    QVERIFY2(notice.contains(QString::number(saved.kept)) && notice.contains(aside), qPrintable(notice));
    if (leastSaved > 1)
        QCOMPARE(bench.keep(numberedExchange(401)).id, 401);
    else
        QVERIFY(bench.keep(numberedExchange(401)).id > saved.kept);
    QCOMPARE(bench.find(QStringLiteral("gate_401"))->total, 1);
    QCOMPARE(sqlOn(m_fileName, {QStringLiteral("PRAGMA quick_check")}).toString(), QStringLiteral("ok"));
}

void TstHistoryFile::setsAsideWhatIsNoDatabase()
{
    QFile file(m_fileName);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("no database ").repeated(1000));
    file.close();
    const HistoryBench bench(m_fileName);
    QCOMPARE(bench.keep(numberedExchange(1)).id, 1);
    QCOMPARE(files().size(), 2);
    QVERIFY2(bench->notice().contains(QLatin1String("damaged")), qPrintable(bench->notice()));
}

void TstHistoryFile::findsDamageWhileItIsOpen()
{
    {
        const HistoryBench bench(m_fileName);
        for (int i = 1; i <= 30; ++i)
            bench->keep(largeExchange(i, 1'000'000));
        bench.settle();
    }
    const qint64 size = QFileInfo(m_fileName).size();
    QVERIFY(size > 17LL * 1024 * 1024); // looked at only where it is read
    const HistoryBench bench(m_fileName);
    QCOMPARE(bench.find()->kept, 30);
    bench->remove({1});
    overwrite(m_fileName, size / 2 / 4096 * 4096, 20LL * 4096);
    int whole = 0;
    for (int i = 1; i <= 30; ++i) {
        if (const auto exchange = bench.load(i); exchange && (*exchange)->responseBody.size() >= 1'000'000)
            ++whole;
    }
    QVERIFY2(whole >= 28, qPrintable(QString::number(whole)));
    QVERIFY2(bench->notice().contains(QLatin1String("30 of its entries")), qPrintable(bench->notice()));
    QCOMPARE(files().size(), 2);
    QCOMPARE(bench.find()->kept, 29); // what is removed stays so
}

void TstHistoryFile::saysThatTheFolderCannotBeWritten()
{
    fill(2);
    const AsNobody user(m_folder->path());
    QVERIFY(user.isNobody());
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner));
    const HistoryBench bench(m_fileName);
    bench->keep(numberedExchange(3));
    bench.settle();
    const QString notice = bench->notice();
    QVERIFY2(notice.contains(m_fileName) && notice.contains(QLatin1String("cannot be written")),
        qPrintable(notice));

    // It is mended, and the next exchange brings the one before it along.
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QCOMPARE(bench.keepAll({numberedExchange(4)}).value(0).subject, QStringLiteral("gate_3"));
    QCOMPARE(bench.subjects(), (QByteArrayList {"gate_4", "gate_3", "gate_2", "gate_1"}));
    QCOMPARE(bench->notice(), QString());
}

void TstHistoryFile::keepsItOnceTheDiskHasRoom()
{
    fill(2);
    const HistoryBench bench(m_fileName);
    QCOMPARE(bench.find()->kept, 2);
    {
        const SmallDisk disk(rlim_t(QFileInfo(m_fileName).size()) + 100'000);
        bench->keep(largeExchange(3, 1'000'000));
        bench.settle();
        const QString notice = bench->notice();
        QVERIFY2(notice.contains(m_fileName) && notice.contains(QLatin1String("disk")), qPrintable(notice));
        QCOMPARE(bench.subjects(), (QByteArrayList {"gate_2", "gate_1"})); // nothing of what is there is lost
    }
    bench->keep(numberedExchange(4));
    QCOMPARE(bench.subjects(), (QByteArrayList {"gate_4", "gate_3", "gate_2", "gate_1"}));
    QCOMPARE((*bench.load(3))->responseBody, largeExchange(3, 1'000'000)->responseBody);
    QCOMPARE(bench->notice(), QString());
    QCOMPARE(sqlOn(m_fileName, {QStringLiteral("PRAGMA quick_check")}).toString(), QStringLiteral("ok"));
}

GATESCOPE_TEST(TstHistoryFile)
#include "tst_historyfile.moc"
