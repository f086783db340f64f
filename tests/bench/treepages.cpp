// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT

// bench_treepages tasks: the pages that show trees, used with a generated initialize response of 50 MB on an
// offscreen window: the longest task on the UI thread. bench_treepages memory: what the tree takes beside the
// response. One JSON object a row. By hand, bench_treepages specs FILE MEGABYTES: a file of any size on the
// Specs page, with that limit.

#include "bigresponse.h"
#include "uitasks.h"

#include <tests/support/fakeports.h>
#include <ui/compare/comparepage.h>
#include <ui/compare/comparesubject.h>
#include <ui/initialize/initializepage.h>
#include <ui/json/jsontreepane.h>
#include <ui/onfinished.h>
#include <ui/theme/theme.h>
#include <ui/specs/specspage.h>
#include <ui/widgets/chip.h>
#include <ui/widgets/codeview.h>
#include <ui/widgets/jsontreeview.h>
#include <ui/workspace.h>

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QTreeView>
#include <QtConcurrentRun>

#include <malloc.h>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

constexpr int quietMilliseconds = 400; ///< longer than a filter waits for the next key

/// Answers every call with the same bytes, read on a worker as the client reads them.
class BigApi : public StatsigApi
{
public:
    class Call : public ApiCall
    {
    public:
        using ApiCall::ApiCall;
        void cancel() override { }
    };

    explicit BigApi(const QByteArray &body)
        : m_body(body)
    {
        makeRoomForJson(m_body);
    }

    ApiCall *start(const Connection &connection, const ApiRequest &request) override
    {
        auto *call = new Call(this);
        auto exchange = std::make_shared<Exchange>();
        exchange->number = ++m_number;
        exchange->endpoint = endpointOf(request);
        exchange->connectionId = connection.id;
        exchange->startedUtc = QDateTime::currentDateTimeUtc();
        exchange->requestBody = requestBody(request, connection.tier, exchange->startedUtc);
        exchange->status = 200;
        exchange->responseBody = m_body;
        const auto read = [body = m_body, endpoint = exchange->endpoint]() -> Result<ApiResponse> {
            const auto document = JsonDocument::parse(body);
            return document ? readResponse(endpoint, 200, *document) : std::unexpected(document.error());
        };
        onFinished(QtConcurrent::run(read), call, [this, call, exchange](const Result<ApiResponse> &answer) {
            Q_EMIT exchangeFinished(exchange);
            Q_EMIT call->finished({exchange, answer});
            call->deleteLater();
        });
        return call;
    }

private:
    QByteArray m_body;
    quint64 m_number = 0;
};

/// Until no worker is busy and nothing was for a while.
void settle()
{
    QElapsedTimer quiet;
    quiet.start();
    while (quiet.elapsed() < quietMilliseconds) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        if (QThreadPool::globalInstance()->activeThreadCount() > 0)
            quiet.start();
    }
}

/// As a task of its own on the UI thread.
void act(const std::function<void()> &work)
{
    QMetaObject::invokeMethod(qApp, work, Qt::QueuedConnection);
    settle();
}

void type(QLineEdit *edit, const char *text)
{
    edit->clear();
    for (const char *key = text; *key != 0; ++key) {
        QTest::keyClick(edit, *key);
        QCoreApplication::processEvents();
    }
    QTest::keyClick(edit, Qt::Key_Return);
    settle();
}

void clickChips(QWidget &page)
{
    for (Chip *chip : page.findChildren<Chip *>()) {
        if (!chip->isVisible())
            continue;
        for (int times = 0; times < 2; ++times) { // on and off
            QTest::mouseClick(chip, Qt::LeftButton);
            settle();
        }
    }
}

template<class Widget>
Widget *find(QWidget &parent, const char *name)
{
    auto *found = parent.findChild<Widget *>(QString::fromLatin1(name));
    if (!found)
        qFatal("there is no %s", name);
    return found;
}

struct PhaseNames
{
    const char *working;
    const char *painting;
    const char *beat;
};

void printPhase(MeasuredApplication &application, const PhaseNames &names, double idleBeat)
{
    const auto longest = application.takeLongest();
    if (longest.working > 8)
        std::cerr << names.working << " was for " << longest.workingFor.constData() << std::endl;
    if (longest.painting > 16)
        std::cerr << names.working << ", painting, was for " << longest.paintingFor.constData() << std::endl;
    printRow({names.working, longest.working, "ms", longest.working / 8, "8 ms on the UI thread",
        "ratio <= 1", longest.working <= 8});
    printRow({names.painting, longest.painting, "ms", longest.painting / 16, "16 ms on the UI thread",
        "ratio <= 1", longest.painting <= 16});
    printRow({names.beat, longest.beat, "ms", longest.beat / idleBeat, "an idle window's", "told", true});
}

/// What the pages are given.
struct Surroundings
{
    explicit Surroundings(const QByteArray &answer)
        : api(answer)
    {
        Connection sandbox;
        sandbox.id = QStringLiteral("sandbox");
        sandbox.keyKind = KeyKind::Client; // which may not download specs
        workspace = std::make_unique<Workspace>(Workspace::Ports {api, secrets, store, preferences}, sandbox);
    }

    BigApi api;
    FakeSecretStore secrets;
    FakeConnectionStore store;
    FakePreferences preferences;
    std::unique_ptr<Workspace> workspace;
};

void show(QWidget &window)
{
    window.resize(1440, 900);
    window.show();
    settle();
}

/// The second time is a refresh, which lets go of what was there.
void load(InitializePage &page, JsonTreePane &pane, const QByteArray &json)
{
    for (int times = 0; times < 2; ++times) {
        act([&] { page.runPrimaryAction(); });
        onFinished(QtConcurrent::run([json] { return *JsonDocument::parse(json); }), &pane,
            [&pane](const JsonDocumentPtr &document) { pane.setDocument(document); });
        settle();
    }
    if (find<QTreeView>(page, "initializeTable")->model()->rowCount() == 0)
        qFatal("there is no answer");
}

void search(JsonTreePane &pane)
{
    auto *edit = find<QLineEdit>(pane, "jsonSearchEdit");
    auto *how = find<QComboBox>(pane, "searchHow");
    auto *only = find<Chip>(pane, "onlyMatches");
    const auto lookAround = [&] {
        for (int steps = 0; steps < 5; ++steps)
            act([&] { QTest::mouseClick(find<QAbstractButton>(pane, "nextMatch"), Qt::LeftButton); });
        for (int times = 0; times < 2; ++times) {
            QTest::mouseClick(only, Qt::LeftButton);
            settle();
        }
    };
    for (const char *text : {"checkout_77", "e"}) {
        type(edit, text);
        lookAround();
    }
    act([&] { how->setCurrentIndex(1); });
    type(edit, "checkout_7+$");
    lookAround();
    act([&] { how->setCurrentIndex(2); });
    type(edit, "$.dynamic_configs[*].value.title");
    lookAround();
    act([&] { edit->clear(); });
}

void filter(InitializePage &page)
{
    auto *edit = find<QLineEdit>(page, "filterEdit");
    auto *table = find<QTreeView>(page, "initializeTable");
    type(edit, "1234");
    act([&] { edit->clear(); });
    clickChips(page);
    for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder})
        act([&] { table->sortByColumn(0, order); });
}

void compare(ComparePage &page, const QByteArray &left, const QByteArray &right)
{
    const QTemporaryDir folder;
    const auto write = [&folder](const char *name, const QByteArray &bytes) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no place for %s", name);
        return file.fileName();
    };
    const QString leftFile = write("left.json", left);
    const QString rightFile = write("right.json", right);
    act([&] { page.chooseFile(true, leftFile); });
    act([&] { page.chooseFile(false, rightFile); });
    auto *table = find<QTreeView>(page, "compareTable");
    if (table->model()->rowCount() == 0)
        qFatal("nothing was compared");
    auto *edit = find<QLineEdit>(page, "compareFilterEdit");
    type(edit, "1234");
    act([&] { edit->clear(); });
    clickChips(page);
}

/// All of a text without a line break, as prose and as it stands.
void readLine()
{
    QByteArray line;
    while (line.size() < 2'000'000)
        line += "abcdefghijk";
    CodeView view(QStringLiteral("Value"));
    view.resize(640, 460);
    view.show();
    for (const bool isWrapped : {true, false}) {
        act([&] {
            view.setWrapped(isWrapped);
            view.setText(line, CodeView::Syntax::Plain);
        });
        view.showAll();
        while (!view.isWhole())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        settle();
    }
}

void measureTasks(MeasuredApplication &application)
{
    const QByteArray json = generatedResponse();
    Surroundings given(json);
    InitializePage page(*given.workspace);
    JsonTreePane pane(QStringLiteral("Answer"));
    ComparePage comparison(*given.workspace);
    for (QWidget *window : std::initializer_list<QWidget *> {&page, &pane, &comparison})
        show(*window);

    application.takeLongest();
    QElapsedTimer idle;
    idle.start();
    while (idle.elapsed() < 3000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const double idleBeat = application.takeLongest().beat;

    load(page, pane, json);
    printPhase(application,
        {"longest UI task while 50 MB load", "the same, of tasks that paint", "the same, between heartbeats"},
        idleBeat);
    search(pane);
    printPhase(application,
        {"longest UI task while 50 MB are searched", "the same, of tasks that paint",
            "the same, between heartbeats"},
        idleBeat);
    filter(page);
    printPhase(application,
        {"longest UI task while 120,000 entries are filtered", "the same, of tasks that paint",
            "the same, between heartbeats"},
        idleBeat);
    readLine();
    printPhase(application,
        {"longest UI task while a line of 2 MB is shown", "the same, of tasks that paint",
            "the same, between heartbeats"},
        idleBeat);
    const QByteArray other = generatedResponse(true);
    application.takeLongest();
    compare(comparison, json, other);
    printPhase(application,
        {"longest UI task while two are compared", "the same, of tasks that paint",
            "the same, between heartbeats"},
        idleBeat);
}

double proportionalSetSize()
{
    for (const QByteArray &line : readFile("/proc/self/smaps_rollup").split('\n'))
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').first().toDouble() * 1024;
    qFatal("the system does not say what the process takes");
}

void measureMemory()
{
    JsonTreePane pane(QStringLiteral("Answer"));
    show(pane);
    QByteArray json = generatedResponse();
    makeRoomForJson(json); // as the client does
    const double before = proportionalSetSize();
    const auto beyond = [&] { return (proportionalSetSize() - before) / double(json.size()); };
    onFinished(QtConcurrent::run([json] { return *JsonDocument::parse(json); }), &pane,
        [&pane](const JsonDocumentPtr &document) { pane.setDocument(document); });
    settle();
    pane.grab();
    const double atPaint = beyond();
    type(find<QLineEdit>(pane, "jsonSearchEdit"), "checkout_77");
    pane.grab();
    const double afterSearch = beyond();
    const double megabyte = 1024 * 1024;
    const double size = double(json.size()) / megabyte;
    printRow({"50 MB in a tree: memory beside it at first paint", atPaint * size, "MB", atPaint,
        "the bytes themselves", "ratio <= 1.5", atPaint <= 1.5});
    printRow({"the same after the first search", afterSearch * size, "MB", afterSearch,
        "the bytes themselves", "ratio <= 2.6", afterSearch <= 2.6});
}

/// In words, for whoever tries it.
void openSpecs(MeasuredApplication &application, const QString &fileName, qint64 megabytes)
{
    Surroundings given {{}};
    PreferenceValues values = given.preferences.values();
    values.maxResponseBytes = megabytes * 1024 * 1024;
    given.preferences.setValues(values);
    SpecsPage page(*given.workspace);
    show(page);
    const double before = proportionalSetSize();
    application.takeLongest();
    QElapsedTimer time;
    time.start();
    given.workspace->openSpecs(fileName);
    while (given.workspace->specs().loading)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const qint64 loaded = time.elapsed();
    settle();
    const auto longest = application.takeLongest();
    const auto &error = given.workspace->specs().error;
    std::cout << (error ? error->message.toStdString() : "opened") << "; " << loaded << " ms, "
              << time.elapsed() << " ms until nothing moves; longest task " << longest.working
              << " ms, painting " << longest.painting << " ms; memory "
              << (proportionalSetSize() - before) / 1e6 << " MB" << std::endl;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    MeasuredApplication application(argc, argv);
    Theme::install({});
    const QByteArray what = argc == 2 || argc == 4 ? argv[1] : "";
    if (what == "tasks")
        measureTasks(application);
    else if (what == "memory")
        measureMemory();
    else if (what == "specs")
        openSpecs(application, QString::fromLocal8Bit(argv[2]), QByteArray(argv[3]).toLongLong());
    else
        return 2;
    return 0;
}
