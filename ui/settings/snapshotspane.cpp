// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "snapshotspane.h"

#include <models/ports/preferences.h>
#include <ui/theme/theme.h>
#include <ui/widgets/sentence.h>

#include <QCheckBox>
#include <QFormLayout>
#include <QSpinBox>

namespace Gatescope {

namespace {

QSpinBox *snapshotNumber(
    const QString &label, const QString &objectName, const QString &suffix, int maximum, QWidget *parent)
{
    auto *number = new QSpinBox(parent);
    number->setObjectName(objectName);
    number->setAccessibleName(label);
    number->setRange(1, maximum);
    number->setSuffix(suffix);
    number->setKeyboardTracking(false);
    number->setMaximumWidth(Theme::instance().scaled(140));
    return number;
}

} // namespace

SnapshotsPane::SnapshotsPane(Preferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_preferences(preferences)
    , m_keep(new QCheckBox(tr("Keep downloaded specs for comparison"), this))
{
    const Theme &theme = Theme::instance();
    const QString most = tr("Keep at most");
    const QString longest = tr("Remove after");
    m_count = snapshotNumber(most, QStringLiteral("snapshotCountSpinBox"), tr(" per connection"),
        PreferenceValues::mostSnapshots, this);
    m_days = snapshotNumber(longest, QStringLiteral("snapshotDaysSpinBox"), tr(" days"),
        PreferenceValues::longestSnapshotDays, this);
    m_count->setMaximumWidth(theme.scaled(200));
    m_keep->setObjectName(QStringLiteral("keepSnapshotsCheckBox"));
    auto *note = new Sentence(Theme::Font::Label, this);
    note->setColorRole(Theme::Color::TextMuted);
    note->setText({},
        tr("A snapshot is written to this computer whenever a download brings something new, readable by "
           "your "
           "account only. Specs may name people in their rules. Removing a connection removes its "
           "snapshots."));

    auto *form = new QFormLayout(this);
    form->setContentsMargins(theme.scaled(16), theme.scaled(16), theme.scaled(16), theme.scaled(16));
    form->setHorizontalSpacing(theme.scaled(16));
    form->setVerticalSpacing(theme.scaled(8));
    form->addRow(m_keep);
    form->addRow(most, m_count);
    form->addRow(longest, m_days);
    form->addRow(note);

    const PreferenceValues values = preferences.values();
    m_keep->setChecked(values.keepSnapshots);
    m_count->setValue(values.maxSnapshots);
    m_days->setValue(values.snapshotDays);
    showState();
    connect(m_keep, &QCheckBox::toggled, this, &SnapshotsPane::store);
    connect(m_count, &QSpinBox::valueChanged, this, &SnapshotsPane::store);
    connect(m_days, &QSpinBox::valueChanged, this, &SnapshotsPane::store);
}

void SnapshotsPane::store()
{
    PreferenceValues values = m_preferences.values();
    values.keepSnapshots = m_keep->isChecked();
    values.maxSnapshots = m_count->value();
    values.snapshotDays = m_days->value();
    m_preferences.setValues(values);
    showState();
}

void SnapshotsPane::showState()
{
    m_count->setEnabled(m_keep->isChecked());
    m_days->setEnabled(m_keep->isChecked());
}

} // namespace Gatescope
