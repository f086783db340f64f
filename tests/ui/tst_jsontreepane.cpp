// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/testregistry.h>

#include <ui/json/jsontreepane.h>
#include <ui/theme/theme.h>
#include <ui/widgets/cellroles.h>
#include <ui/widgets/filteredit.h>
#include <ui/widgets/jsontreeview.h>
#include <ui/widgets/statustext.h>
#include <ui/widgets/textlabel.h>

#include <QAbstractButton>
#include <QComboBox>
#include <QScrollBar>
#include <QTest>

using namespace Gatescope;

namespace {

constexpr int longest = 30'000; // ms

JsonDocumentPtr paneDocument(const QByteArray &json)
{
    const auto document = JsonDocument::parse(json);
    return document ? *document : nullptr;
}

QByteArray gatesJson(int gates)
{
    QByteArrayList all;
    for (int i = 0; i < gates; ++i)
        all << "\"gate_" + QByteArray::number(i) + R"(":{"on":)" + (i % 2 ? "true" : "false")
                + R"(,"rule":"r)" + QByteArray::number(i) + "\"}";
    return R"({"gates":{)" + all.join(',') + R"(},"time":17})";
}

/// The rows in sight of the mind: those not folded away, by name.
QStringList openRows(const JsonTreeView &tree)
{
    QStringList rows;
    for (QModelIndex index = tree.model()->index(0, 0); index.isValid(); index = tree.indexBelow(index))
        rows << index.data().toString();
    return rows;
}

} // namespace

/// The search line over a JSON tree, and what stays of a tree when it is read anew.
class TstJsonTreePane : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void findsAndGoesThrough();
    void showsOnlyMatches();
    void looksByPath();
    void saysWhatIsWrong();
    void looksAgainInANewDocument();
    void keepsFoldsByPath();
    void fitsANarrowPane();
    void isNotThereForAScalar();
    void selectingLeavesTheFilter();
    void unfoldsToALevel();
    void unfoldsOnlySoMuch();
    void saysHowLargeAFoldedValueIs();
    void gallery_data();
    void gallery();

private:
    void look(const QString &text, const QString &place);
    QString place() const { return m_pane->findChild<StatusText *>(QStringLiteral("searchPlace"))->text(); }
    QString current() const { return m_pane->tree()->currentValue().jsonPath(); }
    QAbstractButton *button(const char *name) const
    {
        return m_pane->findChild<QAbstractButton *>(QLatin1String(name));
    }

    std::unique_ptr<JsonTreePane> m_pane;
    FilterEdit *m_edit = nullptr;
};

void TstJsonTreePane::initTestCase()
{
    Theme::install({});
}

void TstJsonTreePane::init()
{
    m_pane = std::make_unique<JsonTreePane>(QStringLiteral("JSON"));
    m_edit = m_pane->findChild<FilterEdit *>();
    m_pane->resize(900, 500);
    m_pane->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
}

void TstJsonTreePane::cleanup()
{
    m_pane.reset();
}

void TstJsonTreePane::look(const QString &text, const QString &place)
{
    m_edit->setFocus();
    m_edit->setText(text);
    QTest::keyClick(m_edit, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(this->place(), place, longest);
}

void TstJsonTreePane::findsAndGoesThrough()
{
    m_pane->setDocument(paneDocument(gatesJson(12)));
    QVERIFY(!button("nextMatch")->isEnabled());
    look(QStringLiteral("GATE_1"), QStringLiteral("1 of 3"));
    QCOMPARE(current(), QStringLiteral("$.gates.gate_1"));
    QVERIFY(m_pane->tree()->currentIndex().data(Qt::BackgroundRole).isValid());
    QTest::keyClick(m_edit, Qt::Key_Return);
    QCOMPARE(current(), QStringLiteral("$.gates.gate_10"));
    QTest::mouseClick(button("nextMatch"), Qt::LeftButton);
    QCOMPARE(place(), QStringLiteral("3 of 3"));
    QTest::keyClick(m_edit, Qt::Key_Return);
    QCOMPARE(current(), QStringLiteral("$.gates.gate_1"));
    QTest::keyClick(m_edit, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(current(), QStringLiteral("$.gates.gate_11"));
    QTest::keyClick(m_pane->tree(), Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(current(), QStringLiteral("$.gates.gate_10"));
    look(QStringLiteral("nowhere"), QStringLiteral("No matches"));
    QVERIFY(!button("nextMatch")->isEnabled());
    QTest::keyClick(m_edit, Qt::Key_Escape);
    QCOMPARE(place(), QString());
    QVERIFY(!m_pane->tree()->currentIndex().data(Qt::BackgroundRole).isValid());
}

void TstJsonTreePane::showsOnlyMatches()
{
    m_pane->setDocument(paneDocument(gatesJson(6)));
    look(QStringLiteral("r4"), QStringLiteral("1 of 1"));
    const QStringList before = openRows(*m_pane->tree());
    button("onlyMatches")->click();
    QCOMPARE(openRows(*m_pane->tree()),
        QStringList({QStringLiteral("gates"), QStringLiteral("gate_4"), QStringLiteral("rule")}));
    look(QStringLiteral("gate_4"), QStringLiteral("1 of 1"));
    QCOMPARE(openRows(*m_pane->tree()), QStringList({QStringLiteral("gates"), QStringLiteral("gate_4")}));
    QCOMPARE(current(), QStringLiteral("$.gates.gate_4"));
    QVERIFY(!m_pane->tree()->currentIndex().data(Qt::BackgroundRole).isValid()); // they all are
    m_edit->clearFilter();
    QCOMPARE(openRows(*m_pane->tree()), before);
    QVERIFY(button("onlyMatches")->isChecked());
}

void TstJsonTreePane::looksByPath()
{
    m_pane->setDocument(paneDocument(gatesJson(6)));
    m_pane->findChild<QComboBox *>(QStringLiteral("searchHow"))->setCurrentIndex(int(JsonQuery::How::Path));
    look(QStringLiteral("$.gates[?@.on == true].rule"), QStringLiteral("1 of 3"));
    QCOMPARE(current(), QStringLiteral("$.gates.gate_1.rule"));
}

void TstJsonTreePane::saysWhatIsWrong()
{
    m_pane->setDocument(paneDocument(gatesJson(3)));
    m_pane->findChild<QComboBox *>(QStringLiteral("searchHow"))
        ->setCurrentIndex(int(JsonQuery::How::Pattern));
    m_edit->setText(QStringLiteral("a(b"));
    QTest::keyClick(m_edit, Qt::Key_Return);
    const auto *problem = m_pane->findChild<TextLabel *>(QStringLiteral("searchProblem"));
    QTRY_VERIFY_WITH_TIMEOUT(problem->text().contains(QLatin1String("character 4")), longest);
    QVERIFY(problem->isVisible());
    m_edit->clearFilter();
    QVERIFY(!problem->isVisible());
}

void TstJsonTreePane::looksAgainInANewDocument()
{
    m_pane->setDocument(paneDocument(gatesJson(3)));
    look(QStringLiteral("gate_"), QStringLiteral("1 of 3"));
    m_pane->setDocument(paneDocument(gatesJson(5)));
    QTRY_COMPARE_WITH_TIMEOUT(place(), QStringLiteral("1 of 5"), longest);
    m_pane->clear();
    QCOMPARE(place(), QString());
}

void TstJsonTreePane::keepsFoldsByPath()
{
    JsonTreeView *tree = m_pane->tree();
    m_pane->setDocument(paneDocument(gatesJson(200)));
    const auto child = [tree](const QModelIndex &parent, int row) {
        return tree->model()->index(row, 0, parent);
    };
    const QModelIndex gates = child({}, 0);
    tree->expand(gates);
    tree->expand(child(gates, 150));
    tree->setCurrentIndex(child(child(gates, 150), 1));
    tree->scrollTo(child(gates, 140), QAbstractItemView::PositionAtTop);
    const QString top = tree->indexAt({0, 0}).data().toString();
    QCOMPARE(top, QStringLiteral("gate_140"));

    // Another gate before all the others: positions differ, paths do not.
    m_pane->setDocument(
        paneDocument(gatesJson(200).replace("{\"gate_0\"", "{\"new\":{\"on\":true},\"gate_0\"")));
    QCOMPARE(current(), QStringLiteral("$.gates.gate_150.rule"));
    QCOMPARE(tree->indexAt({0, 0}).data().toString(), top);
    QVERIFY(tree->isExpanded(tree->currentIndex().parent()));
    QVERIFY(!tree->isExpanded(child(child({}, 0), 150)));

    m_pane->setDocument(paneDocument(R"({"other":{"a":1}})"));
    QCOMPARE(openRows(*tree), QStringList({QStringLiteral("other")}));
}

/// What tells of matches goes on a second line, which is there while something is looked for.
void TstJsonTreePane::fitsANarrowPane()
{
    m_pane->setDocument(paneDocument(gatesJson(10)));
    m_pane->resize(230, 400);
    QVERIFY(m_pane->minimumSizeHint().width() <= 230);
    auto *next = button("nextMatch");
    QTRY_VERIFY_WITH_TIMEOUT(!next->isVisible(), longest);
    const int height = m_edit->parentWidget()->height();
    look(QStringLiteral("rule"), QStringLiteral("1 of 10"));
    QTRY_VERIFY_WITH_TIMEOUT(next->isVisible() && m_edit->parentWidget()->height() > height, longest);
    const auto bottom = [this](
                            QWidget *part) { return part->mapTo(m_pane.get(), part->rect().bottomRight()); };
    QVERIFY(bottom(next).y() > bottom(m_edit).y());
    for (const char *part : {"nextMatch", "previousMatch", "onlyMatches"})
        QVERIFY2(bottom(button(part)).x() < 230, part);
    m_pane->resize(900, 500);
    const auto top = [this](QWidget *part) { return part->mapTo(m_pane.get(), QPoint()).y(); };
    QTRY_VERIFY_WITH_TIMEOUT(top(next) < bottom(m_edit).y(), longest);
}

void TstJsonTreePane::isNotThereForAScalar()
{
    const JsonDocumentPtr document = paneDocument(R"({"on":true,"list":[1]})");
    m_pane->setValue(document, document->root()["on"]);
    QVERIFY(!m_edit->isVisible());
    m_pane->setValue(document, document->root()["list"]);
    QVERIFY(m_edit->isVisible());
    look(QStringLiteral("1"), QStringLiteral("1 of 1"));
    m_pane->setValue(document, document->root()["on"]); // a filter that is on stays in sight
    QVERIFY(m_edit->isVisible());
}

void TstJsonTreePane::selectingLeavesTheFilter()
{
    const JsonDocumentPtr document = paneDocument(gatesJson(10));
    m_pane->setDocument(document);
    look(QStringLiteral("gate_3"), QStringLiteral("1 of 1"));
    button("onlyMatches")->click();
    m_pane->select(document->root()["gates"]["gate_7"]["on"]);
    QCOMPARE(current(), QStringLiteral("$.gates.gate_7.on"));
    QVERIFY(m_edit->text().isEmpty());
    QVERIFY(openRows(*m_pane->tree()).contains(QStringLiteral("gate_5")));
}

void TstJsonTreePane::unfoldsToALevel()
{
    JsonTreeView *tree = m_pane->tree();
    m_pane->setDocument(paneDocument(R"({"a":{"b":{"c":{"d":1}}},"e":[]})"));
    QVERIFY(tree->unfoldTo(2));
    QCOMPARE(openRows(*tree).join(u' '), QStringLiteral("a b c e"));
    QVERIFY(tree->unfoldTo(100));
    QCOMPARE(openRows(*tree).join(u' '), QStringLiteral("a b c d e"));
    QVERIFY(tree->unfoldTo(0));
    QCOMPARE(openRows(*tree).join(u' '), QStringLiteral("a e"));
}

void TstJsonTreePane::unfoldsOnlySoMuch()
{
    JsonTreeView *tree = m_pane->tree();
    m_pane->setDocument(paneDocument(gatesJson(60'000)));
    QVERIFY(tree->unfoldTo(1));
    QVERIFY(!tree->unfoldTo(2));
    QVERIFY(tree->isExpanded(tree->model()->index(0, 0)));
}

void TstJsonTreePane::saysHowLargeAFoldedValueIs()
{
    m_pane->setDocument(paneDocument(gatesJson(100)));
    const QModelIndex gates = m_pane->tree()->model()->index(0, JsonTreeModel::ValueColumn);
    QCOMPARE(gates.data().toString(), QStringLiteral("100 keys"));
    QVERIFY(gates.data(CellRole::Suffix).toString().contains(QLatin1String("kB")));
    const QModelIndex gate = gates.model()->index(0, JsonTreeModel::ValueColumn, gates.siblingAtColumn(0));
    QVERIFY(!gate.data(CellRole::Suffix).isValid());
}

void TstJsonTreePane::gallery_data()
{
    QTest::addColumn<ThemeChoice>("theme");
    QTest::addColumn<int>("width");
    QTest::newRow("light") << ThemeChoice::Light << 900;
    QTest::newRow("dark") << ThemeChoice::Dark << 420;
}

/// Pictures of a search and of a mistake, where GATESCOPE_GALLERY names a folder.
void TstJsonTreePane::gallery()
{
    QFETCH(const ThemeChoice, theme);
    QFETCH(const int, width);
    PreferenceValues values;
    values.theme = theme;
    Theme::instance().apply(values);
    m_pane->resize(width, 400);
    m_pane->setDocument(paneDocument(gatesJson(1200)));
    look(QStringLiteral("gate_11"), QStringLiteral("1 of 111"));
    const auto save = [this](const char *name) {
        const QPixmap picture = m_pane->grab();
        QVERIFY(!picture.isNull());
        if (const QString folder = qEnvironmentVariable("GATESCOPE_GALLERY"); !folder.isEmpty())
            QVERIFY(picture.save(QStringLiteral("%1/json-%2-%3.png")
                    .arg(folder, QLatin1String(name), QLatin1String(QTest::currentDataTag()))));
    };
    save("found");
    button("onlyMatches")->click();
    save("only");
    m_pane->findChild<QComboBox *>(QStringLiteral("searchHow"))->setCurrentIndex(int(JsonQuery::How::Path));
    look(QStringLiteral("$.gates[?@.on"), place());
    const auto *problem = m_pane->findChild<TextLabel *>(QStringLiteral("searchProblem"));
    QTRY_VERIFY_WITH_TIMEOUT(problem->text().contains(QLatin1String("character")), longest);
    save("mistake");
}

GATESCOPE_TEST(TstJsonTreePane)
#include "tst_jsontreepane.moc"
