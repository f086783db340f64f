// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "checksetup.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace Gatescope {

namespace {

template<class Value>
struct StoredName
{
    Value value;
    const char *name;
};

constexpr std::array storedKinds {StoredName {EntityKind::Gate, "gate"},
    StoredName {EntityKind::Segment, "segment"}, StoredName {EntityKind::Holdout, "holdout"},
    StoredName {EntityKind::DynamicConfig, "dynamic_config"},
    StoredName {EntityKind::Experiment, "experiment"}, StoredName {EntityKind::Autotune, "autotune"},
    StoredName {EntityKind::Layer, "layer"}};
constexpr std::array storedGates {StoredName {CheckAsk::Gates::OneByOne, "one_by_one"},
    StoredName {CheckAsk::Gates::Together, "together"}, StoredName {CheckAsk::Gates::Multiple, "multiple"}};
constexpr std::array storedExperiments {StoredName {CheckAsk::Experiments::GetExperiment, "get_experiment"},
    StoredName {CheckAsk::Experiments::GetConfig, "get_config"}};

template<class Names, class Value>
QString nameOfStored(const Names &names, Value value)
{
    for (const auto &stored : names)
        if (stored.value == value)
            return QString::fromLatin1(stored.name);
    return {};
}

template<class Names, class Value>
bool readStored(const Names &names, const QJsonValue &json, Value &value)
{
    for (const auto &stored : names)
        if (json.toString() == QLatin1String(stored.name)) {
            value = stored.value;
            return true;
        }
    return false;
}

} // namespace

QByteArray toJson(const CheckSetup &setup)
{
    QJsonArray items;
    for (const CheckItem &item : setup.items)
        items.append(QJsonObject {{QStringLiteral("kind"), nameOfStored(storedKinds, item.kind)},
            {QStringLiteral("name"), item.name}});
    const QJsonObject object {{QStringLiteral("items"), items},
        {QStringLiteral("gates"), nameOfStored(storedGates, setup.ask.gates)},
        {QStringLiteral("experiments"), nameOfStored(storedExperiments, setup.ask.experiments)},
        {QStringLiteral("checkAgain"), setup.checkAgain}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<CheckSetup> checkSetupFromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject object = document.object();
    CheckSetup setup;
    const QJsonArray items = object[QStringLiteral("items")].toArray();
    for (const QJsonValue &value : items) {
        CheckItem item {EntityKind::Gate, value[QStringLiteral("name")].toString()};
        if (readStored(storedKinds, value[QStringLiteral("kind")], item.kind) && !item.name.isEmpty())
            setup.items.append(item);
    }
    readStored(storedGates, object[QStringLiteral("gates")], setup.ask.gates);
    readStored(storedExperiments, object[QStringLiteral("experiments")], setup.ask.experiments);
    setup.checkAgain = object[QStringLiteral("checkAgain")].toBool();
    return setup;
}

} // namespace Gatescope
