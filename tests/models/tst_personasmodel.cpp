// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <tests/support/testregistry.h>

#include <models/items/personasmodel.h>

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace Gatescope;

namespace {

Persona listed(const char *id, const char *name, const QStringList &tags, const char *user)
{
    Persona persona;
    persona.id = QLatin1String(id);
    persona.name = QLatin1String(name);
    persona.tags = tags;
    persona.user = *StatsigUser::fromJson(QByteArray(user));
    return persona;
}

} // namespace

/// The personas as rows, and what editing and dragging them asks for.
class TstPersonasModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void says();
    void keepsItsRowsWhereOnlyContentsChange();
    void editingAsks();
    void tagsAreRead_data();
    void tagsAreRead();
    void draggingAsks_data();
    void draggingAsks();

private:
    std::unique_ptr<PersonasModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    QList<Persona> m_personas;
};

void TstPersonasModel::init()
{
    m_tester.reset();
    m_model = std::make_unique<PersonasModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_personas = {listed("mina", "Mina", {QStringLiteral("gold"), QStringLiteral("Berlin")},
                      R"({"userID":"u_1","privateAttributes":{"crm_id":"C-1","level":3}})"),
        listed("tom", "Tom", {}, R"({"customIDs":{"stableID":"s-2"}})"), listed("guest", "Guest", {}, "{}")};
    m_model->setPersonas(m_personas);
    m_model->setEditable(true);
}

void TstPersonasModel::says()
{
    QStringList lines;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < PersonasModel::columns; ++column)
            cells << m_model->index(row, column).data().toString();
        lines << cells.join(u'|');
    }
    QCOMPARE(lines,
        (QStringList {QStringLiteral("Mina|u_1|gold, Berlin|2|"), QStringLiteral("Tom|s-2|||"),
            QStringLiteral("Guest||||")}));
    QCOMPARE(m_model->index(0, 0).data(Qt::AccessibleTextRole).toString(),
        QStringLiteral("Mina, u_1, tags gold, Berlin, 2 private attributes"));
}

void TstPersonasModel::keepsItsRowsWhereOnlyContentsChange()
{
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    m_personas[1].name = QStringLiteral("Tom B.");
    m_model->setPersonas(m_personas);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(m_model->index(1, 0).data().toString(), QStringLiteral("Tom B."));
    m_personas.move(2, 0);
    m_model->setPersonas(m_personas);
    QCOMPARE(resets.count(), 1);
    QCOMPARE(m_model->rowOf(QStringLiteral("tom")), 2);
}

void TstPersonasModel::editingAsks()
{
    QSignalSpy asked(m_model.get(), &PersonasModel::editRequested);
    QVERIFY(!m_model->setData(m_model->index(1, PersonasModel::NameColumn), QStringLiteral("  ")));
    QVERIFY(!m_model->setData(m_model->index(1, PersonasModel::NameColumn), QStringLiteral("Tom")));
    QVERIFY(m_model->setData(m_model->index(1, PersonasModel::NameColumn), QStringLiteral(" Thomas ")));
    QCOMPARE(asked.takeFirst().first().value<Persona>().name, QStringLiteral("Thomas"));
    QVERIFY(m_model->setData(m_model->index(1, PersonasModel::TagsColumn), QStringLiteral("gold,Lyon")));
    QCOMPARE(asked.takeFirst().first().value<Persona>().tags.join(u'|'), QStringLiteral("gold|Lyon"));
    QVERIFY(!m_model->setData(m_model->index(1, PersonasModel::UserColumn), QStringLiteral("u_9")));
    // A line would lose the breaks of longer notes.
    m_personas[2].notes = QStringLiteral("one\ntwo");
    m_model->setPersonas(m_personas);
    QVERIFY(!m_model->flags(m_model->index(2, PersonasModel::NotesColumn)).testFlag(Qt::ItemIsEditable));
    QVERIFY(m_model->flags(m_model->index(1, PersonasModel::NotesColumn)).testFlag(Qt::ItemIsEditable));
    QCOMPARE(m_model->index(1, 0).data().toString(), QStringLiteral("Tom")); // asked, not done
}

void TstPersonasModel::tagsAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tags");
    QTest::newRow("none") << QStringLiteral(" ,, ") << QString();
    QTest::newRow("spaces") << QStringLiteral(" gold ,  new   user") << QStringLiteral("gold|new user");
    QTest::newRow("twice") << QStringLiteral("gold,Gold,Berlin") << QStringLiteral("gold|Berlin");
}

void TstPersonasModel::tagsAreRead()
{
    QFETCH(const QString, text);
    QFETCH(const QString, tags);
    QCOMPARE(tagsIn(text).join(u'|'), tags);
}

void TstPersonasModel::draggingAsks_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("before"); // the row it is dropped above
    QTest::addColumn<int>("to"); // −1: nothing is asked
    QTest::newRow("down to the end") << 0 << 3 << 2;
    QTest::newRow("down by one") << 0 << 2 << 1;
    QTest::newRow("up") << 2 << 0 << 0;
    QTest::newRow("where it is") << 1 << 1 << -1;
    QTest::newRow("below itself") << 1 << 2 << -1;
}

void TstPersonasModel::draggingAsks()
{
    QFETCH(const int, from);
    QFETCH(const int, before);
    QFETCH(const int, to);
    QSignalSpy asked(m_model.get(), &PersonasModel::moveRequested);
    const std::unique_ptr<QMimeData> mime(m_model->mimeData({m_model->index(from, 0)}));
    // Accepted, the view would remove the row.
    QVERIFY(!m_model->dropMimeData(mime.get(), Qt::MoveAction, before, 0, {}));
    QCOMPARE(asked.count(), to < 0 ? 0 : 1);
    if (to >= 0) {
        QCOMPARE(asked.first().at(0).toString(), m_personas.at(from).id);
        QCOMPARE(asked.first().at(1).toInt(), to);
    }
}

GATESCOPE_TEST(TstPersonasModel)
#include "tst_personasmodel.moc"
