// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/testregistry.h>

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

/// Keeps the one direction of dependency: app → {ui, network} → models.
class TstLayering : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void includesPointDown_data();
    void includesPointDown();
};

void TstLayering::includesPointDown_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("forbidden");
    QTest::newRow("models") << "models"
                            << "[<\"](?:\\.\\./)*(ui|network|app)/|<Q(Network|Widget|Application|File|Sql)";
    QTest::newRow("network") << "network" << "[<\"](?:\\.\\./)*(ui|app)/|<QWidget|<QApplication";
    QTest::newRow("ui") << "ui" << "[<\"](?:\\.\\./)*(network|app)/|<QNetwork|<QSql|microhttpd";
}

void TstLayering::includesPointDown()
{
    QFETCH(QString, folder);
    QFETCH(QString, forbidden);
    const QRegularExpression include(
        QStringLiteral("^\\s*#\\s*include\\s*(.*)$"), QRegularExpression::MultilineOption);
    const QRegularExpression bad(forbidden);

    int files = 0;
    QStringList offenders;
    QDirIterator it(QStringLiteral(GATESCOPE_SOURCE_DIR "/") + folder,
        {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        ++files;
        const QString text = QString::fromUtf8(file.readAll());
        for (auto match = include.globalMatch(text); match.hasNext();) {
            const QString what = match.next().captured(1);
            if (bad.match(what).hasMatch())
                offenders << file.fileName() + QStringLiteral(" includes ") + what;
        }
    }
    QVERIFY2(files > 0, "no source was looked at");
    QVERIFY2(offenders.isEmpty(), qPrintable(offenders.join(QLatin1Char('\n'))));
}

GATESCOPE_TEST(TstLayering)
#include "tst_layering.moc"
