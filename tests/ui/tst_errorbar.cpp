// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/testregistry.h>

#include <ui/errorbar.h>
#include <ui/page.h>

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTest>

using namespace Gatescope;

namespace {

class BlankPage : public Page
{
public:
    void runPrimaryAction() override { }
    bool stop() override { return false; }
    void focusFilter() override { }
};

QStringList offered(const ErrorBar &bar)
{
    QStringList texts;
    for (const auto *button : bar.findChildren<QAbstractButton *>())
        if (!button->isHidden() && !button->text().isEmpty())
            texts << button->text();
    return texts;
}

QAbstractButton *buttonNamed(const ErrorBar &bar, const QString &text)
{
    for (auto *button : bar.findChildren<QAbstractButton *>())
        if (button->text() == text)
            return button;
    return nullptr;
}

} // namespace

/// Every failure leaves a next step.
class TstErrorBar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void offersSteps_data();
    void offersSteps();
    void leadsOn();
    void cancelledIsNoError();
    void replacesSteps();
};

void TstErrorBar::offersSteps_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<Endpoint>("endpoint");
    QTest::addColumn<QStringList>("steps");
    const auto row = [](const char *name, ErrorCode code, Endpoint endpoint, const QStringList &steps) {
        QTest::newRow(name) << code << endpoint << steps;
    };
    const QString again = QStringLiteral("Try again");
    const QString show = QStringLiteral("Show the exchange");
    row("refused", ErrorCode::Unauthorized, Endpoint::CheckGate,
        {QStringLiteral("Replace the key"), again, show});
    row("no key", ErrorCode::KeyMissing, Endpoint::CheckGate, {QStringLiteral("Give the key"), again, show});
    row("unpublished gates", ErrorCode::NotFound, Endpoint::CheckGateMultiple,
        {QStringLiteral("Use check_gate"), again, show});
    row("unpublished experiment", ErrorCode::NotFound, Endpoint::GetExperiment,
        {QStringLiteral("Use get_config"), again, show});
    row("unknown layer", ErrorCode::NotFound, Endpoint::GetLayer, {again, show});
    row("offline", ErrorCode::Offline, Endpoint::Initialize,
        {QStringLiteral("Edit the connection"), again, show});
    row("timeout", ErrorCode::Timeout, Endpoint::Initialize,
        {QStringLiteral("Change the limits"), again, show});
    row("unsure events", ErrorCode::ClosedBeforeAnswer, Endpoint::LogEvent,
        {QStringLiteral("Send again, may count twice"), show});
    row("busy server", ErrorCode::ServerError, Endpoint::LogEvent, {again, show});
}

void TstErrorBar::offersSteps()
{
    QFETCH(ErrorCode, code);
    QFETCH(Endpoint, endpoint);
    QFETCH(QStringList, steps);
    BlankPage page;
    ErrorBar bar(&page);
    QVERIFY(bar.isHidden());
    bar.present({code, QStringLiteral("It failed."), {}}, endpoint, std::make_shared<Exchange>());
    QVERIFY(!bar.isHidden());
    QVERIFY(bar.text().contains(QStringLiteral("It failed.")));
    QCOMPARE(offered(bar), steps);
}

void TstErrorBar::leadsOn()
{
    BlankPage page;
    ErrorBar bar(&page);
    auto exchange = std::make_shared<Exchange>();
    exchange->number = 7;
    exchange->connectionId = QStringLiteral("shop");
    QSignalSpy asked(&page, &Page::pageRequested);
    QSignalSpy retried(&bar, &ErrorBar::retryRequested);
    QSignalSpy instead(&bar, &ErrorBar::alternativeRequested);

    bar.present({ErrorCode::Unauthorized, QStringLiteral("Refused."), {}}, Endpoint::CheckGate, exchange);
    buttonNamed(bar, QStringLiteral("Replace the key"))->click();
    QCOMPARE(asked.takeFirst(), QVariantList({QStringLiteral("key"), QVariant(QStringLiteral("shop"))}));
    buttonNamed(bar, QStringLiteral("Show the exchange"))->click();
    const QVariantList shown = asked.takeFirst();
    QCOMPARE(shown.at(0).toString(), QStringLiteral("exchanges"));
    QCOMPARE(shown.at(1).value<QVariant>().toULongLong(), 7U);
    buttonNamed(bar, QStringLiteral("Try again"))->click();
    QCOMPARE(retried.count(), 1);

    bar.present({ErrorCode::NotFound, QStringLiteral("Not found."), {}}, Endpoint::GetExperiment, exchange);
    buttonNamed(bar, QStringLiteral("Use get_config"))->click();
    QCOMPARE(instead.takeFirst().first().value<Endpoint>(), Endpoint::GetConfig);
}

void TstErrorBar::cancelledIsNoError()
{
    BlankPage page;
    ErrorBar bar(&page);
    bar.present({ErrorCode::ServerError, QStringLiteral("It failed."), {}}, Endpoint::CheckGate);
    bar.present({ErrorCode::Cancelled, QStringLiteral("Stopped."), {}}, Endpoint::CheckGate);
    QVERIFY(bar.isHidden());
}

void TstErrorBar::replacesSteps()
{
    BlankPage page;
    ErrorBar bar(&page);
    bar.present({ErrorCode::Unauthorized, QStringLiteral("Refused."), {}}, Endpoint::CheckGate);
    bar.present({ErrorCode::InvalidJson, QStringLiteral("Not JSON."), {}});
    QCOMPARE(offered(bar), QStringList());
    bar.dismiss();
    QVERIFY(bar.isHidden());
}

GATESCOPE_TEST(TstErrorBar)
#include "tst_errorbar.moc"
