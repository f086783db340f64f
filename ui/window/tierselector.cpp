// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "tierselector.h"

#include <ui/workspace.h>

#include <QSignalBlocker>

namespace Gatescope {

TierSelector::TierSelector(Workspace &workspace, QWidget *parent)
    : ToolCombo(parent)
    , m_workspace(workspace)
{
    setObjectName(QStringLiteral("tierComboBox"));
    setAccessibleName(tr("Tier"));
    setMaximumContentWidth(184);
    connect(&workspace, &Workspace::connectionChanged, this, &TierSelector::refill);
    connect(&workspace, &Workspace::userChanged, this, &TierSelector::refill);
    connect(this, &QComboBox::activated, this,
        [this](int index) { m_workspace.setTier(itemData(index).toString()); });
    refill();
}

void TierSelector::refill()
{
    const QString connectionTier = m_workspace.connection().tier;
    const QString tier = m_workspace.tier();
    QStringList tiers {productionTier.toString(), QStringLiteral("staging"), QStringLiteral("development")};
    if (const QString own = m_workspace.user().tier(); !own.isEmpty() && !tiers.contains(own))
        tiers.append(own);

    const QSignalBlocker blocker(this);
    clear();
    for (const QString &each : tiers)
        addItem(each, each);
    insertSeparator(count());
    addItem(connectionTier.isEmpty() ? tr("From the connection: none set")
                                     : tr("From the connection: %1").arg(connectionTier),
        QString());
    setCurrentIndex(m_workspace.user().tier().isEmpty() ? count() - 1 : findData(m_workspace.user().tier()));
    const bool isProduction = tier.compare(productionTier, Qt::CaseInsensitive) == 0;
    setFace(
        {std::nullopt, std::nullopt, tr("Tier"), tier.isEmpty() ? tr("not set") : tier, {}, isProduction});
}

} // namespace Gatescope
