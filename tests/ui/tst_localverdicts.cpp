// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/evaluation/idlists.h>
#include <tests/support/fakeports.h>
#include <tests/support/fakestatsigapi.h>
#include <tests/support/testregistry.h>
#include <ui/localverdicts.h>
#include <ui/workspace.h>

#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>
#include <QThreadPool>

#include <ctime>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

constexpr int verdictPatience = 30000;
const CheckItem tierGate {EntityKind::Gate, QStringLiteral("in_staging")};
const CheckItem listGate {EntityKind::Gate, QStringLiteral("on_list")};

QByteArray gateJson(const QByteArray &name, const QByteArray &condition)
{
    return QByteArray(R"("NAME":{"type":"feature_gate","entity":"feature_gate","salt":"s","enabled":true,
        "defaultValue":false,"idType":"userID","rules":[{"id":"r","name":"r","salt":"","passPercentage":100,
        "returnValue":true,"conditions":["CONDITION"],"idType":"userID"}]})")
        .replace("NAME", name)
        .replace("CONDITION", condition);
}

/// Gates on the tier and on an ID list, and as many more on the tier.
QByteArray specsJson(int more = 0)
{
    QByteArray gates = gateJson("in_staging", "tier") + ',' + gateJson("on_list", "list");
    for (int i = 0; i < more; ++i)
        gates += ',' + gateJson("more_" + QByteArray::number(i), "tier");
    return R"({"has_updates":true,"time":1,"feature_gates":{)" + gates
        + R"(},"dynamic_configs":{},"layer_configs":{},"experiment_to_layer":{},"condition_map":{
        "tier":{"type":"environment_field","targetValue":["staging"],"operator":"any","field":"tier",
            "additionalValues":{},"idType":"userID"},
        "list":{"type":"unit_id","targetValue":"vip","operator":"in_segment_list","field":null,
            "additionalValues":{},"idType":"userID"}}})";
}

std::shared_ptr<const IdLists> listsOf(const QByteArray &json)
{
    const auto document = JsonDocument::parse(json);
    return std::make_shared<const IdLists>(*IdLists::fromJson((*document)->root()));
}

EvaluationDataState dataOf(const QByteArray &idLists)
{
    EvaluationDataState state;
    state.idLists = listsOf(idLists);
    return state;
}

StatsigUser userNamed(const char *id)
{
    StatsigUser user;
    user.setText(UserField::UserId, QString::fromLatin1(id));
    return user;
}

std::chrono::nanoseconds threadTime()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

/// No worker runs while this lives: what is given to them waits.
class HeldWorkers
{
public:
    HeldWorkers()
        : m_threads(QThreadPool::globalInstance()->maxThreadCount())
    {
        QThreadPool::globalInstance()->waitForDone();
        QThreadPool::globalInstance()->setMaxThreadCount(1);
        QThreadPool::globalInstance()->start([this] {
            m_running.release();
            m_gate.acquire();
        });
        m_running.acquire();
    }
    ~HeldWorkers() { release(); }
    void release()
    {
        if (std::exchange(m_isHeld, false))
            m_gate.release();
        QThreadPool::globalInstance()->waitForDone();
        QThreadPool::globalInstance()->setMaxThreadCount(m_threads);
    }

private:
    int m_threads;
    bool m_isHeld = true;
    QSemaphore m_running;
    QSemaphore m_gate;
};

} // namespace

/// The second witness: what this machine answers, for whom, and when it answers anew.
class TstLocalVerdicts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void evaluatesTheUserThatIsSent();
    void needsNoServer();
    void followsTheEvaluationData();
    void sandboxListsCountForTheSandbox();
    void typingIsOneEvaluation();
    void withoutSpecsThereIsNothing();
    void overtakenAnswersAreDropped();
    void keepsTheUiThreadFree();

private:
    void start(const QByteArray &specs = specsJson());
    CheckVerdict verdict(const CheckItem &item) const
    {
        const LocalAnswerPtr answer = m_answers.value(item);
        return answer ? answer->reading.verdict : CheckVerdict::None;
    }

    struct Ports
    {
        FakeStatsigApi api;
        FakeSecretStore secrets;
        FakeConnectionStore store;
        FakePreferences preferences;
        FakeEvaluationData data;
    };
    std::unique_ptr<Ports> m_ports;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<LocalVerdicts> m_verdicts;
    LocalAnswers m_answers;
    int m_times = 0; ///< evaluated() came
};

void TstLocalVerdicts::init()
{
    m_ports = std::make_unique<Ports>();
    Connection live;
    live.id = QStringLiteral("live");
    live.name = QStringLiteral("Acme");
    live.tier = QStringLiteral("staging");
    live.keyKind = KeyKind::Server;
    m_ports->store.connections = {live};
    m_ports->store.selected = live.id;
    m_answers.clear();
}

void TstLocalVerdicts::cleanup()
{
    m_verdicts.reset();
    m_workspace.reset();
    m_ports.reset();
}

void TstLocalVerdicts::start(const QByteArray &specs)
{
    m_ports->api.setAnswer(Endpoint::DownloadConfigSpecs, specs);
    Connection sandbox;
    sandbox.id = QStringLiteral("sandbox");
    sandbox.builtIn = true;
    sandbox.keyKind = KeyKind::Server;
    m_workspace = std::make_unique<Workspace>(Workspace::Ports {m_ports->api, m_ports->secrets,
                                                  m_ports->store, m_ports->preferences, &m_ports->data},
        sandbox);
    m_verdicts = std::make_unique<LocalVerdicts>(*m_workspace);
    connect(m_verdicts.get(), &LocalVerdicts::evaluated, this, [this](const LocalAnswers &answers) {
        m_answers = answers;
        ++m_times;
    });
    m_verdicts->setItems({tierGate, listGate});
    QTRY_COMPARE_WITH_TIMEOUT(m_answers.size(), 2, verdictPatience);
    m_times = 0;
}

/// As requests do: the connection's tier where the user has none.
void TstLocalVerdicts::evaluatesTheUserThatIsSent()
{
    start();
    QCOMPARE(verdict(tierGate), CheckVerdict::On);
    m_workspace->setTier(QStringLiteral("production"));
    QTRY_COMPARE_WITH_TIMEOUT(verdict(tierGate), CheckVerdict::Off, verdictPatience);
    m_workspace->setTier({});
    QTRY_COMPARE_WITH_TIMEOUT(verdict(tierGate), CheckVerdict::On, verdictPatience);
    Connection changed = m_workspace->connection();
    changed.tier = QStringLiteral("development");
    m_workspace->saveConnection(changed);
    QTRY_COMPARE_WITH_TIMEOUT(verdict(tierGate), CheckVerdict::Off, verdictPatience);
}

void TstLocalVerdicts::needsNoServer()
{
    start();
    const qsizetype calls = m_ports->api.calls().size();
    m_ports->api.setFailure(
        Endpoint::DownloadConfigSpecs, Error {ErrorCode::Offline, QStringLiteral("No network."), {}});
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(specsJson().replace("\"staging\"", "\"qa\""));
    file.close();
    m_workspace->openSpecs(file.fileName());
    QTRY_COMPARE_WITH_TIMEOUT(verdict(tierGate), CheckVerdict::Off, verdictPatience);
    m_workspace->setTier(QStringLiteral("qa"));
    QTRY_COMPARE_WITH_TIMEOUT(verdict(tierGate), CheckVerdict::On, verdictPatience);
    QCOMPARE(m_ports->api.calls().size(), calls);
}

void TstLocalVerdicts::followsTheEvaluationData()
{
    start();
    m_workspace->setUser(userNamed("a_user"));
    QTRY_COMPARE_WITH_TIMEOUT(verdict(listGate), CheckVerdict::Undetermined, verdictPatience);
    m_ports->data.setState(dataOf(R"({"vip":["Q1Wha2PJ"]})")); // facts §5
    QTRY_COMPARE_WITH_TIMEOUT(verdict(listGate), CheckVerdict::On, verdictPatience);
    m_ports->data.setState(dataOf(R"({"vip":[]})"));
    QTRY_COMPARE_WITH_TIMEOUT(verdict(listGate), CheckVerdict::Off, verdictPatience);
    m_ports->data.setState({}); // the file vanished
    QTRY_COMPARE_WITH_TIMEOUT(verdict(listGate), CheckVerdict::Undetermined, verdictPatience);
}

void TstLocalVerdicts::sandboxListsCountForTheSandbox()
{
    start();
    m_workspace->setUser(userNamed("a_user"));
    EvaluationDataState data = dataOf(R"({"vip":[]})");
    data.sandboxIdLists = listsOf(R"({"vip":["Q1Wha2PJ"]})");
    m_ports->data.setState(data);
    QTRY_COMPARE_WITH_TIMEOUT(verdict(listGate), CheckVerdict::Off, verdictPatience);
    m_workspace->selectConnection(QStringLiteral("sandbox"));
    QTRY_COMPARE_WITH_TIMEOUT(verdict(listGate), CheckVerdict::On, verdictPatience);
}

void TstLocalVerdicts::typingIsOneEvaluation()
{
    start();
    const QSignalSpy outdated(m_verdicts.get(), &LocalVerdicts::outdated);
    for (const char *typed : {"a", "a_", "a_u", "a_us", "a_use", "a_user"})
        m_workspace->setUser(userNamed(typed));
    QVERIFY(outdated.size() >= 1); // at once, before anything is evaluated
    QCOMPARE(m_times, 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_times, 1, verdictPatience);
    QCOMPARE(m_verdicts->witness()->user().unitIdText(FieldName("userID")), std::string_view("a_user"));
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(m_times, 1);
}

void TstLocalVerdicts::withoutSpecsThereIsNothing()
{
    start();
    QVERIFY(m_verdicts->witness());
    m_ports->api.hold(); // the sandbox's specs do not come
    m_workspace->selectConnection(QStringLiteral("sandbox"));
    QVERIFY(m_answers.isEmpty());
    QVERIFY(!m_verdicts->witness());
}

void TstLocalVerdicts::overtakenAnswersAreDropped()
{
    start();
    m_workspace->setUser(userNamed("a_user"));
    QTRY_COMPARE_WITH_TIMEOUT(m_times, 1, verdictPatience);
    HeldWorkers workers;
    m_ports->data.setState(dataOf(R"({"vip":["Q1Wha2PJ"]})"));
    QTest::qWait(0); // the first evaluation is under way
    m_ports->data.setState(dataOf(R"({"vip":[]})"));
    QTest::qWait(0);
    QCOMPARE(m_times, 1); // neither was made here, and the window is not held up
    workers.release();
    QTRY_COMPARE_WITH_TIMEOUT(m_times, 2, verdictPatience);
    QCOMPARE(verdict(listGate), CheckVerdict::Off);
    QCoreApplication::processEvents();
    QCOMPARE(m_times, 2);
}

void TstLocalVerdicts::keepsTheUiThreadFree()
{
    constexpr int many = 5000;
    start(specsJson(many));
    CheckItems items;
    for (int i = 0; i < many; ++i)
        items.append({EntityKind::Gate, QStringLiteral("more_%1").arg(i)});
    const auto before = threadTime();
    m_verdicts->setItems(items);
    QCOMPARE(m_times, 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_times, 1, verdictPatience);
    const auto spent = std::chrono::duration_cast<std::chrono::microseconds>(threadTime() - before);
    QCOMPARE(m_answers.size(), many);
    QVERIFY2(spent < std::chrono::milliseconds(8), qPrintable(QString::number(spent.count())));
}

GATESCOPE_TEST(TstLocalVerdicts)
#include "tst_localverdicts.moc"
