// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "bucketbar.h"

#include <models/evaluation/rulewords.h>
#include <ui/presenter/presenter.h>
#include <ui/theme/paint.h>
#include <ui/widgets/plaintooltip.h>

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <set>

namespace Gatescope {

namespace {

constexpr int barThickness = 18;
constexpr int markerSide = 8;
constexpr int gap = 4;
constexpr int closest = 80; ///< design.md: labels that are closer swap sides or stack

int barPx(int pixels)
{
    return Theme::instance().scaled(pixels);
}

QString numberText(double number)
{
    return QLocale().toString(number, 'f', number == qRound64(number) ? 0 : 2);
}

} // namespace

BucketBar::BucketBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Buckets"));
    connect(&Theme::instance(), &Theme::changed, this, &QWidget::updateGeometry);
}

void BucketBar::setFact(const BucketFact &fact)
{
    m_fact = fact;
    setAccessibleDescription(fact.sentence);
    updateGeometry();
    update();
}

int BucketBar::labelHeight() const
{
    return QFontMetrics(Theme::instance().font(Theme::Font::Label)).height() + barPx(2);
}

QSize BucketBar::sizeHint() const
{
    const int rows = m_fact.limit ? 2 : 1; // room to stack
    return {barPx(480), rows * labelHeight() + barPx(markerSide + barThickness + gap) + labelHeight()};
}

QSize BucketBar::minimumSizeHint() const
{
    return {barPx(200), sizeHint().height()};
}

QRect BucketBar::barRect() const
{
    const int rows = m_fact.limit ? 2 : 1;
    return {0, rows * labelHeight() + barPx(markerSide), width(), barPx(barThickness)};
}

int BucketBar::xOf(double bucket) const
{
    const double share = m_fact.modulus > 0 ? bucket / m_fact.modulus : 0;
    return int(std::clamp(share, 0.0, 1.0) * (width() - 1));
}

bool BucketBar::userPasses() const
{
    const BucketRange *range = rangeOf(m_fact);
    return range && range->isPositive;
}

BucketBar::Labels BucketBar::labels() const
{
    Labels labels;
    const QFontMetrics metrics(Theme::instance().font(Theme::Font::BodyStrong));
    const int space = barPx(gap);
    const auto box = [this, &metrics](const QString &text, int left, int row) {
        const int textWidth = metrics.horizontalAdvance(text) + 1;
        return QRect(std::clamp(left, 0, std::max(0, width() - textWidth)), row * labelHeight(), textWidth,
            labelHeight());
    };
    const int userRow = m_fact.limit ? 1 : 0;
    const int user = xOf(m_fact.bucket + 0.5);
    labels.user.text = tr("This user %1").arg(numberText(m_fact.bucket));
    labels.user.rect = box(labels.user.text, user + space, userRow);
    if (!m_fact.limit)
        return labels;

    const int limit = xOf(*m_fact.limit);
    labels.limit.text =
        tr("Limit %1 (%2)")
            .arg(numberText(*m_fact.limit), percentWords(*m_fact.limit * 100 / m_fact.modulus));
    labels.limit.rect = box(labels.limit.text, limit - metrics.horizontalAdvance(labels.limit.text) / 2, 1);
    if (std::abs(limit - user) < barPx(closest) || labels.limit.rect.intersects(labels.user.rect)) {
        // Away from each other; the one that has no room on its side moves up.
        const bool isUserRight = user >= limit;
        labels.user.rect = box(labels.user.text,
            isUserRight ? user + space : user - space - metrics.horizontalAdvance(labels.user.text), 1);
        labels.limit.rect = box(labels.limit.text,
            isUserRight ? limit - space - metrics.horizontalAdvance(labels.limit.text) : limit + space, 1);
        if (labels.limit.rect.intersects(labels.user.rect))
            labels.limit.rect.moveTop(0);
    }
    return labels;
}

void BucketBar::drawRange(QPainter &painter, const BucketRange &range) const
{
    const Theme &theme = Theme::instance();
    const QRect bar = barRect();
    const int left = xOf(range.first);
    const int right = xOf(range.last + 1);
    const QRect rect(left, bar.top(), right - left, bar.height());
    const bool isOn = range.isPositive;
    painter.fillRect(rect, theme.color(isOn ? Theme::Color::PassBackground : Theme::Color::Background));
    if (isOn) {
        QColor hatch = theme.color(Theme::Color::Pass);
        hatch.setAlphaF(0.35F);
        painter.fillRect(rect, QBrush(hatch, Qt::BDiagPattern));
    }
    if (left > 0)
        Paint::lineLeft(painter, rect, Theme::Color::ControlBorder);
    painter.setFont(theme.font(isOn ? Theme::Font::BodyStrong : Theme::Font::Label));
    painter.setPen(theme.color(isOn ? Theme::Color::Pass : Theme::Color::TextMuted));
    const QRect inner = rect.adjusted(barPx(6), 0, -barPx(6), 0);
    const QFontMetrics metrics(painter.font());
    const QString text =
        metrics.elidedText(Presenter::instance().text(range.name), Qt::ElideRight, inner.width());
    if (inner.width() < metrics.averageCharWidth() * 2 || text == QStringLiteral("…"))
        return;
    // A word on the hatch needs quiet ground.
    const bool isRightEnd = !isOn && range.last + 1 >= m_fact.modulus;
    const Qt::Alignment side = isRightEnd ? Qt::AlignRight : Qt::AlignLeft;
    if (isOn)
        painter.fillRect(QRect(inner.left() - barPx(2), inner.top() + 1,
                             metrics.horizontalAdvance(text) + barPx(4), inner.height() - 2),
            theme.color(Theme::Color::PassBackground));
    painter.drawText(inner, int(Qt::AlignVCenter | side), text);
}

/// Both ends, and every boundary that has room for its number.
void BucketBar::drawScale(QPainter &painter) const
{
    const Theme &theme = Theme::instance();
    painter.setFont(theme.font(Theme::Font::Label));
    painter.setPen(theme.color(Theme::Color::TextMuted));
    const QFontMetrics metrics(painter.font());
    const QRect bar = barRect();
    std::set<int> marks {0, m_fact.modulus};
    for (const BucketRange &range : m_fact.ranges)
        marks.insert(range.first);
    for (int quarter = 1; quarter < 4; ++quarter)
        if (m_fact.ranges.size() <= 2)
            marks.insert(m_fact.modulus * quarter / 4);
    const QString last = numberText(m_fact.modulus);
    const int lastLeft = width() - metrics.horizontalAdvance(last);
    int freeFrom = 0;
    for (const int mark : marks) {
        const QString text = numberText(mark);
        const int textWidth = metrics.horizontalAdvance(text);
        const bool isLast = mark == m_fact.modulus;
        const int left = isLast ? lastLeft : std::clamp(xOf(mark) - textWidth / 2, 0, width() - textWidth);
        if (!isLast && (left < freeFrom || left + textWidth + barPx(8) > lastLeft))
            continue;
        painter.drawText(
            QRect(left, bar.bottom() + barPx(gap), textWidth + 1, labelHeight()), int(Qt::AlignLeft), text);
        freeFrom = left + textWidth + barPx(8);
    }
}

void BucketBar::drawLimit(QPainter &painter, const Label &label) const
{
    const Theme &theme = Theme::instance();
    const int x = xOf(*m_fact.limit);
    painter.fillRect(QRect(x - 1, label.rect.bottom(), 2, barRect().bottom() - label.rect.bottom() + 1),
        theme.color(Theme::Color::Pass));
    painter.setPen(theme.color(Theme::Color::Pass));
    painter.setFont(theme.font(Theme::Font::BodyStrong));
    painter.drawText(label.rect, int(Qt::AlignLeft | Qt::AlignBottom), label.text);
}

void BucketBar::drawUser(QPainter &painter, const Label &label) const
{
    const Theme &theme = Theme::instance();
    const QColor color = theme.color(userPasses() ? Theme::Color::Pass : Theme::Color::Fail);
    const QRect bar = barRect();
    const int x = xOf(m_fact.bucket + 0.5);
    const int side = barPx(markerSide);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(color);
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(QPolygonF({QPointF(x - side / 2.0, bar.top() - side),
        QPointF(x + side / 2.0, bar.top() - side), QPointF(x, bar.top())}));
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(QRect(x - 1, bar.top(), 2, bar.height()), color);
    painter.setPen(color);
    painter.setFont(theme.font(Theme::Font::BodyStrong));
    painter.drawText(label.rect, int(Qt::AlignLeft | Qt::AlignBottom), label.text);
}

void BucketBar::paintEvent(QPaintEvent *)
{
    if (m_fact.modulus <= 0)
        return;
    QPainter painter(this);
    for (const BucketRange &range : std::as_const(m_fact.ranges))
        drawRange(painter, range);
    Paint::box(painter, barRect(), {}, Theme::instance().color(Theme::Color::ControlBorder), 0);
    drawScale(painter);
    const Labels where = labels();
    if (m_fact.limit)
        drawLimit(painter, where.limit);
    drawUser(painter, where.user);
}

bool BucketBar::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto range = std::ranges::find_if(m_fact.ranges, [this, help](const BucketRange &one) {
        return help->pos().x() >= xOf(one.first) && help->pos().x() < xOf(one.last + 1);
    });
    if (range != m_fact.ranges.end()) {
        const QString name = range->name.isEmpty() ? tr("nobody's") : range->name;
        const QString where =
            tr("%1: buckets %2 to %3").arg(name, numberText(range->first), numberText(range->last));
        QToolTip::showText(help->globalPos(), plainToolTip(where), this);
    }
    return true;
}

} // namespace Gatescope
