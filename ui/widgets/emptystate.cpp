// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "emptystate.h"

#include "actionbutton.h"
#include "sentence.h"
#include "textlabel.h"

#include <ui/theme/paint.h>

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <functional>

namespace Gatescope {

namespace {

constexpr int columnWidth = 640;

/// A step's number in a circle, or an icon: drawn by role so that both follow the theme.
class Badge : public QWidget
{
public:
    Badge(int side, std::function<void(QPainter &, const QRect &)> draw)
        : m_side(side)
        , m_draw(std::move(draw))
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override
    {
        const int side = Theme::instance().scaled(m_side);
        return {side, side};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        m_draw(painter, rect());
    }

private:
    int m_side;
    std::function<void(QPainter &, const QRect &)> m_draw;
};

} // namespace

EmptyState::EmptyState(Theme::Icon icon, const QString &headline, QWidget *parent)
    : Panel(Theme::Color::Surface, {}, parent)
    , m_column(new QWidget)
    , m_layout(new QVBoxLayout(m_column))
    , m_text(new Sentence)
    , m_footnote(new Sentence)
    , m_stepsLayout(new QVBoxLayout)
    , m_buttons(new QHBoxLayout)
{
    setAccessibleName(headline);
    auto *title = new QHBoxLayout;
    title->addWidget(new Badge(24, [icon](QPainter &painter, const QRect &rect) {
        Paint::icon(painter, rect, icon, Theme::Color::TextMuted, rect.width());
    }));
    auto *words = new TextLabel(headline, Theme::Font::Headline);
    words->setWordWrap(true);
    title->setSpacing(12);
    title->addWidget(words, 1);
    m_text->setColorRole(Theme::Color::TextMuted);
    m_text->hide();
    m_footnote->setColorRole(Theme::Color::TextMuted);
    m_footnote->hide();
    m_buttons->addStretch(1);
    m_stepsLayout->setSpacing(0);
    m_layout->setSpacing(8);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->addLayout(title);
    m_layout->addWidget(m_text);
    m_layout->addLayout(m_buttons);
    m_layout->addSpacing(12);
    m_layout->addLayout(m_stepsLayout);
    m_layout->addSpacing(8);
    m_layout->addWidget(m_footnote);

    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(m_column, 100);
    across->addStretch(1);
    auto *down = new QVBoxLayout(this);
    down->addStretch(1);
    down->addLayout(across);
    down->addStretch(3);
    applyTheme();
    connect(&Theme::instance(), &Theme::changed, this, &EmptyState::applyTheme);
}

void EmptyState::setText(const QString &text)
{
    m_text->setText(QString(), text);
    m_text->setVisible(!text.isEmpty());
}

void EmptyState::setFootnote(const QString &text)
{
    m_footnote->setText(QString(), text);
    m_footnote->setVisible(!text.isEmpty());
}

int EmptyState::addStep(const QString &title, const QString &text)
{
    auto *row = new Panel(Theme::Color::Surface, Qt::TopEdge);
    row->setLines(Qt::TopEdge, Theme::Color::Line);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 14, 0, 14);
    layout->setSpacing(12);
    layout->addWidget(stepNumber(int(m_steps.size()) + 1), 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(new TextLabel(title, Theme::Font::BodyStrong));
    auto *sentence = new Sentence;
    sentence->setColorRole(Theme::Color::TextMuted);
    sentence->setText(QString(), text);
    words->addWidget(sentence);
    layout->addLayout(words, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    layout->addLayout(buttons);
    layout->setAlignment(buttons, Qt::AlignTop);
    m_stepsLayout->addWidget(row);
    m_steps.append(buttons);
    return int(m_steps.size()) - 1;
}

ActionButton *EmptyState::addButton(int step, const QString &text, bool primary)
{
    auto *button = new ActionButton(text, primary ? ActionButton::Look::Primary : ActionButton::Look::Plain);
    m_steps.at(step)->addWidget(button);
    return button;
}

ActionButton *EmptyState::addButton(const QString &text, bool primary)
{
    auto *button = new ActionButton(text, primary ? ActionButton::Look::Primary : ActionButton::Look::Plain);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

QWidget *EmptyState::stepNumber(int number) const
{
    return new Badge(24, [number](QPainter &painter, const QRect &rect) {
        const Theme &theme = Theme::instance();
        Paint::box(painter, rect, {}, theme.color(Theme::Color::Accent), rect.width() / 2.0);
        painter.setFont(theme.font(Theme::Font::Label));
        painter.setPen(theme.color(Theme::Color::Accent));
        painter.drawText(rect, Qt::AlignCenter, QString::number(number));
    });
}

void EmptyState::applyTheme()
{
    const Theme &theme = Theme::instance();
    m_column->setMaximumWidth(theme.scaled(columnWidth));
    layout()->setContentsMargins(theme.scaled(24), theme.scaled(24), theme.scaled(24), theme.scaled(24));
}

} // namespace Gatescope
