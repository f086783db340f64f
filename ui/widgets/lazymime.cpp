// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "lazymime.h"

#include <ui/presenter/presenter.h>

#include <algorithm>

namespace Gatescope {

void LazyMime::offer(const QString &format, Make make)
{
    m_disguise = Presenter::instance().kept();
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
    if (offered == m_offers.end())
        return {};
    const QVariant content = offered->second();
    if (!m_disguise)
        return content;
    const bool isText = content.userType() == QMetaType::QString;
    const QByteArray shown =
        m_disguise->json(isText ? content.toString().toUtf8() : content.toByteArray(), m_within);
    return isText ? QVariant(QString::fromUtf8(shown)) : QVariant(shown);
}

} // namespace Gatescope
