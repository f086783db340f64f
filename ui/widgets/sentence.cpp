// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "sentence.h"

#include <ui/presenter/presenter.h>

#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QRegularExpression>
#include <QTextLayout>
#include <QTextOption>

#include <cmath>

namespace Gatescope {

namespace {

/// design.md: prose stays under 880 px.
constexpr int proseWidth = 880;
constexpr qsizetype mostHeights = 64;

} // namespace

Sentence::Sentence(Theme::Font font, QWidget *parent)
    : QWidget(parent)
    , m_font(font)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    applyTheme();
    connect(&Theme::instance(), &Theme::changed, this, &Sentence::applyTheme);
    connect(&Presenter::instance(), &Presenter::changed, this, &Sentence::showText);
}

void Sentence::setText(const QString &strong, const QString &rest, Theme::Color strongColor)
{
    m_givenStrong = strong;
    m_givenRest = rest;
    m_strongColor = strongColor;
    showText();
}

void Sentence::showText()
{
    m_strong = Presenter::instance().text(m_givenStrong);
    m_rest = Presenter::instance().text(m_givenRest);
    setAccessibleName(text());
    m_heights.clear();
    updateGeometry();
    update();
}

QString Sentence::text() const
{
    return m_strong.isEmpty() || m_rest.isEmpty() ? QString(m_strong + m_rest)
                                                  : QString(m_strong + u' ' + m_rest);
}

void Sentence::setColorRole(Theme::Color color)
{
    m_color = color;
    update();
}

void Sentence::setIsPath(bool isPath)
{
    m_isPath = isPath;
    m_heights.clear();
    updateGeometry();
    update();
}

QString Sentence::brokenText() const
{
    if (!m_isPath)
        return text();
    static const QRegularExpression step(QStringLiteral("(?<=.)(?=[.\\[])"));
    return text().replace(step, QString(QChar(0x200b))); // a zero-width space
}

qreal Sentence::layOut(QTextLayout &layout, int width) const
{
    QTextCharFormat strong;
    strong.setFontWeight(QFont::DemiBold);
    strong.setForeground(Theme::instance().color(m_strongColor));
    layout.setFormats({{0, int(m_strong.size()), strong}});
    layout.setCacheEnabled(true);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // paths and hashes have no words
    layout.setTextOption(option);
    qreal y = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(qMin(width, Theme::instance().scaled(proseWidth)));
        line.setPosition({0, y});
        y += std::ceil(line.height() + 2);
    }
    layout.endLayout();
    return std::ceil(y);
}

QRect Sentence::firstLine() const
{
    const int top = qMax(0, (height() - heightForWidth(width())) / 2);
    return {0, top, width(), fontMetrics().height()};
}

int Sentence::heightForWidth(int width) const
{
    // Layouts ask for the same few widths again and again, and laying out is what costs.
    const auto known = m_heights.constFind(width);
    if (known != m_heights.cend())
        return *known;
    if (m_heights.size() >= mostHeights)
        m_heights.clear();
    QTextLayout layout(brokenText(), font());
    return *m_heights.insert(width, int(layOut(layout, qMax(1, width))));
}

QSize Sentence::sizeHint() const
{
    const int oneLine = fontMetrics().horizontalAdvance(text()) + fontMetrics().averageCharWidth() * 4;
    const int width = qMin(oneLine, Theme::instance().scaled(480));
    return {width, heightForWidth(width)};
}

QSize Sentence::minimumSizeHint() const
{
    return {Theme::instance().scaled(80), fontMetrics().height()};
}

void Sentence::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(Theme::instance().color(isEnabled() ? m_color : Theme::Color::TextDisabled));
    QTextLayout layout(brokenText(), font());
    const qreal needed = layOut(layout, width());
    layout.draw(&painter, QPointF(0, std::max(0.0, std::floor((height() - needed) / 2))));
}

void Sentence::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Copy the text")), &QAction::triggered, this, [this] { copyText(text()); });
    menu->popup(event->globalPos());
}

void Sentence::applyTheme()
{
    setFont(Theme::instance().font(m_font));
    m_heights.clear();
    updateGeometry();
    update();
}

} // namespace Gatescope
