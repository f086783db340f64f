// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "personadetail.h"

#include "personafields.h"

#include <ui/widgets/dataview.h>
#include <ui/widgets/paneheader.h>
#include <ui/widgets/textlabel.h>

#include <QEvent>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QTextDocument>
#include <QVBoxLayout>

namespace Gatescope {

namespace {

/// Unlike toPlainText() with the no-break spaces.
QString notesText(const QTextDocument &notes)
{
    return notes.toRawText().replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
}

} // namespace

PersonaDetail::PersonaDetail(QWidget *parent)
    : Panel(Theme::Color::Surface, Qt::LeftEdge | Qt::TopEdge, parent)
    , m_header(new PaneHeader(tr("Persona")))
    , m_notesLabel(new TextLabel(tr("Notes"), Theme::Font::Label, Theme::Color::TextMuted))
    , m_notes(new QPlainTextEdit)
    , m_fields(new PersonaFields(this))
    , m_table(new DataView(DataView::Shape::Table, tr("User of the persona")))
{
    const Theme &theme = Theme::instance();
    setMinimumHeight(theme.scaled(120));
    m_notesLabel->setBuddy(m_notes);
    m_notes->setObjectName(QStringLiteral("personaNotesEdit"));
    m_notes->setAccessibleName(tr("Notes"));
    m_notes->setTabChangesFocus(true);
    m_notes->setPlaceholderText(tr("What this persona is for"));
    m_notes->setMinimumHeight(theme.scaled(40));
    m_notes->setMaximumHeight(theme.scaled(96));
    m_notes->installEventFilter(this);
    m_table->setObjectName(QStringLiteral("personaFieldsTable"));
    m_table->setModel(m_fields);
    m_table->setRows(DataView::Rows::Nested);
    m_table->setLeadingInset(12);
    m_table->setColumnWidth(PersonaFields::FieldColumn, theme.scaled(200));
    m_table->header()->setStretchLastSection(true);

    auto *notes = new QVBoxLayout;
    const int margin = theme.scaled(12);
    notes->setContentsMargins(margin, theme.scaled(4), margin, theme.scaled(8));
    notes->setSpacing(theme.scaled(4));
    notes->addWidget(m_notesLabel);
    notes->addWidget(m_notes);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addLayout(notes);
    layout->addWidget(m_table, 1);
    setPersona(std::nullopt);
}

void PersonaDetail::setPersona(const std::optional<Persona> &persona)
{
    const bool isSame = m_persona && persona && m_persona->id == persona->id;
    if (!isSame)
        tellNotes();
    const bool isTyping = isSame && m_notes->document()->isModified();
    m_persona = persona;
    m_header->setSubtitle(persona ? persona->name : tr("none is chosen, or several are"));
    m_notes->setEnabled(persona.has_value());
    if (!isTyping) {
        m_notes->setPlainText(persona ? persona->notes : QString());
        m_shownNotes = notesText(*m_notes->document());
    }
    m_fields->setUser(persona ? persona->user : StatsigUser());
}

bool PersonaDetail::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_notes && (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide))
        tellNotes();
    return Panel::eventFilter(watched, event);
}

/// Once the user goes elsewhere: one step to undo.
void PersonaDetail::tellNotes()
{
    if (!m_persona || !m_notes->document()->isModified())
        return;
    m_notes->document()->setModified(false);
    const QString typed = notesText(*m_notes->document());
    if (typed == m_shownNotes)
        return;
    m_shownNotes = typed;
    m_persona->notes = typed;
    Q_EMIT editRequested(Persona(*m_persona));
}

} // namespace Gatescope
