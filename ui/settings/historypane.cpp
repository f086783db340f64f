// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "historypane.h"

#include <models/ports/historystore.h>
#include <models/ports/preferences.h>
#include <ui/theme/theme.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/inlinebar.h>
#include <ui/widgets/sentence.h>

#include <QCheckBox>
#include <QFormLayout>
#include <QSpinBox>

#include <algorithm>

namespace Gatescope {

namespace {

constexpr qint64 historyMegabyte = 1024 * 1024;

} // namespace

HistoryPane::HistoryPane(Preferences &preferences, HistoryStore *history, QWidget *parent)
    : QWidget(parent)
    , m_preferences(preferences)
    , m_history(history)
    , m_form(new QFormLayout(this))
    , m_keep(new QCheckBox(tr("Keep exchanges between runs"), this))
    , m_keepPrivate(new QCheckBox(tr("With the values of private attributes"), this))
{
    const Theme &theme = Theme::instance();
    m_form->setContentsMargins(theme.scaled(16), theme.scaled(16), theme.scaled(16), theme.scaled(16));
    m_form->setHorizontalSpacing(theme.scaled(16));
    m_form->setVerticalSpacing(theme.scaled(8));
    m_keep->setObjectName(QStringLiteral("keepHistoryCheckBox"));
    m_keepPrivate->setObjectName(QStringLiteral("keepPrivateCheckBox"));
    m_form->addRow(m_keep);
    m_megabytes = addNumber(tr("Keep at most"), QStringLiteral("historyMegabytesSpinBox"), tr(" MB"),
        int(PreferenceValues::mostHistoryBytes / historyMegabyte));
    m_days = addNumber(tr("Remove after"), QStringLiteral("historyDaysSpinBox"), tr(" days"),
        PreferenceValues::longestHistoryDays);
    addLowering();
    m_form->addRow(m_keepPrivate);
    auto *note = new Sentence(Theme::Font::Label, this);
    note->setColorRole(Theme::Color::TextMuted);
    note->setText({},
        tr("Requests and answers are written to this computer, readable by your account only, and never with "
           "a key. Unless you choose otherwise, the values of private attributes are left out before that. "
           "What is pinned stays whatever its age; the size is about what the file takes."));
    m_form->addRow(note);
    if (m_history)
        addForgetting();
    m_form->addItem(new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Expanding)); // else a bar grows

    const PreferenceValues values = preferences.values();
    m_keep->setChecked(values.historyOn);
    showLimits();
    m_keepPrivate->setChecked(values.historyKeepsPrivate);
    showState();
    for (QCheckBox *each : {m_keep, m_keepPrivate})
        connect(each, &QCheckBox::toggled, this, &HistoryPane::store);
    for (QSpinBox *each : {m_megabytes, m_days})
        connect(each, &QSpinBox::valueChanged, this, &HistoryPane::store);
}

QSpinBox *HistoryPane::addNumber(
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

/// Less room removes what is kept, for good: not by a turn of the wheel, but when it is said.
void HistoryPane::addLowering()
{
    m_lowering = new InlineBar(InlineBar::Kind::Warning, InlineBar::Density::Compact, this);
    m_lowering->setObjectName(QStringLiteral("loweredHistoryBar"));
    m_lowering->setSentences(
        tr("The smaller limits are not in force yet: they remove the oldest exchanges for good."));
    m_lowering->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_lowering->hide();
    m_form->addRow(QString(), m_lowering);
    ActionButton *lower = m_lowering->addAction(tr("Use the smaller limits"));
    lower->setObjectName(QStringLiteral("lowerHistoryButton"));
    ActionButton *stay = m_lowering->addAction(tr("Keep the limits"));
    stay->setObjectName(QStringLiteral("keepHistoryLimitsButton"));
    connect(lower, &QAbstractButton::clicked, this, &HistoryPane::lowerLimits);
    connect(stay, &QAbstractButton::clicked, this, [this] {
        showLimits();
        m_megabytes->setFocus(); // the button is gone
    });
}

void HistoryPane::addForgetting()
{
    m_forget = new ActionButton(tr("Forget the whole history"), ActionButton::Look::Plain, this);
    m_forget->setObjectName(QStringLiteral("forgetHistoryButton"));
    m_forget->setToolTip(tr("Removes every exchange that is not pinned"));
    m_forgotten = new InlineBar(InlineBar::Kind::Info, InlineBar::Density::Compact, this);
    m_forgotten->setObjectName(QStringLiteral("forgottenHistoryBar"));
    m_forgotten->hide();
    m_notice = new InlineBar(InlineBar::Kind::Warning, InlineBar::Density::Compact, this);
    m_notice->setObjectName(QStringLiteral("historyNoticeBar"));
    m_form->addRow(m_forget);
    m_form->addRow(m_forgotten);
    m_form->addRow(m_notice);
    m_forgotten->setActionsBeside(true);
    showNotice();
    connect(m_forget, &QAbstractButton::clicked, this, &HistoryPane::forget);
    connect(m_history, &HistoryStore::noticeChanged, this, &HistoryPane::showNotice);
    m_forgottenUndo = m_forgotten->addAction(tr("Undo"));
    m_forgottenUndo->setObjectName(QStringLiteral("unforgetHistoryButton"));
    connect(m_forgottenUndo, &QAbstractButton::clicked, this, &HistoryPane::takeBack);
}

void HistoryPane::store()
{
    PreferenceValues values = m_preferences.values();
    values.historyOn = m_keep->isChecked();
    values.historyMaxBytes = std::max(values.historyMaxBytes, m_megabytes->value() * historyMegabyte);
    values.historyDays = std::max(values.historyDays, m_days->value());
    values.historyKeepsPrivate = m_keepPrivate->isChecked();
    m_preferences.setValues(values);
    showState();
}

void HistoryPane::lowerLimits()
{
    PreferenceValues values = m_preferences.values();
    values.historyMaxBytes = m_megabytes->value() * historyMegabyte;
    values.historyDays = m_days->value();
    m_preferences.setValues(values);
    m_megabytes->setFocus(); // the button goes
    showState();
}

void HistoryPane::showLimits()
{
    const PreferenceValues values = m_preferences.values();
    m_megabytes->setValue(int(values.historyMaxBytes / historyMegabyte));
    m_days->setValue(values.historyDays);
}

void HistoryPane::showState()
{
    for (QWidget *each : std::initializer_list<QWidget *> {m_megabytes, m_days, m_keepPrivate})
        each->setEnabled(m_keep->isChecked());
    const PreferenceValues values = m_preferences.values();
    m_lowering->setVisible(m_megabytes->value() < values.historyMaxBytes / historyMegabyte
        || m_days->value() < values.historyDays);
}

void HistoryPane::showNotice()
{
    m_notice->setSentences(m_history->notice());
    m_notice->setVisible(!m_history->notice().isEmpty());
}

void HistoryPane::forget()
{
    m_history->removeAll(this, [this](const Result<QList<qint64>> &ids) {
        if (ids)
            showForgotten(*ids);
    });
}

void HistoryPane::showForgotten(const QList<qint64> &ids)
{
    m_removed = ids;
    m_forgottenUndo->setVisible(!ids.isEmpty());
    m_forgotten->setSentences(ids.isEmpty() ? tr("Nothing was removed: all that is kept is pinned.")
            : ids.size() == 1
            ? tr("One exchange is removed. It is gone for good when Gatescope ends.")
            : tr("%1 exchanges are removed. They are gone for good when Gatescope ends.").arg(ids.size()));
    m_forgotten->show();
}

void HistoryPane::takeBack()
{
    m_history->restore(std::exchange(m_removed, {}));
    m_forgotten->hide();
    m_forget->setFocus();
}

} // namespace Gatescope
