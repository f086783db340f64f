// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "specsplace.h"

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

QString listedWords(ListedKind kind)
{
    return kind ? kindWords(*kind) : SpecsPlaceText::tr("parameter store");
}

QString listedPlural(ListedKind kind)
{
    return kind ? kindPlural(*kind) : SpecsPlaceText::tr("Parameter stores");
}

} // namespace Gatescope
