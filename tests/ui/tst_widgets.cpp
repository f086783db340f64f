// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/testregistry.h>

#include <ui/theme/theme.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/celldelegate.h>
#include <ui/widgets/chip.h>
#include <ui/widgets/chipbar.h>
#include <ui/widgets/codeview.h>
#include <ui/widgets/dataview.h>
#include <ui/widgets/emptystate.h>
#include <ui/widgets/filteredit.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/jsoncolors.h>
#include <ui/widgets/jsontreeview.h>
#include <ui/widgets/keycap.h>
#include <ui/widgets/pageheader.h>
#include <ui/widgets/plaintooltip.h>
#include <ui/widgets/segmented.h>
#include <ui/widgets/sentence.h>
#include <ui/widgets/splitterstate.h>
#include <ui/widgets/statustext.h>
#include <ui/widgets/textlabel.h>
#include <ui/widgets/toggle.h>
#include <ui/widgets/verdictmark.h>

#include <QAbstractItemView>
#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QVBoxLayout>

using namespace Gatescope;

/// Behaviour of the small widgets, and one picture of them all where GATESCOPE_GALLERY names a folder.
class TstWidgets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void filterWaitsForAPause();
    void filterIsClearedByEscape();
    void chipsFoldWhenNarrow();
    void chipSpeaksItsCount();
    void headerTurnsIntoStop();
    void disabledButtonSaysWhy();
    void barShowsPlainText();
    void errorBeginsWithWhatHappened();
    void jsonTreeGivesNamesTheirRoom();
    void jsonTreeIsAsTallAsItsRows();
    void comboListShowsWholeEntries();
    void pathBreaksBeforeItsSteps();
    void toolTipsShowWhatIsWritten();
    void jsonTokens_data();
    void jsonTokens();
    void jsonTokensOfAPart();
    void longTextComesInPieces();
    void piecesKeepCharactersWhole();
    void longLinesAreBroken_data();
    void longLinesAreBroken();
    void brokenLinesAreCopiedWhole();
    void segmentsMoveByArrow();
    void splitterIsRemembered();
    void gallery_data();
    void gallery();
};

namespace {

PreferenceValues look(bool dark, int percent)
{
    PreferenceValues values;
    values.theme = dark ? ThemeChoice::Dark : ThemeChoice::Light;
    values.fontPercent = percent;
    return values;
}

} // namespace

void TstWidgets::initTestCase()
{
    Theme::install(look(false, 100));
}

void TstWidgets::filterWaitsForAPause()
{
    FilterEdit edit(QStringLiteral("Filter names"));
    QSignalSpy told(&edit, &FilterEdit::filterChanged);
    QTest::keyClicks(&edit, QStringLiteral("shop"));
    QCOMPARE(told.count(), 0);
    QVERIFY(told.wait(30000));
    QCOMPARE(told.count(), 1);
    QCOMPARE(told.first().first().toString(), QStringLiteral("shop"));
    QTest::keyClicks(&edit, QStringLiteral("s"));
    QTest::keyClick(&edit, Qt::Key_Return);
    QCOMPARE(told.count(), 2);
}

void TstWidgets::filterIsClearedByEscape()
{
    FilterEdit edit(QStringLiteral("Filter names"));
    QSignalSpy told(&edit, &FilterEdit::filterChanged);
    QTest::keyClicks(&edit, QStringLiteral("a"));
    QTest::keyClick(&edit, Qt::Key_Return);
    QTest::keyClick(&edit, Qt::Key_Escape);
    QCOMPARE(told.last().first().toString(), QString());
    QVERIFY(!edit.clearFilter());
}

void TstWidgets::chipsFoldWhenNarrow()
{
    ChipBar bar;
    for (const char *name : {"Gates", "Configs", "Experiments"})
        bar.addChip(QString::fromLatin1(name))->setCount(3);
    bar.chips().at(1)->setChecked(true);
    bar.resize(600, 32);
    bar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bar));
    QVERIFY(!bar.isFolded());
    bar.resize(120, 32);
    QTRY_VERIFY_WITH_TIMEOUT(bar.isFolded(), 30000);
    auto *button = bar.findChild<ActionButton *>();
    QVERIFY(button->isVisible());
    QCOMPARE(button->text(), QStringLiteral("Filters (1)"));
    bar.resize(600, 32);
    QTRY_VERIFY_WITH_TIMEOUT(!bar.isFolded(), 30000);
}

void TstWidgets::chipSpeaksItsCount()
{
    Chip chip(QStringLiteral("Gates"));
    chip.setCount(6);
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&chip);
    QCOMPARE(accessible->text(QAccessible::Name), QStringLiteral("Gates, 6"));
    QCOMPARE(accessible->role(), QAccessible::CheckBox);
}

void TstWidgets::headerTurnsIntoStop()
{
    PageHeader header(QStringLiteral("Check"));
    header.setPrimaryAction(
        QStringLiteral("Check all"), Theme::Icon::Run, QKeySequence(Qt::CTRL | Qt::Key_Return));
    QSignalSpy run(&header, &PageHeader::primaryTriggered);
    QSignalSpy stop(&header, &PageHeader::stopTriggered);
    auto *button = header.findChild<ActionButton *>(QStringLiteral("primaryButton"));
    button->click();
    QCOMPARE(run.count(), 1);
    header.setBusy(QStringLiteral("Checking 1 of 9"));
    QCOMPARE(button->text(), QStringLiteral("Check all"));
    QTRY_COMPARE_WITH_TIMEOUT(button->text(), QStringLiteral("Stop"), 30000);
    button->click();
    QCOMPARE(stop.count(), 1);
    header.setBusy(QString());
    QCOMPARE(button->text(), QStringLiteral("Check all"));
}

void TstWidgets::disabledButtonSaysWhy()
{
    ActionButton button(QStringLiteral("Send 0 events"), ActionButton::Look::Primary);
    button.setDisabledReason(QStringLiteral("Add an event first"));
    QVERIFY(!button.isEnabled());
    QCOMPARE(button.toolTip(), QStringLiteral("Add an event first"));
    QCOMPARE(button.accessibleDescription(), QStringLiteral("Add an event first"));
    button.setDisabledReason(QString());
    QVERIFY(button.isEnabled());
    QCOMPARE(button.toolTip(), QString());
}

void TstWidgets::barShowsPlainText()
{
    InlineBar bar(InlineBar::Kind::Error);
    bar.setText(QStringLiteral("Refused (401)."), QStringLiteral("<b>Invalid</b> key"));
    QCOMPARE(bar.text(), QStringLiteral("Refused (401). <b>Invalid</b> key"));
    bar.setError({ErrorCode::Tls, QStringLiteral("Not trusted."), QStringLiteral("<img src=x>")});
    QCOMPARE(bar.toolTip(), QStringLiteral("<qt>&lt;img src=x&gt;</qt>"));
}

void TstWidgets::errorBeginsWithWhatHappened()
{
    const QString message = QStringLiteral("The server refused this key (401). It may be revoked.");
    InlineBar bar(InlineBar::Kind::Error);
    bar.setError({ErrorCode::Unauthorized, message, {}});
    QCOMPARE(bar.text(), message);
    QCOMPARE(bar.headline(), QStringLiteral("The server refused this key (401)."));
    bar.setError({ErrorCode::Unauthorized, QStringLiteral("It failed."), {}});
    QCOMPARE(bar.headline(), QString()); // one sentence needs no emphasis
}

void TstWidgets::jsonTreeGivesNamesTheirRoom()
{
    JsonTreeView tree(QStringLiteral("Value"));
    tree.resize(600, 200);
    tree.show();
    tree.setJson(R"({"a_rather_long_parameter_name":1,"b":{"c":2}})");
    const auto fits = [&tree](int column) { return tree.columnWidth(column) >= tree.wantedWidth(column); };
    QVERIFY(fits(JsonTreeModel::NameColumn));
    QVERIFY(fits(JsonTreeModel::TypeColumn));
    tree.resize(1400, 200); // a wider one gives what it gains to the values
    QVERIFY(fits(JsonTreeModel::NameColumn));
    QVERIFY(tree.columnWidth(JsonTreeModel::ValueColumn) > 800);
    tree.setTypesShown(false);
    QVERIFY(tree.isColumnHidden(JsonTreeModel::TypeColumn));
    tree.setJson(R"({"x":1})");
    QVERIFY(tree.isColumnHidden(JsonTreeModel::TypeColumn));
}

void TstWidgets::jsonTreeIsAsTallAsItsRows()
{
    JsonTreeView tree(QStringLiteral("Value"));
    tree.setFitsRows(5);
    tree.setJson(R"({"a":1,"b":{"c":2,"d":3}})");
    const int folded = tree.sizeHint().height();
    tree.expand(tree.model()->index(1, 0));
    const int row = Theme::instance().nestedRowHeight();
    QCOMPARE(tree.sizeHint().height(), folded + 2 * row);
    tree.setJson(R"({"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7})");
    QCOMPARE(tree.sizeHint().height(), folded + 3 * row); // five of seven
}

void TstWidgets::comboListShowsWholeEntries()
{
    QComboBox combo;
    combo.setFixedWidth(80);
    const QString longest = QStringLiteral("From the connection: development, as it says");
    combo.addItems({QStringLiteral("staging"), longest});
    combo.show();
    combo.showPopup();
    QVERIFY(combo.view()->width() >= combo.fontMetrics().horizontalAdvance(longest));
    combo.hidePopup();
}

void TstWidgets::pathBreaksBeforeItsSteps()
{
    const QString path = QStringLiteral("$.dynamic_configs['3921852239'].value");
    Sentence sentence(Theme::Font::Mono);
    sentence.setText({}, path);
    sentence.setIsPath(true);
    QCOMPARE(sentence.text(), path); // what is copied
    // Two lines of 19 characters would hold its 37; it takes three where no step is cut in two.
    const int width = sentence.fontMetrics().horizontalAdvance(QStringLiteral("$.dynamic_configs['")) + 2;
    const int line = sentence.heightForWidth(100 * width);
    QCOMPARE(sentence.heightForWidth(width), 3 * line);
    sentence.setIsPath(false);
    QCOMPARE(sentence.heightForWidth(width), 2 * line);
}

void TstWidgets::toolTipsShowWhatIsWritten()
{
    QCOMPARE(plainToolTip(QStringLiteral("a \"b\" & c")), QStringLiteral("a \"b\" & c"));
    for (const QString &text :
        {QStringLiteral("<b>bold</b>"), QStringLiteral("&lt;b&gt;"), QString(300, u'"')}) {
        QTextDocument shown;
        shown.setHtml(plainToolTip(text));
        QCOMPARE(shown.toPlainText(), text);
    }
}

void TstWidgets::jsonTokens_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("kinds");
    QTest::newRow("member") << QStringLiteral("  \"a\": \"b\",") << QStringLiteral("k:t,");
    QTest::newRow("number") << QStringLiteral("\"n\" : -1.5e+3") << QStringLiteral("k:l");
    QTest::newRow("literals") << QStringLiteral("[true, null]") << QStringLiteral("[l,l]");
    QTest::newRow("escaped quote") << QStringLiteral("\"a\\\"b\": 1") << QStringLiteral("k:l");
    QTest::newRow("unclosed") << QStringLiteral("\"a\\") << QStringLiteral("t");
    QTest::newRow("empty") << QString() << QString();
}

namespace {

/// A letter for each token, punctuation as it is.
QString printedTokens(const QString &line, bool isInString)
{
    QString found;
    for (const JsonToken &token : Gatescope::jsonTokens(line, isInString)) {
        switch (token.kind) {
        case JsonTokenKind::Key:
            found += u'k';
            break;
        case JsonTokenKind::Text:
            found += u't';
            break;
        case JsonTokenKind::Literal:
            found += u'l';
            break;
        case JsonTokenKind::Punctuation:
            found += line.mid(token.start, 1);
            break;
        }
        if (token.start + token.length > line.size())
            found += QStringLiteral(" too long");
    }
    return found;
}

} // namespace

void TstWidgets::jsonTokens()
{
    QFETCH(const QString, line);
    QTEST(printedTokens(line, false), "kinds");
}

void TstWidgets::jsonTokensOfAPart()
{
    QCOMPARE(printedTokens(QStringLiteral("a [ 1, \\\" b\", 2"), true), QStringLiteral("t,l"));
    QCOMPARE(printedTokens(QStringLiteral("\": 2"), true), QStringLiteral("k:l"));
    QCOMPARE(printedTokens(QStringLiteral("all of it"), true), QStringLiteral("t"));
}

void TstWidgets::longTextComesInPieces()
{
    QByteArray text = "[\n";
    while (text.size() < 3 * CodeView::firstPiece)
        text += "  \"a value\",\n";
    text += "  0\n]";
    CodeView view(QStringLiteral("Response"));
    view.setText(text);
    QVERIFY(!view.isWhole());
    QVERIFY(view.textEdit()->toPlainText().size() <= CodeView::firstPiece);
    view.showAll();
    QTRY_VERIFY_WITH_TIMEOUT(view.isWhole(), 30000);
    QCOMPARE(view.shownText(), QString::fromUtf8(text));
    view.setText("{}");
    QVERIFY(view.isWhole());
    QCOMPARE(view.textEdit()->toPlainText(), QStringLiteral("{}"));
}

void TstWidgets::piecesKeepCharactersWhole()
{
    const QString text = QString(CodeView::firstPiece, QChar(0x20ac)); // three bytes each, no line break
    CodeView view(QStringLiteral("Response"));
    view.setText(text.toUtf8());
    QVERIFY(!view.textEdit()->toPlainText().contains(QChar(QChar::ReplacementCharacter)));
    view.showAll();
    QTRY_VERIFY_WITH_TIMEOUT(view.isWhole(), 30000);
    QCOMPARE(view.shownText(), text);
}

void TstWidgets::longLinesAreBroken_data()
{
    constexpr int most = LongLines::longest;
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("lengths"); ///< of the lines as shown
    QTest::newRow("short") << QStringLiteral("a\n\nb") << QList<int> {1, 0, 1};
    QTest::newRow("no place is good") << QString(2 * most + 5, u'x') << QList<int> {most, most, 5};
    QTest::newRow("as long as a line may be")
        << QString(most, u'x') + u'\n' + QString(most, u'y') << QList<int> {most, most};
    QTest::newRow("after a word") << QString(most - 50, u'x') + u' ' + QString(100, u'y')
                                  << QList<int> {most - 49, 100};
    QTest::newRow("not after an early word")
        << QString(100, u'x') + u' ' + QString(most, u'y') << QList<int> {most, 101};
    QTest::newRow("not after a comma in text")
        << u'"' + QString(most - 50, u'x') + u',' + QString(100, u'y') << QList<int> {most, 52};
    QTest::newRow("not within a character")
        << QString(most - 1, u'x') + QString::fromUtf8("\xf0\x9f\x98\x80") << QList<int> {most + 1};
    QTest::newRow("not within an escape")
        << u'"' + QString(most - 2, u'x') + QStringLiteral("\\\"yz") << QList<int> {most + 1, 2};
    QTest::newRow("ends of other systems")
        << QStringLiteral("a\r\nb\rc") + QString(most, u'x') << QList<int> {1, 1, most, 1};
}

void TstWidgets::longLinesAreBroken()
{
    QFETCH(const QString, text);
    CodeView view(QStringLiteral("Response"));
    view.setText(text.toUtf8());
    QList<int> lengths;
    const QTextDocument *document = view.textEdit()->document();
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next())
        lengths << int(block.text().size());
    QTEST(lengths, "lengths");
    QString asGiven = text;
    asGiven.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    QCOMPARE(view.shownText(), asGiven);
}

/// What is selected is copied without breaks that are only shown; and over parts, which come one by one.
void TstWidgets::brokenLinesAreCopiedWhole()
{
    QString text = QStringLiteral("first\n");
    while (text.size() < 2 * CodeView::firstPiece)
        text += QStringLiteral("abcdefghijk");
    text += QStringLiteral("\nlast");
    CodeView view(QStringLiteral("Response"));
    view.setText(text.toUtf8(), CodeView::Syntax::Plain);
    view.showAll();
    QTRY_VERIFY_WITH_TIMEOUT(view.isWhole(), 30000);
    QCOMPARE(view.shownText(), text);
    view.textEdit()->selectAll();
    view.textEdit()->copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), text);
    QTextCursor cursor = view.textEdit()->textCursor();
    cursor.setPosition(3); // fir|st
    const int newline = 1;
    const int broken = 1;
    cursor.setPosition(5 + newline + LongLines::longest + broken + 2, QTextCursor::KeepAnchor);
    view.textEdit()->setTextCursor(cursor);
    view.textEdit()->copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), text.mid(3, 2 + newline + LongLines::longest + 2));
}

void TstWidgets::segmentsMoveByArrow()
{
    Segmented choice(QStringLiteral("View of the user"));
    choice.addSegment(QStringLiteral("Form"));
    choice.addSegment(QStringLiteral("JSON"));
    QSignalSpy chosen(&choice, &Segmented::chosen);
    choice.show();
    QVERIFY(QTest::qWaitForWindowExposed(&choice));
    choice.segment(0)->setFocus();
    QTest::keyClick(choice.segment(0), Qt::Key_Right);
    QCOMPARE(choice.current(), 1);
    QCOMPARE(chosen.count(), 1);
    choice.setCurrent(0);
    QCOMPARE(chosen.count(), 1);
}

namespace {

class DrawerPreferences : public Preferences
{
public:
    PreferenceValues values() const override { return {}; }
    void setValues(const PreferenceValues &) override { }
    QByteArray viewState(const QString &key) const override { return m_states.value(key); }
    void setViewState(const QString &key, const QByteArray &state) override { m_states[key] = state; }

private:
    QHash<QString, QByteArray> m_states;
};

QSplitter *shownSplitter(Preferences &preferences, QWidget *parent)
{
    auto *splitter = new QSplitter(parent);
    splitter->addWidget(new QWidget);
    splitter->addWidget(new QWidget);
    splitter->resize(400, 100);
    rememberSplitter(splitter, preferences, QStringLiteral("test"), {300, 100});
    splitter->show();
    return splitter;
}

} // namespace

void TstWidgets::splitterIsRemembered()
{
    DrawerPreferences preferences;
    QWidget window;
    window.resize(400, 100);
    window.show();
    QSplitter *first = shownSplitter(preferences, &window);
    QVERIFY(qAbs(first->sizes().first() - 300) < 5);
    first->setSizes({120, 279});
    Q_EMIT first->splitterMoved(120, 1);
    QSplitter *second = shownSplitter(preferences, &window);
    QCOMPARE(second->sizes(), first->sizes());
    QTest::mouseDClick(second->handle(1), Qt::LeftButton);
    QVERIFY(qAbs(second->sizes().first() - 300) < 5);
}

namespace {

void addCells(
    QStandardItemModel &model, const QString &name, const Mark &live, const QString &rule, bool differs)
{
    auto *nameItem = new QStandardItem(name);
    nameItem->setData(toVariant(Theme::Icon::Gate), CellRole::Icon);
    nameItem->setData(toVariant(Theme::Font::Mono), CellRole::Font);
    nameItem->setData(QStringLiteral("1571215381"), CellRole::Suffix);
    auto *liveItem = new QStandardItem;
    for (const int role : {int(Qt::DisplayRole), int(CellRole::Icon), int(CellRole::IconColor),
             int(CellRole::TextColor), int(CellRole::Font)})
        liveItem->setData(markData(live, role), role);
    liveItem->setData(differs ? QStringLiteral("differs") : QStringLiteral("agrees"), CellRole::Note);
    liveItem->setData(toVariant(differs ? Theme::Icon::Differs : Theme::Icon::Agrees), CellRole::NoteIcon);
    if (differs) {
        liveItem->setData(toVariant(Theme::Color::Warning), CellRole::NoteColor);
        liveItem->setData(true, CellRole::NoteIsTag);
    }
    auto *time = new QStandardItem(QStringLiteral("12 ms"));
    time->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    time->setData(toVariant(Theme::Font::Mono), CellRole::Font);
    model.appendRow({nameItem, liveItem, new QStandardItem(rule), time});
}

QWidget *galleryTable(QWidget *parent)
{
    auto *view = new DataView(DataView::Shape::Table, QStringLiteral("Results"), parent);
    auto *model = new QStandardItemModel(view);
    model->setHorizontalHeaderLabels(
        {QStringLiteral("Name"), QStringLiteral("Live"), QStringLiteral("Rule"), QStringLiteral("Time")});
    model->setHeaderData(3, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    addCells(*model, QStringLiteral("checkout_v2"), Marks::negative(QStringLiteral("Off")),
        QStringLiteral("DE rollout"), false);
    addCells(*model, QStringLiteral("free_shipping_banner"), Marks::positive(QStringLiteral("On")),
        QStringLiteral("Everyone"), true);
    addCells(*model, QStringLiteral("vip_customers"), Marks::cannotTell(QStringLiteral("Cannot tell")),
        QString(), false);
    addCells(*model, QStringLiteral("holdout_2026_h2"), Marks::neutral(QStringLiteral("Not held out")),
        QStringLiteral("No rule matched"), false);
    view->setModel(model);
    view->setSortable(true);
    view->header()->resizeSection(0, 260);
    view->header()->resizeSection(1, 240);
    view->setCurrentIndex(model->index(1, 0));
    view->setMinimumHeight(Theme::instance().scaled(160));
    return view;
}

QWidget *galleryTree(QWidget *parent)
{
    auto *view = new DataView(DataView::Shape::Tree, QStringLiteral("Entities"), parent);
    auto *model = new QStandardItemModel(view);
    model->setHorizontalHeaderLabels({QStringLiteral("Name"), QStringLiteral("Value")});
    auto *group = new QStandardItem(QStringLiteral("Feature gates"));
    group->setData(true, CellRole::GroupRow);
    group->setData(QStringLiteral("6 · 3 on, 3 off"), CellRole::Suffix);
    auto *child = new QStandardItem(QStringLiteral("4000174330"));
    child->setData(toVariant(Theme::Icon::CannotTell), CellRole::Icon);
    child->setData(toVariant(Theme::Color::Undetermined), CellRole::IconColor);
    child->setData(toVariant(Theme::Font::Mono), CellRole::Font);
    child->setData(QStringLiteral("name unknown"), CellRole::Tag);
    child->setData(toVariant(Theme::Color::Undetermined), CellRole::TagColor);
    group->appendRow({child, new QStandardItem(QStringLiteral("4 keys"))});
    model->appendRow({group, new QStandardItem});
    view->setModel(model);
    view->expandAll();
    view->header()->resizeSection(0, 320);
    view->setMinimumHeight(Theme::instance().scaled(110));
    return view;
}

QWidget *galleryControls(QWidget *parent)
{
    auto *panel = new Panel(Theme::Color::Surface, Qt::BottomEdge, parent);
    auto *row = new QHBoxLayout(panel);
    row->addWidget(new FilterEdit(QStringLiteral("Filter names and values")));
    auto *field = new QLineEdit(QStringLiteral("u_48213"));
    row->addWidget(field);
    auto *combo = new QComboBox;
    combo->addItems({QStringLiteral("development"), QStringLiteral("production")});
    row->addWidget(combo);
    auto *editable = new QComboBox;
    editable->setEditable(true);
    editable->addItem(QStringLiteral("staging"));
    row->addWidget(editable);
    auto *spin = new QSpinBox;
    row->addWidget(spin);
    auto *box = new QCheckBox(QStringLiteral("Check again"));
    box->setChecked(true);
    row->addWidget(box);
    row->addWidget(new QCheckBox(QStringLiteral("Off")));
    auto *radio = new QRadioButton(QStringLiteral("Now"));
    radio->setChecked(true);
    row->addWidget(radio);
    auto *toggle = new Toggle(QStringLiteral("Exposures"));
    row->addWidget(toggle);
    auto *on = new Toggle(QStringLiteral("Exposures"));
    on->setChecked(true);
    row->addWidget(on);
    auto *form = new Segmented(QStringLiteral("View of the user"));
    form->addSegment(QStringLiteral("Form"));
    form->addSegment(QStringLiteral("JSON"));
    row->addWidget(form);
    return panel;
}

QWidget *galleryChips(QWidget *parent)
{
    auto *bar = new ChipBar(parent);
    auto *all = bar->addChip(QStringLiteral("All"));
    all->setCount(9);
    all->setChecked(true);
    auto *on = bar->addChip(QStringLiteral("On or in"));
    on->setThemeIcon(Theme::Icon::On, Theme::Color::Pass);
    on->setCount(4);
    bar->addSeparator();
    auto *unknown = bar->addChip(QStringLiteral("Cannot tell"));
    unknown->setThemeIcon(Theme::Icon::CannotTell, Theme::Color::Undetermined);
    unknown->setCount(1);
    return bar;
}

QWidget *galleryButtons(QWidget *parent)
{
    auto *panel = new Panel(Theme::Color::Background, {}, parent);
    auto *row = new QHBoxLayout(panel);
    auto *small = new ActionButton(QStringLiteral("Replace the key"));
    small->setSmall(true);
    row->addWidget(small);
    auto *plain = new ActionButton(QStringLiteral("Add all"));
    plain->setKeyCap(QKeySequence(QStringLiteral("Ctrl+Shift+A")));
    row->addWidget(plain);
    auto *flat = new ActionButton(QStringLiteral("Copy as cURL"), ActionButton::Look::Flat);
    flat->setThemeIcon(Theme::Icon::Copy);
    row->addWidget(flat);
    row->addWidget(new ActionButton(Theme::Icon::Undo, QStringLiteral("Undo")));
    row->addWidget(new ActionButton(Theme::Icon::More, QStringLiteral("More")));
    row->addWidget(new ActionButton(QStringLiteral("Show the exchange"), ActionButton::Look::Link));
    auto *disabled = new ActionButton(QStringLiteral("Send 0 events"), ActionButton::Look::Primary);
    disabled->setThemeIcon(Theme::Icon::Send);
    disabled->setDisabledReason(QStringLiteral("Add an event first"));
    row->addWidget(disabled);
    row->addWidget(new VerdictTag(Marks::positive(QStringLiteral("In"))));
    row->addWidget(new VerdictTag(Marks::negative(QStringLiteral("Off"))));
    row->addWidget(new VerdictMark(Marks::error(QStringLiteral("Refused"))));
    auto *tabs = new QTabBar;
    for (const char *name : {"Request", "Response", "Headers"})
        tabs->addTab(QString::fromLatin1(name));
    tabs->setCurrentIndex(1);
    row->addWidget(tabs);
    row->addStretch(1);
    return panel;
}

QWidget *galleryIcons(QWidget *parent)
{
    auto *panel = new Panel(Theme::Color::Surface, {}, parent);
    auto *grid = new QGridLayout(panel);
    const QMetaEnum icons = QMetaEnum::fromType<Theme::Icon>();
    for (int i = 0; i < icons.keyCount(); ++i) {
        auto *button = new ActionButton(Theme::Icon(icons.value(i)), QString::fromLatin1(icons.key(i)));
        grid->addWidget(button, i / 29, i % 29);
    }
    return panel;
}

QWidget *gallery(QWidget *parent)
{
    auto *page = new Panel(Theme::Color::Surface, {}, parent);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *header = new PageHeader(QStringLiteral("Check"));
    header->setSubtitle(QStringLiteral("9 items for Mina"));
    header->addTool(new QCheckBox(QStringLiteral("Check again when the user changes")));
    header->setPrimaryAction(
        QStringLiteral("Check all"), Theme::Icon::Run, QKeySequence(Qt::CTRL | Qt::Key_Return));
    column->addWidget(header);
    auto *error = new InlineBar(InlineBar::Kind::Error);
    error->setText(QStringLiteral("The server refused this key (401)."),
        QStringLiteral(
            "The key ending in …f3Qa may be revoked, or belong to another project. Nothing was logged."));
    error->addAction(QStringLiteral("Replace the key"));
    error->addAction(QStringLiteral("Try again"));
    error->addLink(QStringLiteral("Show the exchange"));
    error->setClosable(true);
    column->addWidget(error);
    auto *unknown = new InlineBar(InlineBar::Kind::Undetermined);
    unknown->setText(QStringLiteral("1 of 12 hashes has no known name: the specs do not contain it."));
    unknown->setActionsBeside(true);
    unknown->addLink(QStringLiteral("Add a list of names"));
    column->addWidget(unknown);
    auto *warning = new InlineBar(InlineBar::Kind::Warning, InlineBar::Density::Compact);
    warning->setText(QStringLiteral("level is text; rule “Gold tier” compares numbers."));
    warning->addLink(QStringLiteral("Make it a number"));
    warning->setMaximumWidth(Theme::instance().scaled(300));
    column->addWidget(warning);
    column->addWidget(galleryControls(page));
    column->addWidget(galleryChips(page));
    column->addWidget(galleryButtons(page));
    column->addWidget(galleryTable(page));
    column->addWidget(galleryTree(page));
    auto *empty = new EmptyState(Theme::Icon::Check, QStringLiteral("Check what one user gets, and why"));
    empty->setText(QStringLiteral("Checking logs no exposures while the switch above is off."));
    const int first = empty->addStep(QStringLiteral("Choose where to ask"),
        QStringLiteral("The built-in sandbox has a sample shop and needs no key."));
    empty->addButton(first, QStringLiteral("Use the sandbox"), true);
    empty->addButton(first, QStringLiteral("Add a connection"));
    const int second = empty->addStep(QStringLiteral("Describe a user"),
        QStringLiteral("Fill in the form on the left, or start from a sample."));
    empty->addButton(second, QStringLiteral("Use a sample user"));
    empty->setFootnote(QStringLiteral("You can also paste a user as JSON into the form."));
    column->addWidget(empty);
    column->addWidget(galleryIcons(page));
    auto *code = new CodeView(QStringLiteral("Response"));
    code->setText("{\n  \"name\": \"checkout_button_copy\",\n  \"delay_ms\": 120,\n  \"show\": true\n}");
    code->setMinimumHeight(Theme::instance().scaled(110));
    column->addWidget(code);
    return page;
}

} // namespace

void TstWidgets::gallery_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("percent");
    QTest::newRow("light") << false << 100;
    QTest::newRow("dark") << true << 100;
    QTest::newRow("light-150") << false << 150;
    QTest::newRow("dark-150") << true << 150;
}

void TstWidgets::gallery()
{
    QFETCH(bool, dark);
    QFETCH(int, percent);
    Theme::instance().apply(look(dark, percent));
    const std::unique_ptr<QWidget> page(::gallery(nullptr));
    page->resize(1180 * percent / 100, page->sizeHint().height());
    page->show();
    QVERIFY(QTest::qWaitForWindowExposed(page.get()));
    const QPixmap picture = page->grab();
    QVERIFY(!picture.isNull());
    const QString folder = qEnvironmentVariable("GATESCOPE_GALLERY");
    if (!folder.isEmpty())
        QVERIFY(picture.save(folder + u'/' + QLatin1String("widgets-")
            + QLatin1String(QTest::currentDataTag()) + QLatin1String(".png")));
    QMenu menu;
    QAction *checked = menu.addAction(QStringLiteral("Check again"));
    checked->setCheckable(true);
    checked->setChecked(true);
    menu.addAction(Theme::instance().icon(Theme::Icon::Paste), QStringLiteral("Paste a user"))
        ->setShortcut(QKeySequence(QStringLiteral("Ctrl+V")));
    menu.addSeparator();
    menu.addAction(QStringLiteral("Remove"))->setEnabled(false);
    menu.addMenu(QStringLiteral("Use a sample user"));
    menu.setActiveAction(checked);
    menu.resize(menu.sizeHint());
    QComboBox combo;
    combo.addItems({QStringLiteral("production"), QStringLiteral("staging"), QStringLiteral("development")});
    combo.show();
    combo.showPopup();
    QMenuBar bar;
    bar.addMenu(QStringLiteral("&File"));
    bar.addMenu(QStringLiteral("&Edit"));
    bar.resize(200, bar.sizeHint().height());
    if (!folder.isEmpty()) {
        const QString tag = QLatin1String(QTest::currentDataTag());
        QVERIFY(menu.grab().save(folder + QStringLiteral("/menu-") + tag + QStringLiteral(".png")));
        QVERIFY(combo.view()->window()->grab().save(
            folder + QStringLiteral("/popup-") + tag + QStringLiteral(".png")));
        QVERIFY(bar.grab().save(folder + QStringLiteral("/bar-") + tag + QStringLiteral(".png")));
    }
    combo.hidePopup();
    Theme::instance().apply(look(false, 100));
}

GATESCOPE_TEST(TstWidgets)
#include "tst_widgets.moc"
