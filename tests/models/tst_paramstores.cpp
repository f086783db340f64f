// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include <models/items/entitydetails.h>
#include <models/items/specsmodel.h>
#include <tests/support/smallproject.h>
#include <tests/support/testregistry.h>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Gatescope;

class TstParamStores : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void storeInWords();
    void whatAStoreReads();
    void entitiesKnowTheirStores();
    void itemsAndPlaces();
    void whereNamesLead();
    void listedLast();
    void searched_data();
    void searched();
    void otherShapes_data();
    void otherShapes();
    void lastOfANameCounts();
};

namespace {

SpecsIndexPtr indexOf(const QByteArray &payload)
{
    const ProjectPtr project = Test::compiled(payload);
    return project ? std::make_shared<const SpecsIndex>(project) : nullptr;
}

EntityDetailsPtr storefront(const SpecsIndex &specs)
{
    const auto item = specs.find(StoreRef {QStringLiteral("storefront")});
    return item ? entityDetails(specs, *item) : nullptr;
}

/// "link name: note", those that are missing with an exclamation mark.
QStringList printedLinks(const QList<EntityLink> &links)
{
    QStringList lines;
    for (const EntityLink &link : links)
        lines.append(QStringLiteral("%1 %2: %3%4")
                .arg(listedWords(link.kind), link.name, link.note,
                    link.isMissing ? QStringLiteral("!") : QString()));
    return lines;
}

/// A payload whose parameter stores are these.
QByteArray withStores(const QByteArray &stores)
{
    QByteArray payload = Test::smallProjectJson();
    const QByteArray member = "\"param_stores\": " + stores + ", \"experiment_to_layer\"";
    return payload.replace("\"experiment_to_layer\"", member);
}

} // namespace

void TstParamStores::storeInWords()
{
    const SpecsIndexPtr specs = indexOf(Test::smallProjectWithStoreJson());
    QVERIFY(specs);
    const EntityDetailsPtr read = storefront(*specs);
    QVERIFY(read);
    QCOMPARE(read->name, QStringLiteral("storefront"));
    QVERIFY(!read->kind && !read->status && !read->entity());
    QCOMPARE(read->apps, (QStringList {QStringLiteral("web"), QStringLiteral("ios")}));
    QCOMPARE(read->source.member("version").toInt64(), std::optional<qint64>(4));
    QStringList lines;
    for (const StoreRow &row : read->parameters)
        lines.append(QStringLiteral("%1, %2: %3").arg(row.name, row.type, plainText(row.words)));
    const QStringList expected {
        QStringLiteral("currency, string: \"EUR\" for everyone"),
        QStringLiteral("note, string: \"New\" if gate checkout_v2 is on, else \"\""),
        QStringLiteral("boost, number: boost of dynamic config search_ranking"),
        QStringLiteral("label, string: label of experiment button_copy"),
        QStringLiteral("delay, number: delay_ms of experiment button_copy"),
        QStringLiteral("buy_label, string: label of layer checkout_flow"),
        QStringLiteral("staff, boolean: true if gate staff is on, else false"),
        QStringLiteral("old, string: An unknown source, \"gated_value\""),
        QStringLiteral("lost, number: 1 if gate gone (not in these specs) is on, else no value"),
    };
    QCOMPARE(lines, expected);
    // The entity in the words is a link to it.
    const Phrases &words = read->parameters[3].words;
    QCOMPARE(words.last().style, Phrase::Style::Link);
    QCOMPARE(words.last().link, (EntityRef {SpecTable::DynamicConfigs, QStringLiteral("button_copy")}));
}

void TstParamStores::whatAStoreReads()
{
    const SpecsIndexPtr specs = indexOf(Test::smallProjectWithStoreJson());
    QVERIFY(specs);
    const EntityDetailsPtr read = storefront(*specs);
    const QStringList expected {
        QStringLiteral("gate checkout_v2: parameter note"),
        QStringLiteral("dynamic config search_ranking: parameter boost"),
        QStringLiteral("experiment button_copy: parameters label, delay"),
        QStringLiteral("layer checkout_flow: parameter buy_label"),
        QStringLiteral("segment staff: parameter staff"),
        QStringLiteral("gate gone: parameter lost, not in these specs!"),
    };
    QCOMPARE(printedLinks(read->dependsOn), expected);
    QCOMPARE(read->dependsOn[4].place,
        SpecsPlace(EntityRef {SpecTable::FeatureGates, QStringLiteral("segment:staff")}));
    QVERIFY(read->usedBy.isEmpty());
}

void TstParamStores::entitiesKnowTheirStores()
{
    const SpecsIndexPtr specs = indexOf(Test::smallProjectWithStoreJson());
    QVERIFY(specs);
    const auto usedBy = [&](SpecTable table, const char *name) {
        return entityDetails(*specs, std::uint32_t(specs->project()->find(table, name)))->usedBy;
    };
    const QList<EntityLink> ofExperiment = usedBy(SpecTable::DynamicConfigs, "button_copy");
    QCOMPARE(printedLinks(ofExperiment),
        (QStringList {QStringLiteral("layer checkout_flow: gives 3 of 1,000 buckets"),
            QStringLiteral("parameter store storefront: parameters label, delay")}));
    QCOMPARE(ofExperiment.last().place, SpecsPlace(StoreRef {QStringLiteral("storefront")}));
    QCOMPARE(printedLinks(usedBy(SpecTable::FeatureGates, "segment:staff")),
        (QStringList {QStringLiteral("gate checkout_v2: rule 1"),
            QStringLiteral("parameter store storefront: parameter staff")}));
    QVERIFY(usedBy(SpecTable::FeatureGates, "old_banner").isEmpty());
}

void TstParamStores::itemsAndPlaces()
{
    const SpecsIndexPtr specs = indexOf(Test::smallProjectWithStoreJson());
    QVERIFY(specs);
    QCOMPARE(specs->count(), size_t(8));
    QCOMPARE(ParamStores::count(*specs->project()), size_t(1));
    for (std::uint32_t item = 0; item < specs->count(); ++item) {
        QCOMPARE(specs->find(specs->placeOf(item)), std::optional(item));
        QCOMPARE(specs->storeAt(item) != nullptr, item == 7);
    }
    QCOMPARE(specs->find(StoreRef {QStringLiteral("checkout_v2")}), std::nullopt);
    QCOMPARE(specs->find(EntityRef {SpecTable::FeatureGates, QStringLiteral("storefront")}), std::nullopt);
}

void TstParamStores::whereNamesLead()
{
    const ProjectPtr specs = Test::compiled(Test::smallProjectWithStoreJson());
    const QString store = QStringLiteral("storefront");
    const QString gate = QStringLiteral("checkout_v2");
    QCOMPARE(storePlace(specs, store), std::optional<SpecsPlace>(StoreRef {store}));
    QCOMPARE(entityPlace(specs, SpecTable::FeatureGates, gate),
        std::optional<SpecsPlace>(EntityRef {SpecTable::FeatureGates, gate}));
    QCOMPARE(specsSubject(StoreRef {store}).value<StoreRef>(), StoreRef {store});
    // Names are of one kind only; and without specs or stores they lead nowhere.
    QVERIFY(!storePlace(specs, gate) && !entityPlace(specs, SpecTable::FeatureGates, store));
    QVERIFY(!entityPlace(specs, SpecTable::LayerConfigs, gate));
    QVERIFY(!storePlace(nullptr, store) && !storePlace(Test::smallProject(), store));
}

void TstParamStores::listedLast()
{
    SpecsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setIndex(indexOf(Test::smallProjectWithStoreJson()));
    const QModelIndex group = model.index(model.rowCount() - 1, 0);
    QCOMPARE(group.data().toString(), QStringLiteral("Parameter stores"));
    QCOMPARE(group.data(SpecsModel::MarkRole).toString(), QStringLiteral("1"));
    QCOMPARE(group.data(SpecsModel::KindRole).value<ListedKind>(), ListedKind());
    const QModelIndex store = model.index(0, 0, group);
    QCOMPARE(store.data().toString(), QStringLiteral("storefront"));
    QCOMPARE(store.data(Qt::AccessibleTextRole).toString(), QStringLiteral("storefront, parameter store"));
    QCOMPARE(store.data(SpecsModel::MarkRole).toString(), QString());
    QCOMPARE(model.totalCount(), 8);
    model.setFilter(QStringLiteral("STORE"));
    QCOMPARE(model.shownCount(), 1);
    QVERIFY(model.indexOf(7).isValid());
}

void TstParamStores::searched_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("where");
    QTest::newRow("name") << "storef" << QString();
    QTest::newRow("parameter") << "CURR" << "parameter currency";
    QTest::newRow("value") << "eur" << "parameter currency";
    QTest::newRow("value of a gate") << "new" << "parameter note";
    QTest::newRow("entity") << "search_rank" << "parameter boost";
    QTest::newRow("parameter of an entity") << "delay_ms" << "parameter delay";
    QTest::newRow("not in it") << "DE rollout" << "-";
    QTest::newRow("no word of the format") << "ref_type" << "-";
    QTest::newRow("no kind of source") << "dynamic_config" << "-";
}

void TstParamStores::searched()
{
    QFETCH(const QString, text);
    const SpecsIndexPtr specs = indexOf(Test::smallProjectWithStoreJson());
    QVERIFY(specs);
    const SpecsHits hits = searchSpecs(*specs, text);
    QTEST(hits.contains(7) ? hits[7].where : QStringLiteral("-"), "where");
}

void TstParamStores::otherShapes_data()
{
    QTest::addColumn<QByteArray>("stores");
    QTest::addColumn<QStringList>("words");
    QTest::newRow("null") << QByteArray("null") << QStringList();
    QTest::newRow("a list") << QByteArray(R"([{"parameters": {}}])") << QStringList();
    QTest::newRow("no object") << QByteArray(R"({"s": 7})") << QStringList {QStringLiteral("s")};
    QTest::newRow("parameters in a list")
        << QByteArray(R"({"s": {"parameters": [1]}})") << QStringList {QStringLiteral("s")};
    QTest::newRow("no source") << QByteArray(R"({"s": {"parameters": {"p": 7}}})")
                               << QStringList {QStringLiteral("s"),
                                      QStringLiteral("p: The specs do not say where it comes from")};
    QTest::newRow("source of another type")
        << QByteArray(R"({"s": {"parameters": {"p": {"ref_type": 7}}}})")
        << QStringList {QStringLiteral("s"), QStringLiteral("p: An unknown source, 7")};
    QTest::newRow("no names") << QByteArray(R"({"s": {"parameters": {"p": {"ref_type": "layer"}}}})")
                              << QStringList {QStringLiteral("s"),
                                     QStringLiteral("p: no parameter of layer without a name")};
}

void TstParamStores::otherShapes()
{
    QFETCH(const QByteArray, stores);
    const SpecsIndexPtr specs = indexOf(withStores(stores));
    QVERIFY(specs);
    QStringList words;
    for (auto item = std::uint32_t(specs->project()->specs().size()); item < specs->count(); ++item) {
        const EntityDetailsPtr read = entityDetails(*specs, item);
        words.append(read->name);
        for (const StoreRow &row : read->parameters)
            words.append(row.name + QStringLiteral(": ") + plainText(row.words));
        QVERIFY(read->dependsOn.isEmpty());
    }
    QTEST(words, "words");
    QCOMPARE(ParamStores::count(*specs->project()), specs->stores().all().size());
    searchSpecs(*specs, QStringLiteral("p"));
}

void TstParamStores::lastOfANameCounts()
{
    const SpecsIndexPtr specs = indexOf(withStores(R"({"s": {"version": 1}, "s": {"version": 2}})"));
    QVERIFY(specs);
    const auto item = specs->find(StoreRef {QStringLiteral("s")});
    QVERIFY(item);
    QCOMPARE(entityDetails(*specs, *item)->source.member("version").toInt64(), std::optional<qint64>(2));
}

GATESCOPE_TEST(TstParamStores)
#include "tst_paramstores.moc"
