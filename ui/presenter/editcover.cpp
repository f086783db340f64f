// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "editcover.h"

#include "presenter.h"

#include <QContextMenuEvent>
#include <QFocusEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyle>
#include <QStyleOptionFrame>

#include <utility>

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

/// The focus goes no further than a menu or another window, and comes back.
bool isShort(const QEvent &event)
{
    const Qt::FocusReason reason = static_cast<const QFocusEvent &>(event).reason();
    return reason == Qt::PopupFocusReason || reason == Qt::ActiveWindowFocusReason
        || reason == Qt::MenuBarFocusReason;
}

} // namespace

void EditCover::give(QLineEdit *line)
{
    if (!hasCover(line))
        new EditCover(line, line, nullptr);
}

void EditCover::give(QPlainTextEdit *text)
{
    if (!hasCover(text))
        new EditCover(text, nullptr, text);
}

EditCover::EditCover(QWidget *field, QLineEdit *line, QPlainTextEdit *text)
    : QWidget(field)
    , m_field(field)
    , m_line(line)
    , m_text(text)
{
    setObjectName(QStringLiteral("presenterCover"));
    hide();
    field->installEventFilter(this);
    // What the program sets was not typed; of a line textEdited() comes before where it was.
    const auto changed = [this] {
        m_isTyped = m_line ? std::exchange(m_isEdited, false)
                           : m_text->hasFocus() && m_text->document()->isModified();
        refresh();
    };
    if (line) {
        setCursor(Qt::IBeamCursor);
        connect(line, &QLineEdit::textEdited, this, [this] { m_isEdited = true; });
        connect(line, &QLineEdit::textChanged, this, changed);
    } else {
        connect(text, &QPlainTextEdit::textChanged, this, changed);
    }
    connect(&Presenter::instance(), &Presenter::changed, this, &EditCover::refresh);
    refresh();
}

void EditCover::refresh()
{
    const Presenter &presenter = Presenter::instance();
    m_shown = QString();
    if (presenter.isOn() && !m_isTyped) {
        const QString text = m_line ? m_line->text() : m_text->toPlainText();
        const QString shown =
            m_line ? presenter.value(text) : QString::fromUtf8(presenter.json(text.toUtf8()));
        if (shown != text)
            m_shown = shown;
    }
    const bool covers = !m_shown.isEmpty();
    m_hasCovered = (m_hasCovered || covers) && presenter.isOn();
    if (covers && m_text)
        showReader();
    else if (m_reader && m_text->focusProxy() == m_reader)
        m_text->setFocusProxy(nullptr);
    setVisible(covers);
    if (!covers)
        return;
    place();
    raise();
    update();
}

/// The text as it is shown, in a field of its own: what is scrolled, chosen and copied is that.
void EditCover::showReader()
{
    if (!m_reader) {
        m_reader = new QPlainTextEdit(this);
        m_reader->setReadOnly(true);
        m_reader->setFrameShape(QFrame::NoFrame);
        m_reader->setTabChangesFocus(true);
        m_reader->setObjectName(QStringLiteral("presenterReader"));
    }
    m_reader->setFont(m_text->font());
    m_reader->setLineWrapMode(m_text->lineWrapMode());
    m_reader->setAccessibleName(m_text->accessibleName());
    m_reader->document()->setDocumentMargin(m_text->document()->documentMargin());
    if (m_reader->toPlainText() != m_shown)
        m_reader->setPlainText(m_shown);
    m_text->setFocusProxy(m_reader);
}

void EditCover::place()
{
    setGeometry(m_line ? textRect(*m_line) : m_text->contentsRect());
    if (m_reader)
        m_reader->setGeometry(rect());
}

bool EditCover::takeKey(QKeyEvent &event)
{
    if (event.matches(QKeySequence::Copy) || event.matches(QKeySequence::Cut)) {
        copyText(m_shown);
        return true;
    }
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
        if (covers())
            place();
        break;
    case QEvent::FocusOut:
        if (!m_field->isVisible() || isShort(*event))
            break;
        m_isTyped = false;
        refresh();
        break;
    case QEvent::ContextMenu: // it would copy and undo what is covered
        return m_hasCovered;
    case QEvent::DragEnter:
    case QEvent::Drop:
        return covers();
    case QEvent::InputMethod:
        if (covers() && m_line && !static_cast<QInputMethodEvent *>(event)->commitString().isEmpty())
            m_line->selectAll();
        break;
    case QEvent::KeyPress:
        if (covers() && m_line)
            return takeKey(static_cast<QKeyEvent &>(*event));
        if (m_hasCovered && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo))
            return true; // it would bring back what was covered
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void EditCover::paintEvent(QPaintEvent *)
{
    if (!m_line)
        return;
    QPainter painter(this);
    const QPalette &colors = m_field->palette();
    painter.fillRect(rect(), colors.color(QPalette::Base));
    painter.setFont(m_line->font());
    painter.setPen(colors.color(QPalette::Text));
    painter.drawText(rect().adjusted(2, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(m_shown, Qt::ElideRight, width() - 2));
}

void EditCover::mousePressEvent(QMouseEvent *)
{
    if (m_line)
        m_line->setFocus(Qt::MouseFocusReason);
}

void EditCover::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
}

} // namespace Gatescope
