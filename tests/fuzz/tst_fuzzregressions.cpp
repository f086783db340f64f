// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "fuzztargets.h"
#include "projectgenerator.h"

#include <tests/support/fixtures.h>
#include <tests/support/testregistry.h>

#include <QDirIterator>
#include <QTest>

using namespace Gatescope::Fuzz;
using namespace Gatescope::Test;

/// The fuzz targets without a fuzzer: over the seeds, over everything that once failed, and over projects
/// made up from fixed numbers.
class TstFuzzRegressions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void inputsKeepTheirPromises_data();
    void inputsKeepTheirPromises();
    void generatedProjectsKeepTheirPromises();
    void realPayloadsKeepTheirPromises();
};

namespace {

QByteArray withUsers(const QByteArray &payload)
{
    return payload + partSeparator
        + R"({"userID":"u-1","email":"a@shop.example","ip":"1.2.3.4","country":"DE","appVersion":"4.10.0","custom":{"plan":"gold","level":7}})"
        + partSeparator + R"({"userID":"","customIDs":{"companyID":"c-1"}})";
}

} // namespace

void TstFuzzRegressions::inputsKeepTheirPromises_data()
{
    QTest::addColumn<int>("target");
    QTest::addColumn<QString>("file");
    for (int i = 0; i < int(targets.size()); ++i) {
        for (const char *folder : {"seeds", "regressions"}) {
            const QString name =
                QLatin1String(folder) + QLatin1Char('/') + QLatin1String(targets[std::size_t(i)].name.data());
            QDirIterator files(QStringLiteral(GATESCOPE_SOURCE_DIR "/tests/fuzz/") + name, QDir::Files);
            while (files.hasNext()) {
                const QString file = files.next();
                QTest::newRow(qPrintable(name + QLatin1Char('/') + files.fileName())) << i << file;
            }
        }
    }
}

void TstFuzzRegressions::inputsKeepTheirPromises()
{
    QFETCH(int, target);
    QFETCH(QString, file);
    const Complaint complaint = targets[std::size_t(target)].run(readFile(file));
    QVERIFY2(complaint.empty(), complaint.c_str());
}

void TstFuzzRegressions::generatedProjectsKeepTheirPromises()
{
    for (unsigned seed = 1; seed <= 150; ++seed) {
        Random random(seed);
        const QByteArray input = ProjectGenerator(random).input();
        const Complaint complaint = fuzzEvaluator(input);
        QVERIFY2(complaint.empty(), (complaint + " in " + input.toStdString()).c_str());
    }
}

void TstFuzzRegressions::realPayloadsKeepTheirPromises()
{
    const QByteArray sample =
        readFile(QStringLiteral(GATESCOPE_SOURCE_DIR "/resources/sample/sample-project.json"));
    QVERIFY(!sample.isEmpty());
    QCOMPARE(fuzzEvaluator(withUsers(sample)), Complaint());
    if (sharedFixtures().isEmpty())
        return;
    QDirIterator files(
        sharedFixtures(), {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QByteArray text = readFile(files.next());
        for (const Complaint &complaint : {fuzzJson(text), fuzzReaders(text), fuzzEvaluator(withUsers(text))})
            QVERIFY2(complaint.empty(), (files.filePath().toStdString() + ": " + complaint).c_str());
    }
}

GATESCOPE_TEST(TstFuzzRegressions)
#include "tst_fuzzregressions.moc"
