// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "specsplace.h"

#include "paramstores.h"

#include <QCoreApplication>

namespace Gatescope {

namespace {

struct SpecsPlaceText
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::SpecsPlace)
};

} // namespace

QString nameOf(const SpecsPlace &place)
{
    return std::visit([](const auto &ref) { return ref.name; }, place);
}

std::optional<SpecsPlace> entityPlace(const ProjectPtr &specs, SpecTable table, const QString &name)
{
    if (!specs || specs->find(table, name.toStdString()) < 0)
        return {};
    return EntityRef {table, name};
}

std::optional<SpecsPlace> storePlace(const ProjectPtr &specs, const QString &name)
{
    if (!specs || !ParamStores::contains(*specs, name))
        return {};
    return StoreRef {name};
}

QVariant specsSubject(const SpecsPlace &place)
{
    return std::visit([](const auto &ref) { return QVariant::fromValue(ref); }, place);
}

QString listedWords(ListedKind kind)
{
    return kind ? kindWords(*kind) : SpecsPlaceText::tr("parameter store");
}

QString listedPlural(ListedKind kind)
{
    return kind ? kindPlural(*kind) : SpecsPlaceText::tr("Parameter stores");
}

} // namespace Gatescope
