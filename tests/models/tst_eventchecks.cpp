// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/statsig/eventchecks.h>
#include <tests/support/testregistry.h>

#include <QTest>

using namespace Gatescope;

namespace {

StatsigUser checkedUser(const QByteArray &json)
{
    return StatsigUser::fromJson(json).value_or(StatsigUser());
}

/// An event with nothing to say about it, and a user to go with it.
StatsigEvent soundEvent()
{
    StatsigEvent event;
    event.name = QStringLiteral("purchase");
    event.user = checkedUser(R"({"userID":"u-1"})");
    event.value = StatsigEvent::NumberValue {"84.50"};
    event.metadata = {{QStringLiteral("sku"), R"("TEE-041")"}, {QStringLiteral("items"), "3"}};
    event.time = QDateTime::fromMSecsSinceEpoch(1'795'435'500'000, Qt::UTC);
    return event;
}

StatsigEvent withName(const QString &name)
{
    StatsigEvent event = soundEvent();
    event.name = name;
    return event;
}

StatsigEvent withValue(const StatsigEvent::Value &value)
{
    StatsigEvent event = soundEvent();
    event.value = value;
    return event;
}

StatsigEvent withUser(const QByteArray &json)
{
    StatsigEvent event = soundEvent();
    event.user = checkedUser(json);
    return event;
}

StatsigEvent withMetadata(const JsonMembers &metadata)
{
    StatsigEvent event = soundEvent();
    event.metadata = metadata;
    return event;
}

StatsigEvent withTime(qint64 milliseconds)
{
    StatsigEvent event = soundEvent();
    event.time = QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
    return event;
}

constexpr int noFinding = -1;

} // namespace

Q_DECLARE_METATYPE(Gatescope::StatsigEvent)

class TstEventChecks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void finds_data();
    void finds();
    void fixes_data();
    void fixes();
    void aFixLeavesNothingToFind_data() { fixes_data(); }
    void aFixLeavesNothingToFind();
    void theComposersUserStandsIn();
    void whatBlocksComesFirst();
};

void TstEventChecks::finds_data()
{
    QTest::addColumn<StatsigEvent>("event");
    QTest::addColumn<int>("problem");
    QTest::addColumn<int>("severity");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const StatsigEvent &event, EventProblem problem,
                         EventSeverity severity, const QString &text) {
        QTest::newRow(name) << event << int(problem) << int(severity) << text;
    };
    using enum EventProblem;
    using enum EventSeverity;

    QTest::newRow("sound") << soundEvent() << noFinding << 0 << QString();
    row("no name", withName({}), NameEmpty, Blocks, QStringLiteral("The name is empty."));
    row("blank name", withName(QStringLiteral("  ")), NameEmpty, Blocks,
        QStringLiteral("The name is empty."));
    QTest::newRow("name of 128") << withName(QString(128, u'n')) << noFinding << 0 << QString();
    row("name of 129", withName(QString(129, u'n')), NameTooLong, Warning,
        QStringLiteral("The name has 129 characters; Statsig takes 128."));
    row("exposure", withName(QStringLiteral("statsig::config_exposure")), WritesExposure, Warning,
        QStringLiteral("This writes an exposure, whether or not checks log theirs."));
    row("reserved", withName(QStringLiteral("statsig::diagnostics")), NameReserved, Warning,
        QStringLiteral("Names that begin with statsig:: are Statsig's own."));
    QTest::newRow("prefix only in the middle")
        << withName(QStringLiteral("my_statsig::x")) << noFinding << 0 << QString();

    QTest::newRow("no value") << withValue({}) << noFinding << 0 << QString();
    QTest::newRow("empty text") << withValue(QString()) << noFinding << 0 << QString();
    row("empty number", withValue(StatsigEvent::NumberValue {}), ValueEmpty, Blocks,
        QStringLiteral("The value is to be a number, but is empty."));
    for (const char *bad : {"84,50", "1.", "01", "+1", "0x10", "NaN", "1 2"})
        row(bad, withValue(StatsigEvent::NumberValue {bad}), ValueNotANumber, Blocks,
            QStringLiteral("The value %1 is not a number.").arg(QLatin1String(bad)));
    for (const char *good : {"0", "-0", "1e400", "12345678901234567890", "0.10"})
        QTest::newRow(good) << withValue(StatsigEvent::NumberValue {good}) << noFinding << 0 << QString();
    row("value of 129", withValue(QString(129, u'v')), ValueTooLong, Warning,
        QStringLiteral("The value has 129 characters; Statsig takes 128."));

    row("metadata key twice", withMetadata({{QStringLiteral("k"), "1"}, {QStringLiteral("k"), "2"}}),
        MetadataKeyTwice, Warning, QStringLiteral("The metadata key k is there twice; the last one counts."));
    row("metadata large", withMetadata({{QStringLiteral("k"), '"' + QByteArray(4096, 'x') + '"'}}),
        MetadataTooLarge, Warning, QStringLiteral("The metadata has 4,104 bytes; Statsig takes 4,096."));

    row("no ID", withUser(R"({"email":"a@example.com","customIDs":{"stableID":""}})"), NoUnitId, Warning,
        QStringLiteral("The user has no userID and no custom ID, so the event counts for nobody."));
    QTest::newRow("custom ID") << withUser(R"({"customIDs":{"stableID":"s"}})") << noFinding << 0
                               << QString();
    row("private attribute", withUser(R"({"userID":"u","privateAttributes":{"crm_id":"C"}})"),
        PrivateAttributesRemoved, Note,
        QStringLiteral("The private attribute crm_id is removed before sending."));
    row("private attributes", withUser(R"({"userID":"u","privateAttributes":{"a":1,"b":2}})"),
        PrivateAttributesRemoved, Note,
        QStringLiteral("The private attributes a, b are removed before sending."));

    row("seconds", withTime(1'795'435'500), TimeInSeconds, Warning,
        QStringLiteral("The time is in seconds; Statsig reads milliseconds, so this is January 1970."));
    QTest::newRow("the epoch itself") << withTime(0) << noFinding << 0 << QString();
    QTest::newRow("1974 in milliseconds") << withTime(126'230'400'000) << noFinding << 0 << QString();
}

void TstEventChecks::finds()
{
    QFETCH(StatsigEvent, event);
    QFETCH(int, problem);
    QFETCH(int, severity);
    QFETCH(QString, text);
    const QList<EventFinding> findings = checkEvent(event, {});
    if (problem == noFinding) {
        QVERIFY2(findings.isEmpty(), qPrintable(findings.value(0).text));
        return;
    }
    QCOMPARE(findings.size(), 1);
    QCOMPARE(int(findings.first().problem), problem);
    QCOMPARE(int(findings.first().severity), severity);
    QCOMPARE(findings.first().text, text);
}

void TstEventChecks::fixes_data()
{
    QTest::addColumn<StatsigEvent>("event");
    QTest::addColumn<int>("problem");
    QTest::addColumn<StatsigEvent>("fixed");
    const auto row = [](const char *name, const StatsigEvent &event, EventProblem problem,
                         const StatsigEvent &fixed) {
        QTest::newRow(name) << event << int(problem) << fixed;
    };
    using enum EventProblem;
    row("long name", withName(QString(200, u'n')), NameTooLong, withName(QString(128, u'n')));
    row("exposure", withName(QStringLiteral("statsig::gate_exposure")), WritesExposure,
        withName(QStringLiteral("gate_exposure")));
    row("reserved", withName(QStringLiteral("statsig::x")), NameReserved, withName(QStringLiteral("x")));
    row("empty number", withValue(StatsigEvent::NumberValue {}), ValueEmpty, withValue({}));
    row("no number", withValue(StatsigEvent::NumberValue {"84,50"}), ValueNotANumber,
        withValue(QStringLiteral("84,50")));
    row("long value", withValue(QString(200, u'v')), ValueTooLong, withValue(QString(128, u'v')));
    row("metadata key twice",
        withMetadata({{QStringLiteral("k"), "1"}, {QStringLiteral("j"), "2"}, {QStringLiteral("k"), "3"}}),
        MetadataKeyTwice, withMetadata({{QStringLiteral("j"), "2"}, {QStringLiteral("k"), "3"}}));
    row("seconds", withTime(1'795'435'500), TimeInSeconds, withTime(1'795'435'500'000));
}

void TstEventChecks::fixes()
{
    QFETCH(StatsigEvent, event);
    QFETCH(int, problem);
    QFETCH(StatsigEvent, fixed);
    const std::optional<StatsigEvent> result = fixedEvent(event, EventProblem(problem));
    QVERIFY(result);
    QCOMPARE(*result, fixed);
}

void TstEventChecks::aFixLeavesNothingToFind()
{
    QFETCH(StatsigEvent, event);
    QFETCH(int, problem);
    QVERIFY(checkEvent(*fixedEvent(event, EventProblem(problem)), {}).isEmpty());
}

void TstEventChecks::theComposersUserStandsIn()
{
    StatsigEvent event = soundEvent();
    event.user.reset();
    QCOMPARE(checkEvent(event, {}).first().problem, EventProblem::NoUnitId);
    QVERIFY(checkEvent(event, checkedUser(R"({"userID":"u-2"})")).isEmpty());
}

void TstEventChecks::whatBlocksComesFirst()
{
    StatsigEvent event = withUser(R"({"privateAttributes":{"a":1}})");
    event.value = StatsigEvent::NumberValue {"x"};
    QList<EventSeverity> order;
    for (const EventFinding &finding : checkEvent(event, {}))
        order << finding.severity;
    QCOMPARE(order, (QList {EventSeverity::Blocks, EventSeverity::Warning, EventSeverity::Note}));
}

GATESCOPE_TEST(TstEventChecks)
#include "tst_eventchecks.moc"
