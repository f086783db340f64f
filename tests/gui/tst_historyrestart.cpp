// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "startedprogram.h"

#include <app/application.h>
#include <tests/support/testregistry.h>
#include <ui/exchanges/exchangespage.h>
#include <ui/page.h>
#include <ui/window/mainwindow.h>
#include <ui/workspace.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

/// The history of the whole program: on the disk, by the real store.
class TstHistoryRestart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void survivesARestart();

private:
    bool openHistory();
    int rowNoted(const QString &note) const;
    QAbstractItemView *table() const;

    std::unique_ptr<StartedProgram> m_drive;
};

QAbstractItemView *TstHistoryRestart::table() const
{
    return m_drive->application().window().findChild<QAbstractItemView *>(QStringLiteral("historyTable"));
}

bool TstHistoryRestart::openHistory()
{
    m_drive->application().window().showPage(
        QStringLiteral("exchanges"), QVariant::fromValue(ExchangesPage::History));
    return QTest::qWaitFor([this] { return table() && table()->model()->rowCount() > 0; }, programPatience);
}

int TstHistoryRestart::rowNoted(const QString &note) const
{
    const QAbstractItemModel *model = table()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        if (model->index(row, 7).data().toString() == note)
            return row;
    return -1;
}

void TstHistoryRestart::survivesARestart()
{
    m_drive = std::make_unique<StartedProgram>();
    QVERIFY(m_drive->hasStarted());
    QVERIFY(openHistory());
    table()->setFocus();
    QVERIFY((*m_drive)->press("Home"));
    const QString note = QStringLiteral("ticket 4711");
    QVERIFY((*m_drive)->press("Ctrl+B"));
    QVERIFY((*m_drive)->type("noteLineEdit", note));
    QVERIFY((*m_drive)->press("Return"));
    QVERIFY(QTest::qWaitFor([&] { return rowNoted(note) >= 0; }, programPatience));
    const QString subject = table()->model()->index(rowNoted(note), 2).data().toString();

    QVERIFY(m_drive->restart());
    QVERIFY(openHistory());
    // This run's own checks stand above it.
    const qsizetype own = m_drive->application().workspace().exchanges().size();
    QVERIFY(QTest::qWaitFor([&] { return table()->model()->rowCount() > own; }, programPatience));
    const int row = rowNoted(note);
    QVERIFY(row >= own);
    QCOMPARE(table()->model()->index(row, 2).data().toString(), subject);
    table()->setCurrentIndex(table()->model()->index(row, 0));
    QCOMPARE((*m_drive)->buttonText("pinButton"), QStringLiteral("Unpin"));
    // The whole of it is there, and it can be asked again.
    QVERIFY(QTest::qWaitFor(
        [&] { return (*m_drive)->text("historySplitter").contains(subject); }, programPatience));
    const auto says = [this](const char *words) {
        return QTest::qWaitFor(
            [&] { return (*m_drive)->text("replayBar").contains(QLatin1String(words)); }, programPatience);
    };
    const auto *page = m_drive->application().window().currentPage();
    const auto *send = page->findChild<QAbstractButton *>(QStringLiteral("primaryButton"));
    QVERIFY(QTest::qWaitFor([&] { return send->isEnabled(); }, programPatience));
    QVERIFY((*m_drive)->click("primaryButton"));
    // The sample's user has private attributes, whose values the history does not hold.
    QVERIFY2(says("masked in the history and not sent."), qPrintable((*m_drive)->text("exchangesPage")));
    QVERIFY((*m_drive)->click("replayLikeThisButton"));
    QVERIFY2(says("Sent again with"), qPrintable((*m_drive)->text("exchangesPage")));

    QVERIFY((*m_drive)->type("historySearchLineEdit", QStringLiteral("4711")));
    QVERIFY((*m_drive)->press("Return"));
    QVERIFY(QTest::qWaitFor([&] { return table()->model()->rowCount() == 1; }, programPatience));
    QVERIFY((*m_drive)->choose("removeExchangesAction"));
    QVERIFY(m_drive->restart()); // for good
    QVERIFY(openHistory());
    QCOMPARE(rowNoted(note), -1);
    m_drive.reset();
}

GATESCOPE_TEST(TstHistoryRestart)
#include "tst_historyrestart.moc"
