// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "personapicker.h"

#include "personabook.h"
#include "personacells.h"

#include <models/items/personasmodel.h>
#include <ui/theme/paint.h>
#include <ui/widgets/actionbutton.h>
#include <ui/widgets/announce.h>
#include <ui/widgets/celldelegate.h>

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace Gatescope {

namespace {

constexpr int pickerWidth = 320; ///< at 100 %
constexpr int mostPickerRows = 12;

int pickerStep(int key)
{
    switch (key) {
    case Qt::Key_Down:
        return 1;
    case Qt::Key_Up:
        return -1;
    case Qt::Key_PageDown:
        return mostPickerRows - 1;
    case Qt::Key_PageUp:
        return 1 - mostPickerRows;
    default:
        return 0;
    }
}

} // namespace

PersonaPicker::PersonaPicker(const PersonaBook &book, bool manages, QWidget *window)
    : QFrame(window)
    , m_book(book)
    , m_model(new PersonasModel(this))
    , m_cells(new PersonaCells(PersonaCells::Place::List, this))
    , m_field(new QLineEdit)
    , m_view(new QListView)
    , m_hint(new QLabel)
{
    setObjectName(QStringLiteral("personaPicker"));
    m_cells->setSourceModel(m_model);
    m_field->setObjectName(QStringLiteral("personaFilter"));
    m_field->setPlaceholderText(tr("Find a persona"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_field->addAction(Theme::instance().icon(Theme::Icon::Search), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_view->setObjectName(QStringLiteral("personaView"));
    m_view->setAccessibleName(tr("Personas"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setUniformItemSizes(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setItemDelegate(new CellDelegate(m_view));
    m_view->setModel(m_cells);
    m_hint->setTextFormat(Qt::PlainText);
    auto *manage = new ActionButton(tr("Manage personas"), ActionButton::Look::Link);
    manage->setObjectName(QStringLiteral("managePersonasButton"));
    manage->setFocusPolicy(Qt::NoFocus);

    const int gap = Theme::instance().scaled(8);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(gap, gap / 2, gap, gap / 2);
    foot->addWidget(m_hint, 1);
    foot->addWidget(manage);
    if (!manages)
        manage->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(gap, gap, gap, gap);
    head->addWidget(m_field);
    layout->addLayout(head);
    layout->addWidget(m_view);
    layout->addLayout(foot);

    connect(m_field, &QLineEdit::textChanged, this, &PersonaPicker::filter);
    connect(m_view, &QListView::clicked, this, &PersonaPicker::take);
    connect(manage, &QAbstractButton::clicked, this, [this] {
        hide();
        Q_EMIT manageRequested();
    });
    connect(&book, &PersonaBook::changed, this, [this] {
        if (isVisible())
            m_model->setPersonas(m_book.personas());
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *before, QWidget *now) {
        if (now == m_field && before)
            m_before = before;
        else if (before == m_field && now && isVisible())
            hide();
    });
    hide();
}

void PersonaPicker::openAt(const QWidget *place, const QString &currentId)
{
    const Theme &theme = Theme::instance();
    m_hint->setFont(theme.font(Theme::Font::Label));
    QPalette palette = m_hint->palette();
    palette.setColor(QPalette::WindowText, theme.color(Theme::Color::TextMuted));
    m_hint->setPalette(palette);
    m_model->setPersonas(m_book.personas());
    m_field->clear();
    filter({});
    if (const int row = m_model->rowOf(currentId); row >= 0)
        setCurrentRow(m_cells->mapFromSource(m_model->index(row, 0)).row());

    const bool isStrip = place->height() > place->width();
    const QPoint corner = place->mapTo(
        window(), isStrip ? QPoint(isRightToLeft() ? 0 : place->width(), 0) : QPoint(0, place->height()));
    const int width = std::max(isStrip ? 0 : place->width(), theme.scaled(pickerWidth));
    const int left = isStrip && isRightToLeft() ? corner.x() - width : corner.x();
    setGeometry(std::clamp(left, 0, std::max(0, window()->width() - width)), corner.y() + 2, width, height());
    fitHeight();
    raise();
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_view->scrollTo(m_view->currentIndex());
    tellCurrent();
}

void PersonaPicker::fitHeight()
{
    const int rows = std::min(m_cells->rowCount(), mostPickerRows);
    m_view->setFixedHeight(rows * Theme::instance().rowHeight());
    m_view->setVisible(rows > 0);
    layout()->activate();
    resize(width(), layout()->sizeHint().height());
}

void PersonaPicker::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::instance();
    Paint::box(
        painter, rect(), theme.color(Theme::Color::Raised), theme.color(Theme::Color::ControlBorder), 0);
}

bool PersonaPicker::eventFilter(QObject *watched, QEvent *event)
{
    const bool isOverride = event->type() == QEvent::ShortcutOverride;
    if (watched != m_field || (!isOverride && event->type() != QEvent::KeyPress))
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool isOurs =
        key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter || pickerStep(key) != 0;
    if (!isOurs)
        return false;
    event->accept(); // before the window's shortcuts
    return isOverride || takesKey(key);
}

bool PersonaPicker::takesKey(int key)
{
    if (const int step = pickerStep(key))
        move(step);
    else if (key == Qt::Key_Escape)
        leave();
    else
        take();
    return true;
}

void PersonaPicker::filter(const QString &text)
{
    m_cells->setText(text);
    setCurrentRow(0);
    fitHeight();
    if (isVisible())
        tellCurrent();
}

void PersonaPicker::setCurrentRow(int row)
{
    m_view->setCurrentIndex(m_cells->index(row, 0));
}

void PersonaPicker::move(int rows)
{
    if (m_cells->rowCount() == 0)
        return;
    setCurrentRow(std::clamp(m_view->currentIndex().row() + rows, 0, m_cells->rowCount() - 1));
    tellCurrent();
}

/// The focus stays in the field, so a screen reader is told.
void PersonaPicker::tellCurrent()
{
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid())
        m_hint->setText(tr("Enter takes, Esc leaves."));
    else
        m_hint->setText(
            m_model->rowCount() == 0 ? tr("There is no persona yet.") : tr("No persona has these words."));
    setAccessibleName(current.isValid() ? current.data(Qt::AccessibleTextRole).toString() : m_hint->text());
    announce(this);
}

void PersonaPicker::take()
{
    const QModelIndex current = m_cells->mapToSource(m_view->currentIndex());
    if (!current.isValid())
        return;
    const QString id = m_model->persona(current.row()).id;
    leave();
    Q_EMIT picked(id);
}

void PersonaPicker::leave()
{
    hide();
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
}

} // namespace Gatescope
