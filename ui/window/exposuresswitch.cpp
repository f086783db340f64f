// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "exposuresswitch.h"

#include <ui/theme/paint.h>
#include <ui/widgets/actionbutton.h>

#include <QLocale>
#include <QPainter>

namespace Gatescope {

namespace {

constexpr int switchInset = 12;
constexpr int switchIcon = 16;
constexpr int switchGap = 8;
constexpr int toggleWidth = 30;
constexpr int toggleHeight = 16;

} // namespace

ExposuresSwitch::ExposuresSwitch(QWidget *parent)
    : QAbstractButton(parent)
    , m_count(new ActionButton(QString(), ActionButton::Look::Link, this))
{
    m_count->setObjectName(QStringLiteral("ledgerCount"));
    m_count->setCursor(Qt::PointingHandCursor);
    m_count->hide();
    connect(m_count, &QAbstractButton::clicked, this, &ExposuresSwitch::ledgerRequested);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, [this] { Q_EMIT switchRequested(!m_on); });
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        placeCount();
        update();
    });
    setOn(false);
}

void ExposuresSwitch::setOn(bool on)
{
    m_on = on;
    setText(stateText());
    setAccessibleName(stateText());
    setAccessibleDescription(hasCount() ? countText() : noteText());
    setToolTip(on ? tr("Checks count as exposures in this project. Press to ask the server not to log them "
                       "(Ctrl+Shift+E).")
                  : tr("Every check asks the server not to log an exposure; whether it obeys is its own "
                       "word. Press to "
                       "log them (Ctrl+Shift+E)."));
    updateGeometry();
    placeCount();
    update();
}

void ExposuresSwitch::setCounts(quint64 logged, quint64 unknown)
{
    m_logged = logged;
    m_unknown = unknown;
    m_count->setText(countText());
    m_count->setAccessibleName(tr("%1, open the ledger", "14 logged").arg(countText()));
    m_count->setToolTip(unknown > 0
            ? tr("Exposures and events of this run: %1 logged, %2 that may have arrived. Press to see them.")
                  .arg(QLocale().toString(logged), QLocale().toString(unknown))
            : tr("Exposures and events that Gatescope had logged in this run. Press to see them."));
    setOn(m_on);
}

QString ExposuresSwitch::countText() const
{
    return m_logged == 0 ? tr("%1 unknown", "exposures").arg(QLocale().toString(m_unknown))
                         : tr("%1 logged", "exposures").arg(QLocale().toString(m_logged));
}

/// Where the note stands while nothing was logged.
void ExposuresSwitch::placeCount()
{
    m_count->setVisible(hasCount());
    if (!hasCount())
        return;
    const Theme &theme = Theme::instance();
    const int left = theme.scaled(switchInset + switchIcon + switchGap)
        + QFontMetrics(theme.font(Theme::Font::BodyStrong)).horizontalAdvance(shownStateText())
        + theme.scaled(switchGap / 2);
    const QSize size = m_count->sizeHint();
    m_count->setGeometry(QRect(QPoint(left, (height() - size.height()) / 2), size));
}

void ExposuresSwitch::resizeEvent(QResizeEvent *event)
{
    QAbstractButton::resizeEvent(event);
    placeCount();
}

QString ExposuresSwitch::shownStateText() const
{
    return hasCount() ? tr("%1,", "Exposures on").arg(stateText()) : stateText();
}

QString ExposuresSwitch::stateText() const
{
    return m_on ? tr("Exposures on") : tr("Exposures off");
}

QString ExposuresSwitch::noteText() const
{
    return m_on ? tr("checks are logged") : tr("asked not to log");
}

int ExposuresSwitch::widthWith(const QString &note) const
{
    const Theme &theme = Theme::instance();
    const int fixed = theme.scaled(2 * switchInset + switchIcon + switchGap + 2 * switchGap + toggleWidth);
    const int words = QFontMetrics(theme.font(Theme::Font::BodyStrong)).horizontalAdvance(shownStateText());
    if (hasCount())
        return fixed + words + theme.scaled(switchGap / 2) + m_count->sizeHint().width();
    const int noteWidth = note.isEmpty()
        ? 0
        : QFontMetrics(theme.font(Theme::Font::Label)).horizontalAdvance(note) + theme.scaled(switchGap);
    return fixed + words + noteWidth;
}

QSize ExposuresSwitch::sizeHint() const
{
    const Theme &theme = Theme::instance();
    const int height =
        qMax(theme.scaled(32), QFontMetrics(theme.font(Theme::Font::BodyStrong)).height() + 10);
    return {m_noteShown ? fullWidth() : widthWith({}), height};
}

int ExposuresSwitch::fullWidth() const
{
    return widthWith(noteText());
}

void ExposuresSwitch::setNoteShown(bool shown)
{
    if (shown == m_noteShown)
        return;
    m_noteShown = shown;
    updateGeometry();
    update();
}

void ExposuresSwitch::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::instance();
    QPainter painter(this);
    const auto fill = m_on ? Theme::Color::WarningBackground
        : underMouse()     ? Theme::Color::Surface
                           : Theme::Color::Raised;
    const auto edge = m_on ? Theme::Color::Warning : Theme::Color::ControlBorder;
    Paint::box(painter, rect(), theme.color(fill), theme.color(edge));
    if (hasFocus())
        Paint::focusRing(painter, rect());

    QRect line = rect().adjusted(theme.scaled(switchInset), 0, -theme.scaled(switchInset), 0);
    const int side = theme.scaled(switchIcon);
    Paint::icon(painter, QRect(line.left(), line.top(), side, line.height()),
        m_on ? Theme::Icon::ExposuresOn : Theme::Icon::ExposuresOff,
        m_on ? Theme::Color::Warning : Theme::Color::Text, side);
    const int trackWidth = theme.scaled(toggleWidth);
    const int trackHeight = theme.scaled(toggleHeight);
    paintToggle(painter,
        QRect(
            line.right() + 1 - trackWidth, line.center().y() + 1 - trackHeight / 2, trackWidth, trackHeight));

    line.adjust(side + theme.scaled(switchGap), 0, -trackWidth - theme.scaled(switchGap), 0);
    painter.setFont(theme.font(Theme::Font::BodyStrong));
    painter.setPen(theme.color(Theme::Color::Text));
    painter.drawText(line, Qt::AlignVCenter | Qt::TextSingleLine, shownStateText());
    if (!m_noteShown || hasCount())
        return;
    line.setLeft(
        line.left() + painter.fontMetrics().horizontalAdvance(stateText()) + theme.scaled(switchGap));
    painter.setFont(theme.font(Theme::Font::Label));
    painter.setPen(theme.color(m_on ? Theme::Color::Text : Theme::Color::TextMuted));
    painter.drawText(line, Qt::AlignVCenter | Qt::TextSingleLine, noteText());
}

void ExposuresSwitch::paintToggle(QPainter &painter, const QRect &track) const
{
    const Theme &theme = Theme::instance();
    const qreal radius = track.height() / 2.0;
    const QColor ink = theme.color(m_on ? Theme::Color::Warning : Theme::Color::ControlBorder);
    Paint::box(painter, track, m_on ? ink : QColor(), ink, radius);
    const qreal knob = track.height() - theme.scaled(6);
    const qreal inset = (track.height() - knob) / 2;
    const qreal left = m_on ? track.right() + 1 - inset - knob : track.left() + inset;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(m_on ? Theme::Color::WarningBackground : Theme::Color::TextMuted));
    painter.drawEllipse(QRectF(left, track.top() + inset, knob, knob));
    painter.restore();
}

} // namespace Gatescope
