// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "appearancepane.h"

#include <models/ports/preferences.h>
#include <ui/theme/theme.h>

#include <QComboBox>
#include <QFormLayout>
#include <QSpinBox>

namespace Gatescope {

AppearancePane::AppearancePane(Preferences &preferences, QWidget *parent)
    : QWidget(parent)
{
    const Theme &theme = Theme::instance();
    auto *choice = new QComboBox(this);
    choice->setObjectName(QStringLiteral("themeComboBox"));
    choice->setAccessibleName(tr("Theme"));
    choice->addItem(tr("Follow the system"), int(ThemeChoice::System));
    choice->addItem(tr("Light"), int(ThemeChoice::Light));
    choice->addItem(tr("Dark"), int(ThemeChoice::Dark));
    choice->setCurrentIndex(choice->findData(int(preferences.values().theme)));

    auto *size = new QSpinBox(this);
    size->setObjectName(QStringLiteral("fontPercentSpinBox"));
    size->setAccessibleName(tr("Text size in percent"));
    size->setRange(75, 200);
    size->setSingleStep(5);
    size->setSuffix(tr(" %"));
    size->setKeyboardTracking(false);
    size->setValue(preferences.values().fontPercent);

    auto *form = new QFormLayout(this);
    form->setContentsMargins(theme.scaled(16), theme.scaled(16), theme.scaled(16), theme.scaled(16));
    form->setHorizontalSpacing(theme.scaled(16));
    form->setVerticalSpacing(theme.scaled(8));
    for (QWidget *field : {static_cast<QWidget *>(choice), static_cast<QWidget *>(size)})
        field->setMaximumWidth(theme.scaled(240));
    form->setLabelAlignment(Qt::AlignLeft);
    form->addRow(tr("Theme"), choice);
    form->addRow(tr("Text size"), size);

    connect(choice, &QComboBox::activated, this, [choice, &preferences] {
        PreferenceValues values = preferences.values();
        values.theme = ThemeChoice(choice->currentData().toInt());
        preferences.setValues(values);
    });
    connect(size, &QSpinBox::valueChanged, this, [&preferences](int percent) {
        PreferenceValues values = preferences.values();
        values.fontPercent = percent;
        preferences.setValues(values);
    });
}

} // namespace Gatescope
