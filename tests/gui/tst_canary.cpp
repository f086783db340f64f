// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "startedprogram.h"

#include <tests/support/scriptedserver.h>
#include <tests/support/testregistry.h>

#include <app/application.h>
#include <models/exchangeformats/hartext.h>
#include <models/exchangeformats/requestcode.h>
#include <models/items/ledgerexport.h>
#include <ui/window/mainwindow.h>
#include <ui/workspace.h>

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDirIterator>
#include <QTest>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

const QByteArray canaryKey("secret-CanaryKey0123456789abcdefZq7Xf3Qa");
const QByteArray canary("CanaryKey0123456789");

QByteArray *loggedSoFar = nullptr;
void keepLogLine(QtMsgType, const QMessageLogContext &, const QString &message)
{
    *loggedSoFar += message.toUtf8() + '\n';
}

/// What is written to the program's log while it lives.
class CapturedLog
{
public:
    CapturedLog()
    {
        loggedSoFar = &text;
        m_before = qInstallMessageHandler(keepLogLine);
    }
    ~CapturedLog()
    {
        qInstallMessageHandler(m_before);
        loggedSoFar = nullptr;
    }
    Q_DISABLE_COPY_MOVE(CapturedLog)

    QByteArray text;

private:
    QtMessageHandler m_before;
};

/// All cells, scrolled into view or not, as eyes, mice and screen readers get them.
QByteArray cellTexts(const QAbstractItemModel *model, const QModelIndex &parent = {})
{
    QByteArray all;
    for (int row = 0; row < model->rowCount(parent); ++row) {
        for (int column = 0; column < model->columnCount(parent); ++column)
            for (const int role : {Qt::DisplayRole, Qt::EditRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
                all += model->index(row, column, parent).data(role).toString().toUtf8() + '\n';
        all += cellTexts(model, model->index(row, 0, parent));
    }
    return all;
}

/// Everything the windows say, hidden parts included: they need only be shown.
QByteArray everythingOnScreen()
{
    QByteArray all;
    for (const QWidget *widget : QApplication::allWidgets()) {
        for (const char *property : {"text", "plainText", "placeholderText", "windowTitle", "toolTip",
                 "statusTip", "accessibleName", "accessibleDescription"})
            all += widget->property(property).toString().toUtf8() + '\n';
        for (const QAction *action : widget->actions())
            all += (action->text() + action->toolTip()).toUtf8() + '\n';
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model())
            all += cellTexts(view->model());
    }
    return all;
}

QByteArray headerTexts(const QList<HttpHeader> &headers)
{
    QByteArray all;
    for (const HttpHeader &header : headers)
        all += header.name + ": " + header.value + '\n';
    return all;
}

QByteArray exchangeTexts(const Exchange &exchange)
{
    QByteArray all = exchange.url.toEncoded() + exchange.subject.toUtf8() + exchange.connectionName.toUtf8()
        + headerTexts(exchange.requestHeaders) + exchange.requestBody + headerTexts(exchange.responseHeaders)
        + exchange.responseBody;
    if (exchange.error)
        all += (exchange.error->message + exchange.error->detail).toUtf8();
    return all;
}

/// All that an exchange can leave the program as.
QByteArray writtenForms(const Exchange &exchange)
{
    QByteArray all = harText({exchange}, QStringLiteral("1"));
    for (const RequestLanguage language : requestLanguages)
        all += requestCode(exchange, language).toUtf8();
    return all;
}

QByteArray contentOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Names and contents of the files below.
QByteArray everythingBelow(const QString &folder)
{
    QByteArray all;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString name = files.next();
        all += name.toUtf8() + '\n' + contentOf(name) + '\n';
    }
    return all;
}

} // namespace

/// A key is planted in the whole program, and a server that repeats it in all it answers; then all that the
/// program shows, keeps and writes is searched for it.
class TstCanary : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theKeyIsNowhere();

private:
    Workspace &workspace() const { return m_program->application().workspace(); }
    bool askEverything();
    HistoryMatches keptHistory(const QString &text = {});
    void lookAtEveryPage();

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<StartedProgram> m_program;
    QByteArray m_seen;
};

void TstCanary::init()
{
    m_server = std::make_unique<ScriptedServer>();
    m_program = std::make_unique<StartedProgram>();
    QVERIFY(m_program->hasStarted());
}

void TstCanary::cleanup()
{
    m_program.reset();
    m_server.reset();
    m_seen.clear();
}

/// Five questions, the key among what is asked: it may be pasted into the wrong field.
bool TstCanary::askEverything()
{
    const qsizetype wanted = workspace().exchanges().size() + 5;
    StatsigUser user;
    user.setText(UserField::UserId, QString::fromLatin1(canaryKey));
    StatsigEvent event;
    event.name = QString::fromLatin1(canaryKey);
    workspace().start(CheckGateRequest {user, {QString::fromLatin1(canaryKey)}, true});
    workspace().start(GetConfigRequest {user, QStringLiteral("c"), true});
    workspace().start(InitializeRequest {user});
    workspace().start(LogEventRequest {user, {event}});
    workspace().refreshSpecs();
    return QTest::qWaitFor(
        [&] { return workspace().exchanges().size() >= wanted && !workspace().specs().loading; },
        programPatience);
}

void TstCanary::lookAtEveryPage()
{
    MainWindow &window = m_program->application().window();
    for (const QString &page : window.pageIds()) {
        window.showPage(page);
        if (page != QLatin1String("exchanges")) {
            window.currentPage()->runPrimaryAction();
            m_seen += everythingOnScreen();
            continue;
        }
        for (const ExchangePtr &exchange : workspace().exchanges()) {
            window.showPage(page, exchange->number);
            QCoreApplication::processEvents();
            m_seen += everythingOnScreen();
        }
    }
}

/// The history's entries; what is in them, bodies unpacked, is added to what was seen.
HistoryMatches TstCanary::keptHistory(const QString &text)
{
    QObject context;
    HistoryStore &history = *workspace().history();
    HistoryMatches matches;
    qsizetype waiting = 1;
    HistoryQuery query;
    query.text = text;
    query.limit = 10'000;
    history.find(query, &context, [&](const Result<HistoryMatches> &found) {
        matches = found.value_or(HistoryMatches());
        waiting += matches.entries.size() - 1;
        for (const HistoryEntry &entry : std::as_const(matches.entries)) {
            m_seen += (entry.user + entry.subject + entry.note).toUtf8();
            history.load(entry.id, &context, [&](const Result<ExchangePtr> &loaded) {
                m_seen += loaded ? exchangeTexts(**loaded) : QByteArray();
                --waiting;
            });
        }
    });
    return QTest::qWaitFor([&waiting] { return waiting == 0; }, programPatience) ? matches : HistoryMatches();
}

void TstCanary::theKeyIsNowhere()
{
    const CapturedLog log;
    const QByteArray echo = "X-Echo: " + canaryKey + "\r\n";
    m_server->setAlways({httpAnswer(401, "{\"message\":\"" + canaryKey + " is no key\"}", echo)});
    QVERIFY(m_program->addConnection(m_server->url(), QString::fromLatin1(canaryKey)));
    PreferenceValues values = workspace().preferences().values();
    values.keepSnapshots = true;
    workspace().preferences().setValues(values);
    QVERIFY(askEverything());
    QVERIFY((*m_program)->press("Ctrl+J")); // the last exchange's bodies and headers
    lookAtEveryPage();
    QVERIFY(m_seen.contains(" is no key")); // what it said is shown, without the key

    m_server->setAlways({httpAnswer(200,
        "{\"name\":\"" + canaryKey + "\",\"value\":true,\"rule_id\":\"" + canaryKey
            + "\",\"time\":1,\"has_updates\":true,\"feature_gates\":[],\"dynamic_configs\":[],"
              "\"layer_configs\":[],\"success\":true,\"k\":[\""
            + canaryKey + "\"]}",
        echo)});
    QVERIFY(askEverything());
    lookAtEveryPage();
    QTRY_VERIFY_WITH_TIMEOUT(!workspace().snapshots().isEmpty(), programPatience);

    QVERIFY((*m_program)->choose("copyCurlAction"));
    m_seen += QApplication::clipboard()->text().toUtf8();
    for (const ExchangePtr &exchange : workspace().exchanges())
        m_seen += exchangeTexts(*exchange) + writtenForms(*exchange);
    const QList<LedgerEntry> entries = workspace().ledger()->items();
    QVERIFY(entries.size() >= 6); // of each round a gate, a config and an event
    m_seen += ledgerCsv(entries) + ledgerJson(entries);
    const HistoryMatches history = keptHistory();
    QVERIFY(history.entries.size() >= 10);
    QCOMPARE(keptHistory(QString::fromLatin1(canary)).total, 0);
    QVERIFY(keptHistory(QStringLiteral("f3Qa")).total > 0);
    m_program->quit();
    const QByteArray files = everythingBelow(m_program->folder());
    m_seen += files + contentOf(QStringLiteral("/proc/self/cmdline")) + log.text;

    // It was there to be found: sent, in the key's header and in bodies, and told by its hint only.
    QVERIFY(m_server->requests().size() >= 10);
    for (const ServedRequest &request : m_server->requests())
        QCOMPARE(request.header("statsig-api-key"), canaryKey);
    QVERIFY(m_seen.contains("secret-…f3Qa"));
    QVERIFY(files.contains("Acme shop"));
    const qsizetype found = m_seen.indexOf(canary);
    QVERIFY2(found < 0, m_seen.mid(std::max<qsizetype>(0, found - 300), 500).constData());
}

GATESCOPE_TEST(TstCanary)
#include "tst_canary.moc"
