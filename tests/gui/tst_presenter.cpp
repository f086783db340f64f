// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "startedprogram.h"
#include "textrecorder.h"

#include <tests/support/testregistry.h>

#include <app/application.h>
#include <app/tour.h>
#include <ui/exchanges/exchangespage.h>
#include <ui/page.h>
#include <ui/personas/personabook.h>
#include <ui/presenter/editcover.h>
#include <ui/presenter/presenter.h>
#include <ui/sandbox/sandboxpage.h>
#include <ui/sandbox/workbench.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/segmented.h>
#include <ui/window/mainwindow.h>
#include <ui/workspace.h>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTest>
#include <QThreadPool>
#include <QToolTip>

using namespace Gatescope;
using namespace Gatescope::Test;

namespace {

/// Each of these values holds it, so that a shortened one is found too.
const QString planted = QStringLiteral("zqx");

const QByteArray plantedPerson =
    R"({"userID":"zqxUser-48213","email":"zqxmina@shop.example","ip":"84.12.7.200",
"country":"DE","userAgent":"Mozilla/5.0","appVersion":"4.12.0",
"custom":{"company":"zqx & Sons","level":3,"plan":"gold","tags":["zqxtag"],"note":"ask zqxUser-48213"},
"privateAttributes":{"vat":"zqxvat"},"customIDs":{"stableID":"zqxs-1","companyID":"zqxshop"}})";

QString linesWith(const QString &text, const QString &word)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n'))
        if (line.contains(word, Qt::CaseInsensitive))
            lines << line;
    return lines.mid(0, 12).join(u'\n');
}

} // namespace

/// Somebody is planted in the whole program, and all that it draws, copies and writes is searched for them.
class TstPresenter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void nobodyIsOnAnyPage_data();
    void nobodyIsOnAnyPage();
    void nobodyIsBehindAnyTab_data();
    void nobodyIsBehindAnyTab();
    void oneShortcut();
    void stableEverywhere();
    void coversWhatIsTyped();
    void textsAreReadInTheirCover();
    void pseudonymsAreNoUser();
    void toolTips();
    void titlesAndNamesComeBack();
    void copies();
    void whatIsAskedAndKeptStays();

private:
    Workspace &workspace() const { return m_program->application().workspace(); }
    MainWindow &window() const { return m_program->application().window(); }
    bool plant();
    bool check();
    static QString copied(const std::function<bool()> &copy);
    void look(const QString &where);
    void lookBehindTabs(const QString &where);
    bool settle();
    QLineEdit *field(const char *name) const { return window().findChild<QLineEdit *>(QLatin1String(name)); }

    std::unique_ptr<StartedProgram> m_program;
    QStringList m_placesWith; ///< where somebody planted was seen
    int m_places = 0;
};

void TstPresenter::init()
{
    m_program = std::make_unique<StartedProgram>();
    QVERIFY(m_program->hasStarted());
    QVERIFY(plant());
}

void TstPresenter::cleanup()
{
    Presenter::instance().setOn(false);
    m_program.reset();
}

/// In the composer, among the personas, with names and notes, and in the specs.
bool TstPresenter::plant()
{
    const StatsigUser user = *StatsigUser::fromJson(plantedPerson);
    Persona persona {{}, QStringLiteral("Mina zqxUser-48213"), {QStringLiteral("zqxs-1")},
        QStringLiteral("Wrote from zqxmina@shop.example."), user, {}};
    workspace().personas()->insert({persona}, 0);
    Workbench &workbench = *workspace().workbench();
    const std::string_view source = workbench.history().project()->payload()->source();
    QByteArray payload(source.data(), qsizetype(source.size()));
    payload.replace("u_10007", "zqxUser-48213").replace("black", "zqxtag");
    payload.replace("\"Gold tier\"", "\"Gold, zqxmina@shop.example\"");
    payload.replace("\"One click\"", "\"Click, zqxmina@shop.example\"");
    const auto document = JsonDocument::parse(payload);
    const auto project = document ? Project::compile(*document) : Result<ProjectPtr>(nullptr);
    if (!project || !*project)
        return false;
    workbench.load(QStringLiteral("planted"), *project, {});
    workspace().compose(user, {});
    return QTest::qWaitFor(
        [&] { return !workbench.isBusy() && !workspace().specs().loading; }, programPatience);
}

/// The server is asked for the planted user.
bool TstPresenter::check()
{
    window().currentPage()->runPrimaryAction();
    return QTest::qWaitFor(
        [this] { return workspace().exchanges().constLast()->requestBody.contains("zqxUser-48213"); },
        programPatience);
}

void TstPresenter::nobodyIsOnAnyPage_data()
{
    QTest::addColumn<bool>("presenter");
    QTest::newRow("as it is") << false; // they are there to be found
    QTest::newRow("in presenter mode") << true;
}

void TstPresenter::nobodyIsOnAnyPage()
{
    QFETCH(bool, presenter);
    QString out;
    QTextStream stream(&out);
    const QString pictures = m_program->folder() + QStringLiteral("/pictures");
    Tour tour(m_program->application(), {pictures, QSize(1440, 900), false, presenter}, {stream, stream});
    QSet<QString> pagesWith;
    QStringList found;
    int pages = 0;
    connect(&tour, &Tour::pictureTaken, this, [&](const QString &name, QWidget *shown) {
        const QString drawn = drawnText(*shown) + u'\n' + spokenText(*shown);
        QVERIFY2(drawn.size() > 200, qPrintable(name));
        ++pages;
        for (const QString &word : {planted, QStringLiteral("84.12.7")})
            if (drawn.contains(word, Qt::CaseInsensitive)) {
                pagesWith.insert(name);
                found << name + QStringLiteral(": ") + linesWith(drawn, word);
            }
    });
    QVERIFY2(tour.run() == 0, qPrintable(out));
    QVERIFY(pages >= 17);
    if (presenter)
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    else
        QVERIFY2(pagesWith.size() >= pages - 1, qPrintable(QStringList(pagesWith.values()).join(u' ')));
}

/// What is read on workers is shown a turn of the event loop later.
bool TstPresenter::settle()
{
    int idle = 0;
    return QTest::qWaitFor(
        [this, &idle] {
            idle = QThreadPool::globalInstance()->activeThreadCount() == 0 && !workspace().specs().loading
                ? idle + 1
                : 0;
            return idle > 3;
        },
        programPatience);
}

/// All windows that are shown.
void TstPresenter::look(const QString &where)
{
    QVERIFY2(settle(), qPrintable(where));
    QString drawn;
    for (QWidget *widget : QApplication::topLevelWidgets())
        if (widget->isVisible())
            drawn += drawnText(*widget) + u'\n' + spokenText(*widget);
    ++m_places;
    for (const QString &word : {planted, QStringLiteral("84.12.7")})
        if (drawn.contains(word, Qt::CaseInsensitive))
            m_placesWith << where + QStringLiteral(": ") + linesWith(drawn, word);
}

/// Every tab and every segment in sight, one after the other.
void TstPresenter::lookBehindTabs(const QString &where)
{
    look(where);
    for (QTabBar *bar : window().currentPage()->findChildren<QTabBar *>())
        for (int i = 0; i < bar->count() && bar->isVisible(); ++i) {
            bar->setCurrentIndex(i);
            look(where + u' ' + bar->tabText(i));
        }
    for (const Segmented *control : window().findChildren<Segmented *>())
        for (int i = 0; control->isVisible() && control->segment(i); ++i) {
            control->segment(i)->click();
            look(where + u' ' + control->segment(i)->text());
        }
}

void TstPresenter::nobodyIsBehindAnyTab_data()
{
    nobodyIsOnAnyPage_data();
}

void TstPresenter::nobodyIsBehindAnyTab()
{
    QFETCH(bool, presenter);
    m_placesWith.clear();
    m_places = 0;
    Presenter::instance().setOn(presenter);
    window().showPage(QStringLiteral("check"));
    QVERIFY(check());
    QVERIFY((*m_program)->clickRow("checkTable", QStringLiteral("checkout_v2")));
    lookBehindTabs(QStringLiteral("check"));
    QVERIFY((*m_program)->clickRow("checkTable", QStringLiteral("checkout_v2")));
    QVERIFY((*m_program)->press("F4"));
    lookBehindTabs(QStringLiteral("why"));
    for (const auto &[page, subject] : std::initializer_list<std::pair<QString, QVariant>> {
             {QStringLiteral("specs"),
                 QVariant::fromValue(
                     EntityRef {SpecTable::FeatureGates, QStringLiteral("segment:beta_testers")})},
             {QStringLiteral("specs"),
                 QVariant::fromValue(EntityRef {SpecTable::FeatureGates, QStringLiteral("checkout_v2")})},
             {QStringLiteral("initialize"), {}}, {QStringLiteral("personas"), {}},
             {QStringLiteral("exchanges"), workspace().exchanges().constLast()->number},
             {QStringLiteral("exchanges"), QVariant::fromValue(ExchangesPage::History)},
             {QStringLiteral("sandbox"), int(SandboxPage::Requests)},
             {QStringLiteral("sandbox"),
                 QVariant::fromValue(
                     EntityRef {SpecTable::FeatureGates, QStringLiteral("segment:beta_testers")})}}) {
        window().showPage(page, subject);
        if (page == QLatin1String("initialize"))
            window().currentPage()->runPrimaryAction();
        QVERIFY(settle());
        if (auto *table = window().currentPage()->findChild<DataView *>(); table && table->isVisible())
            table->setCurrentIndex(table->model()->index(0, 0));
        lookBehindTabs(page);
    }
    QVERIFY((*m_program)->press("Ctrl+P"));
    look(QStringLiteral("persona picker"));
    QVERIFY((*m_program)->press("Esc"));
    QVERIFY((*m_program)->press("Ctrl+K"));
    look(QStringLiteral("command field"));
    if (presenter)
        QVERIFY2(m_placesWith.isEmpty(), qPrintable(m_placesWith.join(u'\n')));
    else
        QVERIFY2(m_placesWith.size() > 20, qPrintable(QString::number(m_places)));
}

void TstPresenter::oneShortcut()
{
    QVERIFY(drawnText(window()).contains(QStringLiteral("zqxUser-48213")));
    QVERIFY((*m_program)->press("Ctrl+Shift+P"));
    QVERIFY(Presenter::instance().isOn());
    QVERIFY((*m_program)->text("presenterBar").contains(QStringLiteral("Presenter mode")));
    QVERIFY(!drawnText(window()).contains(planted));
    QVERIFY((*m_program)->click("leavePresenterButton"));
    QVERIFY(!Presenter::instance().isOn());
    QVERIFY(drawnText(window()).contains(QStringLiteral("zqxUser-48213")));
    QVERIFY(!window().findChild<QWidget *>(QStringLiteral("presenterBar"))->isVisible());
}

/// The same pseudonym in the composer, on a page and in the specs.
void TstPresenter::stableEverywhere()
{
    QVERIFY((*m_program)->press("Ctrl+Shift+P"));
    const QString id = Presenter::instance().text(QStringLiteral("zqxUser-48213"));
    QVERIFY(id.startsWith(QStringLiteral("id-")));
    QVERIFY(drawnText(window()).contains(id));
    window().showPage(QStringLiteral("personas"));
    QTRY_VERIFY_WITH_TIMEOUT(drawnText(*window().currentPage()).contains(id), programPatience);
    window().showPage(QStringLiteral("specs"),
        QVariant::fromValue(EntityRef {SpecTable::FeatureGates, QStringLiteral("segment:beta_testers")}));
    // Somebody new is hidden at once.
    StatsigUser other;
    other.setText(UserField::UserId, QStringLiteral("zqxOther-1"));
    workspace().setUser(other);
    QVERIFY(!drawnText(window()).contains(planted));
}

void TstPresenter::coversWhatIsTyped()
{
    QVERIFY((*m_program)->press("Ctrl+Shift+P"));
    QLineEdit *line = field("userIDField");
    QVERIFY(line);
    const auto *cover = line->findChild<EditCover *>();
    QVERIFY(cover && cover->isVisible());
    QCOMPARE(cover->shownText(), Presenter::instance().text(QStringLiteral("zqxUser-48213")));
    // Typing replaces what is covered, and shows what is typed until the field is left.
    QTest::mouseClick(line, Qt::LeftButton);
    line->setFocus();
    QTest::keyClick(line, Qt::Key_End);
    QVERIFY(cover->isVisible());
    QTest::keyClicks(line, QStringLiteral("u_2"));
    QCOMPARE(line->text(), QStringLiteral("u_2"));
    QVERIFY(!cover->isVisible());
    QTest::keyClick(line, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!drawnText(window()).contains(planted));
    const QString copy = copied([&] {
        line->setText(QStringLiteral("zqxUser-48213"));
        line->clearFocus();
        line->setFocus();
        QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(line, Qt::Key_C, Qt::ControlModifier);
        return true;
    });
    QCOMPARE(copy, Presenter::instance().text(QStringLiteral("zqxUser-48213")));
}

/// The composer's JSON: scrolled, selected and copied as it is shown.
void TstPresenter::textsAreReadInTheirCover()
{
    QVERIFY((*m_program)->press("Ctrl+Shift+P"));
    QVERIFY((*m_program)->clickWord(QStringLiteral("JSON"), "composer"));
    auto *edit = window().findChild<QPlainTextEdit *>(QStringLiteral("userJsonEdit"));
    QTRY_VERIFY_WITH_TIMEOUT(
        edit && edit->isVisible() && edit->toPlainText().contains(planted), programPatience);
    const auto *cover = edit->findChild<EditCover *>();
    QVERIFY(cover && cover->isVisible());
    auto *reader = cover->findChild<QPlainTextEdit *>();
    edit->setFocus();
    QCOMPARE(QApplication::focusWidget(), reader);
    const QString copy = copied([reader] {
        QTest::keyClick(reader, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(reader, Qt::Key_C, Qt::ControlModifier);
        return true;
    });
    QVERIFY2(copy.contains(QStringLiteral("\"userID\"")) && !copy.contains(planted), qPrintable(copy));
    QVERIFY(!drawnText(window()).contains(planted));
    QVERIFY((*m_program)->press("Ctrl+Shift+P"));
    QVERIFY(!cover->isVisible());
    QVERIFY(!edit->isReadOnly());
    QVERIFY(drawnText(window()).contains(planted));
}

/// What was copied in presenter mode must not be asked about.
void TstPresenter::pseudonymsAreNoUser()
{
    QVERIFY((*m_program)->press("Ctrl+Shift+P"));
    QVERIFY(!copied([this] { return (*m_program)->choose("copyUserAction"); }).isEmpty());
    QVERIFY((*m_program)->choose("pasteUserAction"));
    QVERIFY((*m_program)->text("composer").contains(QStringLiteral("pseudonyms of presenter mode")));
    QVERIFY(workspace().user() == *StatsigUser::fromJson(plantedPerson));
}

void TstPresenter::toolTips()
{
    QVERIFY((*m_program)->press("Ctrl+Shift+P"));
    QToolTip::showText(window().mapToGlobal(QPoint(50, 50)), QStringLiteral("of zqxUser-48213"), &window());
    const auto tip = [] {
        for (QWidget *widget : QApplication::topLevelWidgets())
            if (widget->inherits("QTipLabel") && widget->isVisible())
                return widget;
        return static_cast<QWidget *>(nullptr);
    };
    QTRY_VERIFY_WITH_TIMEOUT(tip(), programPatience);
    const QString drawn = drawnText(*tip());
    QVERIFY2(drawn.contains(QStringLiteral("of id-")) && !drawn.contains(planted), qPrintable(drawn));
    QToolTip::hideText();
}

void TstPresenter::titlesAndNamesComeBack()
{
    QLabel label(QStringLiteral("zqxmina@shop.example"));
    label.setWindowTitle(QStringLiteral("Value of zqxmina@shop.example"));
    label.setAccessibleName(QStringLiteral("zqxUser-48213"));
    label.show();
    QVERIFY((*m_program)->press("Ctrl+Shift+P"));
    QVERIFY(label.windowTitle().startsWith(QLatin1String("Value of ")));
    QVERIFY(!label.windowTitle().contains(planted) && !label.accessibleName().contains(planted));
    label.setWindowTitle(QStringLiteral("Value of 84.12.7.200"));
    QVERIFY(label.windowTitle().startsWith(QLatin1String("Value of ")));
    QVERIFY(!label.windowTitle().contains(QLatin1String("84.12")));
    label.setAccessibleName(QStringLiteral("of zqxUser-48213"));
    label.update(); // as what has another name does
    QTRY_VERIFY_WITH_TIMEOUT(!label.accessibleName().contains(planted), programPatience);
    Presenter::instance().setOn(false);
    QCOMPARE(label.windowTitle(), QStringLiteral("Value of 84.12.7.200"));
    QCOMPARE(label.accessibleName(), QStringLiteral("of zqxUser-48213"));
}

QString TstPresenter::copied(const std::function<bool()> &copy)
{
    QApplication::clipboard()->clear();
    if (!copy()
        || !QTest::qWaitFor([] { return !QApplication::clipboard()->text().isEmpty(); }, programPatience))
        return {};
    return QApplication::clipboard()->text();
}

void TstPresenter::copies()
{
    QVERIFY(check());
    const auto by = [this](const char *action) {
        return copied([this, action] { return (*m_program)->choose(action); });
    };
    for (const bool on : {false, true}) {
        Presenter::instance().setOn(on);
        window().showPage(QStringLiteral("check"));
        QStringList texts {by("copyUserAction"), by("copyCurlAction")};
        window().showPage(QStringLiteral("exchanges"), workspace().exchanges().constLast()->number);
        texts << by("copyHarAction") << by("copyCodeAction2");
        window().showPage(QStringLiteral("personas"));
        texts << copied([this] {
            return (*m_program)->click("exportPersonasButton")
                && (*m_program)->choose("personasExportMenu", "copyPersonasCurlAction");
        });
        for (const QString &text : std::as_const(texts))
            QVERIFY2(!text.isEmpty() && text.contains(planted) == !on, qPrintable(text.left(2000)));
    }
}

/// The server is asked about who it is, and files keep what they had.
void TstPresenter::whatIsAskedAndKeptStays()
{
    Presenter::instance().setOn(true);
    QVERIFY(check());
    QVERIFY(workspace().exchanges().constLast()->requestBody.contains("zqxUser-48213"));
    QVERIFY(workspace().user() == *StatsigUser::fromJson(plantedPerson));
    QVERIFY((*m_program)->press("Ctrl+S"));
    const QList<Persona> &personas = workspace().personas()->personas();
    QVERIFY(std::ranges::all_of(
        personas, [](const Persona &persona) { return !persona.user.toJson().contains("example.invalid"); }));
}

GATESCOPE_TEST(TstPresenter)
#include "tst_presenter.moc"
