// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <app/evaluationfiles.h>
#include <tests/support/fakeports.h>
#include <tests/support/fixtures.h>
#include <tests/support/testregistry.h>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Gatescope;

namespace {

constexpr int filesPatience = 30000;
const QString databaseFile = QStringLiteral(GATESCOPE_TEST_DATA "/evaluation/countries.mmdb");

} // namespace

/// The files for evaluating, from the choice to what is looked up in them.
class TstEvaluationFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void nothingIsChosenAtFirst();
    void readsTables();
    void readsIdLists();
    void databasesSurviveBeingWrittenOver();
    void badFilesAreSaid_data();
    void badFilesAreSaid();
    void vanishedFilesAreForgotten();
    void changedFilesAreReadAgain();
    void onlyTheLastChoiceCounts();
    void sandboxFollowsTheTable();

private:
    QString write(const QString &name, const QByteArray &content) const;
    void chooseCountries(const QString &path);
    void chooseIdLists(const QString &path);
    void awaitRead() const;
    const EvaluationDataState &state() const { return m_files->state(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Test::FakePreferences> m_preferences;
    std::unique_ptr<EvaluationFiles> m_files;
};

void TstEvaluationFiles::init()
{
    m_files.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_preferences = std::make_unique<Test::FakePreferences>();
    m_files = std::make_unique<EvaluationFiles>(*m_preferences, nullptr);
}

QString TstEvaluationFiles::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(content) != content.size())
        QTest::qFail("a test file cannot be written", __FILE__, __LINE__);
    return file.fileName();
}

void TstEvaluationFiles::chooseCountries(const QString &path)
{
    PreferenceValues values = m_preferences->values();
    values.countriesFile = path;
    m_preferences->setValues(values);
}

void TstEvaluationFiles::chooseIdLists(const QString &path)
{
    PreferenceValues values = m_preferences->values();
    values.idListsFile = path;
    m_preferences->setValues(values);
}

void TstEvaluationFiles::awaitRead() const
{
    QTRY_VERIFY_WITH_TIMEOUT(!state().countriesFile.loading && !state().idListsFile.loading, filesPatience);
}

void TstEvaluationFiles::nothingIsChosenAtFirst()
{
    QCOMPARE(state(), EvaluationDataState());
    m_files->refresh();
    QCOMPARE(state(), EvaluationDataState());
}

void TstEvaluationFiles::readsTables()
{
    const QSignalSpy changed(m_files.get(), &EvaluationData::changed);
    const QString file = write(QStringLiteral("c.json"), R"({"8.8.8.8":"US","2.2.2.2":"FR"})");
    chooseCountries(file);
    QVERIFY(state().countriesFile.loading); // not read before the caller goes on
    QVERIFY(!state().countries);
    QCOMPARE(changed.size(), 1);
    awaitRead();
    QCOMPARE(changed.size(), 2);
    QVERIFY(state().countriesFile.isLoaded());
    QCOMPARE(state().countriesFile.contents, QStringLiteral("2 addresses"));
    QCOMPARE(state().countriesFile.writtenUtc, QFileInfo(file).lastModified().toUTC());
    QCOMPARE(state().countries->country("2.2.2.2"), std::optional<std::string>("FR"));
    chooseCountries({});
    QCOMPARE(state(), EvaluationDataState());
}

void TstEvaluationFiles::readsIdLists()
{
    chooseIdLists(write(QStringLiteral("l.json"), R"({"vip":["Q1Wha2PJ","xsKJ5J6c"],"none":[]})"));
    awaitRead();
    QCOMPARE(state().idListsFile.contents, QStringLiteral("2 lists, 2 IDs"));
    QVERIFY(state().idLists->contains("vip", "Q1Wha2PJ"));
    QVERIFY(state().idLists->isLoaded("none"));
}

/// A database is read in place: cutting the file short under it would end the program.
void TstEvaluationFiles::databasesSurviveBeingWrittenOver()
{
    const QString file = write(QStringLiteral("geo.mmdb"), Test::readFile(databaseFile));
    chooseCountries(file);
    awaitRead();
    QVERIFY2(state().countriesFile.isLoaded(),
        qPrintable(state().countriesFile.error ? state().countriesFile.error->message : QString()));
    QVERIFY2(state().countriesFile.contents.endsWith(QStringLiteral("networks")),
        qPrintable(state().countriesFile.contents));
    write(QStringLiteral("geo.mmdb"), {});
    QCOMPARE(state().countries->country("8.8.8.8"), std::optional<std::string>("US"));
    QCOMPARE(state().countries->country("10.0.0.1"), std::optional<std::string>());
}

void TstEvaluationFiles::badFilesAreSaid_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("said");
    const QByteArray sound = Test::readFile(databaseFile);
    QTest::newRow("no database") << QStringLiteral("a.mmdb") << QByteArray("nothing")
                                 << QStringLiteral("a.mmdb is no database");
    QTest::newRow("no countries") << QStringLiteral("asn.mmdb")
                                  << QByteArray(sound).replace("iso_code", "iso_nada")
                                  << QStringLiteral("gives IP addresses no countries");
    QTest::newRow("damaged") << QStringLiteral("d.mmdb") << QByteArray(sound).replace(0, 3, "\xff\xff\xff")
                             << QStringLiteral("is damaged");
    QTest::newRow("no JSON") << QStringLiteral("c.json") << QByteArray("{") << QStringLiteral("c.json: ");
    QTest::newRow("no table") << QStringLiteral("t.json") << QByteArray(R"({"1.1.1.1":5})")
                              << QStringLiteral("1.1.1.1");
}

void TstEvaluationFiles::badFilesAreSaid()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(QString, said);
    chooseCountries(write(name, content));
    awaitRead();
    QVERIFY(!state().countries);
    QVERIFY(state().countriesFile.error);
    QVERIFY2(state().countriesFile.error->message.contains(said),
        qPrintable(state().countriesFile.error->message));
    QVERIFY(state().countriesFile.error->message.startsWith(m_folder->filePath(name)));
}

void TstEvaluationFiles::vanishedFilesAreForgotten()
{
    const QString file = write(QStringLiteral("l.json"), R"({"vip":["Q1Wha2PJ"]})");
    chooseIdLists(file);
    awaitRead();
    QVERIFY(state().idLists);
    QVERIFY(QFile::remove(file));
    m_files->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(state().idListsFile.error, filesPatience);
    QVERIFY(!state().idLists);
    QVERIFY2(state().idListsFile.error->message.contains(QStringLiteral("not there any more")),
        qPrintable(state().idListsFile.error->message));
    write(QStringLiteral("l.json"), R"({"vip":[]})");
    m_files->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(state().idLists, filesPatience);
}

void TstEvaluationFiles::changedFilesAreReadAgain()
{
    const QString file = write(QStringLiteral("c.json"), R"({"8.8.8.8":"US"})");
    chooseCountries(file);
    awaitRead();
    const QSignalSpy changed(m_files.get(), &EvaluationData::changed);
    write(QStringLiteral("c.json"), R"({"8.8.8.8":"DE","1.1.1.1":"AU"})");
    m_files->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(state().countriesFile.contents, QStringLiteral("2 addresses"), filesPatience);
    QCOMPARE(changed.size(), 1); // at no time was there no table
    QCOMPARE(state().countries->country("8.8.8.8"), std::optional<std::string>("DE"));
}

void TstEvaluationFiles::onlyTheLastChoiceCounts()
{
    const QSignalSpy changed(m_files.get(), &EvaluationData::changed);
    chooseCountries(write(QStringLiteral("a.json"), R"({"8.8.8.8":"US"})"));
    chooseCountries(write(QStringLiteral("b.json"), R"({"8.8.8.8":"FR"})"));
    awaitRead();
    QCOMPARE(state().countries->country("8.8.8.8"), std::optional<std::string>("FR"));
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(changed.size(), 3); // two choices, one of them read
    QCOMPARE(state().countries->country("8.8.8.8"), std::optional<std::string>("FR"));
}

void TstEvaluationFiles::sandboxFollowsTheTable()
{
    const auto current = m_files->currentCountries();
    QCOMPARE(current->country("8.8.8.8"), std::optional<std::string>());
    chooseCountries(write(QStringLiteral("c.json"), R"({"8.8.8.8":"US"})"));
    awaitRead();
    QCOMPARE(current->country("8.8.8.8"), std::optional<std::string>("US"));
    chooseCountries({});
    QCOMPARE(current->country("8.8.8.8"), std::optional<std::string>());
}

GATESCOPE_TEST(TstEvaluationFiles)
#include "tst_evaluationfiles.moc"
