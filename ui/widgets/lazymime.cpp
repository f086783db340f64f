// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "lazymime.h"

#include <algorithm>

namespace Gatescope {

void LazyMime::offer(const QString &format, Make make)
{
    m_offers.emplace_back(format, std::move(make));
}

void LazyMime::offerText(std::function<QString()> make)
{
    offer(QStringLiteral("text/plain"), [make = std::move(make)] { return QVariant(make()); });
}

QStringList LazyMime::formats() const
{
    QStringList formats;
    for (const auto &[format, make] : m_offers)
        formats << format;
    return formats;
}

QVariant LazyMime::retrieveData(const QString &format, QMetaType) const
{
    const auto offered = std::ranges::find(m_offers, format, &std::pair<QString, Make>::first);
    return offered == m_offers.end() ? QVariant() : offered->second();
}

} // namespace Gatescope
