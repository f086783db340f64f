// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "segmented.h"

#include <ui/presenter/presenter.h>
#include <ui/theme/paint.h>

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QRadioButton>

namespace Gatescope {

namespace {

/// A radio button drawn as a piece of a divided box.
class Segment : public QRadioButton
{
public:
    explicit Segment(const QString &text)
        : QRadioButton(text)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setAttribute(Qt::WA_Hover);
    }

    QSize sizeHint() const override
    {
        const Theme &theme = Theme::instance();
        const QFontMetrics metrics(theme.font(Theme::Font::BodyStrong));
        return {metrics.horizontalAdvance(Presenter::instance().text(text())) + theme.scaled(24),
            qMax(theme.scaled(28), metrics.height() + theme.scaled(10))};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool hitButton(const QPoint &position) const override { return rect().contains(position); }

    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::instance();
        QPainter painter(this);
        QColor fill = theme.color(isChecked() ? Theme::Color::Selection : Theme::Color::Surface);
        if (isEnabled() && underMouse() && !isChecked())
            fill = Paint::mixed(fill, theme.color(Theme::Color::Text), 0.05);
        // The box is drawn as a whole; each piece shows its part of it.
        const QRect whole = parentWidget()->rect().translated(-pos());
        painter.setClipRect(rect());
        Paint::box(painter, whole, fill,
            theme.color(isEnabled() ? Theme::Color::ControlBorder : Theme::Color::Border));
        if (x() > 0)
            Paint::lineLeft(
                painter, rect(), isEnabled() ? Theme::Color::ControlBorder : Theme::Color::Border);
        if (hasFocus())
            Paint::focusRing(painter, rect());
        painter.setFont(theme.font(isChecked() ? Theme::Font::BodyStrong : Theme::Font::Body));
        painter.setPen(theme.color(isEnabled() ? Theme::Color::Text : Theme::Color::TextDisabled));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, Presenter::instance().text(text()));
    }
};

} // namespace

Segmented::Segmented(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_layout(new QHBoxLayout(this))
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    connect(m_group, &QButtonGroup::idClicked, this, &Segmented::chosen);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        for (QAbstractButton *button : m_group->buttons())
            button->updateGeometry();
    });
}

int Segmented::addSegment(const QString &text)
{
    const int index = int(m_group->buttons().size());
    auto *segment = new Segment(text);
    segment->setChecked(index == 0);
    m_group->addButton(segment, index);
    m_layout->addWidget(segment);
    return index;
}

int Segmented::current() const
{
    return m_group->checkedId();
}

void Segmented::setCurrent(int index)
{
    if (QAbstractButton *button = m_group->button(index))
        button->setChecked(true);
}

QAbstractButton *Segmented::segment(int index) const
{
    return m_group->button(index);
}

} // namespace Gatescope
