// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/items/membersmodel.h>
#include <tests/support/testregistry.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Gatescope;

namespace {

QStringList printedMembers(const MembersModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < MembersModel::columns; ++column)
            cells << model.index(row, column).data().toString();
        lines << cells.join(QLatin1Char('|'));
    }
    return lines;
}

JsonMembers exampleMembers()
{
    return {{QStringLiteral("sku"), "\"TEE \\\"041\\\"\""}, {QStringLiteral("price"), "84.50"},
        {QStringLiteral("gift"), "true"}, {QStringLiteral("tags"), "[\"a\",\"b\"]"},
        {QStringLiteral("none"), "null"}};
}

} // namespace

class TstMembersModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsTypes();
    void editsKeepTheType();
    void changingTheTypeKeepsTheText();
    void whatIsNoNumberStaysAsTyped();
    void addsAndRemoves();
    void readOnlyRefuses();
    void settingIsNoEdit();
};

void TstMembersModel::showsTypes()
{
    MembersModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setMembers(exampleMembers());
    QCOMPARE(printedMembers(model),
        (QStringList {QStringLiteral("sku|text|TEE \"041\""), QStringLiteral("price|number|84.50"),
            QStringLiteral("gift|boolean|true"), QStringLiteral("tags|JSON|[\"a\",\"b\"]"),
            QStringLiteral("none|JSON|null")}));
}

void TstMembersModel::editsKeepTheType()
{
    MembersModel model;
    model.setMembers({{QStringLiteral("sku"), R"("a")"}});
    QSignalSpy edits(&model, &MembersModel::edited);
    QVERIFY(model.setData(model.index(0, MembersModel::ValueColumn), QStringLiteral("3")));
    QVERIFY(model.setData(model.index(0, MembersModel::KeyColumn), QStringLiteral("items")));
    QCOMPARE(model.members(), (JsonMembers {{QStringLiteral("items"), R"("3")"}}));
    QCOMPARE(printedMembers(model), QStringList(QStringLiteral("items|text|3")));
    QCOMPARE(edits.count(), 2);
}

void TstMembersModel::changingTheTypeKeepsTheText()
{
    MembersModel model;
    model.setMembers({{QStringLiteral("n"), R"("3.10")"}});
    const QModelIndex type = model.index(0, MembersModel::TypeColumn);
    QVERIFY(model.setData(type, int(MemberType::Number), MembersModel::TypeRole));
    QCOMPARE(model.members().first().json, QByteArray("3.10"));
    QVERIFY(model.setData(type, int(MemberType::Text), MembersModel::TypeRole));
    QCOMPARE(model.members().first().json, QByteArray(R"("3.10")"));
    QVERIFY(model.setData(type, int(MemberType::Boolean), MembersModel::TypeRole));
    QCOMPARE(model.members().first().json, QByteArray("false"));
}

void TstMembersModel::whatIsNoNumberStaysAsTyped()
{
    MembersModel model;
    model.setMembers({{QStringLiteral("n"), "1"}});
    QVERIFY(model.setData(model.index(0, MembersModel::ValueColumn), QStringLiteral("1,5")));
    QCOMPARE(model.members().first().json, QByteArray("1,5"));
    MembersModel again;
    again.setMembers(model.members());
    QCOMPARE(printedMembers(again), QStringList(QStringLiteral("n|number|1,5")));
}

void TstMembersModel::addsAndRemoves()
{
    MembersModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.append(), 0);
    QCOMPARE(model.append(), 1);
    QVERIFY(model.setData(model.index(1, MembersModel::KeyColumn), QStringLiteral("b")));
    QVERIFY(model.removeRow(0));
    QVERIFY(!model.removeRow(5));
    QCOMPARE(model.members(), (JsonMembers {{QStringLiteral("b"), R"("")"}}));
}

void TstMembersModel::readOnlyRefuses()
{
    MembersModel model;
    model.setMembers(exampleMembers());
    model.setReadOnly(true);
    QVERIFY(!model.setData(model.index(0, MembersModel::KeyColumn), QStringLiteral("x")));
    QVERIFY(!model.removeRow(0));
    QVERIFY(!model.index(0, MembersModel::KeyColumn).flags().testFlag(Qt::ItemIsEditable));
    QCOMPARE(model.members(), exampleMembers());
}

void TstMembersModel::settingIsNoEdit()
{
    MembersModel model;
    QSignalSpy edits(&model, &MembersModel::edited);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    model.setMembers(exampleMembers());
    model.setMembers(exampleMembers());
    QCOMPARE(edits.count(), 0);
    QCOMPARE(resets.count(), 1);
}

GATESCOPE_TEST(TstMembersModel)
#include "tst_membersmodel.moc"
