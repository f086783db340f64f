// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "eventtimefield.h"

#include <ui/widgets/segmented.h>
#include <ui/widgets/statustext.h>

#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace Gatescope {

namespace {

const QString eventTimeFormat = QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz");

} // namespace

EventTimeField::EventTimeField(QWidget *parent)
    : QWidget(parent)
    , m_kind(new Segmented(tr("Time")))
    , m_fixed(new QWidget)
    , m_local(new QDateTimeEdit)
    , m_milliseconds(new QLineEdit)
    , m_note(new StatusText)
{
    m_kind->addSegment(tr("Now"));
    m_kind->addSegment(tr("Fixed"));
    m_kind->setObjectName(QStringLiteral("timeKindControl"));
    m_local->setObjectName(QStringLiteral("localTimeEdit"));
    m_local->setAccessibleName(tr("Fixed time, local"));
    m_local->setDisplayFormat(eventTimeFormat);
    m_local->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_milliseconds->setObjectName(QStringLiteral("millisecondsLineEdit"));
    m_milliseconds->setAccessibleName(tr("Fixed time, milliseconds since 1970"));
    m_milliseconds->setToolTip(tr("Milliseconds since 1970, as Statsig reads them"));

    const auto applyFont = [this] {
        const QFont font = Theme::instance().font(Theme::Font::Mono);
        for (QWidget *field : {static_cast<QWidget *>(m_local), static_cast<QWidget *>(m_milliseconds)})
            field->setFont(font);
        // A digit that does not show would make another time of it.
        const int digits = QFontMetrics(font).horizontalAdvance(QStringLiteral("1795619029333"));
        m_milliseconds->setMinimumWidth(digits + Theme::instance().scaled(22));
    };
    applyFont();
    connect(&Theme::instance(), &Theme::changed, this, applyFont);

    auto *fixedLayout = new QHBoxLayout(m_fixed);
    fixedLayout->setContentsMargins({});
    fixedLayout->setSpacing(Theme::instance().scaled(8));
    fixedLayout->addWidget(m_local, 3);
    fixedLayout->addWidget(m_milliseconds, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Theme::instance().scaled(4));
    layout->addWidget(m_kind, 0, Qt::AlignLeft);
    layout->addWidget(m_fixed);
    layout->addWidget(m_note);
    setFocusProxy(m_kind);

    connect(m_kind, &Segmented::chosen, this, &EventTimeField::chooseKind);
    connect(m_local, &QDateTimeEdit::dateTimeChanged, this, &EventTimeField::takeLocal);
    connect(m_milliseconds, &QLineEdit::textEdited, this, &EventTimeField::takeMilliseconds);
    showTime();
}

void EventTimeField::setTime(const std::optional<QDateTime> &time)
{
    if (time != m_time) {
        m_time = time;
        showTime();
    }
    showNote();
}

void EventTimeField::chooseKind()
{
    if (m_kind->current() == Fixed)
        change(QDateTime::currentDateTimeUtc());
    else
        change(std::nullopt);
    showTime();
}

void EventTimeField::takeLocal(const QDateTime &local)
{
    const QSignalBlocker blocker(m_milliseconds);
    m_milliseconds->setText(QString::number(local.toMSecsSinceEpoch()));
    change(local.toUTC());
}

void EventTimeField::takeMilliseconds(const QString &text)
{
    bool ok = false;
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(text.trimmed().toLongLong(&ok), Qt::UTC);
    if (!ok || !time.isValid())
        return showNote();
    const QSignalBlocker blocker(m_local);
    m_local->setDateTime(time.toLocalTime());
    change(time);
}

void EventTimeField::change(const std::optional<QDateTime> &time)
{
    m_time = time;
    showNote();
    Q_EMIT edited();
}

void EventTimeField::showTime()
{
    const QSignalBlocker localBlocker(m_local);
    m_kind->setCurrent(m_time ? Fixed : Now);
    m_fixed->setVisible(m_time.has_value());
    if (m_time) {
        m_local->setDateTime(m_time->toLocalTime());
        m_milliseconds->setText(QString::number(m_time->toMSecsSinceEpoch()));
    }
    showNote();
}

void EventTimeField::showNote()
{
    if (m_time && m_milliseconds->text().trimmed() != QString::number(m_time->toMSecsSinceEpoch())) {
        m_note->setText(tr("Not milliseconds: %1 UTC stays").arg(m_time->toUTC().toString(eventTimeFormat)));
    } else if (m_time) {
        m_note->setText(tr("%1 UTC").arg(m_time->toUTC().toString(eventTimeFormat)));
    } else {
        const QDateTime now = QDateTime::currentDateTime();
        const QString clock = QStringLiteral("HH:mm:ss");
        m_note->setText(
            tr("When sent: now %1 (%2 UTC)").arg(now.toString(clock), now.toUTC().toString(clock)));
    }
}

} // namespace Gatescope
