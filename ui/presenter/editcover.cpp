// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "editcover.h"

#include "presenter.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOptionFrame>

namespace Gatescope {

namespace {

bool hasCover(const QWidget *field)
{
    return field->findChild<EditCover *>(QString(), Qt::FindDirectChildrenOnly) != nullptr;
}

/// What a line edit leaves for its text.
QRect textRect(const QLineEdit &line)
{
    QStyleOptionFrame option;
    option.initFrom(&line);
    option.rect = line.contentsRect();
    option.lineWidth =
        line.hasFrame() ? line.style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &option, &line) : 0;
    return line.style()
        ->subElementRect(QStyle::SE_LineEditContents, &option, &line)
        .marginsRemoved(line.textMargins());
}

} // namespace

void EditCover::give(QLineEdit *line)
{
    if (!hasCover(line))
        new EditCover(line, line, nullptr);
}

void EditCover::give(QPlainTextEdit *text)
{
    if (!hasCover(text->viewport()))
        new EditCover(text->viewport(), nullptr, text);
}

EditCover::EditCover(QWidget *field, QLineEdit *line, QPlainTextEdit *text)
    : QWidget(field)
    , m_field(field)
    , m_line(line)
    , m_text(text)
{
    setObjectName(QStringLiteral("presenterCover"));
    setCursor(line ? Qt::IBeamCursor : Qt::ArrowCursor);
    hide();
    field->installEventFilter(this);
    if (line) {
        connect(line, &QLineEdit::textChanged, this, &EditCover::refresh);
        connect(line, &QLineEdit::textEdited, this, [this] {
            m_isTyped = true;
            refresh();
        });
    } else {
        text->installEventFilter(this);
        connect(text, &QPlainTextEdit::textChanged, this, &EditCover::refresh);
        // The viewport takes what lies on it along.
        connect(text->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] {
            place();
            update();
        });
    }
    connect(&Presenter::instance(), &Presenter::changed, this, &EditCover::refresh);
    refresh();
}

void EditCover::refresh()
{
    const Presenter &presenter = Presenter::instance();
    const QString text = m_line ? m_line->text() : m_text->toPlainText();
    const bool isHidden = presenter.isOn() && !m_isTyped
        && (m_text == nullptr || !m_text->hasFocus() || m_madeReadOnly || !m_text->document()->isModified());
    m_shown = QString();
    if (isHidden) {
        const QString shown =
            m_line ? presenter.value(text) : QString::fromUtf8(presenter.json(text.toUtf8()));
        if (shown != text)
            m_shown = shown;
    }
    const bool covers = !m_shown.isEmpty();
    if (m_text && covers != m_madeReadOnly && (covers ? !m_text->isReadOnly() : true)) {
        m_madeReadOnly = covers;
        m_text->setReadOnly(covers);
    }
    setVisible(covers);
    if (covers) {
        place();
        raise();
        update();
    }
    if (!presenter.isOn())
        deleteLater();
}

void EditCover::place()
{
    setGeometry(m_line ? textRect(*m_line) : m_field->rect());
}

bool EditCover::takeKey(QKeyEvent &event)
{
    if (event.matches(QKeySequence::Copy) || event.matches(QKeySequence::Cut)) {
        copyText(m_shown);
        return true;
    }
    if (m_line == nullptr)
        return false; // it is read-only, and moving about in it shows nothing
    if (event.matches(QKeySequence::Undo) || event.matches(QKeySequence::Redo))
        return true;
    const bool isEditing = !event.text().isEmpty() || event.matches(QKeySequence::Paste);
    const bool isLeaving = event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab
        || event.key() == Qt::Key_Escape || event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (isEditing && !isLeaving)
        m_line->selectAll(); // it is replaced
    return false;
}

bool EditCover::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
    case QEvent::StyleChange:
    case QEvent::FontChange:
        if (isVisibleTo(m_field))
            place();
        break;
    case QEvent::FocusOut:
        m_isTyped = false;
        refresh();
        break;
    case QEvent::KeyPress:
        if (isVisibleTo(m_field))
            return takeKey(static_cast<QKeyEvent &>(*event));
        if (m_line && (static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo)))
            return true; // it would bring back what was covered
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void EditCover::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(m_line ? m_line->font() : m_text->font());
    const QPalette &colors = m_field->palette();
    painter.fillRect(rect(), colors.color(QPalette::Base));
    painter.setPen(colors.color(QPalette::Text));
    if (m_line) {
        painter.drawText(rect().adjusted(2, 0, 0, 0),
            Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
            painter.fontMetrics().elidedText(m_shown, Qt::ElideRight, width() - 2));
        return;
    }
    const int margin = int(m_text->document()->documentMargin());
    const QStringList lines = m_shown.split(u'\n');
    const int height = painter.fontMetrics().lineSpacing();
    int top = margin;
    for (qsizetype i = m_text->verticalScrollBar()->value(); i < lines.size() && top < this->height(); ++i) {
        painter.drawText(
            QRect(margin, top, width() - margin, height), Qt::AlignVCenter | Qt::AlignLeading, lines[i]);
        top += height;
    }
}

void EditCover::mousePressEvent(QMouseEvent *)
{
    (m_line ? static_cast<QWidget *>(m_line) : m_text)->setFocus(Qt::MouseFocusReason);
}

/// The field's own menu would copy and undo what is covered.
void EditCover::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
}

} // namespace Gatescope
