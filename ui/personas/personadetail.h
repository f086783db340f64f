// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/personas/persona.h>
#include <ui/widgets/panel.h>

#include <optional>

class QPlainTextEdit;

namespace Gatescope {

class DataView;
class PaneHeader;
class PersonaFields;
class TextLabel;

/// One persona beside the list: its notes, which are edited here, and its user.
class PersonaDetail : public Panel
{
    Q_OBJECT
public:
    explicit PersonaDetail(QWidget *parent = nullptr);

    /// None: none or several are chosen. What is being typed is told of first.
    void setPersona(const std::optional<Persona> &persona);

Q_SIGNALS:
    void editRequested(const Gatescope::Persona &persona);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tellNotes();

    std::optional<Persona> m_persona;
    QString m_shownNotes; ///< as the editor gives them back: without the line ends of other systems
    PaneHeader *m_header;
    TextLabel *m_notesLabel;
    QPlainTextEdit *m_notes;
    PersonaFields *m_fields;
    DataView *m_table;
};

} // namespace Gatescope
