// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "userfield.h"

#include "lintlist.h"

#include <ui/theme/theme.h>
#include <ui/widgets/textlabel.h>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace Gatescope {

namespace {

/// A line edit lays its whole text out at every key; longer texts belong into the JSON view.
constexpr int longestLine = 16 * 1024;

} // namespace

UserFieldRow::UserFieldRow(const QString &name, QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_label(new TextLabel(name, Theme::Font::Label, Theme::Color::TextMuted))
    , m_editor(editor)
    , m_column(new QVBoxLayout(this))
{
    m_label->setBuddy(editor);
    editor->setAccessibleName(name);
    editor->setObjectName(name + QStringLiteral("Field"));
    editor->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *line = new QHBoxLayout;
    line->setSpacing(0);
    line->addWidget(m_label);
    line->addWidget(editor, 1);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    m_column->addLayout(line);
}

void UserFieldRow::setLabelWidth(int pixels)
{
    m_label->setFixedWidth(pixels);
}

int UserFieldRow::labelWidthHint() const
{
    return m_label->fontMetrics().horizontalAdvance(m_label->text()) + Theme::instance().scaled(12);
}

void UserFieldRow::setLint(LintList *list)
{
    m_lint = list;
    m_column->addWidget(list);
}

void UserFieldRow::describe(const LintFindings &findings)
{
    QStringList sentences;
    for (const LintFinding &finding : findings)
        sentences << plainText(finding.sentence);
    m_editor->setAccessibleDescription(sentences.join(u' '));
}

void useValueFont(QLineEdit *edit)
{
    // A hint is prose, and the fixed-width face has little room for it.
    const auto apply = [edit] {
        const auto role = edit->text().isEmpty() ? Theme::Font::Body : Theme::Font::Mono;
        edit->setFont(Theme::instance().font(role));
    };
    apply();
    QObject::connect(&Theme::instance(), &Theme::changed, edit, apply);
    QObject::connect(edit, &QLineEdit::textChanged, edit, apply);
}

void showText(QLineEdit *edit, const QString &text)
{
    const bool tooLong = text.size() > longestLine;
    edit->setMaxLength(longestLine);
    edit->setReadOnly(tooLong);
    edit->setToolTip(tooLong ? QLineEdit::tr("Too long for a line: edit it as JSON.") : QString());
    const QString shown = text.left(longestLine);
    if (edit->text() != shown) {
        edit->setText(shown);
        edit->setCursorPosition(0);
    }
}

} // namespace Gatescope
