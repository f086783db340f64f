// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "limitspane.h"

#include <ui/theme/theme.h>
#include <ui/widgets/sentence.h>

#include <QFormLayout>
#include <QSpinBox>

namespace Gatescope {

namespace {

constexpr qint64 bytesPerMegabyte = 1024 * 1024;

} // namespace

LimitsPane::LimitsPane(Preferences &preferences, QWidget *parent)
    : QWidget(parent)
    , m_preferences(preferences)
    , m_form(new QFormLayout(this))
{
    const Theme &theme = Theme::instance();
    m_form->setContentsMargins(theme.scaled(16), theme.scaled(16), theme.scaled(16), theme.scaled(16));
    m_form->setHorizontalSpacing(theme.scaled(16));
    m_form->setVerticalSpacing(theme.scaled(8));
    m_connect =
        addNumber(tr("Give up connecting after"), QStringLiteral("connectTimeoutSpinBox"), tr(" s"), 300);
    m_idle =
        addNumber(tr("Give up waiting for data after"), QStringLiteral("idleTimeoutSpinBox"), tr(" s"), 3600);
    m_megabytes = addNumber(tr("Read at most"), QStringLiteral("responseCapSpinBox"), tr(" MB"), 1024);
    auto *note = new Sentence(Theme::Font::Label, this);
    note->setColorRole(Theme::Color::TextMuted);
    note->setText({},
        tr("The size holds for answers and for files that are opened. Specs take about five times their size "
           "in "
           "memory. All apply to the next request."));
    m_form->addRow(note);

    const PreferenceValues values = preferences.values();
    m_connect->setValue(int(values.connectTimeout.count()));
    m_idle->setValue(int(values.idleTimeout.count()));
    m_megabytes->setValue(int(values.maxResponseBytes / bytesPerMegabyte));
    for (QSpinBox *each : {m_connect, m_idle, m_megabytes})
        connect(each, &QSpinBox::valueChanged, this, &LimitsPane::store);
}

QSpinBox *LimitsPane::addNumber(
    const QString &label, const QString &objectName, const QString &suffix, int maximum)
{
    auto *number = new QSpinBox(this);
    number->setObjectName(objectName);
    number->setAccessibleName(label);
    number->setRange(1, maximum);
    number->setSuffix(suffix);
    number->setKeyboardTracking(false);
    number->setMaximumWidth(Theme::instance().scaled(140));
    m_form->addRow(label, number);
    return number;
}

void LimitsPane::store()
{
    PreferenceValues values = m_preferences.values();
    values.connectTimeout = std::chrono::seconds(m_connect->value());
    values.idleTimeout = std::chrono::seconds(m_idle->value());
    values.maxResponseBytes = m_megabytes->value() * bytesPerMegabyte;
    m_preferences.setValues(values);
}

} // namespace Gatescope
