// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "phrasetext.h"

#include <ui/presenter/presenter.h>
#include <ui/theme/paint.h>

#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

namespace Gatescope {

namespace {

/// design.md: headline and prose stay under 880 px.
constexpr int widestProse = 880;

} // namespace

PhraseText::PhraseText(PhraseLayout::Size size, QWidget *parent)
    : QWidget(parent)
    , m_size(size)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMouseTracking(true);
    connect(&Theme::instance(), &Theme::changed, this, &QWidget::updateGeometry);
    connect(&Presenter::instance(), &Presenter::changed, this, &PhraseText::showPhrases);
}

void PhraseText::setPhrases(const Phrases &phrases)
{
    m_given = phrases;
    m_link = 0;
    showPhrases();
}

void PhraseText::showPhrases()
{
    m_phrases = Presenter::instance().phrases(m_given);
    setAccessibleName(plainText(m_phrases));
    setFocusPolicy(links().isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    updateGeometry();
    update();
}

void PhraseText::setColorRole(Theme::Color color)
{
    m_color = color;
    update();
}

PhraseLayout PhraseText::layOut(int width) const
{
    return PhraseLayout(m_phrases, qMin(width, Theme::instance().scaled(widestProse)), m_color, m_size);
}

int PhraseText::heightForWidth(int width) const
{
    return int(layOut(qMax(1, width)).size().height());
}

QSize PhraseText::sizeHint() const
{
    const int width = Theme::instance().scaled(480);
    return {qMin(width, int(layOut(100'000).size().width())), heightForWidth(width)};
}

QSize PhraseText::minimumSizeHint() const
{
    return {Theme::instance().scaled(80), fontMetrics().height()};
}

QList<EntityRef> PhraseText::links() const
{
    QList<EntityRef> links;
    for (const Phrase &phrase : m_phrases)
        if (phrase.style == Phrase::Style::Link)
            links << phrase.link;
    return links;
}

void PhraseText::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const PhraseLayout layout = layOut(width());
    layout.draw(painter, {0, 0});
    if (hasFocus())
        for (const QRectF &rect : layout.linkRects(m_link))
            Paint::focusRing(painter, rect.adjusted(-2, -1, 2, 1));
}

void PhraseText::mouseMoveEvent(QMouseEvent *event)
{
    setCursor(layOut(width()).linkAt(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void PhraseText::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mouseReleaseEvent(event);
    if (const auto link = layOut(width()).linkAt(event->position()))
        Q_EMIT linkActivated(*link);
}

void PhraseText::keyPressEvent(QKeyEvent *event)
{
    const QList<EntityRef> all = links();
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        return moveLink(-1);
    case Qt::Key_Right:
    case Qt::Key_Down:
        return moveLink(1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (event->modifiers() == Qt::NoModifier && m_link < all.size()) {
            Q_EMIT linkActivated(all[m_link]);
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void PhraseText::moveLink(int by)
{
    m_link = std::clamp(m_link + by, 0, int(links().size()) - 1);
    update();
}

void PhraseText::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void PhraseText::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void PhraseText::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Copy the text")), &QAction::triggered, this,
        [this] { copyText(plainText(m_phrases)); });
    menu->popup(event->globalPos());
}

} // namespace Gatescope
