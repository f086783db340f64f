// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "codeview.h"

#include "actionbutton.h"
#include "inlinebar.h"
#include "jsoncolors.h"

#include <models/privacy/disguisedjson.h>
#include <ui/presenter/presenter.h>
#include <ui/theme/theme.h>

#include <QLocale>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Gatescope {

namespace {

class Gutter : public QWidget
{
public:
    explicit Gutter(CodeText *text)
        : QWidget(text)
        , m_text(text)
    { }

protected:
    void paintEvent(QPaintEvent *event) override { m_text->paintGutter(event); }

private:
    CodeText *m_text;
};

QColor tokenColor(JsonTokenKind kind)
{
    const Theme &theme = Theme::instance();
    switch (kind) {
    case JsonTokenKind::Key:
        return theme.color(Theme::Color::Accent);
    case JsonTokenKind::Text:
        return theme.color(Theme::Color::Pass);
    case JsonTokenKind::Literal:
        return theme.color(Theme::Color::Undetermined);
    case JsonTokenKind::Punctuation:
        return theme.color(Theme::Color::Text);
    }
    Q_UNREACHABLE();
}

QList<QTextLayout::FormatRange> colorsOf(const QString &line, bool isInString)
{
    QList<QTextLayout::FormatRange> formats;
    for (const JsonToken &token : jsonTokens(line, isInString)) {
        QTextLayout::FormatRange range;
        range.start = int(token.start);
        range.length = int(token.length);
        range.format.setForeground(tokenColor(token.kind));
        formats << range;
    }
    return formats;
}

} // namespace

CodeText::CodeText(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_gutter(new Gutter(this))
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    connect(document(), &QTextDocument::contentsChange, this, &CodeText::forgetColors);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeText::layOutGutter);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        dy != 0 ? m_gutter->scroll(0, dy) : m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    applyTheme();
    connect(&Theme::instance(), &Theme::changed, this, &CodeText::applyTheme);
}

void CodeText::setJson(bool json)
{
    m_json = json;
    ++m_colored;
}

int CodeText::gutterWidth() const
{
    const int lines = m_longLines.number(blockCount() - 1) + 1;
    const int digits = qMax(2, int(QString::number(lines).size()));
    return fontMetrics().horizontalAdvance(QString(digits, u'9')) + Theme::instance().scaled(16 + 12);
}

void CodeText::layOutGutter()
{
    setViewportMargins(gutterWidth(), 0, 0, 0);
    const QRect area = contentsRect();
    m_gutter->setGeometry(QStyle::visualRect(
        layoutDirection(), area, QRect(area.left(), area.top(), gutterWidth(), area.height())));
}

void CodeText::paintGutter(QPaintEvent *event)
{
    const Theme &theme = Theme::instance();
    QPainter painter(m_gutter);
    painter.fillRect(event->rect(), theme.color(Theme::Color::Surface));
    if (document()->isEmpty() && isReadOnly())
        return; // the placeholder is no line
    painter.setFont(font());
    painter.setPen(theme.color(Theme::Color::TextMuted));
    const int width = m_gutter->width() - theme.scaled(12);
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF line = blockBoundingGeometry(block).translated(contentOffset());
        if (line.top() > event->rect().bottom())
            break;
        if (m_longLines.isContinued(block.blockNumber()))
            continue;
        const QRectF place(0, line.top(), width, fontMetrics().height());
        painter.drawText(place, Qt::AlignRight | Qt::AlignTop,
            QString::number(m_longLines.number(block.blockNumber()) + 1));
    }
}

void CodeText::forgetColors(int position, int, int added)
{
    const QTextBlock end = document()->findBlock(position + added).next();
    for (QTextBlock block = document()->findBlock(position); block.isValid() && block != end;
        block = block.next())
        block.setUserState(-1);
}

void CodeText::setEditable()
{
    setReadOnly(false);
    setUndoRedoEnabled(true);
    setTextInteractionFlags(Qt::TextEditorInteraction);
}

void CodeText::showText(const QString &text)
{
    m_longLines.clear();
    setPlainText(m_longLines.broken(text));
}

void CodeText::appendText(const QString &text)
{
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(m_longLines.broken(text));
}

QString CodeText::shownText() const
{
    return textBetween(0, document()->characterCount() - 1);
}

QString CodeText::textBetween(int from, int to) const
{
    QString text;
    for (QTextBlock block = document()->findBlock(from); block.isValid() && block.position() <= to;
        block = block.next()) {
        if (block.position() > from && !m_longLines.isContinued(block.blockNumber()))
            text += u'\n';
        const int start = std::max(from - block.position(), 0);
        text += QStringView(block.text())
                    .sliced(start)
                    .first(std::min(to - block.position(), block.length() - 1) - start);
    }
    return text;
}

QMimeData *CodeText::createMimeDataFromSelection() const
{
    auto *mime = new QMimeData;
    mime->setText(textBetween(textCursor().selectionStart(), textCursor().selectionEnd()));
    return mime;
}

void CodeText::colorVisibleLines()
{
    if (!m_json)
        return;
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        if (blockBoundingGeometry(block).translated(contentOffset()).top() > viewport()->height())
            break;
        if (block.userState() != m_colored) {
            block.layout()->setFormats(
                colorsOf(block.text(), m_longLines.startsInString(block.blockNumber())));
            block.setUserState(m_colored);
        }
    }
}

void CodeText::paintEvent(QPaintEvent *event)
{
    colorVisibleLines();
    QPlainTextEdit::paintEvent(event);
}

void CodeText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layOutGutter();
}

void CodeText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOutGutter();
}

void CodeText::applyTheme()
{
    ++m_colored;
    setFont(Theme::instance().font(Theme::Font::Mono));
    setTabStopDistance(2 * fontMetrics().horizontalAdvance(u' '));
    layOutGutter();
    viewport()->update();
}

CodeView::CodeView(const QString &accessibleName, QWidget *parent)
    : Panel(Theme::Color::Surface, {}, parent)
    , m_edit(new CodeText)
    , m_note(new InlineBar(InlineBar::Kind::Info))
    , m_showAll(m_note->addAction(tr("Show all")))
{
    m_edit->setAccessibleName(accessibleName);
    m_edit->document()->setDocumentMargin(8);
    setFocusProxy(m_edit);
    m_note->setActionsBeside(true);
    m_note->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_note);
    column->addWidget(m_edit, 1);
    m_pieces.setInterval(0);
    connect(&m_pieces, &QTimer::timeout, this, &CodeView::appendPiece);
    connect(m_showAll, &QPushButton::clicked, this, &CodeView::showAll);
    connect(&Presenter::instance(), &Presenter::changed, this, &CodeView::followPresenter);
}

QPlainTextEdit *CodeView::textEdit() const
{
    return m_edit;
}

void CodeView::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void CodeView::setWrapped(bool wrapped)
{
    const auto mode = wrapped ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap;
    if (mode == m_edit->lineWrapMode())
        return;
    setText({}); // all of it would be laid out anew
    m_edit->setLineWrapMode(mode);
    m_edit->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
}

void CodeView::setText(const QByteArray &utf8, Syntax syntax, PersonalKind within)
{
    m_within = within;
    m_text = utf8;
    m_syntax = syntax;
    showBeginning();
}

void CodeView::showBeginning()
{
    m_pieces.stop();
    m_disguise = Presenter::instance().kept();
    m_disguised = m_disguise ? std::make_unique<DisguisedJson>(*m_disguise, m_within) : nullptr;
    m_edit->setJson(m_syntax == Syntax::Json);
    m_shown = pieceEnd(0);
    m_edit->showText(piece(0, m_shown));
    describe();
}

QString CodeView::piece(qsizetype from, qsizetype end)
{
    const QByteArray text = m_text.sliced(from, end - from);
    return QString::fromUtf8(m_disguised ? m_disguised->next(text, end == m_text.size()) : text);
}

void CodeView::followPresenter()
{
    // What is the same with more to be hidden keeps its place.
    const DisguisePtr disguise = Presenter::instance().kept();
    const QByteArray beginning = m_text.first(std::min(m_text.size(), firstPiece));
    if (disguise && m_disguise
        && disguise->json(beginning, m_within) == m_disguise->json(beginning, m_within))
        return;
    if (!m_text.isEmpty())
        showBeginning();
}

CodeView::~CodeView() = default;

void CodeView::showAll()
{
    m_note->hide();
    m_pieces.start();
}

void CodeView::appendPiece()
{
    if (isWhole()) {
        m_pieces.stop();
        return;
    }
    const qsizetype end = pieceEnd(m_shown);
    m_edit->appendText(piece(m_shown, end));
    m_shown = end;
}

qsizetype CodeView::pieceEnd(qsizetype from) const
{
    if (m_text.size() - from <= firstPiece)
        return m_text.size();
    // A piece ends with a line where it can, and never inside a character.
    const qsizetype newline = m_text.lastIndexOf('\n', from + firstPiece);
    if (newline > from)
        return newline + 1;
    qsizetype end = from + firstPiece;
    while (end > from && (uchar(m_text[end]) & 0xc0) == 0x80)
        --end;
    return end;
}

void CodeView::describe()
{
    m_note->setVisible(!isWhole());
    if (isWhole())
        return;
    const QLocale here = locale();
    m_note->setText(tr("This is the beginning, %1 of %2.")
            .arg(here.formattedDataSize(m_shown, 0, QLocale::DataSizeTraditionalFormat),
                here.formattedDataSize(m_text.size(), 1, QLocale::DataSizeTraditionalFormat)));
}

} // namespace Gatescope
