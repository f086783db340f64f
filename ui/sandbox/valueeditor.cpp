// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "valueeditor.h"

#include <ui/widgets/actionbutton.h>
#include <ui/widgets/codeview.h>
#include <ui/widgets/textlabel.h>

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Gatescope {

namespace {

constexpr int leastLines = 3;
constexpr int mostLines = 12;

} // namespace

ValueEditor::ValueEditor(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_text(new CodeText)
    , m_apply(new ActionButton(tr("Take this value")))
{
    const Theme &theme = Theme::instance();
    m_text->setEditable();
    m_text->setAccessibleName(title);
    auto *head = new QHBoxLayout;
    head->addWidget(new TextLabel(title, Theme::Font::Label, Theme::Color::TextMuted));
    head->addStretch(1);
    head->addWidget(m_apply);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(theme.scaled(4));
    layout->addLayout(head);
    layout->addWidget(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, &ValueEditor::refresh);
    connect(
        m_apply, &QAbstractButton::clicked, this, [this] { Q_EMIT applied(m_text->toPlainText().toUtf8()); });
}

void ValueEditor::setValue(const JsonValue &value)
{
    m_json = jsonIndented(value);
    m_text->setPlainText(QString::fromUtf8(m_json));
    const int lines = qBound(leastLines, int(m_json.count('\n')) + 1, mostLines);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * lines + Theme::instance().scaled(16));
    refresh();
}

void ValueEditor::refresh()
{
    const QByteArray text = m_text->toPlainText().toUtf8();
    const Result<JsonDocumentPtr> parsed = JsonDocument::parse(text);
    if (text == m_json)
        m_apply->setDisabledReason(tr("The value has not been changed."));
    else
        m_apply->setDisabledReason(parsed ? QString() : parsed.error().message);
}

} // namespace Gatescope
