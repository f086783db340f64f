// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "startedprogram.h"

#include <tests/support/testregistry.h>

#include <app/application.h>
#include <network/sandbox/sandboxhost.h>
#include <ui/window/mainwindow.h>

#include <QTemporaryDir>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

const QString lastOfTheSample = QStringLiteral("checkout_flow");

QString nameOf(const QString &row)
{
    return row.section(QStringLiteral(" | "), 0, 0);
}

} // namespace

/// The whole program through all eight endpoints, as a newcomer uses it, against its sandbox. What is
/// expected follows by hand from resources/sample, for its first user: Mina, u_48213, country DE, app 4.12.0
/// on iOS, in the sandbox's tier development; the buckets are those of the sample's README.
class TstEndpoints : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void checks_data();
    void checks();
    void initialize();
    void downloadsSpecs();
    void logsEvents();
    void saysWhatToDoAboutAWrongKey();

private:
    /// Empties the list of what is checked, and forgets the exchanges.
    void startAfresh();
    void composeEvent(const QString &name, const QString &kindOfValue, const QString &value);
    QString lastExchange() const { return (*m_drive)->text("exchangePanel"); }
    QString checkRow(const QString &name) const { return m_drive->checkRow(name); }

    std::unique_ptr<StartedProgram> m_drive;
};

void TstEndpoints::init()
{
    m_drive = std::make_unique<StartedProgram>();
    QVERIFY(m_drive->hasStarted());
}

void TstEndpoints::cleanup()
{
    m_drive.reset();
}

void TstEndpoints::startAfresh()
{
    QVERIFY((*m_drive)->clickRow("checkTable", lastOfTheSample));
    QVERIFY((*m_drive)->press("Ctrl+A"));
    QVERIFY((*m_drive)->press("Del"));
    QVERIFY((*m_drive)->rowNames("checkTable").isEmpty());
    QVERIFY((*m_drive)->choose("clearExchangesAction"));
    QCOMPARE(lastExchange(), QStringLiteral("Last exchange\nnone yet"));
}

void TstEndpoints::checks_data()
{
    QTest::addColumn<QString>("way"); // of asking; empty: the usual one
    QTest::addColumn<QStringList>("rows");
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("value");
    const auto check = [](const char *endpoint, const char *way, const QStringList &rows, const char *head,
                           const char *value) {
        QTest::newRow(endpoint) << QString::fromLatin1(way) << rows << QString::fromLatin1(head)
                                << QString::fromLatin1(value);
    };
    // Germany and 4.12.0 match "DE rollout"; its bucket 4,312 is not below 2,500.
    check("check_gate", "", {QStringLiteral("checkout_v2 | Off | Off | DE rollout | –")}, "checkout_v2\nOff",
        "value | boolean | false");
    // iOS and 4.12.0; the tier; not enabled.
    check("check_gate_multiple", "askGatesMultipleAction",
        {QStringLiteral("gift_wrap | On | On | iOS 4.8 and up | –"),
            QStringLiteral("price_badge | On | On | Preview outside production | –"),
            QStringLiteral("new_returns_flow | Off | Off | Switched off | –")},
        "gift_wrap\nOn", "results | list | 3 items");
    check("get_config", "",
        {QStringLiteral("search_ranking | Rule matched | Rule matched | Mobile ranking | –")},
        "search_ranking\nRule matched", "page_size | number | 20");
    // Bucket 212 of the layer is this experiment's; bucket 387 of the experiment is of 333 to 665.
    check("get_experiment", "", {QStringLiteral("checkout_button_copy | In | In | Buy now | Buy now")},
        "checkout_button_copy\nIn\ngroup Buy now", "label | text | \"Buy now\"");
    check("get_layer", "", {QStringLiteral("checkout_flow | In | In | Buy now | Buy now")},
        "checkout_flow\nIn\ngroup Buy now, by checkout_button_copy", "delay_ms | number | 120");
}

void TstEndpoints::checks()
{
    QFETCH(QString, way);
    QFETCH(QStringList, rows);
    QFETCH(QString, head);
    QFETCH(QString, value);
    startAfresh();
    QStringList names;
    for (const QString &row : rows)
        names.append(nameOf(row));
    QVERIFY((*m_drive)->type("addField", names.join(QStringLiteral(", "))));
    QVERIFY((*m_drive)->press("Return"));
    // This machine answers by itself, and what the server will have to say.
    QString local = rows.first();
    local.replace(
        local.section(QStringLiteral(" | "), 0, 1), names.first() + QStringLiteral(" | Not asked yet"));
    QTRY_COMPARE_WITH_TIMEOUT(checkRow(names.first()), local, programPatience);
    if (!way.isEmpty()) {
        QVERIFY((*m_drive)->click("askButton"));
        QVERIFY((*m_drive)->choose("askMenu", qPrintable(way)));
    }
    QVERIFY((*m_drive)->press("Ctrl+Return"));
    for (const QString &row : rows)
        QTRY_COMPARE_WITH_TIMEOUT(checkRow(nameOf(row)), row, programPatience);
    const QString call = QStringLiteral("POST /v1/%1\n200\n").arg(QLatin1String(QTest::currentDataTag()));
    QTRY_VERIFY_WITH_TIMEOUT(lastExchange().contains(call), programPatience);
    QCOMPARE((*m_drive)->text("checkDetailHeader"), head);
    QCOMPARE((*m_drive)->row("valueTree", nameOf(value)), value);
}

void TstEndpoints::initialize()
{
    startAfresh();
    QVERIFY((*m_drive)->press("Ctrl+2"));
    QVERIFY((*m_drive)->click("primaryButton"));
    const QStringList rows {QStringLiteral("checkout_v2 | Off | DE rollout |  | userID | "),
        QStringLiteral("price_badge | On | Preview outside production |  | stableID | "),
        QStringLiteral("checkout_button_copy | 7 keys | Buy now | Buy now | userID | In"),
        QStringLiteral("gift_card_reminder | 2 keys | Not started |  | stableID | Not in")};
    for (const QString &row : rows)
        QTRY_COMPARE_WITH_TIMEOUT((*m_drive)->row("initializeTable", nameOf(row)), row, programPatience);
    // 5 gates, 3 configs with the autotune, 3 experiments, a layer and a parameter store.
    QVERIFY((*m_drive)->text("pageHeader").startsWith(QStringLiteral("Initialize\nfor u_48213, 13 items, ")));
    QVERIFY(lastExchange().contains(QStringLiteral("POST /v1/initialize\n200\n")));
    QVERIFY((*m_drive)->clickRow("initializeTable", QStringLiteral("checkout_button_copy")));
    QCOMPARE((*m_drive)->row("valueTree", QStringLiteral("label")), QStringLiteral("label | \"Buy now\""));
    // The parameter store leads to the specs as the others do.
    QVERIFY((*m_drive)->clickRow("initializeTable", QStringLiteral("storefront")));
    QCOMPARE((*m_drive)->buttonText("showRulesButton"), QStringLiteral("Specs"));
    QVERIFY((*m_drive)->click("showRulesButton"));
    QTRY_COMPARE_WITH_TIMEOUT((*m_drive)->text("entityName"), QStringLiteral("storefront"), programPatience);
}

void TstEndpoints::downloadsSpecs()
{
    startAfresh();
    QVERIFY((*m_drive)->press("Ctrl+3"));
    QVERIFY((*m_drive)->text("pageHeader").startsWith(QStringLiteral("Specs\nSandbox, from ")));
    QVERIFY((*m_drive)->click("primaryButton"));
    QTRY_VERIFY_WITH_TIMEOUT(
        (*m_drive)->text("pageHeader").contains(QStringLiteral("nothing new since ")), programPatience);
    QVERIFY((*m_drive)->text("pageHeader").endsWith(QStringLiteral(", 17 items")));
    QVERIFY(lastExchange().contains(QStringLiteral("POST /v1/download_config_specs\n200\n")));

    QVERIFY((*m_drive)->clickRow("specsView", QStringLiteral("checkout_v2")));
    const QStringList rules {QStringLiteral("2 | Staff | If email ends with @shop.example | On"),
        QStringLiteral("4 | DE rollout | If country is one of DE, AT and appVersion is at least 4.10.0 | On "
                       "for 25\u00a0%, else off"),
        QStringLiteral("6 | Everyone else | Everyone | Off")};
    for (const QString &rule : rules)
        QTRY_COMPARE_WITH_TIMEOUT((*m_drive)->row("rulesTable", nameOf(rule)), rule, programPatience);
}

void TstEndpoints::composeEvent(const QString &name, const QString &kindOfValue, const QString &value)
{
    QVERIFY((*m_drive)->type("eventNameLineEdit", name));
    QVERIFY((*m_drive)->clickWord(kindOfValue, "valueKindControl"));
    QVERIFY((*m_drive)->type("valueLineEdit", value));
}

void TstEndpoints::logsEvents()
{
    startAfresh();
    QVERIFY((*m_drive)->press("Ctrl+4"));
    QVERIFY((*m_drive)->click("addFirstEventButton"));
    composeEvent(QStringLiteral("purchase"), QStringLiteral("Number"), QStringLiteral("84.50"));
    QVERIFY((*m_drive)->choose("addEventAction"));
    composeEvent(QStringLiteral("coupon_used"), QStringLiteral("Text"), QStringLiteral("WINTER"));
    QVERIFY((*m_drive)->pick("userComboBox", QStringLiteral("Tom")));
    const auto row = [this](int number) { return (*m_drive)->row("eventsTable", QString::number(number)); };
    QCOMPARE(row(1), QStringLiteral("1 | purchase | Mina, gold, Berlin | 84.50 | none | Now | Ready"));
    QCOMPARE(row(2), QStringLiteral("2 | coupon_used | Tom, gold, Lyon | WINTER | none | Now | Ready"));
    QCOMPARE((*m_drive)->buttonText("primaryButton"), QStringLiteral("Send 2 events"));
    const QString body = (*m_drive)->text("eventsPage");
    for (const char *shown :
        {R"("value": 84.50)", R"("userID": "u_48213")", R"("value": "WINTER")", R"("userID": "u_50977")"})
        QVERIFY2(body.contains(QLatin1String(shown)), shown);

    QVERIFY((*m_drive)->click("primaryButton"));
    QTRY_VERIFY_WITH_TIMEOUT(row(1).endsWith(QStringLiteral(" | Accepted")), programPatience);
    QVERIFY(row(2).endsWith(QStringLiteral(" | Accepted")));
    QVERIFY(lastExchange().contains(QStringLiteral("POST /v1/log_event\n202\n")));
    QVERIFY((*m_drive)->press("Ctrl+J"));
    QVERIFY(lastExchange().contains(QStringLiteral("\"success\": true")));
    QCOMPARE((*m_drive)->buttonText("primaryButton"), QStringLiteral("Send")); // not a second time
}

void TstEndpoints::saysWhatToDoAboutAWrongKey()
{
    startAfresh();
    QVERIFY(m_drive->addConnection(
        m_drive->application().sandbox().status().apiUrl, QStringLiteral("secret-of-another-shop-f3Qa")));
    QVERIFY((*m_drive)->type("addField", QStringLiteral("checkout_v2")));
    QVERIFY((*m_drive)->press("Return"));
    QVERIFY((*m_drive)->press("Return")); // the names are not known: add it as the first kind, a gate
    QVERIFY((*m_drive)->press("Ctrl+Return"));
    QTRY_VERIFY_WITH_TIMEOUT(
        checkRow(QStringLiteral("checkout_v2")).startsWith(QStringLiteral("checkout_v2 | Failed | ")),
        programPatience);
    const QString said = (*m_drive)->text("errorBar");
    QVERIFY2(said.startsWith(QStringLiteral("The server refused this key (401).")), qPrintable(said));
    QVERIFY2(said.endsWith(QStringLiteral("replace the key in the connection.")), qPrintable(said));
    // The specs of the new connection are asked for too, and may be refused later.
    QTRY_VERIFY_WITH_TIMEOUT(lastExchange().contains(QStringLiteral("\nRefused 401\n")), programPatience);
    QVERIFY((*m_drive)->clickWord(QStringLiteral("Replace the key"), "errorBar"));
    QVERIFY((*m_drive)->type("keyLineEdit", QStringLiteral("secret-sandbox")));
}

GATESCOPE_TEST(TstEndpoints)
#include "tst_endpoints.moc"
